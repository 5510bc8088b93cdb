//! Points 14–21: from cells to numbers, days and names.

use clientfolio::analytics::amount::Sum;
use clientfolio::analytics::dataset::kinds::report::Finding;
use clientfolio::analytics::dataset::{
    ColumnKind, CurrencyCode, DateOrder, DecimalMark, ReadOptions, Reason, inspect, number,
};
use clientfolio::analytics::date::Day;
use clientfolio::analytics::quality::spelling;
use clientfolio::i18n::{Currency, Format, Locale};

use super::{bytes, read, read_with};
use crate::support::{sales, set_aside};

/// Amounts of a file, each once, where all are to be the same.
fn amounts(name: &str) -> Vec<String> {
    let mut amounts: Vec<String> = read(name).table.amount.iter().map(ToString::to_string).collect();
    amounts.dedup();
    amounts
}

#[test]
fn point_14_decimal_marks() {
    // Actual #2143: `1.000` is a thousand, because the last row says what the point is.
    assert_eq!(amounts("14_thousands_by_point.csv"), ["1000.0000", "2500.0000", "1234.5000"]);
    // Actual #5020: not −1107.
    assert_eq!(amounts("14_point_beside_currency.csv"), ["-110.7000", "1234.5000"]);
    // RAWGraphs #247: groups by the very comma that separates cells.
    assert_eq!(amounts("14_quoted_thousands_commas.csv"), ["1234.5000", "12345.0000"]);

    // Nothing in the column tells: it is asked, and each answer gives its sums.
    let ingested = read("14_either.csv");
    assert!(ingested.report.decimal_ambiguous);
    for (mark, total) in [(DecimalMark::Comma, "3.5790"), (DecimalMark::Point, "3579.0000")] {
        let options = ReadOptions { decimal: Some(mark), ..ReadOptions::default() };
        let report = read_with("14_either.csv", &options).report;
        assert_eq!((report.total.to_string().as_str(), report.decimal_ambiguous), (total, false));
    }
}

#[test]
fn point_15_groups_of_digits() {
    assert_eq!(read("15_groups.csv").report.rows_used, 6);
    assert_eq!(amounts("15_groups.csv"), ["1234567.5000"]);
    // What this app writes is read back: Russian groups are parted by U+00A0, English ones by commas.
    let sum = Sum(12_345_675_000);
    for (locale, mark) in [(Locale::Ru, DecimalMark::Comma), (Locale::En, DecimalMark::Point)] {
        for currency in [Currency::None, Currency::Rub] {
            let format = Format { locale, currency };
            for shown in [format.money_exact(sum), format.money_exact(-sum)] {
                let read = number::parse(&shown, mark).and_then(number::Decimal::to_amount).map(|(amount, _)| amount.0);
                assert_eq!(read.map(i64::abs), Some(12_345_675_000), "{shown}");
            }
        }
    }
}

#[test]
fn point_16_signs() {
    assert_eq!(
        sales(&read("16_signs.csv")),
        [
            "minus | 2026-02-01 | -49.0300",
            "U+2212 | 2026-02-02 | -49.0300",
            // SheetJS #1966.
            "trailing | 2026-02-03 | -49.0300",
            "brackets | 2026-02-04 | -49.0300",
            "brackets and groups | 2026-02-05 | -1234.0000",
            "plus | 2026-02-06 | 49.0300",
        ]
    );
}

#[test]
fn point_17_currencies_and_percent() {
    assert_eq!((read("17_roubles.csv").report.rows_used, amounts("17_roubles.csv")), (6, vec!["1652.2900".to_owned()]));
    // Actual #810: `R$1652,29` was read as 29.
    assert_eq!((read("17_reais.csv").report.rows_used, amounts("17_reais.csv")), (2, vec!["1652.2900".to_owned()]));
    // Two currencies are no sum.
    let report = read("17_two_currencies.csv").report;
    assert!(report.mixes_currencies());
    let named: Vec<_> = report.currencies.iter().map(|share| share.currency).collect();
    assert_eq!(named, [CurrencyCode::from_code("RUB"), CurrencyCode::from_code("USD")]);
    assert_eq!(number::parse("12,5 %", DecimalMark::Comma).map(|ratio| ratio.to_string()).as_deref(), Some("0.125"));
}

#[test]
fn point_18_dates() {
    let ingested = read("18_forms.csv");
    assert_eq!(ingested.report.rows_used, 8);
    let first = Day::from_ymd(2026, 2, 1).expect("a day");
    assert!(ingested.table.day.iter().all(|&day| day == first), "{:?}", sales(&ingested));

    // wealthfolio #1601, submersion #1828: the column decides, not the cell; here its last row does.
    let ingested = read("18_day_or_month_last_row_tells.csv");
    assert_eq!((ingested.report.date_order, ingested.report.date_order_ambiguous), (DateOrder::Mdy, false));
    assert_eq!(
        sales(&ingested),
        ["Nord | 2026-03-04 | 1.0000", "Sud | 2026-05-06 | 2.0000", "Est | 2026-04-25 | 3.0000"]
    );
    assert!(read("18_day_or_month_open.csv").report.date_order_ambiguous);
    for (order, day) in [(DateOrder::Dmy, "2026-04-03"), (DateOrder::Mdy, "2026-03-04")] {
        let options = ReadOptions { date_order: Some(order), ..ReadOptions::default() };
        let ingested = read_with("18_day_or_month_open.csv", &options);
        assert_eq!((ingested.table.day[0].to_string().as_str(), ingested.report.date_order_ambiguous), (day, false));
    }
}

#[test]
fn point_19_days_as_numbers_of_a_spreadsheet() {
    let ingested = read("19_serial_dates.csv");
    // Excel shows 46054 as 1 February 2026. The amounts look the same and stay amounts.
    assert_eq!(sales(&ingested), ["Nord | 2026-02-01 | 45000.0000", "Sud | 2026-02-01 | 46000.0000"]);
    assert_eq!(set_aside(&ingested), [(Reason::BadDate, vec![4])]);
}

#[test]
fn point_20_identifiers() {
    let name = "20_identifiers.csv";
    let ingested = read(name);
    let orders = ingested.table.order.as_ref().expect("orders");
    assert!(
        orders[0] != orders[1] && orders[1] != orders[2] && orders[0] != orders[2],
        "0007, 7 and 07 are three orders"
    );
    let file = bytes(name);
    let seen = inspect(&file, file.len() as u64, &ReadOptions::default()).expect("a table");
    let kinds: Vec<ColumnKind> = seen.columns.iter().map(|column| column.kind).collect();
    assert_eq!(
        kinds[2..],
        [ColumnKind::Identifier, ColumnKind::Identifier, ColumnKind::Identifier, ColumnKind::Number]
    );

    // `7,9E+10`: digits are lost for good, and that is told.
    let name = "20_damaged_phones.csv";
    let file = bytes(name);
    let seen = inspect(&file, file.len() as u64, &ReadOptions::default()).expect("a table");
    assert_eq!(seen.details.findings, [(Finding::DamagedIdentifiers, 2)]);
    assert_eq!(read(name).report.total.to_string(), "60.0000");
}

#[test]
fn point_21_keys_of_clients() {
    let table = read("21_spellings.csv").table;
    let groups = spelling::find(&table);
    let names: Vec<Vec<&str>> =
        groups.iter().map(|group| group.spellings.iter().map(|spelling| spelling.name.as_str()).collect()).collect();
    // Letter ё, quotes, case, the no-break space, where the form stands; another form is another client.
    assert_eq!(names, [["ООО \"Берёзка\"", "ООО «БЕРЕЗКА»", "Березка\u{a0}ООО"]]);
    // What they are compared by is shown beside them.
    assert!(groups[0].spellings.iter().all(|spelling| spelling.key == "березка"), "{groups:?}");

    // Clients known by a phone or a mailbox: its way of writing does not matter, every digit and dot does.
    let groups = spelling::find(&read("21_phones.csv").table);
    let keys: Vec<(&str, Vec<&str>)> = groups
        .iter()
        .map(|group| {
            let names = group.spellings.iter().map(|spelling| spelling.name.as_str()).collect();
            (group.spellings[0].key.as_str(), names)
        })
        .collect();
    assert_eq!(
        keys,
        [
            ("+79161234567", vec!["+7 (916) 123-45-67", "8 916 123 45 67", "79161234567"]),
            ("ivan@mail.ru", vec!["Ivan@Mail.ru", "ivan@mail.ru"]),
        ]
    );
}
