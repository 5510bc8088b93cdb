mod deals;
mod screen;

use crate::i18n::messages::funnel::FunnelMessages;

pub const FUNNEL: FunnelMessages = FunnelMessages { screen: screen::SCREEN, deals: deals::DEALS };
