use crate::analytics::quality::{Confidence, Difference};
use crate::i18n::format::Plural;
use crate::i18n::messages::quality::{CurrencyTexts, QualityMessages, SpellingTexts, SwitchTexts};

pub const QUALITY: QualityMessages = QualityMessages {
    heading: "Что проверить в данных",
    lead: "Файл остаётся таким, как есть. Здесь вы решаете, что из него считать, и любое решение можно отменить.",
    looking: "Проверяем строки…",
    nothing: "Повторов, возвратов, строк без клиента и дат из будущего нет.",
    count: |format, rows, sum| format!("{} на {}", format.counted(rows, ROWS), format.money(sum)),
    switches: SwitchTexts {
        duplicates: "Не считать повторы",
        duplicates_hint: "Строки, у которых совпадает всё, что есть в файле. Первая из них останется.",
        returns: "Не считать возвраты",
        returns_hint: "Суммы меньше нуля. Сейчас они уменьшают сумму своего клиента.",
        future: "Не считать будущие даты",
        future_hint: |format, today| format!("Строки позже {}.", format.date(today)),
        without_client: "Считать строки без клиента одной строкой",
        without_client_hint: "Сейчас они не участвуют в анализе клиентов.",
        nobody: "(без клиента)",
    },
    kept: |format, account| {
        format!(
            "В анализе: {} на {}, {}.",
            format.counted(account.kept.rows, ROWS),
            format.money(account.kept.amount),
            format.counted(account.clients, Plural::new("клиент", "клиента", "клиентов"))
        )
    },
    failed: "Применить решение не получилось, данные остались прежними",
    spellings: SpellingTexts {
        heading: "Один клиент под разными именами",
        lead: "Имена похожи, но решать вам: сами они не объединятся. Отметьте, что объединить, и выберите главное имя.",
        found: |format, all, shown| {
            let groups = format.counted(all, GROUPS);
            if shown < all {
                format!("{groups}, показаны первые {}", format.count(shown))
            } else {
                groups
            }
        },
        confidence: |confidence| match confidence {
            Confidence::Sure => "то же имя",
            Confidence::Likely => "скорее всего, то же",
            Confidence::Possible => "возможно, опечатка",
        },
        difference: |difference| match difference {
            Difference::Case => "большие и маленькие буквы",
            Difference::Spaces => "пробелы",
            Difference::Punctuation => "кавычки и знаки",
            Difference::Yo => "ё и е",
            Difference::LookAlikes => "латинские буквы вместо русских",
            Difference::LegalForm => "форма собственности",
            Difference::Typo => "опечатка",
            Difference::Contact => "запись телефона или почты",
        },
        key: |key| format!("сравнивается как «{key}»"),
        group: |main| format!("Имена, похожие на «{main}»"),
        include: |name| format!("Объединить «{name}»"),
        make_main: |name| format!("Сделать главным «{name}»"),
        main: "главное",
        merge: "Объединить отмеченные",
        merge_sure: |format, groups| format!("Объединить все очевидные: {}", format.counted(groups, GROUPS)),
        more: |format, groups| format!("Показать ещё\u{a0}{}", format.count(groups)),
        merged: |format, main, names| {
            format!("Объединено с «{main}»: {}.", format.counted(names, Plural::new("имя", "имени", "имён")))
        },
        merged_many: |format, groups| format!("Объединено: {}.", format.counted(groups, GROUPS)),
        undo: "Вернуть",
        done: |format, merges| format!("Объединено: {}", format.counted(merges, GROUPS)),
        merge_line: |main, others| {
            let others: Vec<String> = others.iter().map(|name| format!("«{name}»")).collect();
            format!("«{main}» — вместе с {}", others.join(", "))
        },
        split: "Разделить",
        split_label: |main| format!("Разделить имена, объединённые с «{main}»"),
    },
    currencies: CurrencyTexts {
        heading: "В файле разные валюты. Какую взять?",
        text: "Складывать суммы в разных валютах нельзя. Строки в остальных валютах будут отложены, их можно скачать и загрузить отдельно.",
        name: |currency| currency.map_or_else(|| "без указания валюты".to_owned(), |code| code.to_string()),
        unnamed: "Взять и строки без указания валюты",
        take: "Взять выбранную",
        column: "Валюта",
        few_named: |format, currency, named, unnamed| {
            format!(
                "Валюта ({currency}) указана только в\u{a0}{}. В остальных, а их\u{a0}{}, она не указана; они посчитаны как та же валюта.",
                format.counted(named, Plural::new("строке", "строках", "строках")),
                format.count(unnamed)
            )
        },
    },
};

const ROWS: Plural<'_> = Plural::new("строка", "строки", "строк");
const GROUPS: Plural<'_> = Plural::new("группа имён", "группы имён", "групп имён");
