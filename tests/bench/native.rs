//! The plain native way, as a peer of the readers in the browser: the crate `csv`, and for each row a look into a hash
//! map by client and month, on one thread.
//!
//! `native FILE LAYOUT`, with the layout as JSON (see `tests/bench/files`); prints what it took and found as JSON. The file
//! is in UTF-8. The clock runs from the opening of the file to the last row.

use std::error::Error;
use std::io::Write;
use std::ops::Range;
use std::time::Instant;
use std::{env, fs};

use csv::{ByteRecord, ReaderBuilder};
use rustc_hash::FxHashMap;
use serde::Deserialize;

type Failure = Box<dyn Error>;

/// Sums are kept in ten-thousandths, so that they are whole.
const UNITS: f64 = 10_000.0;

#[derive(Deserialize)]
struct Layout {
    separator: char,
    decimal: char,
    date: String,
    columns: Columns,
}

#[derive(Deserialize)]
struct Columns {
    client: usize,
    date: usize,
    amount: Option<usize>,
    quantity: Option<usize>,
    price: Option<usize>,
}

/// What a client did in a month.
struct Cell {
    sum: i64,
    rows: u32,
    first: u32,
    last: u32,
}

/// The table of clients and months.
#[derive(Default)]
struct ClientMonths {
    clients: FxHashMap<Vec<u8>, u32>,
    cells: FxHashMap<(u32, u32), Cell>,
}

impl ClientMonths {
    fn add(&mut self, client: &[u8], day: u32, sum: i64) {
        let next = u32::try_from(self.clients.len()).unwrap_or(u32::MAX);
        let client = match self.clients.get(client) {
            Some(&number) => number,
            None => *self.clients.entry(client.to_vec()).or_insert(next),
        };
        let cell = self.cells.entry((client, day / 100)).or_insert(Cell { sum: 0, rows: 0, first: u32::MAX, last: 0 });
        cell.sum += sum;
        cell.rows += 1;
        cell.first = cell.first.min(day);
        cell.last = cell.last.max(day);
    }
}

fn main() -> Result<(), Failure> {
    // Cargo adds one of its own.
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [file, layout, ..] = arguments.as_slice() else { return Err("native FILE LAYOUT".into()) };
    let layout: Layout = serde_json::from_str(layout)?;
    let began = Instant::now();
    let table = read(file, &layout)?;
    let ms = began.elapsed().as_secs_f64() * 1_000.0;
    let found = serde_json::json!({
        "ms": ms,
        "peak": peak_megabytes(),
        "account": {
            "rows": table.cells.values().map(|cell| u64::from(cell.rows)).sum::<u64>(),
            "clients": table.clients.len(),
            "cells": table.cells.len(),
            "total": table.cells.values().map(|cell| cell.sum).sum::<i64>() as f64 / UNITS,
        },
    });
    Ok(writeln!(std::io::stdout(), "{found}")?)
}

fn read(file: &str, layout: &Layout) -> Result<ClientMonths, Failure> {
    let mut table = ClientMonths::default();
    let mut reader = ReaderBuilder::new().delimiter(u8::try_from(layout.separator)?).from_path(file)?;
    let mut record = ByteRecord::new();
    let Columns { client, date, amount, quantity, price } = layout.columns;
    while reader.read_byte_record(&mut record)? {
        let cell = |column: usize| record.get(column).unwrap_or_default();
        if cell(client).is_empty() {
            continue;
        }
        let number = |column: Option<usize>| number(cell(column.ok_or("no column of sums")?), layout.decimal);
        let sum = match amount {
            Some(_) => number(amount)?,
            None => number(quantity)? * number(price)?,
        };
        #[expect(clippy::cast_possible_truncation, reason = "sums of sales are far below 2^53 of these units")]
        let units = (sum * UNITS).round() as i64;
        table.add(cell(client), day(cell(date), &layout.date)?, units);
    }
    Ok(table)
}

fn number(cell: &[u8], decimal: char) -> Result<f64, Failure> {
    let text = str::from_utf8(cell)?;
    Ok(if decimal == '.' { text.parse()? } else { text.replace(decimal, ".").parse()? })
}

/// A day as `yyyymmdd`.
fn day(cell: &[u8], form: &str) -> Result<u32, Failure> {
    let digits = |range: Range<usize>| cell.get(range).ok_or("a date is too short")?.iter().try_fold(0, digit);
    let (year, month, day) = if form == "dotted" { (6..10, 3..5, 0..2) } else { (0..4, 5..7, 8..10) };
    Ok(digits(year)? * 10_000 + digits(month)? * 100 + digits(day)?)
}

fn digit(number: u32, byte: &u8) -> Result<u32, Failure> {
    let digit = char::from(*byte).to_digit(10).ok_or("a date holds other than digits")?;
    Ok(number * 10 + digit)
}

/// Resident memory at its peak; only Linux tells.
fn peak_megabytes() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let kilobytes: f64 =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes / 1_024.0)
}
