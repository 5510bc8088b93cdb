use crate::analytics::dataset::Family;
use crate::i18n::format::Plural;
use crate::i18n::messages::tables::{DestinationTexts, KeepingTexts, ListTexts, TablesMessages};

const ROWS: Plural<'_> = Plural::two("row", "rows");

pub const TABLES: TablesMessages = TablesMessages {
    opening: |name| format!("Opening {name}"),
    opening_text: "The table is being taken from this browser. This is a matter of seconds.",
    destination: DestinationTexts {
        label: "Where the rows go",
        new_table: "A new table",
        append: |name| format!("Add to {name}"),
        replace: |name| format!("Replace {name}"),
        other_currency: |name, table, file| {
            format!("The table {name} is in {table}, this file is in {file}. They cannot be added up.")
        },
        other_currency_new: "Put it into a new table",
        appended: |file, table| format!("{file} is added to {table}"),
        replaced: |file, table| format!("{file} has replaced the rows of {table}"),
    },
    list: ListTexts {
        heading: "Saved tables",
        text: "They are kept in this browser on this computer and open without reading the file again.",
        sample: |family| match family {
            Family::Sales => "Sample: sales of a small firm",
            Family::Deals => "Sample: deals of a small firm",
            Family::Sources | Family::Clients | Family::Answers => "Sample",
        },
        rows: |format, rows| format.counted(rows, ROWS),
        clients: |format, clients| format.counted(clients, Plural::two("client", "clients")),
        period: |format, first, last| format!("{} to {}", format.date(first), format.date(last)),
        added: |format, day, bytes| format!("saved {}, {}", format.date(day), format.bytes(bytes)),
        is_open: "Open now",
        passing: "Until you close the tab",
        open: "Open",
        show: "Show",
        rename: "Rename",
        remove: "Remove",
        act_on: |verb, name| format!("{verb}: {name}"),
        name: "Name of the table",
        save: "Save",
        removed: |name| format!("{name} is removed"),
        files: |format, files| format.counted(files, Plural::two("file", "files")),
        file_facts: |format, rows, day| format!("{}, added {}", format.counted(rows, ROWS), format.date(day)),
        file_removed: "Not used",
        take_out: "Take out",
        put_back: "Put back",
        taken_out: |file| format!("{file} is no longer used"),
    },
    keeping: KeepingTexts {
        heading: "Tables in the browser",
        forget: "Forget tables when I close the tab",
        forget_hint: "Tables then live in the memory of the tab only, and nothing is written to this computer.",
        forget_question: "Keep tables in memory only?",
        forget_consequence: "Saved tables will be deleted from this browser. You can go on working with them until \
            you close the tab.",
        forget_confirm: "Delete from the browser",
        space: |format, used, quota| {
            format!("{} used of the {} that the browser allows", format.bytes(used), format.bytes(quota))
        },
        durable: "The browser has promised not to clear them by itself.",
        not_durable: "If the disk gets full, the browser may clear them by itself. Keep the source files.",
        ask_durable: "Ask the browser to keep them",
        refused: "The browser has not agreed. It tends to agree once the app is installed or visited often.",
        blocked_title: "The browser keeps no tables",
        blocked_text: "You can work with the table until you close the tab. Private windows and blocked site data have \
            this effect.",
        full_title: "There is no room for the table in the browser",
        full_text: "You can work with it until you close the tab. To keep it, remove tables that you no longer need and \
            read the file once more.",
    },
};
