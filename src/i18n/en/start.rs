use crate::i18n::messages::start::StartMessages;

pub const START: StartMessages = StartMessages { title: "Clientfolio" };
