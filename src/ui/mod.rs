//! Screens: what is shown and what a press does. No rule of the domain lives here.

pub mod app;
pub mod components;
pub mod error_text;
pub mod lazy;
pub mod saving;
mod shell;
pub mod state;
pub mod tools;
