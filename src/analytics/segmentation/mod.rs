//! Ways of parting clients into groups.

pub mod abc;
pub mod abc_xyz;
pub mod history;
pub mod xyz;
