use crate::i18n::messages::abc_xyz::AbcXyzMessages;

pub const ABC_XYZ: AbcXyzMessages = AbcXyzMessages { title: "ABC-XYZ" };
