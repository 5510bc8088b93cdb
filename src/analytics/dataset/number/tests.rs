use proptest::prelude::*;

use super::DecimalMark::{Comma, Point};
use super::*;

fn read(cell: &str, mark: DecimalMark) -> Option<String> {
    parse(cell, mark).map(|decimal| decimal.to_string())
}

#[test]
fn cells_read_with_a_known_mark() {
    let cases = [
        ("0", Comma, "0"),
        ("007", Comma, "7"),
        ("-12", Point, "-12"),
        ("1234,50", Comma, "1234.5"),
        ("1234.50", Point, "1234.5"),
        ("1,234", Comma, "1.234"),
        ("1,234", Point, "1234"),
        ("-1.234", Comma, "-1234"),
        ("1.234.567,89", Comma, "1234567.89"),
        ("1,234,567.89", Point, "1234567.89"),
        ("12,34,567.89", Point, "1234567.89"),
        ("₹1,00,000", Point, "100000"),
        ("0,123", Comma, "0.123"),
        (",5", Comma, "0.5"),
        ("-.5", Point, "-0.5"),
        ("1 234 567,8", Comma, "1234567.8"),
        ("1\u{a0}234,50", Comma, "1234.5"),
        ("1\u{202f}234,50", Comma, "1234.5"),
        ("1\u{2009}234\u{a0}567", Point, "1234567"),
        ("1'234'567.80", Point, "1234567.8"),
        ("1’234,5", Comma, "1234.5"),
        ("+5", Comma, "5"),
        ("−5,25", Comma, "-5.25"),
        ("–5,25", Comma, "-5.25"),
        ("- 5", Comma, "-5"),
        // By hand, so that nobody adds a digit.
        ("12 500=", Comma, "12500"),
        ("700,-", Comma, "700"),
        ("700.-", Point, "700"),
        ("1 000-00", Comma, "1000"),
        ("-700,-", Comma, "-700"),
        ("1 000 нал", Comma, "1000"),
        ("700,50 р. (безнал)", Comma, "700.5"),
        ("1200 Наличными.", Comma, "1200"),
        ("99.90 card", Point, "99.9"),
        ("49.03-", Point, "-49.03"),
        ("49,03 −", Comma, "-49.03"),
        ("(1 234,50)", Comma, "-1234.5"),
        ("( 12 )", Point, "-12"),
        ("1 234,50 ₽", Comma, "1234.5"),
        ("1\u{a0}234,50\u{a0}₽", Comma, "1234.5"),
        ("100р", Comma, "100"),
        ("100 р.", Comma, "100"),
        ("100,5руб.", Comma, "100.5"),
        ("100 РУБ", Point, "100"),
        ("1 200,50 (руб.)", Comma, "1200.5"),
        ("-1200 (USD)", Point, "-1200"),
        ("5 руб. 20 коп.", Comma, "5.2"),
        ("1 234 руб. 05 коп.", Point, "1234.05"),
        ("-7 рублей 5 копеек", Comma, "-7.05"),
        ("1 234 руб. 50 коп", Comma, "1234.5"),
        ("1 000 рублей", Comma, "1000"),
        ("12,5 тыс.", Comma, "12500"),
        ("3 тыс. руб.", Comma, "3000"),
        ("-1,25 млн ₽", Comma, "-1250000"),
        ("2 миллиона рублей", Comma, "2000000"),
        ("1.2345 млрд", Point, "1234500000"),
        ("12 т.р.", Comma, "12000"),
        ("150к", Comma, "150000"),
        ("$350K", Point, "350000"),
        ("$1.2M", Point, "1200000"),
        ("3 million", Point, "3000000"),
        ("US$1,200.50", Point, "1200.5"),
        ("AED 75", Point, "75"),
        ("руб. 100", Comma, "100"),
        ("2500 Тенге", Comma, "2500"),
        ("2 500 ₸", Comma, "2500"),
        ("$1,234.50", Point, "1234.5"),
        ("-$5", Point, "-5"),
        ("$-5", Point, "-5"),
        ("($5.00)", Point, "-5"),
        ("$(5.00)", Point, "-5"),
        ("$5.00 USD", Point, "5"),
        ("-110.7 €", Point, "-110.7"),
        ("EUR 12,30", Comma, "12.3"),
        ("12.30gbp", Point, "12.3"),
        ("¥1,000", Point, "1000"),
        ("£.99", Point, "0.99"),
        ("10 Br", Comma, "10"),
        ("10 BYN", Comma, "10"),
        ("99 UAH", Comma, "99"),
        ("99 ₴", Comma, "99"),
        ("12,5 %", Comma, "0.125"),
        ("-3%", Point, "-0.03"),
        ("(3 %)", Point, "-0.03"),
        ("1.5E+03", Point, "1500"),
        ("7,9E+10", Comma, "79000000000"),
        ("1,234E+03", Comma, "1234"),
        ("2.5e-3", Point, "0.0025"),
        ("1e3", Comma, "1000"),
        ("0E+300", Point, "0"),
        ("  42\t", Comma, "42"),
        ("\"1 234,50\"", Comma, "1234.5"),
        ("'42", Comma, "42"),
        ("99999999999999999999999999999999999999", Comma, "99999999999999999999999999999999999999"),
        ("0,00000000000000000000000000000000000001", Comma, "0.00000000000000000000000000000000000001"),
        ("1,5E-40", Comma, "0.00000000000000000000000000000000000000015"),
    ];
    for (cell, mark, expected) in cases {
        assert_eq!(read(cell, mark).as_deref(), Some(expected), "{cell:?} with {mark:?}");
    }
}

#[test]
fn cells_that_are_no_numbers_with_any_mark() {
    let cells = [
        "2к",
        "5 т",
        "10 м",
        "10M",
        "тыс.",
        "1 тыс. 200",
        "3 тыс. тыс.",
        "",
        " ",
        "-",
        "−",
        "+",
        "—",
        "()",
        "%",
        "₽",
        "р.",
        "- ₽",
        ".",
        ",",
        "н/д",
        "nan",
        "NaN",
        "inf",
        "Infinity",
        "1,23,4",
        "1,23,4567",
        "123,45,678",
        "1,234,56,789",
        "1.23.456",
        "1,2345,678",
        "1 23",
        "12 34 567",
        "1234 567",
        "1  234",
        "1 234'567",
        "1 234.567,8",
        "0 123",
        "1,234.567,8",
        "1.234,567.8",
        "10-00",
        "100-50",
        ",-",
        "=",
        "5.",
        "5,",
        "1.5E",
        "E5",
        "1.5E+",
        "1E3.5",
        "1E309",
        "1E+40",
        "1 234E+03",
        "--5",
        "-5-",
        "(-5)",
        "-(5)",
        "(5",
        "5)",
        "1-2",
        "12:30",
        "01.02.2026",
        "2026-01-05",
        "01/02/2026",
        "٣٤",
        "１２",
        "1२3",
        "р15",
        "A100",
        "5 кг",
        "5\"",
        "1_000",
        "0x10",
        "=5",
        "(руб.)",
        "5 (6)",
        "5 (шт.)",
        "999999999999999999999999999999999999999999",
        "$$5",
        "5%%",
        "1,234 567",
    ];
    for cell in cells {
        assert!(!looks_numeric(cell), "{cell:?}: {:?} {:?}", read(cell, Comma), read(cell, Point));
    }
}

#[test]
fn cells_that_are_numbers_with_one_mark_only() {
    for (cell, mark) in [
        ("12.5", Comma),
        ("12,5", Point),
        ("1,23,4", Point),
        ("0,123", Point),
        ("0.000", Comma),
        ("1234,567", Point),
        ("1 234,567", Point),
        ("1,234,567", Comma),
        ("1,234.5", Comma),
        (".123", Comma),
    ] {
        assert_eq!(read(cell, mark), None, "{cell:?} with {mark:?}");
    }
}

#[test]
fn amounts_round_half_to_even() {
    let cases = [
        ("1.23455", Some((12_346, true))),
        ("1.23445", Some((12_344, true))),
        ("1.234450001", Some((12_345, true))),
        ("-1.23455", Some((-12_346, true))),
        ("-1.23445", Some((-12_344, true))),
        ("0.00005", Some((0, true))),
        ("-0.00005", Some((0, true))),
        ("-0.00015", Some((-2, true))),
        ("-0.00006", Some((-1, true))),
        ("1.50000000", Some((15_000, false))),
        ("1", Some((10_000, false))),
        ("1.4210854715202E-14", Some((0, true))),
        ("5E-200", Some((0, true))),
        ("0E-200", Some((0, false))),
        ("922337203685477.5807", Some((i64::MAX, false))),
        ("-922337203685477.5808", Some((i64::MIN, false))),
        ("922337203685477.58074", Some((i64::MAX, true))),
        ("922337203685477.5808", None),
        ("922337203685477.58075", None),
        ("922337203685478", None),
        ("1E+30", None),
    ];
    for (cell, expected) in cases {
        let amount = parse(cell, Point).unwrap().to_amount().map(|(amount, lost)| (amount.0, lost));
        assert_eq!(amount, expected, "{cell}");
    }
}

#[test]
fn products_are_exact_before_rounding() {
    let cases = [
        ("3", "19.99", Some("59.97")),
        ("0.00005", "20000", Some("1")),
        ("0.333", "0.3333", Some("0.1109889")),
        ("-2", "0.5", Some("-1")),
        // Does not fit before zeros at the end are dropped.
        ("100000000000000000000000000.0000000000", "2.0000000000", Some("200000000000000000000000000")),
        ("99999999999999999999", "99999999999999999999", None),
    ];
    for (a, b, expected) in cases {
        let product = parse(a, Point).unwrap().checked_mul(parse(b, Point).unwrap());
        assert_eq!(product.map(|decimal| decimal.to_string()).as_deref(), expected, "{a} × {b}");
    }
}

#[test]
fn identifiers() {
    for cell in ["00", "007", "0123456789", "1234567890123456", " 0042 ", "'0042"] {
        assert!(looks_like_identifier(cell), "{cell}");
    }
    for cell in ["", "0", "7", "0,5", "00.5", "123456789012345", "-007", "0 042", "1234 5678 9012 3456", "00a"] {
        assert!(!looks_like_identifier(cell), "{cell}");
    }
}

fn evidence(cells: &[&str]) -> MarkEvidence {
    let mut evidence = MarkEvidence::default();
    cells.iter().for_each(|cell| evidence.see(cell));
    evidence
}

#[test]
fn verdicts_over_columns() {
    use MarkVerdict::{Ambiguous, Certain, Contradictory, Either};
    let cases: [(&[&str], MarkVerdict); 21] = [
        (&[], Either),
        (&["итого", "н/д", ""], Either),
        (&["1", "1000", "1 000", "5 %", "1E3", "-7"], Either),
        (&["1,234", "5"], Ambiguous),
        (&["1.234 ₽"], Ambiguous),
        (&["12,345", "1.234"], Ambiguous),
        (&["1,234", "1,5"], Certain(Comma)),
        (&["1,234", "1234,567"], Certain(Comma)),
        (&["1,234", "0,123"], Certain(Comma)),
        (&["1 234,567"], Certain(Comma)),
        (&["1'234.567"], Certain(Point)),
        (&["1,234", "1,234,567"], Certain(Point)),
        (&["1.234.567"], Certain(Comma)),
        (&["1,234.567"], Certain(Point)),
        (&["1.234,567"], Certain(Comma)),
        (&["1.2345"], Certain(Point)),
        (&["7,9E+10"], Certain(Comma)),
        (&["1,234E+03"], Certain(Comma)),
        (&["1,5", "2.5", "3.5"], Contradictory(Point)),
        (&["1,5", "2,5", "3.5"], Contradictory(Comma)),
        (&["1,5", "2.5"], Contradictory(Comma)),
    ];
    for (cells, expected) in cases {
        assert_eq!(evidence(cells).verdict(), expected, "{cells:?}");
    }
}

#[test]
fn evidence_of_parts_is_the_evidence_of_the_whole() {
    let cells = ["1,5", "2.5", "1,234", "x", "7", "12,25", "1.234"];
    for cut in 0..=cells.len() {
        let (left, right) = cells.split_at(cut);
        let mut merged = evidence(left);
        merged.merge(&evidence(right));
        assert_eq!(merged, evidence(&cells));
    }
}

/// Ways to write a negative number, around its magnitude.
const NEGATIVES: [(&str, &str); 5] = [("-", ""), ("−", ""), ("- ", ""), ("", "-"), ("(", ")")];
const DRESSES: [(&str, &str); 12] = [
    ("", ""),
    ("", " ₽"),
    ("", "\u{a0}руб."),
    ("", "р."),
    ("", "р"),
    ("$", ""),
    ("€ ", ""),
    ("USD ", ""),
    ("", " Kzt"),
    ("Br", ""),
    (" \"", "\" "),
    ("", "\t"),
];

/// Writes an amount with all four places, by its own way, independent of the code under test.
fn write(units: i64, mark: DecimalMark, group: &str, negative: (&str, &str), dress: (&str, &str)) -> String {
    let text = format!("{:05}", units.unsigned_abs());
    let (whole, fraction) = text.split_at(text.len() - 4);
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push_str(group);
        }
        grouped.push(digit);
    }
    let (before, after) = if units < 0 { negative } else { ("", "") };
    format!("{}{before}{grouped}{}{fraction}{after}{}", dress.0, mark_char(mark), dress.1)
}

proptest! {
    #[test]
    fn every_amount_reads_back_in_every_style(units in any::<i64>(), shift in 0_u32..60) {
        let units = units >> shift;
        for mark in [Comma, Point] {
            let other = if mark == Comma { "." } else { "," };
            for group in ["", " ", "\u{a0}", "\u{202f}", "\u{2009}", "'", "’", other] {
                for negative in NEGATIVES {
                    for dress in DRESSES {
                        let cell = write(units, mark, group, negative, dress);
                        let amount = parse(&cell, mark).and_then(Decimal::to_amount);
                        prop_assert_eq!(amount, Some((Amount(units), false)), "{}", cell);
                        prop_assert_eq!(evidence(&[&cell]).verdict(), MarkVerdict::Certain(mark), "{}", cell);
                    }
                }
            }
        }
    }

    #[test]
    fn a_quick_product_is_the_exact_one(one in "-?[0-9]{1,12}([.,][0-9]{1,5})?", other in "-?[0-9]{1,12}([.,][0-9]{1,5})?") {
        for mark in [Comma, Point] {
            let exact = parse(&one, mark).zip(parse(&other, mark)).and_then(|(one, other)| one.checked_mul(other)?.to_amount());
            if let Some(product) = plain_product(&one, &other, mark) {
                prop_assert_eq!(exact, Some((product, false)), "{} × {}", one, other);
            }
            // Nothing that is exact and in range is left to the longer look.
            let places = |cell: &str| cell.split_once(['.', ',']).map_or(0, |(_, fraction)| fraction.len());
            if places(&one) + places(&other) <= 4 && exact.is_some() {
                prop_assert!(plain_product(&one, &other, mark).is_some(), "{} × {}", one, other);
            }
        }
    }

    #[test]
    fn what_is_shown_reads_back(mantissa in any::<i64>(), scale in 0_u32..30) {
        let decimal = Decimal { mantissa: i128::from(mantissa), scale };
        let shown = decimal.to_string();
        prop_assert_eq!(read(&shown, Point), Some(shown));
    }

    #[test]
    fn no_cell_breaks_the_reading(cell in any::<String>(), marks in "[-0-9.,'eE%() ₽]{0,50}") {
        for cell in [cell, marks] {
            if let Some(decimal) = parse(&cell, Comma) {
                let _ = (decimal.to_amount(), decimal.checked_mul(decimal), decimal.to_string());
            }
            evidence(&[&cell]);
        }
    }
}
