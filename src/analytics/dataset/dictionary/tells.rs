//! What single words of headers tell of the kind of a table.

use super::kinds;
use super::meaning::meaning_of;
use super::words::words;
use super::{CLEAR, ColumnEvidence, ColumnKind, Field};

fn begins(words: &[String], stems: &[&str]) -> bool {
    words.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)))
}

/// Whether a header clearly stands for a field that is wanted.
fn means(header: &str, is_wanted: impl Fn(Field) -> bool) -> bool {
    meaning_of(header).fields.iter().any(|(field, weight)| is_wanted(*field) && *weight >= CLEAR)
}

/// Whether a column of days can be that of a stage: not where its header tells when something was planned or edited, and
/// not where it is another name for the beginning or the end of a deal.
#[must_use]
pub fn is_day_of_stage(header: &str) -> bool {
    const OTHERS: &[&str] = &[
        "измен",
        "редакт",
        "обновл",
        "модиф",
        "предпол",
        "ожид",
        "план",
        "прогноз",
        "срок",
        "рожден",
        "следующ",
        "последн",
        "modif",
        "updat",
        "edit",
        "expect",
        "est",
        "plan",
        "due",
        "birth",
        "next",
        "last",
        "forecast",
        "target",
        "выгруз",
        "export",
        "ближайш",
        "задач",
        "напомин",
        "активност",
        "активит",
        "импорт",
        "import",
        "activit",
        "task",
        "remind",
        "contacted",
        "sync",
    ];
    let words = words(header);
    !begins(&words, OTHERS)
        && ![Field::Created, Field::Closed].into_iter().any(|field| kinds::is_of_deals(field, &words))
}

/// Whether a column of days has those of a step long before the money: a call, a meeting, an offer. Days of orders, of
/// payments and of shipping stand beside sales.
#[must_use]
pub fn is_early_day(header: &str) -> bool {
    const EARLY: &[&str] = &[
        "звон",
        "контакт",
        "встреч",
        "предлож",
        "кп",
        "переговор",
        "замер",
        "презент",
        "демо",
        "квалиф",
        "лид",
        "обращ",
        "заявк",
        "call",
        "contact",
        "meet",
        "propos",
        "offer",
        "demo",
        "qualif",
        "negot",
        "lead",
    ];
    begins(&words(header), EARLY)
}

/// Whether a header names the stage that a deal has left: "From Stage", «Старый статус».
#[must_use]
pub fn is_stage_before(header: &str) -> bool {
    const BEFORE: &[&str] = &[
        "from",
        "old",
        "previous",
        "prev",
        "из",
        "старый",
        "старая",
        "предыдущий",
        "предыдущая",
        "прежний",
        "прежняя",
    ];
    const STAGES: &[&str] = &["stage", "status", "этап", "стади", "статус"];
    let words = words(header);
    let is_left = |pair: &[String]| {
        let [before, stage] = pair else { return false };
        BEFORE.contains(&before.as_str()) && STAGES.iter().any(|stem| stage.starts_with(stem))
    };
    words.windows(2).any(is_left)
}

/// Whether a header speaks of a deal or of somebody who may buy.
#[must_use]
pub fn speaks_of_deals(header: &str) -> bool {
    begins(&words(header), &["сделк", "лид", "заявк", "обращени", "deal", "lead", "opportunit"])
}

/// Whether a column of days is about a client and not about a sale: when it was written down, was born, came first or last.
#[must_use]
pub fn is_day_of_client(header: &str) -> bool {
    const ABOUT: &[&str] = &[
        "созда",
        "регистр",
        "добавл",
        "рожд",
        "перв",
        "последн",
        "creat",
        "regist",
        "added",
        "birth",
        "first",
        "last",
        "since",
        "joined",
        "вступлен",
        "выдач",
    ];
    begins(&words(header), ABOUT)
}

/// Whether a header is that of the money of one sale, and not of all purchases of a client or of a year.
#[must_use]
pub fn names_money_of_sale(header: &str) -> bool {
    means(header, |field| field == Field::Amount) && !sums_up(header)
}

/// Whether a header names what is sold, how much of it, or for how much.
#[must_use]
pub fn names_goods_or_money(header: &str) -> bool {
    means(header, |field| matches!(field, Field::Amount | Field::Price | Field::Quantity | Field::Product))
}

/// The columns of the parts of a buyer's name, in the order of the file: the given and the family name, and the patronymic
/// or middle name where there is one.
#[must_use]
pub fn parts_of_name(columns: &[ColumnEvidence<'_>]) -> Option<Vec<usize>> {
    const GIVEN: &[&str] = &["имя", "first name", "given name", "firstname"];
    const FAMILY: &[&str] = &["фамилия", "last name", "surname", "family name", "lastname"];
    const MIDDLE: &[&str] = &["отчество", "middle name"];
    // Whose name it is; managers have one too.
    const OWNERS: &[&str] = &[
        "billing",
        "shipping",
        "customer",
        "client",
        "buyer",
        "contact",
        "lead",
        "клиента",
        "покупателя",
        "заказчика",
        "контакта",
        "контакт",
        "лида",
        "лид",
    ];
    let place = |names: &[&str]| {
        columns.iter().position(|column| {
            let words = words(column.header);
            let is_other = |word: &&String| !OWNERS.contains(&word.as_str());
            let bare = words.iter().filter(is_other).map(String::as_str).collect::<Vec<_>>().join(" ");
            matches!(column.kind, ColumnKind::Text | ColumnKind::Identifier) && names.contains(&bare.as_str())
        })
    };
    let mut parts = vec![place(GIVEN)?, place(FAMILY)?];
    parts.extend(place(MIDDLE));
    parts.sort_unstable();
    Some(parts)
}

/// Whether a column of days has the first or the last of something: no row of sales is told by it.
#[must_use]
pub fn is_first_or_last_day(header: &str) -> bool {
    const OTHERS: &[&str] =
        &["измен", "обновл", "редакт", "оплат", "вход", "updat", "modif", "edit", "login", "sign", "pay", "activ"];
    let words = words(header);
    begins(&words, &["перв", "последн", "first", "last", "joined"]) && !begins(&words, OTHERS)
}

/// Whether a header counts orders: "Orders", «Чеков».
#[must_use]
pub fn counts_orders(header: &str) -> bool {
    const COUNTS: &[&str] =
        &["orders", "заказы", "заказов", "чеки", "чеков", "purchases", "invoices", "deals", "сделок"];
    const NUMBERS: &[&str] = &["id", "№", "no", "number", "num", "номер", "номера", "код", "code"];
    let has = |known: &[&str]| words(header).iter().any(|word| known.contains(&word.as_str()));
    has(COUNTS) && !has(NUMBERS)
}

/// Whether numbers under a header count people: «Участников».
#[must_use]
pub fn counts_people(header: &str) -> bool {
    begins(&words(header), &["участник", "турист", "ученик", "студент", "attendee", "student"])
}

/// Whether a header is clearly that of orders or documents, and not of how many there are.
#[must_use]
pub fn names_order(header: &str) -> bool {
    !counts_orders(header) && means(header, |field| field == Field::Order)
}

/// Whether a header of quantities counts how often somebody came or bought, and not what was bought.
#[must_use]
pub fn counts_visits(header: &str) -> bool {
    begins(&words(header), &["посещ", "визит", "продаж", "покуп", "заказ", "visit", "order", "purchase"])
}

/// Whether a sum is one that is hoped for: a budget, an estimate, an offer.
#[must_use]
pub fn is_hoped_for(header: &str) -> bool {
    const HOPED: &[&str] = &[
        "бюджет",
        "потенц",
        "ожида",
        "прогноз",
        "оценоч",
        "кп",
        "предложен",
        "budget",
        "potential",
        "estimat",
        "expect",
        "forecast",
        "quote",
    ];
    begins(&words(header), HOPED)
}

/// Whether a header is that of reasons for which deals are lost, and not of whatever a record's status has as one.
#[must_use]
pub fn is_reason_of_loss(header: &str) -> bool {
    !begins(&words(header), &["status", "изменен", "состоян"])
}

/// Whether a column of days has those on which a stage or status changed.
#[must_use]
pub fn is_day_of_move(header: &str) -> bool {
    begins(&words(header), &["статус", "этап", "стади", "переход", "status", "stage", "entered", "moved"])
}

/// Whether a header is that of sums from which everything is taken off.
#[must_use]
pub fn names_net(header: &str) -> bool {
    begins(&words(header), &["net", "чист", "итог", "total"]) && means(header, |field| field == Field::Amount)
}

/// Whether a header is that of what happened.
#[must_use]
pub fn names_event(header: &str) -> bool {
    kinds::names_event(&words(header))
}

/// Whether a column is called that of respondents.
#[must_use]
pub fn names_respondent(header: &str) -> bool {
    begins(&words(header), &["респондент", "respondent"])
}

/// Whether a column has remarks, or documents by their names.
#[must_use]
pub fn names_remark(header: &str) -> bool {
    begins(
        &words(header),
        &["примеч", "коммент", "документ", "регистратор", "note", "comment", "remark", "memo", "document"],
    )
}

/// Whether a header is that of items of an account, or of those whom the firm pays: periods across are costs then.
#[must_use]
pub(super) fn names_no_buyer(header: &str) -> bool {
    const NOBODY: [&str; 10] =
        ["стать", "показател", "расход", "затрат", "поставщик", "supplier", "vendor", "expense", "metric", "kpi"];
    const BUYERS: [&str; 6] = ["покупател", "клиент", "контрагент", "buyer", "customer", "client"];
    let words = words(header);
    !begins(&words, &BUYERS) && begins(&words, &NOBODY)
}

/// Whether a source is one of advertising.
#[must_use]
pub fn names_advertising(header: &str) -> bool {
    begins(&words(header), &["реклам", "кампани", "campaign", "ad", "ads"])
}

/// Whether a header sums up what a client has bought: «Всего покупок», "Annual Revenue", «Средний чек».
#[must_use]
pub fn sums_up(header: &str) -> bool {
    const OF_ALL: &[&str] = &[
        "покупок",
        "годов",
        "средн",
        "накоп",
        "lifetime",
        "ltv",
        "purchases",
        "employees",
        "average",
        "spend",
        "spent",
    ];
    let words = words(header);
    begins(&words, OF_ALL)
        || begins(&words, &["всего"]) && begins(&words, &["оплач"])
        || begins(&words, &["annual", "yearly"]) && begins(&words, &["revenue", "sales", "turnover"])
}

/// Whether two headers differ in their units alone: "Amount", "Amount (USD)".
#[must_use]
pub fn is_same_but_for_unit(header: &str, other: &str) -> bool {
    words(header) == words(other)
}

/// Whether a header is that of a rate of exchange: «Курс ЦБ», "Exchange rate".
#[must_use]
pub fn names_rate(header: &str) -> bool {
    let words = words(header);
    words.first().is_some_and(|word| word == "курс") || ["exchangerate", "fxrate"].contains(&words.concat().as_str())
}

/// Whether a header is that of the currencies of sums.
#[must_use]
pub fn names_currency(header: &str) -> bool {
    means(header, |field| field == Field::Currency)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_that_were_left() {
        for header in ["From Stage", "old_status", "Из этапа", "Предыдущая стадия", "Старый статус"]
        {
            assert!(is_stage_before(header), "{header}");
        }
        for header in [
            "To Stage",
            "В этап",
            "Дата изменения этапа",
            "Дата старта этапа",
            "Status from CRM",
            "Статус из 1С",
            "Предыдущий заказ",
        ] {
            assert!(!is_stage_before(header), "{header}");
        }
    }

    #[test]
    fn money_of_a_sale_and_of_a_client() {
        for header in ["Сумма", "Сумма продажи", "Сумма покупки", "Всего", "Amount", "Выручка"]
        {
            assert!(names_money_of_sale(header), "{header}");
        }
        for header in ["Сумма покупок", "Annual Revenue", "Всего покупок", "Средний чек", "Код", "Телефон"]
        {
            assert!(!names_money_of_sale(header), "{header}");
        }
    }
}
