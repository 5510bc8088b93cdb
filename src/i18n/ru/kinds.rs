use crate::analytics::dataset::TableKind;
use crate::analytics::dataset::kinds::period::Span;
use crate::analytics::dataset::kinds::report::Finding;
use crate::i18n::format::Plural;
use crate::i18n::messages::kinds::KindMessages;

const ROWS: Plural<'_> = Plural::new("строка", "строки", "строк");
const COLUMNS: Plural<'_> = Plural::new("столбец", "столбца", "столбцов");
const DEALS: Plural<'_> = Plural::new("сделка", "сделки", "сделок");

pub const KINDS: KindMessages = KindMessages {
    to_funnel: "Посмотреть воронку",
    to_sources: "Посмотреть источники",
    label: "Что это за таблица",
    name,
    about: |kind| match kind {
        TableKind::Sales => "Каждая строка — продажа: клиент, дата, сумма.",
        TableKind::Pivot => "Каждая строка — клиент, каждый столбец — месяц, квартал или год, в ячейках суммы.",
        TableKind::Daily => "Каждая строка — один клиент за один день: продажи, возвраты, число заказов.",
        TableKind::Deals => "Каждая строка — сделка: этап, даты, сумма, чем закончилась.",
        TableKind::Events => "Каждая строка — переход сделки на новый этап.",
        TableKind::Clients => "Каждая строка — клиент и то, что о нём известно.",
        TableKind::Sources => "Каждая строка — источник клиентов и расходы на него.",
        TableKind::Answers => "Каждая строка — ответы одного человека, каждый столбец — вопрос.",
    },
    uncertain: "Это предположение по названиям столбцов. Если таблица о другом, выберите нужное.",
    needed: |kind| match kind {
        TableKind::Sales => "Нужны три: клиент, дата и сумма. Вместо суммы подойдут количество и цена.",
        TableKind::Pivot => "Нужен столбец с клиентом. Столбцы периодов найдены по названиям.",
        TableKind::Daily => "Нужны клиент, дата и продажи. Возвраты и число заказов — если есть.",
        TableKind::Deals => "Нужны этап или хотя бы одна дата. Остальное — что есть.",
        TableKind::Events => "Нужны сделка или клиент, этап и дата перехода.",
        TableKind::Clients => "Нужен столбец с названием или именем. Остальные столбцы станут признаками клиента.",
        TableKind::Sources => "Нужен источник. Расходы и период — если есть.",
        TableKind::Answers => "Каждый столбец — вопрос. Отметьте, в каком столбце имя, если оно есть.",
    },
    free_column: |kind| match kind {
        TableKind::Pivot => Some("Период"),
        TableKind::Deals => Some("День этапа"),
        TableKind::Clients => Some("Признак клиента"),
        TableKind::Answers => Some("Вопрос"),
        TableKind::Sales | TableKind::Daily | TableKind::Events | TableKind::Sources => None,
    },
    measure: "Какие числа брать",
    periods: |format, view| {
        let word = match view.span {
            Span::Day => Plural::new("день", "дня", "дней"),
            Span::Week => Plural::new("неделя", "недели", "недель"),
            Span::Month => Plural::new("месяц", "месяца", "месяцев"),
            Span::Quarter => Plural::new("квартал", "квартала", "кварталов"),
            Span::HalfYear => Plural::new("полугодие", "полугодия", "полугодий"),
            Span::Year => Plural::new("год", "года", "лет"),
        };
        format!(
            "Столбцы с {} по {}: {}. Сумма в ячейке считается продажей в первый день своего периода, последний период — полным.",
            format.date(view.first),
            format.date(view.last),
            format.counted(view.columns, word)
        )
    },
    year: "Год начала",
    year_unknown: "не указан",
    finding: |format, finding, count| {
        match finding {
        Finding::ShortRows => {
            format!("Короче названий столбцов: {}. Последние ячейки в них пусты.", format.counted(count, ROWS))
        }
        Finding::LongRows => {
            format!("Длиннее названий столбцов: {}. Строки учтены, лишние ячейки — нет.", format.counted(count, ROWS))
        }
        Finding::RaggedRows => format!(
            "Не то число ячеек: {}. Это много: проверьте, тот ли знак разделяет столбцы.",
            format.counted(count, ROWS)
        ),
        Finding::ClosedBeforeCreated => {
            format!("Закрыты раньше, чем созданы: {}. Они оставлены как есть.", format.counted(count, DEALS))
        }
        Finding::WithoutCreated => {
            format!(
                "Без даты создания: {}. Они учтены, но не участвуют там, где важно время.",
                format.counted(count, DEALS)
            )
        }
        Finding::WithoutStage => {
            format!("Без этапа: {}. Об их пути говорят только даты.", format.counted(count, DEALS))
        }
        Finding::TotalColumns => {
            format!(
                "Итоги по периодам и за всё время — {}. Они не прочитаны, чтобы не посчитать дважды.",
                format.counted(count, COLUMNS)
            )
        }
        Finding::OtherMeasures => {
            format!("Другие показатели рядом с выбранным — {}. Они не прочитаны.", format.counted(count, COLUMNS))
        }
        Finding::DamagedIdentifiers => format!(
            "Номера вида 7,9E+10: {}. Excel округлил их, последние цифры потеряны. Перед выгрузкой задайте столбцу формат «Текстовый».",
            format.counted(count, Plural::new("ячейка", "ячейки", "ячеек"))
        ),
        Finding::NamesAbove => {
            "Клиент назван один раз — над своими продажами или в первой из них: каждая строка берёт имя сверху. Какое именно, видно в столбце со стрелкой.".to_owned()
        }
        Finding::NamesInParts => {
            "Имя и фамилия стоят в отдельных столбцах и читаются как одно имя клиента.".to_owned()
        }
        Finding::DatesInParts => {
            "Год и месяц стоят в отдельных столбцах и читаются как одна дата; если дня нет, это первое число месяца.".to_owned()
        }
        Finding::OrderTotals => {
            "Сумма всего заказа стоит в каждой его строке, и продажи посчитаны несколько раз: выберите суммой столбец со стоимостью строки.".to_owned()
        }
        Finding::OrderTotalsPassedOver => {
            "Сумма всего заказа стоит в каждой его строке. Чтобы не посчитать её несколько раз, читается то, что стоит за саму строку.".to_owned()
        }
        Finding::NotOnlySales => {
            "Судя по одному из столбцов, часть строк — возвраты, отмены, неявки или оплаты рядом с самими продажами, но суммы в них положительные: они посчитаны как продажи. Уберите эти строки из файла или поставьте перед суммами минус.".to_owned()
        }
        Finding::DatesAbove => {
            "Даты написаны один раз, над своими продажами или в первой из них: каждая строка берёт дату сверху. Столбец со стрелкой показывает какую.".to_owned()
        }
        Finding::SumsDiffer => {
            "Строки с итогами над своими группами отличены по суммам, а дальше в файле суммы не сходятся: сверьте итоги клиентов с файлом.".to_owned()
        }
        Finding::DiscountsTaken => {
            "Сумм в файле нет: они получены из цены, количества и доли скидки, это видно в отдельном столбце.".to_owned()
        }
        Finding::YearAssumed => {
            "Год нигде не указан, поэтому взят условно. Выберите его под видом таблицы: на классы клиентов он не влияет, на даты — да.".to_owned()
        }
        Finding::SumsInParts => {
            "Сумма продажи стоит в файле по частям: они сложены, это видно в отдельном столбце.".to_owned()
        }
        Finding::PricesOfRows => {
            "Цена стоит за всю строку, а не за штуку: она прочитана как сумма и на количество не умножается.".to_owned()
        }
        Finding::InThousands => {
            "В заголовке сказано, что суммы в тысячах или миллионах. Они показаны так, как стоят в файле: 1,5 — это полторы тысячи или полтора миллиона.".to_owned()
        }
        Finding::DatesSwapped => {
            "Похоже, в части дат переставлены день и месяц: те, что записаны датами, все с 1-го по 12-е число, а те, что остались текстом, — все позже. Так делает табличная программа, если ждёт другого порядка. Выгрузите файл заново и дайте его без пересохранения.".to_owned()
        }
        Finding::TablesBeside => format!(
            "Дата и сумма стоят в файле ещё раз правее (повторов: {}). Прочитаны только левые столбцы: переставьте остальные под них или дайте отдельным файлом.",
            format.count(count)
        ),
        Finding::OtherCurrencies => format!(
            "Суммы сделок в разных валютах сложены как есть: {} не в той валюте, что большинство. Чтобы деньги были верны, загрузите сделки одной валюты.",
            format.counted(count, DEALS)
        ),
        Finding::InSeveralFiles => format!(
            "{} — сразу в нескольких файлах: каждая учтена один раз, сведения собраны из всех файлов.",
            format.counted(count, DEALS)
        ),
    }
    },
    unread: |format, count, line, column, text| {
        format!(
            "Не прочитано в учтённых строках: {}. Первая — строка\u{a0}{}, столбец «{column}»: «{text}».",
            format.counted(count, Plural::new("ячейка", "ячейки", "ячеек")),
            format.count(line)
        )
    },
    rows: "Строк в таблице",
    columns: "Столбцов прочитано",
    purpose: |kind| match kind {
        TableKind::Sales | TableKind::Pivot | TableKind::Daily => "По этой таблице считаются все разделы о клиентах.",
        TableKind::Deals => {
            "Эта таблица — для воронки и источников: сколько сделок доходит до каждого этапа и за какое время. Для матрицы ABC-XYZ нужны продажи."
        }
        TableKind::Events => {
            "Эта таблица — для воронки: по переходам видно путь каждой сделки. Для матрицы ABC-XYZ нужны продажи."
        }
        TableKind::Clients => {
            "Эта таблица дополняет продажи: признаки клиентов видны в разрезах и карточках. Для матрицы ABC-XYZ нужны продажи."
        }
        TableKind::Sources => {
            "Эта таблица — для раздела об источниках: во что обходится обращение и покупатель. Для матрицы ABC-XYZ нужны продажи."
        }
        TableKind::Answers => {
            "Эта таблица — для сравнения ответов разных групп клиентов. Для матрицы ABC-XYZ нужны продажи."
        }
    },
    header_here: "Сделать названиями столбцов",
    header_at: |format, line| format!("Строка\u{a0}{}: сделать названиями столбцов", format.count(line)),
    remembered: "Прочитано как в прошлый раз: у того файла были такие же столбцы.",
    ask_again: "Определить заново",
    needs_sales: "Для этого раздела нужны продажи",
    needs_sales_text: |kind| {
        format!(
            "Сейчас загружена таблица другого вида: {}. Загрузите продажи — таблицу, где видно, кто купил, когда и на сколько.",
            name(kind).to_lowercase()
        )
    },
};

const fn name(kind: TableKind) -> &'static str {
    match kind {
        TableKind::Sales => "Продажи",
        TableKind::Pivot => "Сводная по периодам",
        TableKind::Daily => "Продажи по дням",
        TableKind::Deals => "Сделки",
        TableKind::Events => "Переходы по этапам",
        TableKind::Clients => "Клиенты",
        TableKind::Sources => "Источники",
        TableKind::Answers => "Ответы на вопросы",
    }
}
