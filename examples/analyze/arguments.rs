//! What the command line says; the options are listed in `main.rs`.

use clientfolio::analytics::dataset::{
    CurrencyCode, DateOrder, DecimalMark, Encoding, Field, ReadOptions, Separator, TableKind, TakenCurrency,
};
use clientfolio::analytics::date::{Day, Grain};
use clientfolio::analytics::funnel::flow::FlowOptions;
use clientfolio::analytics::quality::refinement::{Duplicates, Future, Returns, WithoutClient};
use clientfolio::analytics::quality::{Narrowing, Refinement};
use clientfolio::analytics::segmentation::abc::{AbcThresholds, Boundary};
use clientfolio::analytics::segmentation::abc_xyz::AbcXyzOptions;
use clientfolio::analytics::segmentation::value::ValueBy;
use clientfolio::analytics::segmentation::xyz::{FrequencyThresholds, VariationThresholds, XyzMethod};
use clientfolio::analytics::stats::variation::Deviation;
use clientfolio::analytics::workbook::Pick;

use crate::arguments_funnel::{FunnelArguments, OPTIONS as FUNNEL_OPTIONS};
use crate::arguments_rfm::{OPTIONS as RFM_OPTIONS, RfmArguments};
use crate::flow;

/// Parts that a result can have, in its order.
pub const PARTS: [&str; 8] = ["import", "quality", "abc_xyz", "rfm", "migration", "funnel", "sources", "flow"];

/// What the command line says.
#[derive(Default)]
pub struct Arguments {
    pub files: Vec<String>,
    /// Fields and the headers that stand for them.
    pub map: Vec<(Field, String)>,
    pub read: ReadOptions,
    /// Headers of columns that are not read.
    pub leave_out: Vec<String>,
    /// Which sheet of a workbook is read.
    pub sheet: Pick,
    /// First and last day counted, as far as they were said.
    pub window: (Option<Day>, Option<Day>),
    pub abc_xyz: AbcXyzOptions,
    /// Windows of the migration, where they were chosen.
    pub before: Option<(Day, Day)>,
    pub after: Option<(Day, Day)>,
    /// Whether the limits of ABC are those of the curve's shape.
    pub computed_limits: bool,
    pub rfm: RfmArguments,
    pub funnel: FunnelArguments,
    pub flow: FlowOptions,
    pub refine: Refinement,
    /// Which part of the sales is looked at.
    pub narrow: Narrowing,
    pub only: Option<Vec<String>>,
}

pub fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut parsed = Arguments::default();
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| format!("{argument} wants a value"));
        match argument.as_str() {
            "--table" => {
                let kind = value()?;
                let table = TableKind::from_key(&kind).ok_or_else(|| format!("unknown kind of table {kind:?}"))?;
                parsed.read.table = Some(table);
            }
            "--sheet" => parsed.sheet = Pick::Named(value()?),
            "--sheets-together" => parsed.sheet = Pick::Together(None),
            "--map" => {
                let (field, header) = pair(&value()?)?;
                let field = Field::from_key(&field).ok_or_else(|| format!("unknown field {field:?}"))?;
                parsed.map.push((field, header));
            }
            "--set" => {
                let (option, value) = pair(&value()?)?;
                set(&mut parsed, &option, &value)?;
            }
            "--only" => {
                let parts: Vec<String> = value()?.split(',').map(str::to_owned).collect();
                if let Some(unknown) = parts.iter().find(|part| !PARTS.contains(&part.as_str())) {
                    return Err(format!("unknown part {unknown:?} of a result"));
                }
                parsed.only = Some(parts);
            }
            option if option.starts_with("--") => return Err(format!("unknown option {option}")),
            _ => parsed.files.push(argument),
        }
    }
    Ok(parsed)
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or_else(|| format!("{text:?} is not NAME=VALUE"))?;
    Ok((name.to_owned(), value.to_owned()))
}

fn set(arguments: &mut Arguments, option: &str, value: &str) -> Result<(), String> {
    let wrong = || format!("{option} cannot be {value:?}");
    let (read, abc_xyz) = (&mut arguments.read, &mut arguments.abc_xyz);
    match option {
        "abc" if value == "computed" => arguments.computed_limits = true,
        "value" => abc_xyz.value = by_key(ValueBy::ALL, ValueBy::key, value).ok_or_else(wrong)?,
        "boundary" => abc_xyz.boundary = by_key(Boundary::ALL, Boundary::key, value).ok_or_else(wrong)?,
        "limits" => arguments.computed_limits = by_key([true, false], limits_key, value).ok_or_else(wrong)?,
        "xyz" => abc_xyz.method = by_key(XyzMethod::ALL, XyzMethod::key, value).ok_or_else(wrong)?,
        "grain" => abc_xyz.grain = by_key(Grain::ALL, Grain::key, value).ok_or_else(wrong)?,
        "deviation" => abc_xyz.deviation = by_key(Deviation::ALL, Deviation::key, value).ok_or_else(wrong)?,
        "abc" => {
            let (a, b) = percentages(value).ok_or_else(wrong)?;
            abc_xyz.abc = AbcThresholds::new(a, b).map_err(|error| error.to_string())?;
        }
        "frequency" if value.contains(',') => {
            let (x, y) = percentages(value).ok_or_else(wrong)?;
            abc_xyz.frequency = FrequencyThresholds::new(x, y).ok_or_else(wrong)?;
        }
        "variation" => {
            let (x, y) = percentages(value).ok_or_else(wrong)?;
            abc_xyz.variation = VariationThresholds::new(x, y).ok_or_else(wrong)?;
        }
        "from" => arguments.window.0 = Some(day(value).ok_or_else(wrong)?),
        "to" => arguments.window.1 = Some(day(value).ok_or_else(wrong)?),
        "before" => arguments.before = Some(days(value).ok_or_else(wrong)?),
        "after" => arguments.after = Some(days(value).ok_or_else(wrong)?),
        "encoding" => read.encoding = Some(by_key(Encoding::ALL, Encoding::name, value).ok_or_else(wrong)?),
        "separator" => read.separator = Some(separator(value).ok_or_else(wrong)?),
        "header_line" => read.header_line = Some(value.parse().map_err(|_| wrong())?),
        "date_order" => read.date_order = Some(by_key(DateOrder::ALL, DateOrder::key, value).ok_or_else(wrong)?),
        "decimal" => read.decimal = Some(by_key(DecimalMark::ALL, DecimalMark::key, value).ok_or_else(wrong)?),
        "measure" => read.measure = Some(value.to_owned()),
        "year" => read.year = Some(value.parse().ok().filter(|year| (1990..=2100).contains(year)).ok_or_else(wrong)?),
        "leave_out" => arguments.leave_out.push(value.to_owned()),
        "bad_rows" => read.whole_only = by_key([true, false], bad_rows_key, value).ok_or_else(wrong)?,
        "escape" => {
            read.backslash_escapes = by_key([true, false], escape_key, value).ok_or_else(wrong)?;
        }
        "total_rows" => {
            read.keep_total_rows = by_key([true, false], total_rows_key, value).ok_or_else(wrong)?;
        }
        "currency" => {
            let currency = if value == "none" { None } else { Some(CurrencyCode::from_code(value).ok_or_else(wrong)?) };
            read.currency = Some(TakenCurrency { currency, unnamed: false });
        }
        "duplicates" | "returns" | "future" | "without_client" | "merge" => {
            set_refinement(&mut arguments.refine, option, value).ok_or_else(wrong)?;
        }
        _ if flow::OPTIONS.contains(&option) => flow::set(&mut arguments.flow, option, value).ok_or_else(wrong)?,
        _ if FUNNEL_OPTIONS.contains(&option) => arguments.funnel.set(option, value).ok_or_else(wrong)?,
        "group" => arguments.narrow.group = Some(value.to_owned()),
        "source" => arguments.narrow.source = Some(value.to_owned()),
        "manager" => arguments.narrow.manager = Some(value.to_owned()),
        _ if RFM_OPTIONS.contains(&option) => arguments.rfm.set(option, value).ok_or_else(wrong)?,
        _ => return Err(format!("unknown option {option:?} of --set")),
    }
    Ok(())
}

/// The client that stands for rows without one.
const NOBODY: &str = "(no client)";

fn set_refinement(refinement: &mut Refinement, option: &str, value: &str) -> Option<()> {
    match (option, value) {
        ("duplicates", "keep") => refinement.duplicates = Duplicates::Keep,
        ("duplicates", "drop") => refinement.duplicates = Duplicates::Drop,
        ("returns", "net") => refinement.returns = Returns::Net,
        ("returns", "drop") => refinement.returns = Returns::Drop,
        ("future", "keep") => refinement.future = Future::Keep,
        ("future", last) => refinement.future = Future::DropAfter(day(last)?),
        ("without_client", "leave_out") => refinement.without_client = WithoutClient::LeaveOut,
        ("without_client", "one_line") => refinement.without_client = WithoutClient::OneLine(NOBODY.to_owned()),
        ("merge", names) => {
            let (into, from) = names.split_once('=')?;
            refinement.merge(into, [from.to_owned()]);
        }
        _ => return None,
    }
    Some(())
}

const fn limits_key(computed: bool) -> &'static str {
    if computed { "computed" } else { "given" }
}

const fn escape_key(backslash: bool) -> &'static str {
    if backslash { "backslash" } else { "none" }
}

const fn bad_rows_key(refuse: bool) -> &'static str {
    if refuse { "refuse" } else { "set_aside" }
}

const fn total_rows_key(keep: bool) -> &'static str {
    if keep { "keep" } else { "set_aside" }
}

pub fn by_key<T: Copy, const N: usize>(all: [T; N], key: fn(T) -> &'static str, value: &str) -> Option<T> {
    all.into_iter().find(|&one| key(one) == value)
}

fn separator(value: &str) -> Option<Separator> {
    if value == "tab" { Some(Separator::Tab) } else { Separator::from_sign(value) }
}

/// Two percentages with up to two decimals as basis points.
fn percentages(text: &str) -> Option<(u32, u32)> {
    let (first, second) = text.split_once(',')?;
    let basis_points = |text: &str| {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let whole: u32 = whole.parse().ok()?;
        let fraction: u32 = (fraction.len() <= 2).then(|| format!("{fraction:0<2}").parse().ok())??;
        whole.checked_mul(100)?.checked_add(fraction)
    };
    Some((basis_points(first)?, basis_points(second)?))
}

/// `2026-01-01..2026-01-31`.
fn days(text: &str) -> Option<(Day, Day)> {
    let (first, last) = text.split_once("..")?;
    Some((day(first)?, day(last)?)).filter(|(first, last)| first <= last)
}

pub fn day(text: &str) -> Option<Day> {
    let mut parts = text.split('-');
    let day = Day::from_ymd(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)?;
    parts.next().is_none().then_some(day)
}
