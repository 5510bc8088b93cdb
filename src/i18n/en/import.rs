use crate::i18n::messages::import::ImportMessages;

pub const IMPORT: ImportMessages = ImportMessages { title: "Import" };
