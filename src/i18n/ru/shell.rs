use crate::i18n::format::Plural;
use crate::i18n::messages::shell::ShellMessages;

pub const SHELL: ShellMessages = ShellMessages {
    title: "Клиентский портфель",
    tab_title: |place| format!("{place} · Клиентский портфель"),
    skip: "К содержанию",
    navigation: "Разделы",
    language: "Язык",
    theme_to_dark: "Тёмная тема",
    theme_to_light: "Светлая тема",
    notices: "Уведомления",
    close: "Закрыть",
    cancel: "Отмена",
    undo: "Вернуть",
    drop_here: "Перетащите сюда файл продаж или выберите его",
    drop_now: "Отпустите файл",
    drop_hint: "CSV из 1С, CRM или Excel — в любой кодировке, с шапкой и итогами",
    one_file_at_a_time: |format, left| {
        let files = Plural::new("файл остался", "файла остались", "файлов остались");
        format!("Файлы читаются по одному: {} в стороне", format.counted(left, files))
    },
    try_sample: "Попробовать на примере",
    place_start: "Начало",
    place_data: "Данные",
    place_abc_xyz: "ABC-XYZ",
    place_settings: "Настройки",
    not_found_title: "Такой страницы нет",
    not_found_text: "Возможно, ссылка скопирована не целиком. Загруженные данные на месте.",
    to_start: "Вернуться к началу",
    storage_blocked_title: "Браузер не разрешает хранить данные",
    storage_blocked_text: "Приложение работает, но настройки и тексты пропадут, когда вы закроете вкладку. \
        Так бывает в приватном окне или при запрете на данные сайтов.",
    storage_full_title: "В хранилище браузера кончилось место",
    storage_full_text: "Последние изменения действуют, но пропадут, когда вы закроете вкладку. \
        Освободите место в настройках приложения или браузера.",
    document_set_aside: "Сохранённые раньше данные не прочитались. Они отложены как резервная копия, \
        приложение начало с чистого листа.",
    document_newer: "Сохранённые данные записаны более новой версией приложения. Они не тронуты; \
        обновите страницу, чтобы работать с ними.",
};
