use crate::i18n::messages::clients::ViewMessages;
use crate::i18n::messages::saving::SavingMessages;

pub const SAVING: SavingMessages = SavingMessages {
    save_table: "Save as",
    save_picture: "Save the picture as",
    csv: "CSV",
    xlsx: "Excel",
    png: "PNG",
    svg: "SVG",
    print: "Print",
    table_failed: "The table could not be saved",
    picture_failed: "The picture could not be saved",
    only_first_rows: "On paper stands the top of the list only. Save it as CSV or Excel to have all of it.",
    rules: ViewMessages {
        choose: "My settings",
        none: "Not saved",
        save: "Save these settings",
        name: "Name of the settings",
        new_name: "My settings",
        rename: "Rename the settings",
        remove: "Delete the settings",
        removed: |name| format!("The settings “{name}” were deleted"),
        saved: |name| format!("The settings “{name}” were saved"),
    },
    plans: ViewMessages {
        choose: "My plans",
        none: "Not saved",
        save: "Keep the plan",
        name: "Name of the plan",
        new_name: "My plan",
        rename: "Rename the plan",
        remove: "Delete the plan",
        removed: |name| format!("Plan “{name}” deleted"),
        saved: |name| format!("Plan “{name}” saved"),
    },
};
