use crate::i18n::messages::clients::ViewMessages;
use crate::i18n::messages::saving::SavingMessages;

pub const SAVING: SavingMessages = SavingMessages {
    save_table: "Сохранить",
    save_picture: "Сохранить картинкой",
    csv: "CSV",
    xlsx: "Excel",
    png: "PNG",
    svg: "SVG",
    print: "Напечатать",
    table_failed: "Таблицу не удалось сохранить",
    picture_failed: "Картинку не удалось сохранить",
    only_first_rows: "На бумаге только начало списка. Весь список сохраняется в CSV или Excel.",
    replaced: |saved| format!("{saved} вместо прежнего содержимого"),
    names_full: |format, most| {
        format!("Больше {} под своими именами не хранится. Удалите ненужное.", format.count(most))
    },
    name_taken: |name| format!("Название «{name}» уже занято"),
    rules: ViewMessages {
        choose: "Мои настройки",
        none: "Не сохранены",
        save: "Запомнить настройки",
        name: "Название настроек",
        new_name: "Мои настройки",
        rename: "Переименовать настройки",
        remove: "Удалить настройки",
        removed: |name| format!("Настройки «{name}» удалены"),
        saved: |name| format!("Настройки «{name}» сохранены"),
    },
    plans: ViewMessages {
        choose: "Мои планы",
        none: "Не сохранён",
        save: "Запомнить план",
        name: "Название плана",
        new_name: "Мой план",
        rename: "Переименовать план",
        remove: "Удалить план",
        removed: |name| format!("План «{name}» удалён"),
        saved: |name| format!("План «{name}» сохранён"),
    },
};
