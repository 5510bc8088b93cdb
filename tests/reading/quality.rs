//! What may be wrong in a file, told and decided: several currencies, repeated rows, spellings, switches.

use clientfolio::analytics::amount::Amount;
use clientfolio::analytics::dataset::{
    CurrencyCode, Encoding, ReadOptions, Reason, SalesTable, TakenCurrency, read_all,
};
use clientfolio::analytics::date::Day;
use clientfolio::analytics::quality::refinement::{Duplicates, Future, Returns, WithoutClient};
use clientfolio::analytics::quality::{Confidence, Count, Refinement, examine, refine, spelling};
use clientfolio::i18n::{Currency, Format, Locale};
use clientfolio::jobs::engine::Engine;
use clientfolio::jobs::protocol::{Request, Response};
use clientfolio::jobs::source::Bytes;

use crate::support::{check_account, fixture, read_whole, set_aside};

fn code(text: &str) -> Option<CurrencyCode> {
    CurrencyCode::from_code(text)
}

#[test]
fn several_currencies_are_told_apart() {
    let ingested = read_all(&fixture("mixed_currencies.csv"), &ReadOptions::default()).unwrap();
    check_account(&ingested, "mixed_currencies.csv");
    let report = &ingested.report;
    assert!(report.mixes_currencies());
    let shares: Vec<_> =
        report.currencies.iter().map(|share| (share.currency, share.rows, share.amount.to_string())).collect();
    assert_eq!(
        shares,
        [
            (code("RUB"), 2, "3001.0000".to_owned()),
            (code("USD"), 2, "250.0000".to_owned()),
            (None, 1, "300.0000".to_owned()),
        ]
    );
}

#[test]
fn a_column_of_currencies_by_any_of_its_names() {
    for name in ["Валюта", "Валюта документа", "ВАЛЮТА СЧЁТА", "Currency Code", "Order Currency", "Вал."]
    {
        let text = format!("Дата;Клиент;Сумма;{name}\n01.02.2026;Ромашка;10;RUB\n02.02.2026;Вега;20;USD\n");
        let found: Vec<_> = read_whole(&text).report.currencies.iter().map(|share| share.rows).collect();
        assert_eq!(found, [1, 1], "{name}");
    }
}

#[test]
fn one_currency_is_taken_and_the_others_are_set_aside() {
    for (currency, unnamed, lines, total) in [
        (code("RUB"), false, &[4, 5, 6][..], "3001.0000"),
        (code("RUB"), true, &[4, 5], "3301.0000"),
        (code("USD"), false, &[2, 3, 6], "250.0000"),
        (None, true, &[2, 3, 4, 5], "300.0000"),
    ] {
        let options = ReadOptions { currency: Some(TakenCurrency { currency, unnamed }), ..ReadOptions::default() };
        let ingested = read_all(&fixture("mixed_currencies.csv"), &options).unwrap();
        check_account(&ingested, "mixed_currencies.csv");
        assert!(!ingested.report.mixes_currencies());
        assert_eq!(ingested.report.total.to_string(), total);
        assert_eq!(set_aside(&ingested), [(Reason::BadDate, vec![7]), (Reason::OtherCurrency, lines.to_vec())]);
    }
}

#[test]
fn a_currency_comes_from_its_column_and_from_the_header() {
    for (file, expected) in [
        ("Client,Date,Amount,Currency\nA,2026-01-01,5,USD\nB,2026-01-02,6,EUR\n", &["EUR 1", "USD 1"][..]),
        ("Client,Date,Amount,Currency\nA,2026-01-01,5,\nB,2026-01-02,6,EUR\n", &["EUR 1", "- 1"]),
        ("Клиент;Дата;Сумма, руб.\nА;01.01.2026;5,00\nБ;02.01.2026;$6,00\n", &["RUB 1", "USD 1"]),
        ("Client,Date,Amount\nA,2026-01-01,5\n", &[]),
    ] {
        let report = read_all(file.as_bytes(), &ReadOptions::default()).unwrap().report;
        let name = |currency: Option<CurrencyCode>| currency.map_or_else(|| "-".to_owned(), |code| code.to_string());
        let found: Vec<String> =
            report.currencies.iter().map(|share| format!("{} {}", name(share.currency), share.rows)).collect();
        assert_eq!(found, expected, "{file}");
    }
}

#[test]
fn findings_and_what_each_switch_moves() {
    let table = read_all(&fixture("quality_cp1251.csv"), &ReadOptions::default()).unwrap().table;
    let today = Day::from_ymd(2026, 2, 1).unwrap();
    let found = examine(&table, today);
    let count = |count: Count| (count.rows, count.amount.to_string());
    // The second row repeats the first; the third has another product at the same price.
    assert_eq!(count(found.duplicates), (1, "1500.5000".to_owned()));
    assert_eq!(count(found.returns), (1, "-30.0000".to_owned()));
    assert_eq!(count(found.future), (1, "40.0000".to_owned()));
    assert_eq!(count(found.without_client), (1, "50.0000".to_owned()));

    let groups = spelling::find(&table);
    let names: Vec<_> =
        groups[0].spellings.iter().map(|spelling| (spelling.name.as_str(), spelling.confidence)).collect();
    let expected =
        [("ООО \"Ромашка\"", Confidence::Sure), ("ООО \"РОМАШКА\"", Confidence::Sure), ("Ромашка", Confidence::Likely)];
    assert_eq!((groups.len(), names.as_slice()), (1, &expected[..]));

    let mut all = Refinement {
        duplicates: Duplicates::Drop,
        returns: Returns::Drop,
        future: Future::DropAfter(today),
        without_client: WithoutClient::OneLine("nobody".to_owned()),
        merges: Vec::new(),
    };
    all.merge("ООО \"Ромашка\"", ["Ромашка".to_owned(), "ООО \"РОМАШКА\"".to_owned()]);
    let refined = refine(&table, &all);
    assert_eq!(count(refined.account.kept), (5, "3351.0000".to_owned()));
    assert_eq!(refined.account.clients, 2, "the daisy, and whoever has no name");
}

#[test]
fn the_engine_answers_for_the_table_that_decisions_make() {
    let mut engine = Engine::new();
    let mut ask = |request: Request, source: Option<&mut Bytes>| {
        engine.handle(request, source.map(|source| source as _), &mut |_| {}).unwrap()
    };
    ask(Request::Import(ReadOptions::default()), Some(&mut Bytes::new(fixture("quality_cp1251.csv"))));
    let today = Day::from_ymd(2026, 2, 1).unwrap();
    let clients = |response: Response| match response {
        Response::AbcXyz(summary) => (summary.clients, summary.total.to_string()),
        other => panic!("{other:?}"),
    };
    let before = clients(ask(Request::AbcXyz(Default::default()), None));
    let Response::Quality(quality) = ask(Request::Quality { today, spellings: true }, None) else { panic!() };
    let mut refinement = Refinement { duplicates: Duplicates::Drop, ..Refinement::default() };
    let group = &quality.groups[0];
    refinement.merge(&group.spellings[0].name, group.spellings[1..].iter().map(|spelling| spelling.name.clone()));
    ask(Request::Refine(refinement), None);
    // Three spellings are one client; one of the two equal rows is gone. The row without a client never counted.
    let after = clients(ask(Request::AbcXyz(Default::default()), None));
    assert_eq!((before.0 - after.0, after.1), (2, "3311.0000".to_owned()));
    let Response::Quality(quality) = ask(Request::Quality { today, spellings: true }, None) else { panic!() };
    assert_eq!((quality.groups.len(), quality.groups_all), (0, 0), "what is merged is not offered again");
    ask(Request::Refine(Refinement::default()), None);
    assert_eq!(clients(ask(Request::AbcXyz(Default::default()), None)), before, "every decision is taken back");
}

#[test]
fn rows_set_aside_come_back_in_the_form_of_the_file() {
    let mut engine = Engine::new();
    let mut source = Bytes::new(fixture("quality_cp1251.csv"));
    engine.handle(Request::Import(ReadOptions::default()), Some(&mut source), &mut |_| {}).unwrap();
    let format = Format { locale: Locale::Ru, currency: Currency::Rub };
    let Response::File(bytes) = engine.handle(Request::ExportSetAside { format }, None, &mut |_| {}).unwrap() else {
        panic!()
    };
    let (text, _, broken) = encoding_rs::WINDOWS_1251.decode(&bytes);
    assert!(!broken);
    // The one change to a cell: what a spreadsheet would calculate is disarmed.
    assert_eq!(
        text,
        "Строка;Причина;Дата;Контрагент;Номер;Товар;Сумма\r\n10;не дата;31.02.2026;ИП Ветров;7;'=1+1;70,00\r\n"
    );
    assert_eq!(engine.report().unwrap().encoding, Encoding::Windows1251);
}

/// A table in which each name has one row.
fn one_row_each(names: &[&str]) -> SalesTable {
    let mut table = SalesTable { client_names: names.iter().copied().collect(), ..SalesTable::default() };
    for client in 0..u32::try_from(names.len()).unwrap() {
        table.client.push(client);
        table.day.push(Day(0));
        table.amount.push(Amount(i64::from(client)));
    }
    table
}

#[test]
fn long_lists_take_no_square_time() {
    // Names with a common beginning, numbers and small differences; a comparison of all with all would take minutes.
    let names: Vec<String> = (0..4_000_u32)
        .map(|number| match number % 4 {
            0 => format!("Покупатель {number}"),
            1 => format!("ООО «Торговый дом {}»", word(number)),
            2 => format!("Индивидуальный предприниматель {} {}", word(number), word(number / 7)),
            _ => word(number),
        })
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let began = std::time::Instant::now();
    let groups = spelling::find(&one_row_each(&names));
    assert!(began.elapsed().as_secs() < 30, "{:?} for {} groups", began.elapsed(), groups.len());
}

/// A word that looks like a name, made of syllables.
fn word(number: u32) -> String {
    const SYLLABLES: [&str; 16] =
        ["ра", "ми", "сто", "вел", "но", "тар", "ли", "кон", "бе", "дус", "га", "пор", "ше", "вин", "жа", "зем"];
    let mut state = number.wrapping_mul(2_654_435_761) ^ 0x5bd1;
    let mut word = String::from("К");
    for _ in 0..5 {
        word.push_str(SYLLABLES[(state >> 28) as usize]);
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
    }
    word
}
