//! Words that say at which step of the way a deal is.

/// The step of calls.
pub(super) const CALL: u8 = 1;
/// The step of meetings.
pub(super) const MEETING: u8 = 4;
/// The last step before money: those after it are about paying and delivering.
pub(super) const CONTRACT: u8 = 6;

/// Steps in the order in which firms take them, each with the beginnings of its words.
const STEPS: &[&[&str]] = &[
    &[
        "нов",
        "неразобр",
        "вход",
        "лид",
        "lead",
        "new",
        "prospect",
        "subscrib",
        "visit",
        "inquir",
        "enquir",
        "обращ",
        "заявк",
        "incom",
        "первичн",
        "created",
        "mql",
    ],
    &["звон", "дозвон", "недозвон", "контакт", "call", "contact", "связ", "attempt", "подход"],
    &["квалиф", "qualif", "engag", "интерес", "interest", "потребн", "need", "discover", "sql", "анализ"],
    &["предлож", "кп", "offer", "propos", "quot", "расчет", "смет", "estimat"],
    &["встреч", "meet", "appoint", "презент", "present", "demo", "демо", "показ", "замер", "trial", "визит"],
    &["переговор", "negot", "соглас", "решен", "decision", "review", "commit", "думает"],
    &["договор", "contract", "подпис", "sign", "счет", "invoice", "бронь", "order", "заказ"],
    &["предоплат", "аванс", "оплат", "payment", "prepay"],
    &["отгруз", "достав", "deliver", "ship", "производ", "монтаж"],
];

/// The latest step that is named: «Договор по предложению» is about the contract.
pub(super) fn latest(words: &[&str]) -> Option<u8> {
    let begins = |stems: &[&str]| words.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    STEPS.iter().rposition(|stems| begins(stems)).and_then(|step| u8::try_from(step).ok())
}
