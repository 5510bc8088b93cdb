use crate::analytics::workbook::{BookFormat, WorkbookError};
use crate::i18n::Format;
use crate::i18n::format::Plural;
use crate::i18n::messages::errors::{ErrorText, FixedErrorText};
use crate::i18n::messages::intake::IntakeMessages;

const SHEETS: Plural<'_> = Plural::new("лист", "листа", "листов");
const ON_SHEETS: Plural<'_> = Plural::new("листе", "листах", "листах");

pub const INTAKE: IntakeMessages = IntakeMessages {
    form: "Формат",
    form_name: |format| match format {
        BookFormat::Xlsx => "Книга Excel (XLSX)",
        BookFormat::Xlsb => "Книга Excel (XLSB)",
        BookFormat::Xls => "Книга Excel (XLS)",
        BookFormat::Ods => "Книга LibreOffice (ODS)",
        BookFormat::Html => "Веб-страница с таблицей (HTML)",
        BookFormat::Xml2003 => "Таблица Excel 2003 (XML)",
    },
    sheet: "Лист",
    sheet_name: |format, place, name, hidden| {
        let name = if name.is_empty() {
            format!("таблица\u{a0}{}", format.count(place))
        } else {
            format!("«{name}»")
        };
        if hidden { format!("{name}, скрытый") } else { name }
    },
    one_sheet: |format, sheets| {
        format!(
            "Читается один лист из {}. Чтобы добавить другой, дайте файл ещё раз, выберите тот лист и добавьте его к таблице.",
            format.count(sheets)
        )
    },
    alike_sheets: |format, others| {
        format!("Читается один лист. Такие же столбцы ещё на\u{a0}{}.", format.counted(others, ON_SHEETS))
    },
    sheets_together: |format, sheets| format!("{} с такими столбцами вместе", format.counted(sheets, SHEETS)),
    read_together: |format, sheets| format!("Прочитать {} вместе", format.counted(sheets, SHEETS)),
    are_together: |format, sheets| {
        format!(
            "Прочитано подряд, как одна таблица: {}. Номера строк идут через все листы.",
            format.counted(sheets, SHEETS)
        )
    },
    workbook: workbook_error,
    workbook_unavailable: FixedErrorText {
        heading: "Сейчас не получается открыть книгу",
        text: "Часть приложения, которая читает файлы Excel и LibreOffice, не загрузилась.",
        advice: "Проверьте связь, обновите страницу и выберите файл ещё раз. Таблица в формате CSV прочитается и без этой части.",
    },
    workbook_stopped: FixedErrorText {
        heading: "Книгу не удалось открыть до конца",
        text: "Часть приложения, которая читает книги, остановилась на полпути. Либо браузеру не хватило памяти, либо файл устроен необычно.",
        advice: "Откройте файл в Excel или LibreOffice, оставьте только лист с продажами и сохраните его как CSV.",
    },
    paste: "Вставить таблицу",
    pasted: "Вставленная таблица",
    paste_by_key: "Браузер не разрешает кнопке прочитать скопированное. Нажмите на этой странице Ctrl+V",
    nothing_to_paste: "Скопирована не таблица: выделите и скопируйте ячейки вместе с заголовками",
    paste_too_big: |format, bytes| {
        format!("Вставить можно не больше {}. Сохраните таблицу в файл и перетащите его сюда", format.bytes(bytes))
    },
    queue: |format, place, all| format!("Файл {} из {}", format.count(place), format.count(all)),
    next_file: "К следующему файлу",
    skip_file: "Пропустить файл",
    empty_folder: "В этой папке нет файлов, которые можно прочитать",
};

fn workbook_error(error: WorkbookError, format: Format) -> ErrorText {
    match error {
        WorkbookError::Encrypted => ErrorText::new(
            "Книга защищена паролем",
            "Без пароля в ней нельзя прочитать ничего, даже названия листов.",
            "Откройте её в Excel с паролем, выберите «Файл → Сведения → Защита книги → Зашифровать с использованием пароля», сотрите пароль и сохраните книгу под другим именем. Затем перетащите этот файл сюда.",
        ),
        WorkbookError::Damaged => ErrorText::new(
            "Книга повреждена",
            "Файл начинается как книга, но часть его пропала или не читается. Обычно так бывает, если он скачался или скопировался не до конца.",
            "Скачайте или скопируйте файл заново. Если его открывает Excel, дайте ему восстановить книгу и сохраните её под другим именем.",
        ),
        WorkbookError::NotAWorkbook => ErrorText::new(
            "В этом файле нет листов",
            "Он упакован как книга, но внутри другое: файлы, текстовый документ или презентация.",
            "Если это архив, распакуйте его и перетащите сюда таблицу из него. Если это документ с таблицей, скопируйте её и вставьте на этой странице через Ctrl+V.",
        ),
        WorkbookError::NoTable => ErrorText::new(
            "В этом файле нет таблицы",
            "Файл открывается, но ни одна ячейка в нём не заполнена. Так же выглядит страница сайта, которая просит войти.",
            "Откройте файл и посмотрите, что в нём. Если это выгрузка, сделайте её ещё раз, а перед этим проверьте период и отборы.",
        ),
        WorkbookError::NoSuchSheet => ErrorText::new(
            "Лист не найден",
            "В книге нет такого листа: возможно, файл изменили после того, как его выбрали.",
            "Выберите файл ещё раз.",
        ),
        WorkbookError::TooBig { bytes_max } => ErrorText::new(
            "Книга слишком большая",
            format!("Книги этого вида читаются, если они не больше {}.", format.bytes(bytes_max)),
            "Сохраните лист с продажами как CSV: такие файлы могут быть во много раз больше.",
        ),
        WorkbookError::UnpacksTooBig { bytes_max } => ErrorText::new(
            "Книга слишком велика в распакованном виде",
            format!(
                "Книги хранятся сжатыми. Эта после распаковки занимает больше {}, и браузеру не хватит памяти.",
                format.bytes(bytes_max)
            ),
            "Сохраните лист с продажами как CSV: такой файл читается по частям, и размер ему не помеха.",
        ),
        WorkbookError::TooManyCells { cells_max } => ErrorText::new(
            "На листе слишком много ячеек",
            format!(
                "Листы читаются, если в них не больше {}.",
                format.counted(cells_max, Plural::new("заполненной ячейки", "заполненных ячеек", "заполненных ячеек"))
            ),
            "Оставьте только нужные столбцы (клиент, дата, сумма и номер заказа) или сохраните лист как CSV.",
        ),
        WorkbookError::TooManyColumns { columns_max } => ErrorText::new(
            "На листе слишком много столбцов",
            format!(
                "В таблице может быть не больше {}.",
                format.counted(columns_max, Plural::new("столбца", "столбцов", "столбцов"))
            ),
            "Оставьте только нужные: клиент, дата, сумма и номер заказа.",
        ),
    }
}
