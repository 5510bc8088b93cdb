//! Which separator parts the cells: the one whose rows agree best on their number of cells.

use super::number;
use super::plan::{DecimalMark, Separator};
use super::records::Record;
use super::report::ReadError;
use super::sample::{self, Sample};

/// Bytes from the beginning of a text that are looked at: some hundred rows agree as well as some thousand.
const TEXT_BYTES_MAX: usize = 64 << 10;

/// The separator of a text, and its sample by it; `None` if every separator leaves one column.
///
/// A first line `sep=;`, as Excel writes it, decides. Otherwise a separator scores the share of rows that have the most
/// frequent number of cells, times the root of that number: agreement counts first, then more columns. A comma that
/// tears numbers with decimal commas apart loses.
#[must_use]
pub fn choose(text: &str, is_whole: bool, backslash_escapes: bool) -> Option<Separator> {
    if let Some(declared) = declared(text) {
        return Some(declared);
    }
    let beginning = text.get(..text.floor_char_boundary(TEXT_BYTES_MAX)).unwrap_or(text);
    let is_all = beginning.len() == text.len();
    // Rows may be longer than that.
    agreed(beginning, is_whole && is_all, backslash_escapes)
        .or_else(|| if is_all { None } else { agreed(text, is_whole, backslash_escapes) })
}

fn agreed(text: &str, is_whole: bool, backslash_escapes: bool) -> Option<Separator> {
    let mut best = None;
    let mut best_score = 0.0;
    for separator in Separator::ALL {
        let Ok(parted) = forgiving(is_whole, |is_whole| Parted::by(separator, text, is_whole, backslash_escapes))
        else {
            continue;
        };
        let (width, share) = sample::modal(parted.widths);
        if width < 2 {
            continue;
        }
        let torn = if separator == Separator::Comma { parted.torn as f64 / parted.rows as f64 } else { 0.0 };
        let score = share * (width as f64).sqrt() * (1.0 - torn);
        if score > best_score {
            best = Some(separator);
            best_score = score;
        }
    }
    best.or_else(|| below_titles(text, is_whole, backslash_escapes))
}

/// The separator of a short table under more titles than it has rows: the one that parts every row from the first parted
/// one on in the same number of cells.
fn below_titles(text: &str, is_whole: bool, backslash_escapes: bool) -> Option<Separator> {
    let width_of = |separator: Separator| {
        let sample = forgiving(is_whole, |is_whole| Sample::new(text, is_whole, separator, backslash_escapes)).ok()?;
        let widths = sample.rows.iter().filter(|row| row.filled() > 0).map(|row| row.record().len());
        let table: Vec<usize> = widths.skip_while(|&width| width < 2).collect();
        let width = *table.first()?;
        (table.len() > 1 && table.iter().all(|&other| other == width)).then_some((width, separator))
    };
    Separator::ALL.into_iter().filter_map(width_of).max_by_key(|(width, _)| *width).map(|(_, separator)| separator)
}

/// The separator of a line `sep=;`, which may stand in quotes.
fn declared(text: &str) -> Option<Separator> {
    let line = text.split(['\r', '\n']).next()?.trim_matches('"');
    let (name, sign) = line.split_at_checked("sep=".len())?;
    name.eq_ignore_ascii_case("sep=").then(|| Separator::from_sign(sign))?
}

/// Forgives an unclosed quote at the end: another separator may open fewer quotes.
fn forgiving<T>(is_whole: bool, read: impl Fn(bool) -> Result<T, ReadError>) -> Result<T, ReadError> {
    read(is_whole).or_else(|_| read(false))
}

/// What a separator makes of the first rows.
#[derive(Debug, Default)]
struct Parted {
    /// Cells of each row that is not blank.
    widths: Vec<usize>,
    /// Rows of more than one cell.
    rows: usize,
    /// Those of them in which it parts a number.
    torn: usize,
}

impl Parted {
    fn by(separator: Separator, text: &str, is_whole: bool, backslash_escapes: bool) -> Result<Self, ReadError> {
        let mut parted = Self::default();
        sample::first_rows(text, is_whole, separator, backslash_escapes, |record| {
            if !record.is_blank() {
                parted.widths.push(record.len());
            }
            parted.rows += usize::from(record.len() > 1);
            parted.torn += usize::from(separator == Separator::Comma && tears_number(record));
        })?;
        Ok(parted)
    }
}

/// Whether a comma parts a number in a row: what stands before ends in a digit and is more than a number
/// (`Ромашка;1`), what follows begins with one or two digits (`50`).
fn tears_number(record: &Record<'_>) -> bool {
    record.iter().zip(record.iter().skip(1)).any(|(left, right)| {
        let ends_in_digit = left.ends_with(|c: char| c.is_ascii_digit());
        let is_fraction = right.starts_with(|c: char| c.is_ascii_digit())
            && right.split(|c: char| !c.is_ascii_digit()).next().is_some_and(|digits| digits.len() <= 2);
        ends_in_digit && is_fraction && number::parse(left, DecimalMark::Point).is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_that_rows_agree_on() {
        let cases = [
            ("a;b;c\n1;2,5;x\n2;3,5;y\n", Some(Separator::Semicolon)),
            ("Клиент;Сумма\nРомашка;1,50\nВега;2,50\n", Some(Separator::Semicolon)),
            ("a, b and c;d;e\n1;2;3\n4;5;6\n", Some(Separator::Semicolon)),
            ("date\tamount\n01.02.2026\t1,5\n02.02.2026\t2,5\n", Some(Separator::Tab)),
            ("client,date,amount\n\"A, B\",2026-01-01,5\n", Some(Separator::Comma)),
            ("a|b\n1|2\n", Some(Separator::Pipe)),
            ("sep=;\na,b,c;d\n1,2,3;4\n", Some(Separator::Semicolon)),
            ("\"Sep=\t\"\r\na;b\tc\r\n1;2\t3\r\n", Some(Separator::Tab)),
            ("sep=^\na,b^c\n1,2^3\n", Separator::from_sign("^")),
            ("Отчёт за год\n\na;b;c\n1;2;3\n4;5;6\n", Some(Separator::Semicolon)),
            ("one\ntwo\nthree\n", None),
            ("one\ntwo, and more\nthree\n", None),
            ("Report\nFor: all\nBy: me\nIn: units\na;b;c\n1;2;3\n", Some(Separator::Semicolon)),
        ];
        for (text, expected) in cases {
            assert_eq!(choose(text, true, false), expected, "{text:?}");
        }
    }
}
