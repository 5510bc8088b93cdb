//! Words that say that a deal has ended.
//!
//! Such words stand in names of steps as well: an advance that is paid is no sale, and neither is work that is being done.

use super::steps;

/// Whole names of stages at which deals are won.
const WON_NAMES: &[&str] = &[
    "продажа",
    "продажи",
    "сделка",
    "сделка закрыта",
    "сделка завершена",
    "завершенная сделка",
    "закрытые заключенные",
    "заключен",
    "заключена",
    "заключено",
    "завершен",
    "завершена",
    "завершено",
    "готово",
    "полная оплата",
    "100 оплата",
    "оплата 100",
    "акт подписан",
    "качественный лид",
    "покупка",
    "покупки",
    "buy",
    "purchase",
    "done",
    "deal",
    "deal closed",
    "complete",
    "order complete",
    "payment received",
    "good lead",
    "success",
];
/// Whole names of stages at which deals are lost.
const LOST_NAMES: &[&str] = &[
    "не ца",
    "не клиент",
    "не наш клиент",
    "черный список",
    "без продажи",
    "архив",
    "в архиве",
    "archived",
    "удален",
    "удалена",
    "удалено",
    "дубль",
    "дубликат",
    "duplicate",
    "просрочен",
    "просрочена",
    "просрочено",
    "expired",
    "no deal",
    "no sale",
    "no decision",
    "bad fit",
    "out sold",
    "apology",
];
/// Parts of names that say the deal is won.
const WON_PARTS: &[&str] =
    &["сделка заключен", "сделка состоялась", "оплата получена", "оплата поступила", "оплата прошла"];
/// Parts of names that say the deal is lost.
const LOST_PARTS: &[&str] = &[
    "к конкурент",
    "выбрал друг",
    "выбрали друг",
    "выбрал конкур",
    "выбрали конкур",
    "закрыто без продажи",
    "not interested",
    "closed no decision",
];
/// Beginnings of words that say the deal is lost.
const LOST: &[&str] = &[
    "lost",
    "lose",
    "closedlost",
    "проигр",
    "отказ",
    "потер",
    "утер",
    "упущ",
    "пропал",
    "неуспе",
    "неудач",
    "пораж",
    "провал",
    "сорва",
    "отклон",
    "аннулир",
    "неактуал",
    "неинтерес",
    "несостоя",
    "незаключ",
    "несмог",
    "неподош",
    "отвал",
    "reject",
    "refus",
    "declin",
    "disqual",
    "unqualif",
    "unrespons",
    "spam",
    "спам",
    "некачеств",
    "void",
    "withdraw",
    "dropped",
    "ghosted",
    "outsold",
    "junk",
    "dead",
    "abandon",
    "нереализ",
    "слив",
    "слил",
    "слит",
    "нецелев",
    "failed",
];
/// Beginnings of words that say the deal is won.
const WON: &[&str] = &[
    "won",
    "closedwon",
    "выигр",
    "побед",
    "успеш",
    "успех",
    "реализован",
    "продан",
    "продал",
    "paid",
    "оплачен",
    "sold",
    "successful",
    "converted",
    "конверт",
];
/// Beginnings of words that say that something has been done: the deal is won where that is an order or the whole, and not
/// a meeting or an offer.
const DONE: &[&str] = &["выполнен", "исполнен", "доставлен", "вручен", "выдан", "сдан", "completed"];
/// The same words as names of what is being done, which has not ended: «Выполнение работ».
const DOING: &[&str] = &["выполнени", "исполнени", "вручени", "продани", "сданны"];
/// Beginnings of words that say that it has not come to it yet, or not to all of it.
const NOT_YET: &[&str] = &[
    "аванс",
    "предоплат",
    "задат",
    "частич",
    "ждем",
    "ждет",
    "ожид",
    "готов",
    "намер",
    "deposit",
    "partial",
    "prepa",
    "await",
    "pending",
    "waiting",
    "документ",
    "образц",
    "document",
    "sample",
    "ready",
];
/// Beginnings of words that say that somebody has bought, where nothing else in the name is a step: "Buyer bought", but not
/// "Decision Maker Bought-In".
const HAS_BOUGHT: &[&str] = &["куплен", "купил", "bought", "purchased"];
/// Beginnings of words that call off a deal, or a meeting.
const CALLED_OFF: &[&str] = &["отмен", "cancel"];
/// Single words that name who buys.
const BUYERS: &[&str] = &["покупател", "клиент", "buyer", "customer", "client"];
/// Beginnings of words about buying: with "not" before them the deal is lost.
const BOUGHT: &[&str] = &["куп", "buy", "bought", "purchas", "покупател", "покупк"];
/// Words that turn what follows round.
const NOT: &[&str] = &["не", "not", "no", "без"];

/// Whether a name says that the deal is won (`true`) or lost; `None` where it says neither. `folded` is the name as
/// [`super::folded`] gives it, `words` are its words, `step` is the step that it names.
pub(super) fn end(folded: &str, words: &[&str], step: Option<u8>) -> Option<bool> {
    let begins = |stems: &[&str]| words.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    let has = |parts: &[&str]| parts.iter().any(|part| format!(" {folded}").contains(&format!(" {part}")));
    let is_turned = words.iter().any(|word| NOT.contains(word));
    let is_yet_to_come = is_turned || begins(NOT_YET);
    if LOST_NAMES.contains(&folded) || has(LOST_PARTS) {
        return Some(false);
    }
    if WON_NAMES.contains(&folded) || has(WON_PARTS) && !is_yet_to_come {
        return Some(true);
    }
    let is_of_whole = step.is_none_or(|step| step >= steps::CONTRACT);
    let is_won = words.iter().any(|word| {
        let begins = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
        begins(WON) || is_of_whole && begins(DONE) && !begins(DOING)
    });
    // «Счёт не оплачен» may still be; «Отмена замера» is about the meeting, «Брак на производстве» about goods.
    let is_about_meeting = step == Some(steps::MEETING) || step == Some(steps::CALL);
    let is_lost = begins(LOST)
        || begins(CALLED_OFF) && !is_about_meeting
        || begins(&["брак"]) && !begins(&["производ"])
        || is_lost_in_two(words);
    let is_undone = is_turned && (is_won && step.is_none_or(|step| step > steps::CONTRACT) || begins(BOUGHT));
    if is_lost || is_undone {
        return Some(false);
    }
    let has_bought = words.len() == 1 && begins(BUYERS) || step.is_none() && begins(HAS_BOUGHT);
    ((is_won || has_bought) && !is_yet_to_come).then_some(true)
}

/// «Не целевой» is «нецелевой».
fn is_lost_in_two(words: &[&str]) -> bool {
    words.iter().zip(words.iter().skip(1)).any(|(not, after)| {
        *not == "не" && LOST.iter().any(|stem| stem.strip_prefix("не").is_some_and(|rest| after.starts_with(rest)))
    })
}

#[cfg(test)]
mod tests {
    use crate::analytics::stage_names::{Known, stage};

    #[test]
    fn ends_as_firms_call_them() {
        for name in [
            "Победа",
            "Закрыта с победой",
            "Завершена успешно",
            "Сделка заключена",
            "Закрытые заключенные",
            "Продажа",
            "Завершено",
            "Выдан",
            "Вручён",
            "Доставлен",
            "Оплата получена",
            "100% оплата",
            "Качественный лид",
            "Done",
            "Customer",
            "closedwon",
            "CLOSED_WON",
            "C1:WON",
            "Продали",
            "Сдано",
            "Акт подписан",
            "Купил",
            "Клиент",
        ] {
            assert_eq!(stage(name), Known::Won, "{name:?}");
        }
        for name in [
            "Неудача",
            "Закрыта неудачно",
            "Поражение",
            "Слив",
            "Слился",
            "Отвалился",
            "Архив",
            "Удалено",
            "Не состоялась",
            "Сорвалась",
            "Закрыто без продажи",
            "Не заключена",
            "Не актуально",
            "Отклонено",
            "Аннулировано",
            "Упущена",
            "Дубль",
            "Не ЦА",
            "Не интересно",
            "Не купили",
            "Ушёл к конкуренту",
            "Выбрали другого",
            "No deal",
            "Not interested",
            "Closed - No Decision",
            "Duplicate",
            "Ghosted",
            "Expired",
            "Out-Sold",
            "closedlost",
            "C1:LOSE",
            "Withdrawn",
            "Заявка отменена",
            "Lead cancelled",
            "Отказ, отмена заявки",
            "Снят с производства, отказ",
        ] {
            assert_eq!(stage(name), Known::Lost, "{name:?}");
        }
    }

    #[test]
    fn what_has_not_ended_yet() {
        for name in [
            "Выполнение работ",
            "На исполнении",
            "В процессе выполнения",
            "Оплачен аванс",
            "Предоплата оплачена",
            "Частично оплачено",
            "Счёт не оплачен",
            "Готов купить",
            "Отмена замера",
            "Покупатель сомневается",
            "Подбор покупателя",
            "Покупка материалов",
            "Complete paperwork",
            "Deposit paid",
            "Success call",
            "Брак на производстве",
            "Продано в кредит, ждём банк",
            "Convert to quote",
            "Успели на встречу",
            "Not started",
            "Closed",
            "Предоплата получена",
            "Частичная оплата получена",
            "Ожидаем, оплата поступила",
            "Корзина",
            "Удалённая демонстрация",
            "Оплата просрочена",
            "Проверка на дубли",
            "КП выдано",
            "Документы выданы",
            "Замер выполнен",
            "Meeting completed",
        ] {
            assert!(matches!(stage(name), Known::Step(_) | Known::Unknown), "{name:?} is {:?}", stage(name));
        }
    }
}
