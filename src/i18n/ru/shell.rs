use crate::i18n::messages::shell::ShellMessages;

pub const SHELL: ShellMessages = ShellMessages { title: "Clientfolio" };
