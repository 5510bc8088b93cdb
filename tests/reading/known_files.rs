//! Files of the wild. Their figures come from the files' publishers and from independent reckoning.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use clientfolio::analytics::dataset::{Field, HEAD_BYTES, Ingested, ReadOptions, inspect, read_all};
use flate2::read::GzDecoder;

use crate::support::{check_account, data, data_folder, fixture, without_client};

/// What is known of a file: rows used, clients, their sum, and the header of each field.
struct Known {
    file: &'static str,
    rows: u64,
    clients: u64,
    total: &'static str,
    days: [&'static str; 2],
    mapping: &'static [(Field, &'static str)],
}

const KNOWN: &[Known] = &[
    Known {
        file: "ru/AnnaK_Продажи.csv",
        rows: 3_439,
        clients: 4,
        total: "237276715.0000",
        days: ["2020-01-01", "2020-12-31"],
        mapping: &[
            (Field::Client, "Заказчик"),
            (Field::Date, "Дата"),
            (Field::Amount, "Итого"),
            (Field::Quantity, "Количество"),
            (Field::Price, "Цена за упаковку"),
            (Field::Product, "Товар"),
            (Field::Group, "Категория товара"),
        ],
    },
    Known {
        file: "cdnow/BTYD_cdnowElog.csv",
        rows: 6_919,
        clients: 2_357,
        total: "244091.9400",
        days: ["1997-01-01", "1998-06-30"],
        mapping: &[(Field::Client, "masterid"), (Field::Date, "date"), (Field::Amount, "sales")],
    },
    Known {
        file: "rfm_r/rfm_data_orders.csv",
        rows: 4_906,
        clients: 995,
        total: "464158.0000",
        days: ["2001-10-29", "2006-12-30"],
        mapping: &[(Field::Client, "customer_id"), (Field::Date, "order_date"), (Field::Amount, "revenue")],
    },
];

fn headers(ingested: &Ingested) -> Vec<(Field, &str)> {
    let report = &ingested.report;
    report.mapping.iter().map(|(field, column)| (field, report.headers[column].as_str())).collect()
}

#[test]
fn known_files() {
    for known in KNOWN {
        let Some(bytes) = data(known.file) else { continue };
        let file = known.file;
        let ingested = read_all(&bytes, &ReadOptions::default()).unwrap_or_else(|error| panic!("{file}: {error}"));
        check_account(&ingested, file);
        let report = &ingested.report;
        assert_eq!((report.rows_used, report.rows_set_aside, report.clients), (known.rows, 0, known.clients), "{file}");
        assert_eq!(report.total.to_string(), known.total, "{file}");
        assert_eq!([report.first, report.last].map(|day| day.expect("a day").to_string()), known.days, "{file}");
        assert_eq!(headers(&ingested), known.mapping, "{file}");
        assert!(!report.date_order_ambiguous && !report.decimal_ambiguous, "{file}");
    }
}

#[test]
fn networks_are_the_clients() {
    let Some(bytes) = data("ru/AnnaK_Продажи.csv") else { return };
    let ingested = read_all(&bytes, &ReadOptions::default()).expect("a table");
    let mut names: Vec<&str> = ingested.table.client_names.iter().collect();
    names.sort_unstable();
    assert_eq!(names, ["Ашан", "Лента", "Магнит", "О'КЕЙ"]);
}

#[test]
fn online_retail() {
    let Some(packed) = data("online_retail/online_retail.csv.gz") else { return };
    let mut bytes = Vec::new();
    GzDecoder::new(packed.as_slice()).read_to_end(&mut bytes).expect("a whole archive");
    let ingested = read_all(&bytes, &ReadOptions::default()).expect("a table");
    check_account(&ingested, "online retail");
    let report = &ingested.report;
    assert_eq!((report.rows_read, report.rows_used, report.clients), (541_909, 541_909, 4_372));
    assert_eq!(without_client(&ingested), (135_080, "1447682.1200".to_owned()));
    assert_eq!(report.total.to_string(), "9747747.9340");
    assert_eq!([report.first, report.last].map(|day| day.expect("a day").to_string()), ["2010-12-01", "2011-12-09"]);
    assert_eq!(
        headers(&ingested),
        [
            (Field::Client, "CustomerID"),
            (Field::Date, "InvoiceDate"),
            (Field::Quantity, "Quantity"),
            (Field::Price, "UnitPrice"),
            (Field::Order, "InvoiceNo"),
            (Field::Product, "Description"),
        ]
    );
}

#[test]
fn orders_of_a_shop_map_by_themselves() {
    let Some(bytes) = data("ru/northwind_ru/Заказы.csv") else { return };
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let inspection = inspect(head, bytes.len() as u64, &ReadOptions::default()).expect("a table");
    let name = |field| inspection.mapping.column(field).map(|column| inspection.columns[column].name.as_str());
    assert_eq!(name(Field::Client), Some("КодКлиента"));
    assert_eq!(name(Field::Date), Some("ДатаРазмещения"));
    assert_eq!(name(Field::Order), Some("КодЗаказа"));
    assert_eq!(name(Field::Manager), Some("КодСотрудника"));
    // The cost of delivery is the only money in the file, and not what the order cost.
    assert_eq!(inspection.missing, [Field::Amount]);
}

/// Every file below `folder`.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() { found.extend(files(&entry)) } else { found.push(entry) }
    }
    found.sort();
    found
}

#[test]
fn rows_add_up_in_every_file() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/reading");
    let folders = [Some(fixtures), data_folder()];
    for file in folders.into_iter().flatten().flat_map(|folder| files(&folder)) {
        let bytes = fs::read(&file).expect("a file");
        let name = file.display().to_string();
        let head = &bytes[..bytes.len().min(HEAD_BYTES)];
        let inspection = inspect(head, bytes.len() as u64, &ReadOptions::default());
        match read_all(&bytes, &ReadOptions::default()) {
            Ok(ingested) => {
                check_account(&ingested, &name);
                let inspection = inspection.unwrap_or_else(|error| panic!("{name}: {error}"));
                assert_eq!(inspection.mapping, ingested.report.mapping, "{name}");
            }
            Err(error) => assert!(!error.to_string().is_empty(), "{name}"),
        }
    }
}

#[test]
fn fixtures_are_there() {
    assert!(fixture("sales_cp866.csv").starts_with(&[0x84, 0xa0, 0xe2, 0xa0]), "«Дата» in cp866");
}
