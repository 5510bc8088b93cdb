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
    drop_here: "Перетащите сюда файл продаж",
    choose_file: "Выбрать файл",
    drop_now: "Отпустите файл",
    drop_hint: "CSV из 1С, CRM или Excel: в любой кодировке, с шапкой и итогами",
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
    storage_blocked_text: "Приложение работает, но таблицы, настройки и тексты пропадут, когда вы закроете вкладку. \
        Так бывает в приватном окне или при запрете на данные сайтов.",
    storage_full_title: "В хранилище браузера кончилось место",
    storage_full_text: "Последние изменения действуют, но пропадут, когда вы закроете вкладку. \
        Освободите место в настройках приложения или браузера.",
    document_set_aside_title: "Часть сохранённого не прочиталась",
    document_set_aside_text: "Она отложена как резервная копия и не потеряна. Эта часть начата с чистого листа.",
    document_newer_title: "Сохранённое записано более новой версией приложения",
    document_newer_text: "Оно не тронуто, но здесь не действует, а новые изменения не запомнятся. \
        Обновите страницу, чтобы получить новую версию.",
};
