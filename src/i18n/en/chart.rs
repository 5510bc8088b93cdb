use crate::i18n::messages::chart::ChartMessages;

pub const CHART: ChartMessages = ChartMessages { title: "Charts" };
