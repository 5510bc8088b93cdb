use crate::analytics::dataset::Family;
use crate::i18n::format::Plural;
use crate::i18n::messages::tables::{DestinationTexts, KeepingTexts, ListTexts, TablesMessages};

const ROWS: Plural<'_> = Plural::new("строка", "строки", "строк");

pub const TABLES: TablesMessages = TablesMessages {
    opening: |name| format!("Открывается {name}"),
    opening_text: "Таблица хранится в этом браузере, читать файл заново не нужно. Это займёт несколько секунд.",
    destination: DestinationTexts {
        label: "Куда поместить строки",
        new_table: "В новую таблицу",
        append: |name| format!("Добавить к таблице {name}"),
        replace: |name| format!("Вместо таблицы {name}"),
        other_currency: |name, table, file| {
            format!("В таблице {name} суммы в {table}, в этом файле — в {file}. Складывать их нельзя.")
        },
        other_currency_new: "Поместить в новую таблицу",
        appended: |file, table| format!("Файл {file} добавлен к таблице {table}"),
        replaced: |file, table| format!("Строки таблицы {table} заменены на {file}"),
    },
    list: ListTexts {
        heading: "Сохранённые таблицы",
        text: "Лежат в этом браузере на этом компьютере и открываются без повторного чтения файла.",
        sample: |family| match family {
            Family::Sales => "Пример: продажи небольшой фирмы",
            Family::Deals => "Пример: сделки небольшой фирмы",
            Family::Sources | Family::Clients | Family::Answers => "Пример",
        },
        rows: |format, rows| format.counted(rows, ROWS),
        clients: |format, clients| format.counted(clients, Plural::new("клиент", "клиента", "клиентов")),
        period: |format, first, last| format!("{} — {}", format.date(first), format.date(last)),
        added: |format, day, bytes| format!("сохранено {}, {}", format.date(day), format.bytes(bytes)),
        is_open: "Открыта",
        passing: "До закрытия вкладки",
        open: "Открыть",
        show: "Показать",
        rename: "Переименовать",
        remove: "Удалить",
        act_on: |verb, name| format!("{verb}: {name}"),
        name: "Название таблицы",
        save: "Сохранить",
        removed: |name| format!("Таблица {name} удалена"),
        files: |format, files| format.counted(files, Plural::new("файл", "файла", "файлов")),
        file_facts: |format, rows, day| format!("{}, добавлен {}", format.counted(rows, ROWS), format.date(day)),
        file_removed: "Не участвует",
        take_out: "Убрать",
        put_back: "Вернуть",
        taken_out: |file| format!("Файл {file} больше не участвует в расчёте"),
    },
    keeping: KeepingTexts {
        heading: "Таблицы в браузере",
        forget: "Забывать таблицы, когда я закрываю вкладку",
        forget_hint: "Тогда таблицы живут только в памяти вкладки, и на этот компьютер ничего не записывается.",
        forget_question: "Держать таблицы только в памяти?",
        forget_consequence: "Сохранённые таблицы будут удалены из браузера. Работать с ними можно, пока вы не закроете \
            вкладку.",
        forget_confirm: "Удалить из браузера",
        space: |format, used, quota| {
            format!("Занято {} из {}, которые разрешает браузер", format.bytes(used), format.bytes(quota))
        },
        durable: "Браузер обещал не удалять их сам.",
        not_durable: "Если на диске кончится место, браузер может удалить их сам. Сохраните исходные файлы.",
        ask_durable: "Попросить браузер не удалять",
        refused: "Браузер пока не согласился. Обычно он соглашается, когда приложение установлено или его часто открывают.",
        blocked_title: "Браузер не сохраняет таблицы",
        blocked_text: "С таблицей можно работать, пока вы не закроете вкладку. Так бывает в приватном окне или при \
            запрете на данные сайтов.",
        full_title: "Для таблицы не хватило места в браузере",
        full_text: "С ней можно работать, пока вы не закроете вкладку. Чтобы сохранить её, удалите лишние таблицы и \
            прочитайте файл ещё раз.",
    },
};
