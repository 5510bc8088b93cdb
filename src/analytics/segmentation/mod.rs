//! Ways of parting clients into groups.

pub mod abc;
pub mod abc_curve;
pub mod abc_xyz;
pub mod course;
pub mod flow;
pub mod history;
pub mod migration;
pub mod priority;
pub mod rfm;
pub mod value;
pub mod xyz;
