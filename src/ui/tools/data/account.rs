//! The report as the lines that the screen shows.

use crate::analytics::amount::Sum;
use crate::analytics::dataset::{CurrencyCode, ImportReport, LeftOutReason, Reason};
use crate::analytics::date::Day;
use crate::i18n::Format;
use crate::i18n::messages::import::ReportTexts;
use crate::i18n::messages::kinds::KindMessages;

/// Lines named for each reason: enough to find the place, few enough to read.
const LINES_SHOWN: usize = 5;

/// Rows set aside for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAsideLine {
    /// The reason.
    pub reason: Reason,
    /// How many rows.
    pub rows: u64,
    /// Sum of those that have a readable amount.
    pub amount: Sum,
    /// Where the first of them begin.
    pub lines: Vec<u64>,
    /// How many more there are.
    pub more: u64,
}

/// Rows set aside, a line a reason: mistakes first, because they are what the user can mend, then what every export has.
pub fn set_aside_lines(report: &ImportReport) -> Vec<SetAsideLine> {
    let mut groups: Vec<_> = report.set_aside.iter().collect();
    groups.sort_by_key(|group| (is_expected(group.reason), group.reason));
    let line = |group: &&crate::analytics::dataset::SetAside| {
        let lines: Vec<_> = group.lines.iter().copied().take(LINES_SHOWN).collect();
        let more = group.rows.saturating_sub(lines.len() as u64);
        SetAsideLine { reason: group.reason, rows: group.rows, amount: group.amount, lines, more }
    };
    groups.iter().map(line).collect()
}

/// Whether rows of this kind belong to an export as it should be.
const fn is_expected(reason: Reason) -> bool {
    match reason {
        Reason::BadDate | Reason::BadAmount | Reason::RaggedRow | Reason::OtherCurrency | Reason::EmptyCell => false,
        Reason::TotalRow | Reason::TitleRow | Reason::BlankRow | Reason::RepeatedHeader => true,
    }
}

/// What else there is to know about the rows, in words; nothing is said about what does not occur.
pub fn notes(
    report: &ImportReport,
    today: Day,
    texts: &ReportTexts,
    kinds: &KindMessages,
    format: Format,
) -> Vec<String> {
    let without_client = report.left_out.iter().find(|left| left.reason == LeftOutReason::WithoutClient);
    let (returned_rows, returned) = report.returns;
    let currencies = &crate::i18n::messages(format.locale).quality().currencies;
    let mut kind_notes = kind_notes(report, kinds, format);
    let future = report.last.filter(|&last| report.table.is_sales() && last > today);
    let notes = [
        future.map(|last| (texts.future)(format, last)),
        own_total(report).map(|(own, difference)| (texts.own_total)(format, own, difference)),
        without_client.filter(|left| left.rows > 0).map(|left| (texts.without_client)(format, left.rows, left.amount)),
        (returned_rows > 0).then(|| (texts.returns)(format, returned_rows, returned)),
        few_named(report).map(|(currency, named, unnamed)| (currencies.few_named)(format, currency, named, unnamed)),
        (report.amounts_rounded > 0).then(|| (texts.rounded)(format, report.amounts_rounded)),
        (report.undecodable > 0).then(|| (texts.undecodable)(format, report.undecodable, &report.undecodable_lines)),
    ];
    kind_notes.extend(notes.into_iter().flatten());
    kind_notes
}

/// The one total among the rows of a file of sales, where it is not the sum of those taken, and the difference. Of several
/// totals nobody knows which is that of all.
fn own_total(report: &ImportReport) -> Option<(Sum, Sum)> {
    let totals = report.set_aside.iter().find(|group| group.reason == Reason::TotalRow)?;
    let difference = Sum((totals.amount - report.total).0.abs());
    let is_another =
        report.table.is_sales() && totals.rows == 1 && totals.amount != Sum::ZERO && difference != Sum::ZERO;
    is_another.then_some((totals.amount, difference))
}

/// What only tables of one kind have to say.
fn kind_notes(report: &ImportReport, texts: &KindMessages, format: Format) -> Vec<String> {
    let details = &report.details;
    let periods = details.pivot.as_ref().map(|view| (texts.periods)(format, view));
    let unread = details.unread.first().map(|cell| {
        let column = report.headers.get(cell.column).map_or("", String::as_str);
        (texts.unread)(format, details.cells_unread, cell.line, column, &cell.text)
    });
    let findings = details.findings.iter().map(|&(finding, count)| (texts.finding)(format, finding, count));
    periods.into_iter().chain(unread).chain(findings).collect()
}

/// The one currency of a file that only few rows name, with how many do and how many do not: they may be the exception.
fn few_named(report: &ImportReport) -> Option<(CurrencyCode, u64, u64)> {
    match report.currencies.as_slice() {
        [named, unnamed] if report.taken_currency.is_none() && unnamed.currency.is_none() => {
            named.currency.filter(|_| named.rows < unnamed.rows).map(|code| (code, named.rows, unnamed.rows))
        }
        _ => None,
    }
}

/// The name of the file with rows set aside: the source's name without its ending, in words.
pub fn set_aside_file_name(source: &str, texts: &ReportTexts) -> String {
    let stem = source.rsplit_once('.').map_or(source, |(stem, _)| stem);
    (texts.download_name)(if stem.is_empty() { source } else { stem })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::{
        DateOrder, DecimalMark, Encoding, FieldMapping, LeftOut, Separator, SetAside, TableKind,
    };
    use crate::i18n::{Currency, Locale, messages};

    fn report() -> ImportReport {
        let group = |reason, rows, lines: &[u64]| SetAside { reason, rows, amount: Sum(0), lines: lines.to_vec() };
        ImportReport {
            table: TableKind::Sales,
            details: Box::default(),
            rows_read: 0,
            rows_used: 0,
            rows_set_aside: 0,
            set_aside: vec![
                group(Reason::BadDate, 1, &[9]),
                group(Reason::TotalRow, 1_200, &[5, 6, 7, 8, 9, 10, 11]),
                group(Reason::RaggedRow, 2, &[3, 4]),
            ],
            left_out: vec![LeftOut { reason: LeftOutReason::WithoutClient, rows: 0, amount: Sum(0) }],
            set_aside_rows: Vec::new(),
            returns: (0, Sum(0)),
            total: Sum(0),
            clients: 0,
            currencies: Vec::new(),
            taken_currency: None,
            amounts_rounded: 0,
            undecodable: 0,
            undecodable_lines: Vec::new(),
            encoding: Encoding::Utf8,
            separator: Separator::Comma,
            header_line: None,
            headers: Vec::new(),
            mapping: FieldMapping::default(),
            date_order: DateOrder::Ymd,
            date_order_ambiguous: false,
            decimal: DecimalMark::Point,
            decimal_ambiguous: false,
            first: None,
            last: None,
        }
    }

    #[test]
    fn mistakes_come_before_what_every_export_has() {
        let found: Vec<_> =
            set_aside_lines(&report()).into_iter().map(|line| (line.reason, line.lines, line.more)).collect();
        let expected = [
            (Reason::BadDate, vec![9], 0),
            (Reason::RaggedRow, vec![3, 4], 0),
            (Reason::TotalRow, vec![5, 6, 7, 8, 9], 1_195),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn only_what_occurs_is_said() {
        let format = Format { locale: Locale::En, currency: Currency::Usd };
        let (texts, kinds) = (&messages(Locale::En).import().report, messages(Locale::En).kinds());
        let today = Day::from_ymd(2026, 5, 1).unwrap();
        assert!(notes(&report(), today, texts, kinds, format).is_empty());

        let mut busy = report();
        busy.left_out = vec![LeftOut { reason: LeftOutReason::WithoutClient, rows: 12, amount: Sum(450_000) }];
        busy.returns = (1, Sum(-1_230_000));
        busy.undecodable = 3;
        busy.last = Some(today);
        let said = notes(&busy, today, texts, kinds, format);
        assert_eq!(said.len(), 3);
        for (note, figures) in
            said.iter().zip([["12\u{a0}rows", "$45"], ["1\u{a0}row", "\u{2212}$123"], ["3", "\u{fffd}"]])
        {
            assert!(figures.iter().all(|figure| note.contains(figure)), "{note}");
        }
    }

    #[test]
    fn what_does_not_add_up_and_what_is_to_come_is_said() {
        let format = Format { locale: Locale::En, currency: Currency::Usd };
        let (texts, kinds) = (&messages(Locale::En).import().report, messages(Locale::En).kinds());
        let today = Day::from_ymd(2026, 5, 1).unwrap();
        let total = |rows, amount| SetAside { reason: Reason::TotalRow, rows, amount: Sum(amount), lines: vec![9] };
        let with = |total, last| ImportReport { total: Sum(1_000_000), set_aside: vec![total], last, ..report() };
        let said = |report: &ImportReport| notes(report, today, texts, kinds, format);

        let off = said(&with(total(1, 1_200_000), Some(today)));
        assert_eq!(off.len(), 1);
        assert!(off[0].contains("$120") && off[0].contains("$20"), "{off:?}");
        for agreeing in [total(1, 1_000_000), total(2, 1_200_000), total(1, 0)] {
            assert!(said(&with(agreeing, None)).is_empty());
        }

        let future = said(&with(total(1, 1_000_000), Some(Day(today.0 + 1))));
        assert_eq!(future.len(), 1);
        assert!(future[0].contains("2\u{a0}May\u{a0}2026"), "{future:?}");
    }

    #[test]
    fn names_of_files() {
        let texts = &messages(Locale::En).import().report;
        for (source, stem) in
            [("sales.csv", "sales"), ("sales 2.1.csv", "sales 2.1"), ("sales", "sales"), (".csv", ".csv")]
        {
            assert_eq!(set_aside_file_name(source, texts), format!("{stem} - rows set aside.csv"));
        }
    }
}
