//! Texts of the funnel screen.

pub mod deals;
pub mod screen;

/// Funnel screen.
#[derive(Debug)]
pub struct FunnelMessages {
    /// The screen itself.
    pub screen: screen::FunnelScreenMessages,
    /// Deals behind a figure.
    pub deals: deals::DealMessages,
}
