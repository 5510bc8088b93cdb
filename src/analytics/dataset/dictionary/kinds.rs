//! Headers of tables that are not of sales row by row.
//!
//! Fields that such tables share with sales are known from the headers of sales; here are the others, as whole headers.
//! Words are written as [`super::words`] gives them: lower case, е for ё, no punctuation, spaces do not count.

use super::meaning::{Meaning, meaning_of};
use super::tells::names_no_buyer;
use super::words::words;
use super::{Candidate, ColumnEvidence, Field, adjustment, assign};
use crate::analytics::dataset::field::FieldMapping;
use crate::analytics::dataset::kinds::TableKind;
use crate::analytics::dataset::plan::ColumnKind;

/// Weight of the first of the clear headers; each following weighs one less.
const CLEAR: f64 = 300.0;
/// Weight of the first of the vague headers; each following weighs one less.
const VAGUE: f64 = 60.0;

/// A header of sales counts from here on: a guess by one word of it would only confuse.
const SHARED_MIN: f64 = 50.0;

/// Headers of one field.
struct Headers {
    field: Field,
    /// Beyond doubt, the more telling first: they also tell the kind of the table.
    clear: &'static [&'static str],
    /// Where no other column says it better.
    vague: &'static [&'static str],
}

const DEALS: &[Headers] = &[
    // A person, where no firm is named.
    Headers {
        field: Field::Client, clear: &[], vague: &["имя", "имя клиента", "имя контакта", "contact name"]
    },
    Headers {
        field: Field::Deal,
        clear: &[
            "id сделки",
            "deal id",
            "номер сделки",
            "№ сделки",
            "код сделки",
            "opportunity id",
            "lead id",
            "mql id",
            "id лида",
            "номер лида",
            "номер обращения",
            "id заявки",
            "номер заявки",
            "record id",
            "сделка id",
            "сделка",
            "deal",
            "opportunity",
            "лид",
            "lead",
            "заявка",
        ],
        // A title names a deal where nothing tells it apart.
        vague: &[
            "id",
            "номер",
            "number",
            "№",
            "код",
            "order id",
            "номер заказа",
            "название сделки",
            "deal name",
            "opportunity name",
            "название лида",
            "тема сделки",
            "предложение",
            "topic",
            "тема",
            "название",
            "name",
        ],
    },
    Headers {
        field: Field::Stage,
        clear: &[
            "этап сделки",
            "стадия сделки",
            "deal stage",
            "этап",
            "стадия",
            "stage",
            "sales stage",
            "stage name",
            "pipeline stage",
            "этап воронки",
            "стадия воронки",
            "этап продажи",
            "стадия продажи",
            "стадия лида",
            "статус сделки",
            "статус лида",
            "lead status",
            "состояние сделки",
            "этап процесса",
            "новый этап",
            "новая стадия",
            "to stage",
            "stage to",
            "new stage",
            "в этап",
            "в стадию",
            "на этап",
            "на стадию",
            "new status",
            "to status",
            "status to",
            "новый статус",
            "в статус",
            "pipeline phase",
            "sales phase",
            "текущий этап",
            "текущая стадия",
            "opportunity stage",
            "deal stage name",
            "current stage",
            "stage id",
        ],
        vague: &[
            "статус",
            "status",
            "состояние",
            "state",
            "фаза",
            "phase",
            "статус кп",
            "статус предложения",
            "статус заявки",
            "статус обращения",
            "статус тендера",
            "quote status",
            "status id",
        ],
    },
    Headers {
        field: Field::Created,
        clear: &[
            "дата создания",
            "дата создания сделки",
            "создана",
            "создано",
            "created on",
            "created at",
            "created",
            "create date",
            "created date",
            "creation date",
            "date created",
            "дата обращения",
            "дата первого обращения",
            "first contact date",
            "дата лида",
            "дата заявки",
            "дата открытия",
            "open date",
            "engage date",
            "дата поступления",
            "дата добавления",
            "date added",
            "added on",
            "поступила",
            "поступило",
            "дата и время создания",
            "когда создана",
            "deal created",
            "add time",
            "created time",
            "created date time",
            "start date",
        ],
        vague: &["дата начала", "начало", "дата регистрации", "дата", "date", "время", "дата сделки", "дата документа"],
    },
    Headers {
        field: Field::Closed,
        clear: &[
            "дата закрытия",
            "фактическая дата закрытия",
            "actual close date",
            "дата закрытия сделки",
            "close date",
            "closed date",
            "closed at",
            "closed on",
            "date closed",
            "дата завершения",
            "фактическое завершение",
            "won date",
            "дата выигрыша",
            "дата успешного закрытия",
            "завершена",
            "закрыта",
            "closed",
            "deal closed on",
            "close time",
            "closing date",
        ],
        vague: &["дата окончания", "окончание", "end date", "дата продажи", "actual end date"],
    },
    Headers {
        field: Field::Outcome,
        clear: &[
            "исход",
            "исход сделки",
            "результат",
            "результат сделки",
            "итог сделки",
            "outcome",
            "result",
            "won lost",
            "is won",
            "deal status",
            "сделка выиграна",
            "выиграна",
            "выиграно",
            "успешна",
        ],
        vague: &["итог", "won", "статус", "status"],
    },
    Headers {
        field: Field::Reason,
        clear: &[
            "причина отказа",
            "причина закрытия",
            "причина проигрыша",
            "причина неудачи",
            "причина завершения",
            "причина потери",
            "close reason",
            "lost reason",
            "loss reason",
            "closed lost reason",
            "closed won reason",
            "reason for loss",
            "status reason",
            "причина провала",
            "причина отказа сделки",
            "reason lost",
            "deal lost reason",
            "reason for closing",
        ],
        vague: &["причина", "reason", "причина изменения состояния"],
    },
];

const EVENTS: &[Headers] = &[Headers {
    field: Field::Date,
    clear: &[
        "дата перехода",
        "дата события",
        "дата смены этапа",
        "дата смены стадии",
        "дата этапа",
        "дата стадии",
        "event date",
        "event time",
        "changed at",
        "moved at",
        "entered at",
        "date entered",
        "stage date",
        "changed date",
        "change date",
        "date changed",
        "дата входа на этап",
        "дата изменения этапа",
        "дата изменения стадии",
        "дата начала этапа",
        "дата начала стадии",
        "дата смены статуса",
        "дата изменения статуса",
        "дата статуса",
        "status date",
        "status changed at",
        "last modified",
        "last modified date",
        "edit date",
    ],
    vague: &["дата", "date", "дата и время", "timestamp", "время", "дата изменения", "когда", "created at"],
}];

const DAILY: &[Headers] = &[
    Headers {
        field: Field::Sales,
        clear: &["sales", "продажи", "сумма продаж", "gross sales", "purchases", "покупки", "сумма покупок"],
        vague: &["выручка", "revenue", "сумма", "amount", "оборот", "total"],
    },
    Headers {
        field: Field::Returns,
        clear: &["returns", "возвраты", "возврат", "сумма возвратов", "refunds", "сумма возврата"],
        vague: &[],
    },
    Headers {
        field: Field::Orders,
        clear: &[
            "orders",
            "заказы",
            "заказов",
            "количество заказов",
            "число заказов",
            "order count",
            "orders count",
            "чеки",
            "чеков",
            "количество чеков",
            "число чеков",
        ],
        vague: &["количество"],
    },
];

const CLIENTS: &[Headers] = &[Headers {
    field: Field::Name,
    clear: &[
        "клиент",
        "наименование клиента",
        "название клиента",
        "имя клиента",
        "фио клиента",
        "контрагент",
        "наименование контрагента",
        "покупатель",
        "заказчик",
        "партнер",
        "компания",
        "название компании",
        "наименование компании",
        "организация",
        "наименование организации",
        "название организации",
        "account name",
        "account",
        "company name",
        "company",
        "customer name",
        "customer",
        "client name",
        "client",
        "full name",
        "фио",
        "полное имя контакта",
        "полное имя",
        "рабочее наименование",
        "наименование",
        "название",
        "полное наименование",
        "name",
        "имя",
    ],
    vague: &["контакт", "contact", "contact name", "фамилия", "last name", "код клиента", "customer id", "client id"],
}];

const SOURCES: &[Headers] = &[
    Headers {
        field: Field::Source,
        clear: &[
            "источник",
            "рекламный источник",
            "источник рекламы",
            "источник клиентов",
            "канал",
            "рекламный канал",
            "канал привлечения",
            "source",
            "channel",
            "utm source",
            "traffic source",
            "lead source",
            "площадка",
            "рекламная кампания",
            "кампания",
            "campaign",
            "campaign name",
            "название кампании",
            "имя кампании",
            "рекламная площадка",
        ],
        vague: &["название", "наименование", "name"],
    },
    Headers {
        field: Field::Cost,
        clear: &[
            "расход",
            "расходы",
            "затраты",
            "расходы на рекламу",
            "затраты на рекламу",
            "стоимость рекламы",
            "потрачено",
            "потрачено всего",
            "потраченная сумма",
            "сумма затрат",
            "сумма расходов",
            "сумма расхода",
            "списано",
            "расход с ндс",
            "расходы с ндс",
            "cost",
            "costs",
            "spend",
            "spent",
            "ad spend",
            "amount spent",
            "total spent",
            "expenses",
            "стоимость",
            "бюджет",
            "рекламный бюджет",
            "budget",
        ],
        vague: &["сумма", "amount", "итого", "всего"],
    },
    Headers {
        field: Field::Period,
        clear: &["период", "месяц", "period", "month", "квартал", "quarter", "неделя", "week"],
        vague: &["дата", "date", "год", "year", "день", "day"],
    },
];

const ANSWERS: &[Headers] = &[Headers {
    field: Field::Respondent,
    clear: &[
        "респондент",
        "respondent",
        "как вас зовут",
        "клиент",
        "фио",
        "имя",
        "ваше имя",
        "name",
        "имя пользователя",
        "username",
        "компания",
        "company",
        "адрес электронной почты",
        "электронная почта",
        "email address",
        "email",
        "e mail",
        "телефон",
        "phone",
    ],
    vague: &["respondent id", "id респондента", "id", "№", "номер", "номер анкеты", "анкета"],
}];

/// The headers of a kind.
const fn headers_of(kind: TableKind) -> &'static [&'static [Headers]] {
    match kind {
        TableKind::Sales | TableKind::Pivot => &[],
        TableKind::Daily => &[DAILY],
        TableKind::Deals => &[DEALS],
        TableKind::Events => &[EVENTS, DEALS],
        TableKind::Clients => &[CLIENTS],
        TableKind::Sources => &[SOURCES],
        TableKind::Answers => &[ANSWERS],
    }
}

/// The most plausible field of each column of a table of `kind`, which is not [`TableKind::Sales`].
pub(super) fn propose(kind: TableKind, columns: &[ColumnEvidence<'_>]) -> FieldMapping {
    let mut candidates = Vec::new();
    let mut believed = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        let words = words(column.header);
        let meaning = meaning_of(column.header);
        for (field, weight) in weights(kind, &words, &meaning) {
            let candidate = Candidate { field, column: index, weight: weight + adjustment(field, column) };
            if fits(field, column, &meaning) {
                candidates.push(candidate);
            } else if is_believed(kind, field, column) {
                believed.push(candidate);
            }
        }
    }
    let mut mapping = FieldMapping::default();
    assign(&mut mapping, candidates);
    // A column clearly named is what its author meant, whatever its cells look like: a message will show one.
    assign(&mut mapping, believed);
    if kind == TableKind::Pivot && mapping.column(Field::Client).is_none() {
        let is_text = |column: &ColumnEvidence<'_>| matches!(column.kind, ColumnKind::Text | ColumnKind::Identifier);
        let free = |(index, column): &(usize, &ColumnEvidence<'_>)| {
            is_text(column) && mapping.field(*index).is_none() && !names_no_buyer(column.header)
        };
        if let Some((first, _)) = columns.iter().enumerate().find(free) {
            mapping.set(Field::Client, first);
        }
    }
    mapping
}

/// The column that a header names clearly as a field of a kind.
pub(super) fn names_clearly(kind: TableKind, field: Field, columns: &[ColumnEvidence<'_>]) -> Option<usize> {
    columns.iter().position(|column| {
        let words = words(column.header);
        let clear = |phrase: String| entry_of(kind, field).and_then(|entry| place(entry.clear, &phrase));
        let named = clear(words.concat()).or_else(|| clear(own_words(&words).concat()));
        // Cells of which some do not fit still leave the column what it is called, and nothing may have been lost yet.
        let may_be_empty = field == Field::Reason && column.kind == ColumnKind::Empty;
        named.is_some()
            && (fits(field, column, &meaning_of(column.header)) || column.kind == ColumnKind::Text || may_be_empty)
    })
}

/// Whether a header, in its words, is a name of a field of deals.
pub(super) fn is_of_deals(field: Field, words: &[String]) -> bool {
    entry_of(TableKind::Deals, field).is_some_and(|entry| place_of(entry, &own_words(words).concat()).is_some())
}

/// The words of a header without what it is of, as some systems put it before every one: "Deal - Title".
fn own_words(words: &[String]) -> &[String] {
    match words {
        [first, rest @ ..] if !rest.is_empty() && OWNERS.contains(&first.as_str()) => rest,
        words => words,
    }
}

/// What a header may be of.
const OWNERS: &[&str] = &["deal", "lead", "opportunity"];

fn entry_of(kind: TableKind, field: Field) -> Option<&'static Headers> {
    headers_of(kind).iter().copied().flatten().find(|entry| entry.field == field)
}

/// Fields of `kind` that a header can stand for, with weights.
fn weights(kind: TableKind, words: &[String], meaning: &Meaning) -> Vec<(Field, f64)> {
    let named = |phrase: &str| -> Vec<(Field, f64)> {
        let entry = |&field: &Field| Some((field, place_of(entry_of(kind, field)?, phrase)?));
        kind.fields().iter().filter_map(entry).collect()
    };
    let is_of_deals = matches!(kind, TableKind::Deals | TableKind::Events);
    let rest = if is_of_deals { own_words(words) } else { words };
    let mut found = named(&words.concat());
    if found.is_empty() {
        found = named(&rest.concat());
    }
    if found.is_empty() {
        let shared = |(field, weight): &&(Field, f64)| kind.fields().contains(field) && *weight >= SHARED_MIN;
        found.extend(meaning.fields.iter().filter(shared).copied());
        if found.is_empty() && rest.len() < words.len() {
            found.extend(super::meaning::meaning(rest).fields.iter().filter(shared).copied());
        }
        // What would be the client of a sale is the client of a list.
        if kind == TableKind::Clients {
            let clients = meaning.fields.iter().filter(|(field, _)| *field == Field::Client);
            found.extend(clients.map(|(_, weight)| (Field::Name, *weight)));
        }
    }
    found
}

/// How well a phrase names the field of an entry.
fn place_of(entry: &Headers, phrase: &str) -> Option<f64> {
    let clear = place(entry.clear, phrase).map(|place| CLEAR - place);
    clear.or_else(|| place(entry.vague, phrase).map(|place| VAGUE - place))
}

/// The place of a phrase in a list.
fn place(list: &[&str], phrase: &str) -> Option<f64> {
    let is_spelled = |known: &&str| known.chars().filter(|c| *c != ' ').eq(phrase.chars());
    let place = list.iter().position(is_spelled)?;
    Some(f64::from(u32::try_from(place).unwrap_or(u32::MAX)))
}

/// Whether a header may be believed against the cells under it: mixed cells, and anything for a field that is needed.
fn is_believed(kind: TableKind, field: Field, column: &ColumnEvidence<'_>) -> bool {
    let is_needed = kind.missing(&FieldMapping::default()).contains(&field);
    match column.kind {
        ColumnKind::Text => true,
        ColumnKind::Empty => is_needed && field == Field::Client,
        ColumnKind::Number | ColumnKind::Date | ColumnKind::Identifier => is_needed,
    }
}

/// Whether the cells of a column look like a field.
fn fits(field: Field, column: &ColumnEvidence<'_>, meaning: &Meaning) -> bool {
    match column.kind {
        ColumnKind::Empty => false,
        _ if field == Field::Period => true,
        ColumnKind::Date => field.is_day(),
        ColumnKind::Number => !field.is_day() || meaning.says_date,
        ColumnKind::Text | ColumnKind::Identifier => !field.is_day() && !field.is_decimal(),
    }
}
