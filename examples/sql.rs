//! SQL that makes the client × day table in an engine of the user's own, for files that are too big to read.
//!
//! ```text
//! sql --sql duckdb --sql-table NAME --map client=COLUMN --map date=COLUMN --map amount=COLUMN [--map order=COLUMN]
//!     [--set option=value]… [--query export|select|account]
//! ```
//!
//! In place of `amount`, `quantity` and `price`. Engines: `duckdb`, `postgres`, `clickhouse`, `spark`. Options of `--set`:
//! `date_order` (`ymd`, `dmy`, `mdy`), `decimal` (`.` or `,`), `from` and `to` (first and last day: `2026-01-31`).
//! What is printed by default writes `daily.csv`, to be read with `analyze --table daily daily.csv`; `account` counts
//! the rows that it is made of. Exit code 2, with one line on standard error, where no SQL can be made.

use std::collections::BTreeMap;
use std::env;
use std::io::Write;
use std::process::ExitCode;

use clientfolio::analytics::dataset::{DateOrder, DecimalMark, Field};
use clientfolio::analytics::date::Day;
use clientfolio::analytics::sql::{AmountFrom, DailyQuery, Dialect, Name, TableName};

fn main() -> ExitCode {
    match run(env::args().skip(1)) {
        Ok(sql) => {
            let _ = std::io::stdout().write_all(sql.as_bytes());
            ExitCode::SUCCESS
        }
        Err(message) => {
            let _ = writeln!(std::io::stderr(), "sql: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(mut arguments: impl Iterator<Item = String>) -> Result<String, String> {
    let mut columns: BTreeMap<Field, Name> = BTreeMap::new();
    let (mut dialect, mut table, mut query) = (None, None, "export".to_owned());
    let (mut date_order, mut decimal) = (DateOrder::Ymd, DecimalMark::Point);
    let (mut from, mut to) = (None, None);
    while let Some(argument) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{argument} wants a value"))?;
        let wrong = || format!("{argument} cannot be {value:?}");
        let pair = || value.split_once('=').ok_or_else(|| format!("{value:?} is not NAME=VALUE"));
        match argument.as_str() {
            "--sql" => dialect = Some(by_key(Dialect::ALL, Dialect::key, &value).ok_or_else(wrong)?),
            "--sql-table" => table = Some(TableName::parse(&value).ok_or_else(wrong)?),
            "--query" => query.clone_from(&value),
            "--map" => {
                let (field, column) = pair()?;
                let field = Field::from_key(field).ok_or_else(|| format!("unknown field {field:?}"))?;
                columns.insert(field, Name::new(column).ok_or_else(wrong)?);
            }
            "--set" => match pair()? {
                ("date_order", order) => {
                    date_order = by_key(DateOrder::ALL, DateOrder::key, order).ok_or_else(wrong)?;
                }
                ("decimal", mark) => decimal = by_key(DecimalMark::ALL, DecimalMark::key, mark).ok_or_else(wrong)?,
                ("from", first) => from = Some(day(first).ok_or_else(wrong)?),
                ("to", last) => to = Some(day(last).ok_or_else(wrong)?),
                (option, _) => return Err(format!("unknown option {option:?} of --set")),
            },
            _ => return Err(format!("unknown option {argument}")),
        }
    }
    let mut column = |field: Field| columns.remove(&field);
    let mut needed = |field: Field| column(field).ok_or_else(|| format!("--map {}=COLUMN is missing", field.key()));
    let daily = DailyQuery {
        dialect: dialect.ok_or("--sql is missing")?,
        table: table.ok_or("--sql-table is missing")?,
        client: needed(Field::Client)?,
        date: needed(Field::Date)?,
        amount: match needed(Field::Amount) {
            Ok(amount) => AmountFrom::Column(amount),
            Err(missing) => AmountFrom::Product {
                quantity: needed(Field::Quantity).map_err(|_| missing)?,
                price: needed(Field::Price)?,
            },
        },
        order: columns.remove(&Field::Order),
        date_order,
        decimal,
        window: (from.is_some() || to.is_some()).then(|| (from.unwrap_or(Day(i32::MIN)), to.unwrap_or(Day(i32::MAX)))),
    };
    match query.as_str() {
        "export" => Ok(daily.export()),
        "select" => Ok(daily.select() + "\n"),
        "account" => Ok(daily.account()),
        unknown => Err(format!("unknown query {unknown:?}")),
    }
}

fn by_key<T: Copy, const N: usize>(all: [T; N], key: fn(T) -> &'static str, value: &str) -> Option<T> {
    all.into_iter().find(|&one| key(one) == value)
}

fn day(text: &str) -> Option<Day> {
    let mut parts = text.splitn(3, '-');
    Day::from_ymd(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)
}
