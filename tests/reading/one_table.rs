//! One table in several dresses gives one result.

use std::collections::BTreeMap;

use clientfolio::analytics::amount::Sum;
use clientfolio::analytics::dataset::{
    DateOrder, DecimalMark, Encoding, Field, Ingested, ReadOptions, Reason, SalesTable, Separator, inspect, read_all,
};

use crate::support::{check_account, data, fixture, sales, set_aside, without_client};

/// A dress of a table.
struct Dress {
    file: &'static str,
    encoding: Encoding,
    separator: Separator,
    header_line: u64,
    set_aside: &'static [(Reason, &'static [u64])],
}

const fn plain(file: &'static str, encoding: Encoding, separator: Separator) -> Dress {
    Dress { file, encoding, separator, header_line: 1, set_aside: &[] }
}

/// Checks what only depends on the dress and gives the rest.
fn check(dress: &Dress, bytes: &[u8], options: &ReadOptions) -> Ingested {
    let file = dress.file;
    let ingested = read_all(bytes, options).unwrap_or_else(|error| panic!("{file}: {error}"));
    check_account(&ingested, file);
    let report = &ingested.report;
    assert_eq!((report.encoding, report.separator), (dress.encoding, dress.separator), "{file}");
    assert_eq!(report.header_line, Some(dress.header_line), "{file}");
    let expected: Vec<_> = dress.set_aside.iter().map(|(reason, lines)| (*reason, lines.to_vec())).collect();
    assert_eq!(set_aside(&ingested), expected, "{file}");
    assert_eq!(report.undecodable, 0, "{file}");
    assert_eq!((report.date_order, report.date_order_ambiguous), (DateOrder::Dmy, false), "{file}");
    assert_eq!((report.decimal, report.decimal_ambiguous), (DecimalMark::Comma, false), "{file}");
    let headers = ["Дата", "Контрагент", "Город", "Номер заказа", "Количество", "Сумма, руб."];
    assert_eq!(report.headers, headers, "{file}");
    let fields = [(Field::Client, 1), (Field::Date, 0), (Field::Amount, 5), (Field::Quantity, 4), (Field::Order, 3)];
    assert_eq!(report.mapping.iter().collect::<Vec<_>>(), fields, "{file}");

    let inspection = inspect(bytes, bytes.len() as u64, options).unwrap_or_else(|error| panic!("{file}: {error}"));
    assert_eq!((inspection.encoding, inspection.separator), (dress.encoding, dress.separator), "{file}");
    assert_eq!(inspection.header_line, Some(dress.header_line), "{file}");
    assert_eq!(inspection.mapping, report.mapping, "{file}");
    assert_eq!(inspection.missing, [], "{file}");
    assert_eq!(inspection.date_order, Some(DateOrder::Dmy), "{file}");
    assert_eq!(inspection.decimal, Some(DecimalMark::Comma), "{file}");
    ingested
}

#[test]
fn small_table() {
    use Encoding::{Cp866, Koi8R, Utf8, Utf16Le, Windows1251};
    let titles: &[(Reason, &[u64])] =
        &[(Reason::TotalRow, &[29]), (Reason::TitleRow, &[1, 2]), (Reason::BlankRow, &[3])];
    let dresses = [
        plain("sales_cp1251_nbsp.csv", Windows1251, Separator::Semicolon),
        Dress {
            header_line: 4,
            set_aside: titles,
            ..plain("sales_cp1251_titles_total.csv", Windows1251, Separator::Semicolon)
        },
        plain("sales_utf8_bom.csv", Utf8, Separator::Semicolon),
        plain("sales_utf16le_tab.csv", Utf16Le, Separator::Tab),
        plain("sales_cp866.csv", Cp866, Separator::Semicolon),
        plain("sales_koi8r.csv", Koi8R, Separator::Semicolon),
    ];
    for dress in &dresses {
        let bytes = fixture(dress.file);
        let by_choice = ReadOptions { encoding: Some(dress.encoding), ..ReadOptions::default() };
        for options in [ReadOptions::default(), by_choice] {
            let ingested = check(dress, &bytes, &options);
            let file = dress.file;
            let Ingested { table, report, .. } = &ingested;
            assert_eq!((report.rows_used, report.clients), (24, 6), "{file}");
            assert_eq!(report.total.to_string(), "2195616.5400", "{file}");
            assert_eq!((report.returns.0, report.returns.1.to_string()), (1, "-2480.1000".to_owned()), "{file}");
            assert_eq!(without_client(&ingested), (0, "0.0000".to_owned()), "{file}");
            assert_eq!(
                totals(table),
                [
                    ("Nordlicht GmbH".to_owned(), "9075.6000".to_owned()),
                    ("Вега-Трейд".to_owned(), "1836.3500".to_owned()),
                    ("ИП Ёлкина".to_owned(), "18600.7500".to_owned()),
                    ("Лира; и Ко".to_owned(), "500.1000".to_owned()),
                    ("Маяк \"Юг\"".to_owned(), "2160503.8100".to_owned()),
                    ("ООО \"Ромашка\"".to_owned(), "5099.9300".to_owned()),
                ]
            );
            let sales = sales(&ingested);
            assert_eq!(sales[0], "ООО \"Ромашка\" | 2026-01-12 | 1250.0000", "{file}");
            assert_eq!(sales[7], "ИП Ёлкина | 2026-02-28 | -2480.1000", "{file}");
            assert_eq!(sales[23], "Nordlicht GmbH | 2026-06-30 | 1512.6000", "{file}");
            // 24 rows, 21 orders: three orders have two rows each.
            let orders = table.order.as_ref().expect("orders");
            assert_eq!(orders.iter().max(), Some(&20), "{file}");
            assert_eq!(orders[0], orders[1], "{file}");
        }
    }
}

/// Sums by client, by name.
fn totals(table: &SalesTable) -> Vec<(String, String)> {
    let mut totals: BTreeMap<&str, Sum> = BTreeMap::new();
    for (&client, &amount) in table.client.iter().zip(&table.amount) {
        *totals.entry(table.client_names.get(client).expect("a name")).or_default() += amount;
    }
    totals.into_iter().map(|(name, total)| (name.to_owned(), total.to_string())).collect()
}

#[test]
fn large_table() {
    use Encoding::{Cp866, Utf8, Utf16Le, Windows1251};
    let titles: &[(Reason, &[u64])] =
        &[(Reason::TotalRow, &[2174]), (Reason::TitleRow, &[1, 2]), (Reason::BlankRow, &[3])];
    let dresses = [
        plain("ru/derived/sales_cp1251_nbsp.csv", Windows1251, Separator::Semicolon),
        Dress {
            header_line: 4,
            set_aside: titles,
            ..plain("ru/derived/sales_cp1251_preamble_totals.csv", Windows1251, Separator::Semicolon)
        },
        plain("ru/derived/sales_utf8_bom_space.csv", Utf8, Separator::Semicolon),
        plain("ru/derived/sales_utf16le_tab.csv", Utf16Le, Separator::Tab),
        plain("ru/derived/sales_cp866.csv", Cp866, Separator::Semicolon),
    ];
    let mut tables = Vec::new();
    for dress in &dresses {
        let Some(bytes) = data(dress.file) else { continue };
        let ingested = check(dress, &bytes, &ReadOptions::default());
        let report = &ingested.report;
        assert_eq!((report.rows_used, report.clients), (2_169, 89), "{}", dress.file);
        assert_eq!(report.total.to_string(), "12841739.1100", "{}", dress.file);
        let days = [report.first, report.last].map(|day| day.expect("a day").to_string());
        assert_eq!(days, ["1996-07-04", "1998-05-06"], "{}", dress.file);
        tables.push(ingested.table);
    }
    assert!(tables.windows(2).all(|pair| pair[0] == pair[1]), "the tables differ");
}
