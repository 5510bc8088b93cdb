//! Pairs of names that must be offered as one client, and pairs that must not.

use super::*;
use crate::analytics::amount::Amount;
use crate::analytics::date::Day;

/// A table in which each name has one row; the first the largest.
fn table(names: &[&str]) -> SalesTable {
    let mut table = SalesTable { client_names: names.iter().copied().collect(), ..SalesTable::default() };
    for client in 0..u32::try_from(names.len()).unwrap() {
        table.client.push(client);
        table.day.push(Day(0));
        table.amount.push(Amount(1_000_000 - i64::from(client)));
    }
    table
}

/// The confidence of the group that two names make, if they make one.
fn together(one: &str, other: &str) -> Option<Confidence> {
    let groups = find(&table(&[one, other]));
    groups.first().map(SpellingGroup::confidence)
}

#[test]
fn pairs_that_are_one_name_written_in_another_way() {
    for (one, other) in [
        ("ООО \"Ромашка\"", "ООО Ромашка"),
        ("ООО «Ромашка»", "ООО “Ромашка”"),
        ("ООО 'Ромашка'", "ООО \"Ромашка\""),
        ("ООО Ромашка", "ооо ромашка"),
        ("ООО Ромашка", "Ромашка, ООО"),
        ("ООО Ромашка", "Ромашка (ООО)"),
        ("ООО Ромашка", "О.О.О. «Ромашка»"),
        ("ООО Ромашка", "Общество с ограниченной ответственностью «Ромашка»"),
        ("ООО Ромашка", "OOO Ромашка"),
        ("ООО Ромашка", "ООО Pомaшкa"),
        ("ООО Ромашка", "ООО  Ромашка"),
        ("ООО Ромашка", "ООО\u{a0}Ромашка"),
        ("ООО\"Ромашка\"", "ООО \"Ромашка\""),
        ("ИП Ёлкина", "ИП Елкина"),
        ("ИП Ветров", "Индивидуальный предприниматель Ветров"),
        ("ИП Ветров И.П.", "Ветров И. П., ИП"),
        ("ЗАО Вега-Трейд", "ЗАО Вега Трейд"),
        ("ПАО «Сбережения»", "Публичное акционерное общество \"Сбережения\""),
        ("Магазин №12", "Магазин 12"),
        ("Чай и кофе", "Чаи\u{306} и кофе"),
        ("Acme Ltd", "ACME LTD."),
        ("Acme Ltd", "Acme Limited"),
        ("Acme, Inc.", "Acme Inc"),
        ("Northwind L.L.C.", "Northwind LLC"),
        ("Smith & Sons", "Smith and Sons"),
        ("O'Neil", "O’Neil"),
        ("Nordlicht GmbH & Co. KG", "Nordlicht GmbH & Co KG"),
        ("CAXAP", "САХАР"),
        ("+7 (916) 123-45-67", "89161234567"),
        ("Ivan@Mail.ru", "ivan@mail.ru"),
    ] {
        assert_eq!(together(one, other), Some(Confidence::Sure), "{one} / {other}");
    }
}

#[test]
fn pairs_that_are_likely_one_name() {
    for (one, other) in [
        ("ООО Ромашка", "Ромашка"),
        ("ИП Ветров", "Ветров"),
        ("ОАО Вега", "ПАО Вега"),
        ("ЗАО Вега", "АО Вега"),
        ("Ромашка Плюс", "РомашкаПлюс"),
        ("Acme Ltd", "Acme"),
        ("Acme Co", "Acme"),
        ("Acme Co. Ltd", "Acme"),
        ("Romashka LLC", "ООО Romashka"),
    ] {
        assert_eq!(together(one, other), Some(Confidence::Likely), "{one} / {other}");
    }
}

#[test]
fn pairs_that_may_be_mistyped() {
    for (one, other) in [
        ("Ромашка", "Рамашка"),
        ("ООО Ромашка", "ООО Ромшака"),
        ("ООО «Стройматериалы»", "Строймтериалы"),
        ("Строительные технологии", "Строителные технлогии"),
        ("Northwind Traders", "Nortwind Traders"),
        ("Иванов Сергей Петрович", "Иванов Сергей Перович"),
        ("Магазин 12", "Магазн 12"),
    ] {
        assert_eq!(together(one, other), Some(Confidence::Possible), "{one} / {other}");
    }
}

#[test]
fn pairs_that_are_two_clients() {
    for (one, other) in [
        ("ООО Ветров", "ИП Ветров"),
        ("ООО Вега", "АО Вега"),
        ("Acme Inc", "Acme GmbH"),
        ("Магазин 12", "Магазин 13"),
        ("Магазин 1 2", "Магазин 12"),
        ("Клиент 100234", "Клиент 100235"),
        ("1001", "1002"),
        ("Вега", "Мега"),
        ("ТД Северный", "ТК Северный"),
        ("Петров Андрей", "Петрова Андрей"),
        ("Александр Белов", "Александра Белова"),
        ("Белинский", "Белинская"),
        ("Иванов И. И.", "Иванов И. П."),
        ("И. П. Петров", "Петров"),
        ("Вита", "Вита+"),
        ("Филиал А", "Филиал Б"),
        ("Магазин II", "Магазин III"),
        ("Ромашка Казань", "Ромашка"),
        ("Ромашка", "Василёк"),
        ("ООО", "ЗАО"),
        ("***", "---"),
        ("Строительные технологии", "Столярные технологии"),
        ("Ag Media", "Media"),
    ] {
        assert_eq!(together(one, other), None, "{one} / {other}");
    }
}

#[test]
fn a_name_without_a_form_joins_none_of_two_firms() {
    let groups = find(&table(&["ООО Ветров", "ИП Ветров", "Ветров", "ООО «Ветров»", "ВЕТРОВ"]));
    let names: Vec<Vec<&str>> =
        groups.iter().map(|group| group.spellings.iter().map(|spelling| spelling.name.as_str()).collect()).collect();
    assert_eq!(names, [["ООО Ветров", "ООО «Ветров»"], ["Ветров", "ВЕТРОВ"]]);
}

#[test]
fn the_main_spelling_has_the_largest_turnover() {
    let mut table = table(&["ромашка", "ООО Ромашка", "Рамашка", "ООО \"Ромашка\""]);
    table.amount = [30, 50, 90, 50].map(Amount).to_vec();
    // Without a client, and a client without rows, play no part.
    table.client.push(SalesTable::NO_CLIENT);
    table.day.push(Day(0));
    table.amount.push(Amount(1_000));
    table.client_names.push("РОМАШКА");
    let groups = find(&table);
    assert_eq!(groups.len(), 1);
    let found: Vec<_> = groups[0]
        .spellings
        .iter()
        .map(|spelling| (spelling.name.as_str(), spelling.amount.0, spelling.confidence))
        .collect();
    assert_eq!(found[0].0, "Рамашка");
    let others = [("ООО \"Ромашка\"", 50), ("ООО Ромашка", 50), ("ромашка", 30)]
        .map(|(name, sum)| (name, sum, Confidence::Possible));
    assert_eq!(found[1..], others);
}
