use crate::i18n::messages::errors::ErrorMessages;

pub const ERRORS: ErrorMessages = ErrorMessages { title: "Errors" };
