use crate::i18n::messages::shell::ShellMessages;

pub const SHELL: ShellMessages = ShellMessages {
    title: "Clientfolio",
    tab_title: |place| format!("{place} · Clientfolio"),
    skip: "Skip to content",
    navigation: "Places",
    language: "Language",
    theme_to_dark: "Dark theme",
    theme_to_light: "Light theme",
    notices: "Notices",
    close: "Close",
    cancel: "Cancel",
    undo: "Undo",
    drop_here: "Drop a sales file here",
    choose_file: "Choose a file",
    drop_now: "Let go of the file",
    drop_hint: "Excel, LibreOffice or CSV from any program, titles and totals included. Copied cells can be pasted with Ctrl+V",
    try_sample: "Try with sample data",
    place_start: "Start",
    place_data: "Data",
    place_abc_xyz: "ABC-XYZ",
    place_settings: "Settings",
    not_found_title: "There is no such page",
    not_found_text: "The link may have been copied only in part. Your loaded data is still here.",
    to_start: "Back to the start",
    storage_blocked_title: "The browser does not let this page keep data",
    storage_blocked_text: "The app works, but tables, settings and texts will be gone when you close the tab. \
        Private windows and blocked site data have this effect.",
    storage_full_title: "The browser's storage is full",
    storage_full_text: "Your latest changes are in force, but will be gone when you close the tab. \
        Free some room in the settings of the app or of the browser.",
    document_set_aside_title: "A part of what was saved could not be read",
    document_set_aside_text: "It was put aside as a backup and is not lost. This part begins afresh.",
    document_newer_title: "What was saved was written by a newer version of the app",
    document_newer_text: "It was left alone, but is not in force here, and new changes will not be remembered. \
        Reload the page to get the newer version.",
};
