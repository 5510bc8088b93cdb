use crate::analytics::funnel::{Count, Outcome};
use crate::i18n::messages::funnel::deals::DealMessages;

pub const DEALS: DealMessages = DealMessages {
    sheet: "Сделки",
    counted: "Как посчитано",
    count_name: |count| match count {
        Count::Ordered => "по порядку этапов",
        Count::Reached => "дошли до этапа",
        Count::Touched => "были на этапе",
        Count::Entries => "входы в этап",
    },
    deal: "Сделка",
    client: "Клиент",
    stage: "Этап",
    outcome: "Исход",
    entered: "Начало",
    ended: "Завершение",
    days: "Дней",
    amount: "Сумма",
    source: "Источник",
    manager: "Менеджер",
    reason: "Причина",
    outcome_name: |outcome| match outcome {
        Outcome::Open => "в работе",
        Outcome::Won => "выиграна",
        Outcome::Lost => "проиграна",
    },
    own_stages: ["Обращение", "Завершены", "Выиграны", "Проиграны"],
};
