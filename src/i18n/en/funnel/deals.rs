use crate::analytics::funnel::{Count, Outcome};
use crate::i18n::messages::funnel::deals::DealMessages;

pub const DEALS: DealMessages = DealMessages {
    sheet: "Deals",
    counted: "Counted",
    count_name: |count| match count {
        Count::Ordered => "in the order of stages",
        Count::Reached => "came at least so far",
        Count::Touched => "were at the stage",
        Count::Entries => "entries into the stage",
    },
    deal: "Deal",
    client: "Client",
    stage: "Stage",
    outcome: "Outcome",
    entered: "Began",
    ended: "Ended",
    days: "Days",
    amount: "Amount",
    source: "Source",
    manager: "Manager",
    reason: "Reason",
    outcome_name: |outcome| match outcome {
        Outcome::Open => "open",
        Outcome::Won => "won",
        Outcome::Lost => "lost",
    },
    own_stages: ["Enquiry", "Closed", "Won", "Lost"],
};
