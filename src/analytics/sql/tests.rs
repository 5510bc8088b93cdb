use proptest::prelude::*;

use super::query::DAYS;
use super::*;

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

/// A query in which each of the user's names stands out.
fn query(dialect: Dialect, names: &[String; 7]) -> DailyQuery {
    let [schema, table, client, date, quantity, price, order] = names;
    let quoted = |part: &str| format!("\"{}\"", part.replace('"', "\"\""));
    DailyQuery {
        dialect,
        table: TableName::parse(&format!("{}.{}", quoted(schema), quoted(table))).unwrap(),
        client: name(client),
        date: name(date),
        amount: AmountFrom::Product { quantity: name(quantity), price: name(price) },
        order: Some(name(order)),
        date_order: DateOrder::Dmy,
        decimal: DecimalMark::Comma,
        window: None,
    }
}

fn texts(query: &DailyQuery) -> [String; 2] {
    [query.export(), query.account()]
}

#[test]
fn hostile_names_are_identifiers() {
    for (text, double_quotes, clickhouse, spark) in [
        ("amount", "\"amount\"", "`amount`", "`amount`"),
        ("Сумма, руб.", "\"Сумма, руб.\"", "`Сумма, руб.`", "`Сумма, руб.`"),
        ("a\"b", "\"a\"\"b\"", "`a\"b`", "`a\"b`"),
        ("a`b", "\"a`b\"", "`a\\`b`", "`a``b`"),
        ("a\\", "\"a\\\"", "`a\\\\`", "`a\\`"),
        ("x; DROP TABLE y; --", "\"x; DROP TABLE y; --\"", "`x; DROP TABLE y; --`", "`x; DROP TABLE y; --`"),
        ("two\nlines", "\"two\nlines\"", "`two\nlines`", "`two\nlines`"),
    ] {
        let quoted = |dialect: Dialect| dialect.quoted(&name(text));
        assert_eq!(quoted(Dialect::DuckDb), double_quotes);
        assert_eq!(quoted(Dialect::PostgreSql), double_quotes);
        assert_eq!(quoted(Dialect::ClickHouse), clickhouse);
        assert_eq!(quoted(Dialect::Spark), spark);
    }
}

#[test]
fn tables_lie_in_schemas() {
    for (text, parts) in [
        ("sales", vec!["sales"]),
        (" shop.sales ", vec!["shop", "sales"]),
        ("w.shop.sales", vec!["w", "shop", "sales"]),
        ("shop.\"sales.2026\"", vec!["shop", "sales.2026"]),
        ("\"a\"\"b\"", vec!["a\"b"]),
        ("Продажи за год", vec!["Продажи за год"]),
    ] {
        let table = TableName::parse(text).unwrap();
        assert_eq!(table.parts().map(Name::as_str).collect::<Vec<_>>(), parts, "{text}");
    }
    for text in ["", " ", "shop.", ".sales", "a..b", "a.\"\"", "nul\0"] {
        assert_eq!(TableName::parse(text), None, "{text:?}");
    }
}

#[test]
fn each_dialect_speaks_its_own() {
    let names = ["shop", "sales", "client", "date", "quantity", "price", "order id"].map(str::to_owned);
    for (dialect, parts) in [
        (
            Dialect::DuckDb,
            [
                "COPY (\nWITH",
                ") TO 'daily.csv' (FORMAT csv, HEADER);\n",
                "FROM \"shop\".\"sales\"\n",
                "AS DECIMAL(38, 9))",
                "'\\3-\\2-\\1'",
                "DATE '1900-01-01' AND DATE '2200-12-31'",
            ],
        ),
        (
            Dialect::PostgreSql,
            [
                "COPY (\nWITH",
                ") TO STDOUT WITH (FORMAT csv, HEADER, ENCODING 'UTF8');\n",
                "FROM \"shop\".\"sales\"\n",
                "AS NUMERIC)",
                "[\\u0009-\\u000D",
                "ROUND(cf_exact * 0.5, 4)",
            ],
        ),
        (
            Dialect::ClickHouse,
            [
                "INTO OUTFILE 'daily.csv'\nFORMAT CSVWithNames;\n",
                "FROM `shop`.`sales`\n",
                "toString(`order id`)",
                "Nullable(Decimal(38, 9))",
                "'\\\\3-\\\\2-\\\\1'",
                "roundBankers(cf_exact, 4)",
            ],
        ),
        (
            Dialect::Spark,
            [
                "INSERT OVERWRITE DIRECTORY 'daily.csv' USING csv\n",
                "FROM `shop`.`sales`\n",
                "CAST(`order id` AS STRING)",
                "AS DECIMAL(19, 9))",
                "'$3-$2-$1'",
                "BROUND(cf_exact, 4)",
            ],
        ),
    ] {
        let text = query(dialect, &names).export();
        for part in parts {
            assert!(text.contains(part), "{part:?} is not in\n{text}");
        }
    }
}

#[test]
fn days_are_those_that_reading_knows() {
    assert_eq!(DAYS, (Day::from_ymd(1900, 1, 1).unwrap(), Day::from_ymd(2200, 12, 31).unwrap()));
    let names = ["s", "t", "c", "d", "q", "p", "o"].map(str::to_owned);
    let window = Some((Day(i32::MIN), Day::from_ymd(2026, 3, 31).unwrap()));
    let text = DailyQuery { window, ..query(Dialect::PostgreSql, &names) }.select();
    assert!(text.contains("BETWEEN DATE '1900-01-01' AND DATE '2026-03-31'"), "{text}");
}

#[test]
fn without_an_order_column_days_are_orders() {
    let names = ["s", "t", "c", "d", "q", "p", "o"].map(str::to_owned);
    let text = DailyQuery { order: None, ..query(Dialect::DuckDb, &names) }.select();
    assert!(text.contains("cf_days.cf_loose AS orders") && !text.contains("JOIN"), "{text}");
}

/// The statement with every quoted identifier as `@` and every literal as `'`, as the engine's own reader of tokens
/// finds them; `None` if a quote is never closed.
fn skeleton(sql: &str, dialect: Dialect) -> Option<String> {
    let backslash_escapes = |quote: char| match dialect {
        Dialect::DuckDb | Dialect::PostgreSql => false,
        Dialect::ClickHouse => true,
        Dialect::Spark => quote == '\'',
    };
    let mut letters = sql.chars().peekable();
    let mut found = String::new();
    while let Some(letter) = letters.next() {
        if !matches!(letter, '"' | '`' | '\'') {
            found.push(letter);
            continue;
        }
        loop {
            match letters.next()? {
                '\\' if backslash_escapes(letter) => drop(letters.next()?),
                inner if inner == letter && letters.peek() == Some(&letter) => drop(letters.next()),
                inner if inner == letter => break,
                _ => {}
            }
        }
        found.push(if letter == '\'' { '\'' } else { '@' });
    }
    Some(found)
}

proptest! {
    /// Whatever the user's names are, they are seven identifiers and nothing else: all around them is what stands
    /// around harmless names, so that none can end a statement or begin another.
    #[test]
    fn no_name_gets_out_of_its_quotes(names in prop::array::uniform7(r#"[\\"'`;.,$a-zЯ\n -]{0,12}[^\x00\s]"#)) {
        let harmless = ["s", "t", "c", "d", "q", "p", "o"].map(str::to_owned);
        for dialect in Dialect::ALL {
            for (hostile, plain) in texts(&query(dialect, &names)).iter().zip(texts(&query(dialect, &harmless))) {
                let skeleton_of_plain = skeleton(&plain, dialect).unwrap();
                prop_assert_eq!(skeleton_of_plain.matches(';').count(), 1);
                prop_assert_eq!(skeleton(hostile, dialect), Some(skeleton_of_plain));
            }
        }
    }
}
