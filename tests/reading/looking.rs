//! What a look at the beginning of a file lays before the user.

use clientfolio::analytics::dataset::{
    ColumnKind, DecimalMark, Encoding, Field, Inspection, ReadOptions, Reason, Separator, inspect, read_all,
};

const TEXT: &str = "Отчёт;;;;\nДата;Клиент;Телефон;Сумма, руб.;\n\
    01.02.2026;Ромашка;0123456789;1 234,50;\n\
    02.02.2026;Вега;0223456789;10;\n\
    03.02.2026;Ромашка;0323456789;много;\n\
    04.02.2026;Лира;;(7,25);\n\
    05.02.2026;Маяк;;1;\n06.02.2026;Маяк;;2;\n07.02.2026;Маяк;;3;\n08.02.2026;Маяк;;4;\n09.02.2026;Маяк;;5;\n\
    10.02.2026;Маяк;;6;\n11.02.2026;Маяк;;7;\n\
    Итого;;;1263,25;\n";

fn look(options: &ReadOptions) -> Inspection {
    inspect(TEXT.as_bytes(), TEXT.len() as u64, options).expect("a table")
}

#[test]
fn columns_with_kinds_samples_and_misfits() {
    let seen = look(&ReadOptions::default());
    assert_eq!((seen.encoding, seen.encoding_certain, seen.separator), (Encoding::Utf8, true, Separator::Semicolon));
    assert_eq!((seen.header_line, seen.missing.as_slice()), (Some(2), [].as_slice()));
    let kinds: Vec<_> = seen.columns.iter().map(|column| (column.name.as_str(), column.kind)).collect();
    assert_eq!(
        kinds,
        [
            ("Дата", ColumnKind::Date),
            ("Клиент", ColumnKind::Text),
            ("Телефон", ColumnKind::Identifier),
            ("Сумма, руб.", ColumnKind::Number),
        ]
    );
    assert_eq!(seen.columns[1].samples, ["Ромашка", "Вега", "Лира"]);
    assert_eq!(seen.columns[3].samples, ["1 234,50", "10", "(7,25)"]);
    assert_eq!(seen.columns[3].misfits, [(5, "много".to_owned())]);
    assert_eq!(seen.mapping.iter().collect::<Vec<_>>(), [(Field::Client, 1), (Field::Date, 0), (Field::Amount, 3)]);
    assert_eq!(seen.decimal, Some(DecimalMark::Comma));
}

#[test]
fn rows_as_they_stand_and_as_they_will_be_read() {
    let seen = look(&ReadOptions::default());
    let row = |line: u64| seen.preview.iter().find(|row| row.line == line).expect("a row");
    assert_eq!(row(1).set_aside, Some((Reason::TitleRow, None)));
    assert_eq!(row(3).raw[..4], ["01.02.2026", "Ромашка", "0123456789", "1 234,50"]);
    assert_eq!(row(3).set_aside, None);
    assert_eq!(row(3).read[0].as_deref(), Some("2026-02-01"));
    assert_eq!(row(3).read[1], None, "names are read as they stand");
    assert!(row(3).read[3].as_deref().is_some_and(|amount| amount.trim_end_matches('0') == "1234.5"));
    assert!(row(6).read[3].as_deref().is_some_and(|amount| amount.trim_end_matches('0') == "-7.25"));
    assert_eq!(row(5).set_aside, Some((Reason::BadAmount, Some(3))));
    assert_eq!(row(14).set_aside, Some((Reason::TotalRow, None)));
}

#[test]
fn a_look_promises_what_the_reading_does() {
    let by_choice = [
        ReadOptions::default(),
        ReadOptions { decimal: Some(DecimalMark::Point), ..ReadOptions::default() },
        ReadOptions { mapping: vec![(Field::Client, Some(2))], ..ReadOptions::default() },
        ReadOptions { keep_total_rows: true, ..ReadOptions::default() },
    ];
    for options in by_choice {
        let seen = look(&options);
        let report = read_all(TEXT.as_bytes(), &options).expect("a table").report;
        let promised: Vec<_> = seen.preview.iter().filter_map(|row| Some((row.line, row.set_aside?.0))).collect();
        let kept: Vec<_> = report.set_aside_rows.iter().map(|row| (row.line, row.reason)).collect();
        assert_eq!(promised, kept, "{options:?}");
        assert_eq!(seen.mapping, report.mapping, "{options:?}");
    }
}

#[test]
fn a_mapping_by_choice_is_kept() {
    let options =
        ReadOptions { mapping: vec![(Field::Client, Some(2)), (Field::Amount, None)], ..ReadOptions::default() };
    let seen = look(&options);
    assert_eq!(seen.mapping.iter().collect::<Vec<_>>(), [(Field::Client, 2), (Field::Date, 0)]);
    assert_eq!(seen.missing, [Field::Amount]);
}

#[test]
fn totals_say_nothing_of_what_columns_look_like() {
    let text = "Дата,Клиент,Сумма\n01.02.2026,Вега,10\n02.02.2026,Ромашка,20\nИтого,,30\nИтого за февраль:,,30\n";
    let found = inspect(text.as_bytes(), text.len() as u64, &ReadOptions::default()).unwrap();
    let kinds: Vec<ColumnKind> = found.columns.iter().map(|column| column.kind).collect();
    assert_eq!(kinds, [ColumnKind::Date, ColumnKind::Text, ColumnKind::Number]);
}
