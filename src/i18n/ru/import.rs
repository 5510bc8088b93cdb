use crate::analytics::dataset::{ColumnKind, DateOrder, DecimalMark, Encoding, Field, Reason, Separator};
use crate::i18n::format::Plural;
use crate::i18n::messages::import::{
    BarTexts, ColumnTexts, EmptyTexts, FileTexts, ImportMessages, LoadedTexts, PreviewTexts, ProgressTexts,
    QuestionTexts, ReportTexts,
};

pub const IMPORT: ImportMessages = ImportMessages {
    title: "Данные",
    check_title: "Проверьте, как прочитан файл",
    check_lead: "Столбцы, даты и суммы определены автоматически. Если что-то понято неверно, поправьте — строки изменятся сразу.",
    unsettled_lead: "Не всё в этом файле удалось распознать. Укажите ниже, чего не хватает, — строки появятся сразу.",
    failed_title: "Файл не прочитан",
    failed_lead: "Ниже — что случилось и что можно сделать.",
    empty: EmptyTexts {
        heading: "Здесь будут ваши продажи",
        text: "Нужна таблица, в которой видно, кто купил, когда и на какую сумму: выгрузка из 1С, CRM, интернет-магазина или Excel.",
        privacy: "Файл читается здесь, в браузере, и никуда не отправляется.",
    },
    loaded: LoadedTexts {
        file: |name| format!("Файл «{name}»"),
        to_matrix: "Показать матрицу",
        another: "Загрузить другой файл",
        another_hint: "Нынешние данные останутся, пока вы не подтвердите новые.",
    },
    file: FileTexts {
        heading: "Файл",
        encoding: "Кодировка",
        encoding_name: |encoding| match encoding {
            Encoding::Utf8 => "UTF-8",
            Encoding::Windows1251 => "Windows-1251",
            Encoding::Cp866 => "CP866 (DOS)",
            Encoding::Koi8R => "KOI8-R",
            Encoding::Windows1252 => "Windows-1252",
            Encoding::Utf16Le => "UTF-16 LE",
            Encoding::Utf16Be => "UTF-16 BE",
        },
        encoding_uncertain: "Кодировка определена по буквам. Если в строках вместо слов непонятные знаки, выберите другую.",
        separator: "Разделитель столбцов",
        separator_name: |separator| {
            let name = match separator {
                Separator::Semicolon => "точка с запятой ;",
                Separator::Comma => "запятая ,",
                Separator::Tab => "табуляция",
                Separator::Pipe => "вертикальная черта |",
                Separator::Other(_) if separator.byte() == b' ' => "пробел",
                Separator::Other(_) => return format!("знак {}", char::from(separator.byte())),
            };
            name.to_owned()
        },
        other_separator: "Другой знак между столбцами",
        other_separator_hint: "Один знак: ^, ~, двоеточие. Не буква, не цифра и не кавычка.",
        header: "Названия столбцов",
        line: |format, line| format!("строка\u{a0}{}", format.count(line)),
        no_header: "в файле нет названий",
        date_order: "Порядок в датах",
        date_order_name: |order| match order {
            DateOrder::Dmy => "день, месяц, год",
            DateOrder::Mdy => "месяц, день, год",
            DateOrder::Ymd => "год, месяц, день",
        },
        decimal: "Дробную часть отделяет",
        decimal_name: |mark| match mark {
            DecimalMark::Comma => "запятая: 1234,50",
            DecimalMark::Point => "точка: 1234.50",
        },
        found: |value| format!("{value} — авто"),
        find_out: "Определить автоматически",
        more: "Дополнительно",
        backslash: "Кавычка внутри ячейки записана как \\\"",
        backslash_hint: "Так пишут некоторые базы данных. Обычно кавычку удваивают, и этот переключатель не нужен.",
        keep_totals: "Считать строки «Итого» продажами",
        keep_totals_hint: "Включите, если так называется настоящий клиент или товар.",
    },
    columns: ColumnTexts {
        heading: "Столбцы",
        lead: "Нужны три: клиент, дата и сумма. Вместо суммы подойдут количество и цена.",
        field: field_name,
        not_used: "Не нужен",
        meaning: |name| format!("Что в столбце «{name}»"),
        kind: |kind| match kind {
            ColumnKind::Text => "текст",
            ColumnKind::Number => "числа",
            ColumnKind::Date => "даты",
            ColumnKind::Identifier => "номера и коды",
            ColumnKind::Empty => "пусто",
        },
        unnamed: |format, place| format!("Столбец\u{a0}{}", format.count(place as u64)),
        samples: "Например:",
        misfit: |format, line, text| format!("Не подходит строка\u{a0}{}: «{text}»", format.count(line)),
        missing: |field| match field {
            Field::Client => "Клиент — столбец с названиями или именами покупателей.",
            Field::Date => "Дата — столбец с днём продажи или днём документа.",
            Field::Amount => "Сумма — столбец с суммой строки. Вместо неё подойдут два столбца: количество и цена.",
            other => field_name(other),
        },
    },
    questions: QuestionTexts {
        dates_heading: "Что в датах раньше: день или месяц?",
        dates_text: "Каждую дату этого файла можно прочитать двумя способами. Какой верный?",
        numbers_heading: |mark| match mark {
            DecimalMark::Comma => "Что значит запятая в числах?",
            DecimalMark::Point => "Что значит точка в числах?",
        },
        numbers_text: "Числа этого файла можно прочитать двумя способами, и суммы разойдутся в тысячу раз. Какой верный?",
        numbers_choice: |mark, fraction| match (mark, fraction) {
            (DecimalMark::Comma, true) => "Запятая отделяет дробную часть",
            (DecimalMark::Comma, false) => "Запятая отделяет тысячи",
            (DecimalMark::Point, true) => "Точка отделяет дробную часть",
            (DecimalMark::Point, false) => "Точка отделяет тысячи",
        },
        day: |day| {
            const MONTHS: [&str; 12] = [
                "января",
                "февраля",
                "марта",
                "апреля",
                "мая",
                "июня",
                "июля",
                "августа",
                "сентября",
                "октября",
                "ноября",
                "декабря",
            ];
            let (year, month, day) = day.to_ymd();
            let name = MONTHS.get(month as usize - 1).copied().unwrap_or_default();
            format!("{day}\u{a0}{name} {year}")
        },
        keep: "Так и есть",
        change: "Читать так",
    },
    preview: PreviewTexts {
        heading: "Первые строки",
        lead: "Крупно — как прочитано. Мелко под ним — как записано в файле, если запись другая.",
        table: "Первые строки файла: как прочитаны и как записаны",
        line: "Строка",
        reason: |reason| match reason {
            Reason::BadDate => "нет даты",
            Reason::BadAmount => "нет суммы",
            Reason::TotalRow => "строка итогов",
            Reason::TitleRow => "заголовок отчёта",
            Reason::BlankRow => "пустая строка",
            Reason::RepeatedHeader => "повтор названий",
            Reason::RaggedRow => "не то число ячеек",
            Reason::OtherCurrency => "другая валюта",
            Reason::EmptyCell => "нет нужного значения",
        },
        set_aside: "строка отложена: ",
        in_file: "в файле: ",
    },
    progress: ProgressTexts {
        inspecting: "Смотрим начало файла",
        reading: "Читаем файл",
        bytes: |format, done, all| format!("{} из {}", format.bytes(done), format.bytes(all)),
        rows: |format, rows| format.counted(rows, ROWS),
        left: |format, seconds| match seconds {
            0..2 => "осталось совсем немного".to_owned(),
            2..60 => format!("осталось около {}\u{a0}с", format.count(seconds)),
            _ => format!("осталось около {}\u{a0}мин", format.count(seconds.div_ceil(60))),
        },
        done: |format, read, used, set_aside| {
            format!(
                "Файл прочитан: {}. Войдёт в расчёт: {}, отложено: {}.",
                format.counted(read, ROWS),
                format.count(used),
                format.count(set_aside)
            )
        },
    },
    report: ReportTexts {
        heading: "Что получилось",
        total: "Сумма продаж",
        clients: "Клиенты",
        period: "Период",
        from_to: |format, first, last| format!("{} – {}", format.date(first), format.date(last)),
        set_aside: "Отложенные строки",
        set_aside_text: "В расчёт они не войдут. Здесь видно, сколько их, почему и какая в них сумма.",
        nothing_set_aside: "Все строки прочитаны, ничего не отложено.",
        reason: |reason| match reason {
            Reason::BadDate => "Дата пуста, не читается или такого дня нет в календаре",
            Reason::BadAmount => "Сумма, количество или цена пусты или не число",
            Reason::TotalRow => "Строки итогов: это не продажи, а их сумма",
            Reason::TitleRow => "Заголовок отчёта над таблицей",
            Reason::BlankRow => "Пустые строки",
            Reason::RepeatedHeader => "Названия столбцов, повторённые внутри таблицы",
            Reason::RaggedRow => "Ячеек меньше, чем нужно, или есть лишние",
            Reason::OtherCurrency => "Сумма в другой валюте, не в той, что выбрана",
            Reason::EmptyCell => "Пусто там, где без значения строка ничего не говорит: имя, этап, все суммы",
        },
        why: "Почему",
        rows: "Строк",
        amount: "Сумма",
        lines: "Где в файле",
        first_lines: |format, lines, more| {
            let list = format.list(lines);
            let word = if lines.len() == 1 && more == 0 { "строка" } else { "строки" };
            match more {
                0 => format!("{word}\u{a0}{list}"),
                _ => format!("{word}\u{a0}{list} и ещё\u{a0}{}", format.count(more)),
            }
        },
        whole_only: "Всё или ничего",
        whole_only_hint: "Не принимать файл, пока в нём есть строки, которые не удалось прочитать.",
        download: "Скачать отложенные строки",
        download_first: |format, rows| {
            let rows = format.counted(rows, Plural::new("строка", "строки", "строк"));
            format!("В файле будут первые {rows}.")
        },
        download_name: |stem| format!("{stem} — отложенные строки.csv"),
        download_failed: "Браузер не смог сохранить файл. Освободите место или память и попробуйте ещё раз.",
        notes: "На что обратить внимание",
        without_client: |format, rows, sum| {
            format!(
                "Без клиента: {} на {}. В общую сумму они входят, но в анализе клиентов не участвуют.",
                format.counted(rows, ROWS),
                format.money(sum)
            )
        },
        future: |format, last| {
            format!(
                "Последний день — {}, он ещё не наступил. Проверьте эту дату: от последнего дня считается, как давно клиенты молчат.",
                format.date(last)
            )
        },
        own_total: |format, own, difference| {
            format!(
                "Итог в самом файле — {}. Сумма взятых строк от него отличается на {}.",
                format.money(own),
                format.money(difference)
            )
        },
        returns: |format, rows, sum| {
            format!(
                "Возвраты и другие суммы меньше нуля: {} на {}. Они уменьшают сумму своего клиента.",
                format.counted(rows, ROWS),
                format.money(sum)
            )
        },
        rounded: |format, rows| {
            let amounts = format.counted(rows, Plural::new("сумма", "суммы", "сумм"));
            format!("Больше четырёх знаков после запятой: {amounts}. Они округлены до четырёх знаков.")
        },
        undecodable: |format, bytes, lines| {
            let marks = format.counted(bytes, Plural::new("знак", "знака", "знаков"));
            let place = if lines.is_empty() {
                String::new()
            } else {
                format!(" Первые — в строках {}.", format.list(lines))
            };
            format!("Не прочитано: {marks}, на их месте стоит «\u{fffd}».{place} Проверьте, та ли выбрана кодировка.")
        },
    },
    bar: BarTexts {
        label: "Итог чтения",
        read: "Прочитано строк",
        used: "В расчёте",
        set_aside: "Отложено",
        unknown: "…",
        confirm: "Взять строки",
        confirm_rows: |format, rows| format!("Взять {}", format.counted(rows, TAKEN_ROWS)),
        refused: |format, rows| {
            format!(
                "Файл не принят: не прочитано: {}. Исправьте их или выключите «Всё или ничего».",
                format.counted(rows, ROWS)
            )
        },
        stop: "Остановить",
        cancel: "Отменить",
    },
};

const ROWS: Plural<'_> = Plural::new("строка", "строки", "строк");
/// After «взять».
const TAKEN_ROWS: Plural<'_> = Plural::new("строку", "строки", "строк");

/// The name of a field, as lists show it.
pub const fn field_name(field: Field) -> &'static str {
    match field {
        Field::Client => "Клиент",
        Field::Date => "Дата",
        Field::Amount => "Сумма",
        Field::Quantity => "Количество",
        Field::Price => "Цена",
        Field::Order => "Номер заказа",
        Field::Product => "Товар",
        Field::Group => "Группа товаров",
        Field::Cost => "Себестоимость",
        Field::Margin => "Прибыль",
        Field::Source => "Откуда узнали",
        Field::Manager => "Менеджер",
        Field::Currency => "Валюта",
        Field::Deal => "Сделка",
        Field::Stage => "Этап",
        Field::Created => "Дата создания",
        Field::Closed => "Дата закрытия",
        Field::Outcome => "Чем закончилась",
        Field::Reason => "Причина",
        Field::Sales => "Продажи за день",
        Field::Returns => "Возвраты за день",
        Field::Orders => "Заказов за день",
        Field::Period => "Период",
        Field::Name => "Название или имя",
        Field::Respondent => "Кто отвечал",
    }
}
