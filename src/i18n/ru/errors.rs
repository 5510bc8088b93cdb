use super::import::field_name;
use crate::analytics::dataset::kinds::period;
use crate::analytics::dataset::report::ForeignKind;
use crate::analytics::dataset::{Field, ReadError, Reason};
use crate::i18n::Format;
use crate::i18n::format::Plural;
use crate::i18n::messages::errors::{ErrorMessages, ErrorText, FixedErrorText};

pub const ERRORS: ErrorMessages = ErrorMessages {
    read: read_error,
    no_table: FixedErrorText {
        heading: "Данных пока нет",
        text: "Для этого экрана нужен файл с продажами, а он ещё не загружен.",
        advice: "Откройте раздел «Данные» и загрузите файл или попробуйте на примере.",
    },
    file_unavailable: FixedErrorText {
        heading: "Файл не открылся",
        text: "Браузер не смог его прочитать. Скорее всего, после выбора файл переместили, переименовали или изменили, либо он лежит в облаке и ещё не скачан на этот компьютер.",
        advice: "Закройте файл в других программах и выберите его ещё раз.",
    },
    kept_damaged: FixedErrorText {
        heading: "Сохранённая таблица повреждена",
        text: "Контрольная сумма не сходится, поэтому цифры могли бы оказаться неверными. Такую таблицу приложение не открывает.",
        advice: "Прочитайте файл ещё раз, а повреждённую таблицу удалите из списка.",
    },
    kept_newer: FixedErrorText {
        heading: "Таблицу сохранила более новая версия приложения",
        text: "Эта версия не знает, как она записана, и ничего в ней не тронула.",
        advice: "Обновите страницу, чтобы получить новую версию.",
    },
    cannot_join: FixedErrorText {
        heading: "Этот файл нельзя добавить к таблице",
        text: "Он другого вида, или в одном из двух записано число заказов за день, а в другом каждый заказ отдельно.",
        advice: "Возьмите его новой таблицей.",
    },
    kept_gone: FixedErrorText {
        heading: "Строк этой таблицы в браузере больше нет",
        text: "Браузер удалил их, чтобы освободить место, или сейчас не даёт их прочитать.",
        advice: "Обновите страницу. Если не поможет, прочитайте файл ещё раз.",
    },
    engine_stopped: FixedErrorText {
        heading: "Чтение прервалось",
        text: "Программа, которая читает файл, остановилась. Чаще всего это значит, что браузеру не хватило памяти.",
        advice: "Закройте лишние вкладки и попробуйте ещё раз. Если файл очень большой, выгрузите его по частям, например по годам.",
    },
    other_build: FixedErrorText {
        heading: "Приложение обновилось",
        text: "Открытая страница — от прежней версии и не понимает новую.",
        advice: "Обновите страницу и выберите файл снова. Настройки сохранятся.",
    },
    too_big_without_worker: |format, bytes_max| {
        ErrorText::new(
            "Файл слишком большой для этого браузера",
            format!(
                "Браузер не разрешил читать файл в фоновом режиме. Без него можно прочитать не больше {}.",
                format.bytes(bytes_max)
            ),
            "Откройте приложение в свежей версии Chrome, Edge, Firefox или Safari либо выгрузите данные за меньший срок.",
        )
    },
    still_loaded: |file| format!("Файл «{file}», загруженный раньше, на месте: с ним ничего не случилось."),
    still_loaded_sample: "Загруженный раньше пример на месте: с ним ничего не случилось.",
    what_to_do: "Что сделать",
};

const SAVE_AS_CSV: &str = "Откройте файл в Excel, выберите «Файл → Сохранить как», укажите тип «CSV UTF-8 (разделитель — запятая)» и перетащите сюда новый файл. В LibreOffice подойдёт тип «Текст CSV».";

fn read_error(error: &ReadError, format: Format) -> ErrorText {
    match error {
        ReadError::Empty => ErrorText::new(
            "Файл пуст",
            "В нём нет ни одной заполненной строки.",
            "Проверьте, тот ли файл выбран. Если это выгрузка, сделайте её ещё раз и убедитесь, что перед выгрузкой таблица на экране не пустая.",
        ),
        ReadError::HeaderOnly { header_line } => ErrorText::new(
            "В файле есть названия столбцов, но нет строк",
            format!("Названия столбцов — строка\u{a0}{}. Ниже ничего нет.", format.count(*header_line)),
            "В программе, из которой сделана выгрузка, проверьте период и отборы: возможно, под них ничего не попало. Затем выгрузите файл ещё раз.",
        ),
        ReadError::NotText { kind } => not_text(*kind),
        ReadError::OneColumn { first_line } => ErrorText::new(
            "В файле нашёлся только один столбец",
            format!(
                "Первая строка: «{first_line}». Ни точка с запятой, ни запятая, ни табуляция, ни вертикальная черта не делят строки на столбцы."
            ),
            "Если столбцы в файле есть, выберите другую кодировку или разделитель. Если столбец и правда один, выгрузите таблицу заново: нужны хотя бы клиент, дата и сумма.",
        ),
        ReadError::MissingFields { fields, headers } => missing_fields(fields, headers),
        ReadError::NoUsableRows { rows, reason, line, sample, column } => ErrorText::new(
            match rows {
                1 => "Единственную строку не удалось использовать".to_owned(),
                _ => format!("Ни одну из {} не удалось использовать", format.counted(*rows, ROWS_OF)),
            },
            no_usable_rows(*reason, &format.count(*line), sample, column),
            no_usable_rows_advice(*reason, sample),
        ),
        ReadError::UnclosedQuote { line } => ErrorText::new(
            "В файле не закрыта кавычка",
            format!(
                "Кавычка открывается в строке\u{a0}{} и нигде не закрывается, поэтому всё до конца файла выглядит как одна ячейка.",
                format.count(*line)
            ),
            "Откройте файл в Блокноте, найдите эту строку и уберите кавычку или добавьте вторую. Если кавычки внутри ячеек записаны как \\\", включите это в разделе «Дополнительно».",
        ),
        ReadError::CellTooLong { line, bytes_max } => ErrorText::new(
            "Слишком длинная ячейка",
            format!(
                "В строке, которая начинается со строки\u{a0}{} файла, есть ячейка больше {}. Обычно так бывает, когда кавычка открыта и не закрыта.",
                format.count(*line),
                format.bytes(*bytes_max)
            ),
            "Откройте файл в Блокноте, найдите эту строку и проверьте в ней кавычки. Если ячейка и правда такая длинная, уберите этот столбец из выгрузки.",
        ),
        ReadError::TooManyColumns { line, columns_max } => ErrorText::new(
            "Слишком много столбцов",
            format!(
                "В строке\u{a0}{} больше {}. Скорее всего, столбцы делит не тот знак, который выбран.",
                format.count(*line),
                format.counted(*columns_max, Plural::new("столбца", "столбцов", "столбцов"))
            ),
            "Выберите другой разделитель. Если столбцов и правда столько, оставьте в выгрузке нужные: клиента, дату, сумму и номер заказа.",
        ),
        ReadError::UnknownColumn { name } => ErrorText::new(
            "Столбец не найден",
            format!("В файле нет столбца «{name}»."),
            "Проверьте, в какой строке стоят названия столбцов, и отметьте нужный столбец заново.",
        ),
    }
}

fn not_text(kind: ForeignKind) -> ErrorText {
    match kind {
        ForeignKind::Workbook => ErrorText::new(
            "Это книга Excel, а не CSV",
            "Внутри — электронная таблица (XLSX или похожая), как бы ни заканчивалось имя файла. Приложение читает таблицы, сохранённые как текст.",
            SAVE_AS_CSV,
        ),
        ForeignKind::OldWorkbook => ErrorText::new(
            "Это книга Excel старого образца",
            "Внутри — таблица в формате XLS, как бы ни заканчивалось имя файла. Приложение читает таблицы, сохранённые как текст.",
            SAVE_AS_CSV,
        ),
        ForeignKind::Archive => ErrorText::new(
            "Это архив",
            "Файл — архив ZIP, таблица лежит внутри него.",
            "Распакуйте архив: нажмите на него правой кнопкой и выберите «Извлечь всё». Затем перетащите сюда файл с таблицей.",
        ),
        ForeignKind::Image => ErrorText::new(
            "Это картинка",
            "На снимке экрана или скане таблица видна глазу, но строк, которые можно посчитать, в нём нет.",
            "Сохраните саму таблицу из программы, где она открыта, как Excel или CSV и перетащите этот файл сюда. В 1С это «Сохранить как» в меню отчёта.",
        ),
        ForeignKind::Pdf => ErrorText::new(
            "Это документ PDF",
            "PDF хранит вид страниц, а не строки таблицы, поэтому прочитать из него продажи надёжно нельзя.",
            "В программе, из которой получен PDF, сохраните тот же отчёт как Excel или CSV и перетащите этот файл сюда.",
        ),
        ForeignKind::Html => ErrorText::new(
            "Это веб-страница",
            "Внутри — страница HTML. Некоторые программы сохраняют так таблицы «для Excel», а иногда вместо файла скачивается страница входа на сайт.",
            "Откройте файл в Excel. Если в нём таблица, сохраните её как Excel или CSV и перетащите этот файл сюда. Если там страница сайта, войдите на сайт и скачайте выгрузку ещё раз.",
        ),
        ForeignKind::Binary => ErrorText::new(
            "Это не текстовый файл",
            "В файле не текст, а данные какой-то программы. Строк и столбцов в нём не видно.",
            "Откройте файл в той программе, где он создан, сохраните таблицу как Excel или CSV и перетащите этот файл сюда. Если это и есть CSV, выберите другую кодировку.",
        ),
    }
}

/// More names than this help nobody.
const HEADERS_SHOWN: usize = 8;

fn missing_fields(fields: &[Field], headers: &[String]) -> ErrorText {
    let heading = match fields {
        [Field::Client] => "Не понятно, в каком столбце клиент",
        [Field::Date] => "Не понятно, в каком столбце дата",
        [Field::Amount] => "Не понятно, в каком столбце сумма",
        _ => "Не хватает нужных столбцов",
    };
    let missing = fields.iter().map(|field| field_name(*field).to_lowercase()).collect::<Vec<_>>().join(", ");
    let named = headers.iter().filter(|header| !header.trim().is_empty());
    let mut present: Vec<_> = named.map(|header| format!("«{header}»")).collect();
    if present.len() > HEADERS_SHOWN {
        present.truncate(HEADERS_SHOWN);
        present.push("…".to_owned());
    }
    let present = present.join(", ");
    let text = match present.as_str() {
        "" => format!("Не найдено: {missing}. У столбцов этого файла нет названий."),
        _ => format!("Не найдено: {missing}. В файле есть столбцы: {present}."),
    };
    ErrorText::new(
        heading,
        text,
        "Отметьте это в списке столбцов. Если в файле такого нет, добавьте столбец в выгрузку и загрузите файл снова.",
    )
}

fn no_usable_rows(reason: Reason, line: &str, sample: &str, column: &str) -> String {
    match reason {
        Reason::BadDate if sample.is_empty() => {
            format!("В столбце «{column}» должны быть даты, а он пуст. Первая такая строка —\u{a0}{line}.")
        }
        Reason::BadDate if period::lacks_year(sample) => {
            format!("В столбце «{column}» не указан год: в строке\u{a0}{line} стоит «{sample}».")
        }
        Reason::BadDate => format!("В столбце «{column}» должны быть даты, а в строке\u{a0}{line} стоит «{sample}»."),
        Reason::BadAmount if sample.is_empty() => {
            format!("В столбце «{column}» должны быть числа, а он пуст. Первая такая строка —\u{a0}{line}.")
        }
        Reason::BadAmount => {
            format!("В столбце «{column}» должны быть числа, а в строке\u{a0}{line} стоит «{sample}».")
        }
        Reason::TotalRow => format!("Почти все строки похожи на итоги. Первая —\u{a0}{line}: «{sample}»."),
        Reason::RaggedRow => {
            format!("Строки не совпадают с названиями столбцов по числу ячеек. Первая такая строка —\u{a0}{line}.")
        }
        Reason::OtherCurrency => {
            format!("В выбранной валюте нет ни одной строки. В строке\u{a0}{line} стоит «{sample}».")
        }
        Reason::EmptyCell => {
            format!("Столбец «{column}» пуст, а без него строка ничего не говорит. Первая такая строка —\u{a0}{line}.")
        }
        Reason::TitleRow | Reason::BlankRow | Reason::RepeatedHeader => {
            format!("Под названиями столбцов нет строк с продажами. Первая отложенная строка —\u{a0}{line}.")
        }
    }
}

fn no_usable_rows_advice(reason: Reason, sample: &str) -> &'static str {
    match reason {
        Reason::BadDate if period::lacks_year(sample) => {
            "Добавьте столбец «Год»: год и месяц в двух столбцах читаются как одна дата. Или напишите даты полностью, в виде 31.12.2025."
        }
        Reason::BadDate => {
            "Отметьте другой столбец с датой или поменяйте порядок дня и месяца. Если даты на месте, но написаны необычно, пересохраните их в виде 31.12.2025."
        }
        Reason::BadAmount => {
            "Отметьте другой столбец с суммой или поменяйте знак, отделяющий дробную часть. Подойдут и два столбца: количество и цена."
        }
        Reason::TotalRow => {
            "Если это настоящие продажи, включите «Считать строки „Итого“ продажами» в разделе «Дополнительно»."
        }
        Reason::RaggedRow => "Выберите другой разделитель столбцов или другую строку с названиями столбцов.",
        Reason::OtherCurrency => "Выберите другую валюту.",
        Reason::EmptyCell => "Отметьте другой столбец или выберите другой вид таблицы.",
        Reason::TitleRow | Reason::BlankRow | Reason::RepeatedHeader => {
            "Проверьте, в какой строке стоят названия столбцов, и выгружен ли нужный период."
        }
    }
}

/// After «ни одну из»: 21 строки, 22 строк.
const ROWS_OF: Plural<'_> = Plural::new("строки", "строк", "строк");
