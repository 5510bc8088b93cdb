use crate::i18n::messages::settings::SettingsMessages;

pub const SETTINGS: SettingsMessages = SettingsMessages { title: "Settings" };
