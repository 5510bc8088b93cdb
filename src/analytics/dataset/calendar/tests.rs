use proptest::prelude::*;

use super::DateOrder::{Dmy, Mdy, Ymd};
use super::*;

/// The cell as ISO if its day is beyond doubt, as `first?second?year` if the column decides.
fn read(cell: &str) -> Option<String> {
    parse(cell).map(|cell| match cell {
        DateCell::Day(day) => day.to_string(),
        DateCell::Ordered { first, second, year } => format!("{first}?{second}?{year}"),
    })
}

#[test]
fn cells_that_are_dates() {
    let cases = [
        ("2026-01-05", "2026-01-05"),
        ("2026-1-5", "2026-01-05"),
        ("2026/01/05", "2026-01-05"),
        ("2026.01.05", "2026-01-05"),
        (" 05.01.2026\u{a0}", "2026-01-05"),
        ("\"05.01.2026\"", "2026-01-05"),
        ("5.1.26", "2026-01-05"),
        ("05.01.2026 г.", "2026-01-05"),
        ("05.01.2026г", "2026-01-05"),
        ("01.01.68", "2068-01-01"),
        ("01.01.69", "1969-01-01"),
        ("01.01.99", "1999-01-01"),
        ("01.01.00", "2000-01-01"),
        ("29.02.2024", "2024-02-29"),
        ("01.01.1900", "1900-01-01"),
        ("31.12.2200", "2200-12-31"),
        ("03/04/2026", "3?4?2026"),
        ("3/4/26", "3?4?2026"),
        ("03-04-2026", "3?4?2026"),
        ("25/12/2026", "25?12?2026"),
        ("12/25/2026", "12?25?2026"),
        ("29/02/24", "29?2?2024"),
        ("05.02.2026 в 14:30", "2026-02-05"),
        ("14:30 05.02.2026", "2026-02-05"),
        ("от 05.02.2026", "2026-02-05"),
        ("05.02.2026 (чт)", "2026-02-05"),
        ("Feb 5th, 2026", "2026-02-05"),
        ("5 Feb 2026 at 14:30", "2026-02-05"),
        ("01.01.2026-31.01.2026", "2026-01-01"),
        ("01.01.2026 0:00:00 - 31.01.2026 23:59:59", "2026-01-01"),
        ("2026-01-01 — 2026-01-31", "2026-01-01"),
        ("2026-01-05 - 2026-01-06", "2026-01-05"),
        ("2026-01-01..2026-01-31", "2026-01-01"),
        ("01.01.2026 по 31.01.2026 г.", "2026-01-01"),
        ("01/13/2026 to 01/19/2026", "1?13?2026"),
        ("2026-01-05T10:30:00", "2026-01-05"),
        ("2026-01-05t10:30", "2026-01-05"),
        ("2026-01-05T10:30:00Z", "2026-01-05"),
        ("2026-01-05T23:59:59.999+03:00", "2026-01-05"),
        ("2026-01-05T23:59:59,123456789-0500", "2026-01-05"),
        ("2026-01-05 10:30:00 +03", "2026-01-05"),
        ("2026-01-05 10:30:00 UTC", "2026-01-05"),
        ("2026-01-05 24:00:00", "2026-01-05"),
        ("Mon Jan 05 2026 10:30:00 GMT+0300 (Moscow Standard Time)", "2026-01-05"),
        ("пн 05.01.2026", "2026-01-05"),
        ("2026 январь", "2026-01-01"),
        ("2026, янв", "2026-01-01"),
        ("01.02.2026 0:00:00", "2026-02-01"),
        ("01.02.2026 г. 9:05", "2026-02-01"),
        ("01.02.2026, 13:45:10", "2026-02-01"),
        ("1/2/2026 3:04 PM", "1?2?2026"),
        ("1/2/2026, 3:04:05\u{202f}am", "1?2?2026"),
        ("1/2/2026 12:00:00PM", "1?2?2026"),
        ("20260105", "2026-01-05"),
        ("2026010500", "2026-01-05"),
        ("2026010523", "2026-01-05"),
        ("20260105 10:30", "2026-01-05"),
        ("21001231", "2100-12-31"),
        ("01 янв 2026", "2026-01-01"),
        ("1 янв. 2026 г.", "2026-01-01"),
        ("1 января 2026 г.", "2026-01-01"),
        ("1 Января 2026 года", "2026-01-01"),
        ("31 МАЯ 2026, 10:00", "2026-05-31"),
        ("5 сент 26", "2026-09-05"),
        ("05.нояб.2026", "2026-11-05"),
        ("29 февр. 2024", "2024-02-29"),
        ("январь 2026", "2026-01-01"),
        ("Январь 2026 г.", "2026-01-01"),
        ("фев. 2026", "2026-02-01"),
        ("янв.26", "2026-01-01"),
        ("январь 26", "2026-01-01"),
        ("янв 26", "2026-01-01"),
        ("Январь'26", "2026-01-01"),
        ("Jan '26", "2026-01-01"),
        ("«05» января 2026 г.", "2026-01-05"),
        ("\"5\" января 2026 года", "2026-01-05"),
        ("Jan-26", "2026-01-01"),
        ("January 2026", "2026-01-01"),
        ("5. März 2026", "2026-03-05"),
        ("Dezember 2026", "2026-12-01"),
        ("15 березня 2026 р.", "2026-03-15"),
        ("Січень 2026", "2026-01-01"),
        ("1 January 2026", "2026-01-01"),
        ("Jan 5, 2026", "2026-01-05"),
        ("jan. 5 2026", "2026-01-05"),
        ("September 30, 2026 11:59 pm", "2026-09-30"),
        ("05-Jan-26", "2026-01-05"),
        ("5/Dec/2026", "2026-12-05"),
        ("05JAN2026", "2026-01-05"),
        ("2026-Jan-05", "2026-01-05"),
        ("Mon, 5 Jan 2026", "2026-01-05"),
        ("Mon, 05 Jan 2026 10:00:00 +0300", "2026-01-05"),
        ("Monday, January 5, 2026", "2026-01-05"),
        ("понедельник, 5 января 2026 г.", "2026-01-05"),
        ("Пн., 05.01.2026", "2026-01-05"),
        ("Thu, 2026-01-01", "2026-01-01"),
        ("2026-02", "2026-02-01"),
        ("Q2 2026", "2026-04-01"),
        ("2026-Q3", "2026-07-01"),
        ("2026Q3", "2026-07-01"),
        ("4 кв. 2026 г.", "2026-10-01"),
        ("2кв 2026", "2026-04-01"),
        ("III квартал 2026 года", "2026-07-01"),
        // The first week of 2026 begins on 29 December.
        ("2026-W05", "2026-01-26"),
        ("2026w05", "2026-01-26"),
        ("2026-W01-3", "2025-12-31"),
    ];
    for (cell, expected) in cases {
        assert_eq!(read(cell).as_deref(), Some(expected), "{cell:?}");
    }
}

#[test]
fn cells_that_are_no_dates() {
    let cells = [
        "",
        " ",
        "-",
        "01.01.2026-",
        "от Иванова",
        "14:30 Иванов",
        "05.02.2026 (аванс)",
        "05.02.2026 в кассу",
        "01.01.2026-5",
        "01.01.2026 - 31.01.2026 - 28.02.2026",
        "01.01.2026 - Иванов",
        "н/д",
        "итого",
        "2026",
        "12",
        "1234.5",
        "01.2026",
        "2026-1",
        "2026-13",
        "Q5 2026",
        "1 кв",
        "Q1",
        "V квартал 2026",
        "10:30",
        "5 января",
        "Jan 5",
        "Jan 26",
        "January",
        "января 1",
        "31.02.2026",
        "29.02.2026",
        "29.02.1900",
        "00.01.2026",
        "01.00.2026",
        "01.13.2026",
        "2026-13-01",
        "2026-02-30",
        "32/01/2026",
        "13/13/2026",
        "31/31/2026",
        "0/1/2026",
        "30/02/26",
        "01.01.0001",
        "01.01.0001 0:00:00",
        "30.12.1899",
        "31.12.1899",
        "01.01.2201",
        "0000-00-00",
        "9999-12-31",
        "01.01.226",
        "001.01.2026",
        "1.001.2026",
        "2026-001-01",
        "01.02-2026",
        "01/02.2026",
        "1. 2. 2026",
        "20261301",
        "20260230",
        "18991231",
        "21010101",
        "2026010524",
        "2026010599",
        "202601051",
        "20260105103000",
        "31 апреля 2026",
        "0 мая 2026",
        "1 мартобря 2026",
        "1 мая 202",
        "янв 2026 5 6",
        "2026 2026 мая",
        "мая мая 2026",
        ".5 мая 2026",
        "- 5 мая 2026",
        "2026-01-05X",
        "2026-01-05T",
        "2026-01-05 x",
        "2026-01-05 25:00",
        "2026-01-05 10:60",
        "2026-01-05 10:30:61",
        "2026-01-05 10",
        "2026-01-05 10:3",
        "2026-01-05 10:30:00.",
        "2026-01-05 10:30 +3",
        "2026-01-05 10:30 +03:0",
        "2026-01-05 13:30 PM",
        "2026-01-05 10:30 CETX",
        "Foo, 5 Jan 2026",
        "Jan, 5 Feb 2026",
        "٠١.٠٢.2026",
        "192.168.10.20",
        "5 Ян 2026",
        "2024-W53",
        "2026-W00",
        "2026-W05-8",
        "ООО \"Май 2026\"",
    ];
    for cell in cells {
        assert_eq!(read(cell), None, "{cell:?}");
    }
}

#[test]
fn orders_give_days() {
    let cases = [
        ("03/04/2026", Dmy, Some((2026, 4, 3))),
        ("03/04/2026", Ymd, Some((2026, 4, 3))),
        ("03/04/2026", Mdy, Some((2026, 3, 4))),
        ("25/12/2026", Dmy, Some((2026, 12, 25))),
        ("25/12/2026", Mdy, None),
        ("12-25-26", Mdy, Some((2026, 12, 25))),
        ("12-25-26", Dmy, None),
        ("02/29/2024", Mdy, Some((2024, 2, 29))),
        ("2026-03-04", Mdy, Some((2026, 3, 4))),
        ("03.04.2026", Mdy, Some((2026, 4, 3))),
    ];
    for (cell, order, expected) in cases {
        let day = parse(cell).unwrap().resolve(order);
        assert_eq!(day, expected.and_then(|(y, m, d)| Day::from_ymd(y, m, d)), "{cell} as {order:?}");
    }
}

#[test]
fn serial_numbers() {
    let cases = [
        ("25569", Some((1970, 1, 1))),
        ("45658", Some((2025, 1, 1))),
        ("46027.75", Some((2026, 1, 5))),
        (" 46027,999 ", Some((2026, 1, 5))),
        ("20000", Some((1954, 10, 3))),
        ("60000", Some((2064, 4, 8))),
        ("19999", None),
        ("60001", None),
        ("045658", None),
        ("45658.", None),
        ("45658.5.5", None),
        ("45658 5", None),
        ("-45658", None),
        ("45 658", None),
        ("", None),
    ];
    for (cell, expected) in cases {
        assert_eq!(parse_serial(cell), expected.and_then(|(y, m, d)| Day::from_ymd(y, m, d)), "{cell:?}");
    }
}

#[test]
fn unix_times() {
    let cases = [
        ("1000000000", Some((2001, 9, 9))),
        ("1704067199", Some((2023, 12, 31))),
        ("1704067200", Some((2024, 1, 1))),
        ("1704067199999", Some((2023, 12, 31))),
        ("1704067200000", Some((2024, 1, 1))),
        ("7258118399", Some((2199, 12, 31))),
        ("9999999999", None),
        ("170406720", None),
        ("170406720000", None),
        ("17040672.0", None),
        ("-170406720", None),
        ("1704067200ж2", None),
        ("", None),
    ];
    for (cell, expected) in cases {
        assert_eq!(parse_unix(cell), expected.and_then(|(y, m, d)| Day::from_ymd(y, m, d)), "{cell:?}");
    }
}

#[test]
fn months_in_digits() {
    for (cell, expected) in [
        ("01.2026", Some((2026, 1, 1))),
        ("12/2026", Some((2026, 12, 1))),
        (" 1.2026 ", Some((2026, 1, 1))),
        ("202602", Some((2026, 2, 1))),
        ("202613", None),
        ("13.2026", None),
        ("001.2026", None),
        ("1.20260", None),
        ("1.2026 5", None),
        ("01.1234", None),
        ("12,2026", None),
        ("", None),
    ] {
        assert_eq!(parse_month(cell), expected.and_then(|(y, m, d)| Day::from_ymd(y, m, d)), "{cell:?}");
    }
}

#[test]
fn days_of_documents() {
    for (cell, expected) in [
        ("Реализация товаров 00ЦБ-000001 от 01.02.2026 0:00:00", Some((2026, 2, 1))),
        ("Счёт от поставщика № 5 от 1 февраля 2026 г.", Some((2026, 2, 1))),
        ("Скидка от 5 шт.", None),
        ("01.02.2026", None),
        ("от 01.02.2026", None),
    ] {
        let day = parse_document(cell).and_then(|date| date.resolve(Dmy));
        assert_eq!(day, expected.and_then(|(y, m, d)| Day::from_ymd(y, m, d)), "{cell:?}");
    }
}

fn evidence(cells: &[&str]) -> OrderEvidence {
    let mut evidence = OrderEvidence::default();
    cells.iter().for_each(|cell| evidence.see(parse(cell).unwrap()));
    evidence
}

#[test]
fn verdicts_over_columns() {
    use OrderVerdict::{Ambiguous, Certain, Contradictory, Irrelevant};
    let cases: [(&[&str], OrderVerdict); 11] = [
        (&[], Irrelevant),
        (&["2026-01-05", "05.01.2026", "5 мая 2026"], Irrelevant),
        (&["05/05/2026", "6/6/26"], Irrelevant),
        (&["05/05/2026", "05/06/2026"], Ambiguous),
        (&["05/06/2026", "13/06/2026"], Certain(Dmy)),
        (&["05/06/2026", "06/13/2026"], Certain(Mdy)),
        (&["2/1/26", "13-06-26"], Certain(Dmy)),
        (&["29/02/2024"], Certain(Dmy)),
        (&["13/06/2026", "06/13/2026", "06/14/2026"], Contradictory(Mdy)),
        (&["13/06/2026", "14/06/2026", "06/14/2026"], Contradictory(Dmy)),
        (&["13/06/2026", "06/13/2026"], Contradictory(Dmy)),
    ];
    for (cells, expected) in cases {
        assert_eq!(evidence(cells).verdict(), expected, "{cells:?}");
    }
}

#[test]
fn evidence_of_parts_is_the_evidence_of_the_whole() {
    let cells = ["13/06/2026", "06/13/2026", "05/06/2026", "05/05/2026", "2026-01-05", "14/06/2026"];
    for cut in 0..=cells.len() {
        let (left, right) = cells.split_at(cut);
        let mut merged = evidence(left);
        merged.merge(&evidence(right));
        assert_eq!(merged, evidence(&cells));
    }
}

const RUSSIAN: [(&str, &str, &str); 12] = [
    ("Январь", "января", "янв"),
    ("Февраль", "февраля", "фев"),
    ("Март", "марта", "мар"),
    ("Апрель", "апреля", "апр"),
    ("Май", "мая", "май"),
    ("Июнь", "июня", "июн"),
    ("Июль", "июля", "июл"),
    ("Август", "августа", "авг"),
    ("Сентябрь", "сентября", "сен"),
    ("Октябрь", "октября", "окт"),
    ("Ноябрь", "ноября", "ноя"),
    ("Декабрь", "декабря", "дек"),
];
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[test]
fn every_day_of_seven_decades_reads_back_in_every_format() {
    let first = Day::from_ymd(1990, 1, 1).unwrap().0;
    let last = Day::from_ymd(2060, 12, 31).unwrap().0;
    for number in first..=last {
        let day = Day(number);
        let (y, m, d) = day.to_ymd();
        let yy = y % 100;
        let (nominative, genitive, short) = RUSSIAN[m as usize - 1];
        let english = ENGLISH[m as usize - 1];
        let abbreviated = &english[..3];
        let certain = [
            format!("{y}-{m:02}-{d:02}"),
            format!("{y}/{m}/{d}"),
            format!("{y}.{m:02}.{d:02}"),
            format!("{y}-{m:02}-{d:02}T07:08:09.5Z"),
            format!("{y}-{m:02}-{d:02} 07:08:09+03:00"),
            format!("{d:02}.{m:02}.{y}"),
            format!("{d:02}.{m:02}.{y} 0:00:00"),
            format!("{y}{m:02}{d:02}"),
            format!("{y}{m:02}{d:02}23"),
            format!("{d} {genitive} {y} г."),
            format!("{d:02} {short} {y}"),
            format!("{d:02} {short}. {y}"),
            format!("{d} {english} {y}"),
            format!("{abbreviated} {d}, {y}"),
            format!("Sun, {d:02} {abbreviated} {y} 10:00:00 GMT"),
            format!("{y}-{abbreviated}-{d:02}"),
        ];
        for cell in certain {
            assert_eq!(parse(&cell), Some(DateCell::Day(day)), "{cell}");
        }
        for cell in [format!("{d}.{m}.{yy:02}"), format!("{d:02}-{abbreviated}-{yy:02}")] {
            assert_eq!(parse(&cell), Some(DateCell::Day(day)), "{cell}");
        }
        for (cell, order) in [
            (format!("{d:02}/{m:02}/{y}"), Dmy),
            (format!("{d}-{m}-{yy:02} 10:00"), Dmy),
            (format!("{m}/{d}/{y} 3:04 PM"), Mdy),
            (format!("{m:02}-{d:02}-{yy:02}"), Mdy),
        ] {
            assert_eq!(parse(&cell).and_then(|cell| cell.resolve(order)), Some(day), "{cell}");
        }
        for cell in [format!("{nominative} {y}"), format!("{english} {y}"), format!("{short}.{yy:02}")] {
            assert_eq!(parse(&cell), Day::from_ymd(y, m, 1).map(DateCell::Day), "{cell}");
        }
        // Excel's own anchor: 2008-01-01 is 39448.
        let serial = 39_448 + number - Day::from_ymd(2008, 1, 1).unwrap().0;
        assert_eq!(parse_serial(&format!("{serial}.5")), Some(day));
        let seconds = i64::from(number) * 86_400 + 86_399;
        if seconds >= 1_000_000_000 {
            assert_eq!(parse_unix(&seconds.to_string()), Some(day));
            assert_eq!(parse_unix(&format!("{seconds}999")), Some(day));
        }
    }
}

proptest! {
    #[test]
    fn no_cell_breaks_the_reading(cell in any::<String>(), marks in "[-0-9./:,TZ +янвгJanPM]{0,30}") {
        for cell in [cell, marks] {
            if let Some(date) = parse(&cell) {
                prop_assert!(date.resolve(Dmy).is_some() || date.resolve(Mdy).is_some());
                OrderEvidence::default().see(date);
            }
            let _ = (parse_serial(&cell), parse_unix(&cell), parse_month(&cell));
        }
    }
}
