//! Header sets of tables that are not of sales, as firms' systems write them: which kind they are of, and the fields
//! that a person would give their columns. Columns are written as in the tests of sales.

use super::{case, shown};
use crate::analytics::dataset::dictionary::propose_for;
use crate::analytics::dataset::kinds::TableKind;
use crate::analytics::dataset::kinds::detect::{Evidence, Stages, detect};

/// Systems, the kind of their table, and its columns.
const SYSTEMS: &[(&str, TableKind, &str)] = &[
    (
        "1C:Rarus CRM, deals",
        TableKind::Deals,
        "Номер сделки ~ i > deal | Клиент ~ t > client | Этап продажи ~ t > stage | Дата создания ~ d > created | Дата закрытия ~ d > closed | Сумма документа ~ n > amount | Канал первичного интереса ~ t > source | Ответственный ~ t > manager | Причина проигрыша ~ t > reason",
    ),
    (
        "Dynamics, opportunities",
        TableKind::Deals,
        "(Do Not Modify) Row Checksum ~ t | Opportunity ID ~ t > deal | Topic ~ t | Potential Customer ~ t > client | Pipeline Stage ~ t > stage | Est. Close Date ~ d | Est. Revenue ~ n | Actual Close Date ~ d > closed | Actual Revenue ~ n > amount | Status Reason ~ t > reason | Owner ~ t > manager | Created On ~ d > created",
    ),
    (
        "Creatio, sales",
        TableKind::Deals,
        "Название ~ t > deal | Клиент ~ t > client | Стадия ~ t > stage | Бюджет ~ n | Сумма продажи ~ n > amount | Источник ~ t > source | Дата создания ~ d > created | Дата закрытия ~ d > closed | Ответственный ~ t > manager",
    ),
    (
        "Bitrix24, deals",
        TableKind::Deals,
        "ID ~ n > deal | Воронка ~ t | Стадия сделки ~ t > stage | Название сделки ~ t | Сумма ~ n > amount | Валюта ~ t | Компания ~ t > client | Контакт ~ t | Дата создания ~ d > created | Дата изменения ~ d | Предполагаемая дата закрытия ~ d | Источник ~ t > source | Ответственный ~ t > manager",
    ),
    (
        "Bitrix24, leads",
        TableKind::Deals,
        "ID ~ n > deal | Стадия лида ~ t > stage | Название лида ~ t | Источник ~ t > source | Дата создания ~ d > created | Ответственный ~ t > manager",
    ),
    (
        "amoCRM",
        TableKind::Deals,
        "ID ~ n > deal | Название сделки ~ t | Компания ~ t > client | Основной контакт ~ t | Ответственный ~ t > manager | Этап сделки ~ t > stage | Воронка ~ t | Бюджет ~ n > amount | Дата создания ~ d > created | Кем создана ~ t | Дата редактирования ~ d | Дата закрытия ~ d > closed | Теги сделки ~ t | Рабочий телефон ~ t | Источник сделки ~ t > source | Причина отказа ~ t > reason",
    ),
    (
        "pipeline",
        TableKind::Deals,
        "opportunity_id ~ t > deal | sales_agent ~ t > manager | product ~ t > product | account ~ t > client | deal_stage ~ t > stage | engage_date ~ d > created | close_date ~ d > closed | close_value ~ n > amount",
    ),
    (
        "marketing leads",
        TableKind::Deals,
        "mql_id ~ t > deal | first_contact_date ~ d > created | landing_page_id ~ t | origin ~ t > source",
    ),
    (
        "1C, counterparties",
        TableKind::Clients,
        "Код ~ i | Наименование ~ t > name | ИНН ~ i | КПП ~ i | Вид контрагента ~ t | Телефон ~ t",
    ),
    (
        "MoySklad, counterparties",
        TableKind::Clients,
        "Наименование ~ t > name | Группы ~ t | Телефон ~ t | E-mail ~ t | Город ~ t | ИНН ~ i",
    ),
    (
        "amoCRM, companies",
        TableKind::Clients,
        "Название компании ~ t > name | Ответственный ~ t | Рабочий телефон ~ t | Web ~ t | Адрес ~ t",
    ),
    (
        "accounts",
        TableKind::Clients,
        "account ~ t > name | sector ~ t | year_established ~ n | revenue ~ n | employees ~ n | office_location ~ t",
    ),
    (
        "hand, advertising",
        TableKind::Sources,
        "Рекламный канал ~ t > source | Месяц ~ d > period | Расход, руб. ~ n > cost",
    ),
    ("ads", TableKind::Sources, "Campaign ~ t > source | Month ~ t > period | Impressions ~ n | Spend ~ n > cost"),
    (
        "history of stages",
        TableKind::Events,
        "ID сделки ~ n > deal | Новый этап ~ t > stage | Дата перехода ~ d > date | Кто изменил ~ t",
    ),
    ("event log", TableKind::Events, "deal_id ~ n > deal | stage ~ t > stage | changed_at ~ d > date"),
    ("client log", TableKind::Events, "Клиент ~ t > client | Этап ~ t > stage | Дата ~ d > date"),
    (
        "own engine",
        TableKind::Daily,
        "client ~ t > client | date ~ d > date | sales ~ n > sales | returns ~ n > returns | orders ~ n > orders",
    ),
    (
        "own engine, Russian",
        TableKind::Daily,
        "Контрагент ~ t > client | Дата ~ d > date | Продажи ~ n > sales | Возвраты ~ n > returns | Число заказов ~ n > orders",
    ),
    (
        "form",
        TableKind::Answers,
        "Отметка времени ~ d | Ваше имя ~ t > respondent | Как вы нас нашли? ~ t | Что вам важно? ~ t",
    ),
    // Sales with a word of another kind stay sales.
    (
        "RetailCRM",
        TableKind::Sales,
        "Номер заказа ~ t > order | Дата создания ~ d > date | Статус ~ t | Клиент ~ t > client | Сумма заказа ~ n > amount | Менеджер ~ t > manager | Источник ~ t > source",
    ),
    (
        "Ozon",
        TableKind::Sales,
        "Номер заказа ~ t > order | Принят в обработку ~ d > date | Статус ~ t | Дата доставки ~ d | Название товара ~ t > product | Ваша стоимость товара ~ n > amount | Количество ~ n > quantity | Юридическое лицо ~ t > client",
    ),
    (
        "CDNOW",
        TableKind::Sales,
        "masterid ~ n > client | sampleid ~ n | date ~ d > date | cds ~ n | sales ~ n > amount",
    ),
    (
        "hand, calls",
        TableKind::Deals,
        "Дата ~ d > created | Клиент ~ t > client | Телефон ~ t | Сумма ~ n > amount | Этап ~ t > stage",
    ),
    (
        "1C:CRM",
        TableKind::Deals,
        "Номер ~ t > deal | Дата ~ d > created | Партнер ~ t > client | Сумма ~ n > amount | Этап ~ t > stage | Статус ~ t > outcome | Дата окончания ~ d > closed | Причина проигрыша ~ t > reason",
    ),
    (
        "Bitrix24, leads",
        TableKind::Deals,
        "ID ~ n > deal | Статус ~ t > stage | Название лида ~ t | Источник ~ t > source | Дата создания ~ d > created",
    ),
    ("moves by hand", TableKind::Events, "Сделка ~ t > deal | Из этапа ~ t | В этап ~ t > stage | Дата ~ d > date"),
    (
        "Salesforce, accounts",
        TableKind::Clients,
        "Account Name ~ t > name | Industry ~ t | Annual Revenue ~ n | Created Date ~ d",
    ),
    (
        "1C, counterparties",
        TableKind::Clients,
        "Код ~ t | Наименование ~ t > name | ИНН ~ n | Дата создания ~ d | Телефон ~ t",
    ),
    (
        "clients with what they bought",
        TableKind::Clients,
        "Клиент ~ t > name | Дата первой покупки ~ d | Дата последней покупки ~ d | Количество покупок ~ n | Сумма покупок ~ n",
    ),
    (
        "Meta, Russian",
        TableKind::Sources,
        "День ~ d > period | Кампания ~ t > source | Потраченная сумма (RUB) ~ n > cost",
    ),
    (
        "form without question marks",
        TableKind::Answers,
        "Отметка времени ~ d | Ваше имя ~ t > respondent | Оцените качество ~ n | Оцените скорость ~ n",
    ),
];

#[test]
fn systems_are_told_and_map_by_themselves() {
    let mut wrong = Vec::new();
    for (name, kind, columns) in SYSTEMS {
        let (columns, fields) = case(columns);
        let (told, _) = detect(&Evidence {
            columns: &columns,
            pivot: None,
            is_key: &|_, _| true,
            stages: &|_| Stages { any: true, unsold: true },
        });
        if told != *kind {
            wrong.push(format!("{name}: {told:?}"));
        }
        let mapping = propose_for(*kind, &columns);
        let expected = shown(&columns, |index| fields[index]);
        let found = shown(&columns, |index| mapping.field(index));
        if found != expected {
            wrong.push(format!("{name}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
