//! How a file is to be read: what the user decided, what was found, and how it looks.

use serde::{Deserialize, Serialize};

use super::currency::TakenCurrency;
use super::field::{Field, FieldMapping};
use super::kinds::TableKind;
use super::kinds::report::Details;
use super::report::{ImportReport, Reason};

/// Encodings that firms' files come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, least significant byte first.
    Utf16Le,
    /// UTF-16, most significant byte first.
    Utf16Be,
    /// Cyrillic Windows.
    Windows1251,
    /// Cyrillic DOS.
    Cp866,
    /// Cyrillic Unix.
    Koi8R,
    /// Western Windows.
    Windows1252,
}

impl Encoding {
    /// Every encoding, in the order in which screens list them.
    pub const ALL: [Self; 7] =
        [Self::Utf8, Self::Windows1251, Self::Cp866, Self::Koi8R, Self::Windows1252, Self::Utf16Le, Self::Utf16Be];

    /// The usual name, also used by the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1251 => "windows-1251",
            Self::Cp866 => "cp866",
            Self::Koi8R => "koi8-r",
            Self::Windows1252 => "windows-1252",
        }
    }
}

/// What stands between the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Separator {
    /// `;`
    Semicolon,
    /// `,`
    Comma,
    /// Tab.
    Tab,
    /// `|`
    Pipe,
    /// A sign that only the user or a `sep=` line can name.
    Other(OtherSign),
}

/// A sign of one byte that can part cells and is none of the usual ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct OtherSign(u8);

impl TryFrom<u8> for OtherSign {
    type Error = &'static str;

    /// Letters and digits are what cells are made of, quotes and line ends have meanings of their own.
    fn try_from(byte: u8) -> Result<Self, Self::Error> {
        let has_meaning = matches!(byte, b'"' | b'\r' | b'\n' | b'\0');
        if byte.is_ascii() && !byte.is_ascii_alphanumeric() && !has_meaning {
            Ok(Self(byte))
        } else {
            Err("the sign cannot part cells")
        }
    }
}

impl From<OtherSign> for u8 {
    fn from(sign: OtherSign) -> Self {
        sign.0
    }
}

impl Separator {
    /// The separators that are looked for, in the order in which screens list them.
    pub const ALL: [Self; 4] = [Self::Semicolon, Self::Comma, Self::Tab, Self::Pipe];

    /// The separator of a text of one sign; `None` if that sign can part nothing.
    #[must_use]
    pub fn from_sign(text: &str) -> Option<Self> {
        let [byte] = *text.as_bytes() else { return None };
        let usual = Self::ALL.into_iter().find(|separator| separator.byte() == byte);
        usual.or_else(|| OtherSign::try_from(byte).ok().map(Self::Other))
    }

    /// The character itself.
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Comma => b',',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
            Self::Other(OtherSign(byte)) => byte,
        }
    }
}

/// In which order day and month stand in dates like 03/04/2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DateOrder {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
    /// Year, month, day.
    Ymd,
}

impl DateOrder {
    /// Every order.
    pub const ALL: [Self; 3] = [Self::Dmy, Self::Mdy, Self::Ymd];

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Dmy => "dmy",
            Self::Mdy => "mdy",
            Self::Ymd => "ymd",
        }
    }
}

/// What stands before the fraction of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DecimalMark {
    /// `1234,5`
    Comma,
    /// `1234.5`
    Point,
}

impl DecimalMark {
    /// Both marks.
    pub const ALL: [Self; 2] = [Self::Comma, Self::Point];

    /// The mark itself, also used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Comma => ",",
            Self::Point => ".",
        }
    }
}

/// What the user decided about reading; `None` is "find out".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadOptions {
    /// What the table is about.
    pub table: Option<TableKind>,
    /// Which of the measures side by side in a pivot table is read.
    pub measure: Option<String>,
    /// The year of the first period of a pivot table whose headers name none.
    pub year: Option<i32>,
    /// Columns that are not read although nothing but this keeps them from it: periods, attributes, questions.
    pub left_out_columns: Vec<usize>,
    /// Encoding of the text.
    pub encoding: Option<Encoding>,
    /// Separator of cells.
    pub separator: Option<Separator>,
    /// Whether a backslash takes the meaning from the quote after it.
    pub backslash_escapes: bool,
    /// Line (counted from 1) of the header.
    pub header_line: Option<u64>,
    /// Fields by index of column, in place of detection; `None` as column means "this field is not in the file".
    pub mapping: Vec<(Field, Option<usize>)>,
    /// Order of day and month.
    pub date_order: Option<DateOrder>,
    /// Decimal mark of amounts, quantities and prices.
    pub decimal: Option<DecimalMark>,
    /// Whether cells that are no numbers with the column's decimal mark are read with the other: in the text of a sheet
    /// numbers and texts stand side by side.
    pub either_mark: bool,
    /// Reads total rows («Итого», "Total") as ordinary rows.
    pub keep_total_rows: bool,
    /// Which currency is taken where the file has several.
    pub currency: Option<TakenCurrency>,
    /// The file is not to be accepted while it has rows that the user would want to mend. It is read all the same, so that
    /// they are known.
    pub whole_only: bool,
}

impl ReadOptions {
    /// Whether a file with this account may be accepted as it is.
    #[must_use]
    pub fn accept(&self, report: &ImportReport) -> bool {
        !(self.whole_only && report.mistakes() > 0)
    }
}

/// What the cells of a column look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ColumnKind {
    /// Words, or anything else.
    Text,
    /// Decimals, with or without signs of currency.
    Number,
    /// Days, with or without time.
    Date,
    /// Digits that name something and must not be calculated with: leading zeros, 16 digits and more.
    Identifier,
    /// No cell is filled.
    Empty,
}

/// One column as the importer sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnView {
    /// Header, made unique: "Сумма", "Сумма (2)"; empty headers are named by `i18n` from the index.
    pub name: String,
    /// What its cells look like.
    pub kind: ColumnKind,
    /// Up to three distinct filled cells.
    pub samples: Vec<String>,
    /// Cells of the sample that do not fit `kind`: line and raw text, up to five.
    pub misfits: Vec<(u64, String)>,
}

/// One row of the preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewRow {
    /// Physical line on which the row begins, from 1.
    pub line: u64,
    /// Cells as they stand in the file.
    pub raw: Vec<String>,
    /// Cells as they will be read: numbers as plain decimals, dates as ISO; `None` where that is the raw text.
    pub read: Vec<Option<String>>,
    /// Why the row will be set aside, and the column that decides.
    pub set_aside: Option<(Reason, Option<usize>)>,
}

/// What the beginning of a file shows: the proposal that the import screen lays before the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inspection {
    /// What the table is about.
    pub table: TableKind,
    /// Whether the headers leave no doubt about that.
    pub table_certain: bool,
    /// What the beginning shows that only tables of its kind have.
    pub details: Box<Details>,
    /// Encoding used.
    pub encoding: Encoding,
    /// Whether the encoding is beyond doubt (byte order mark, or valid UTF-8 with letters beyond ASCII, or ASCII only).
    pub encoding_certain: bool,
    /// Separator used.
    pub separator: Separator,
    /// Line of the header, from 1; `None` if the file has no header.
    pub header_line: Option<u64>,
    /// Columns, left to right.
    pub columns: Vec<ColumnView>,
    /// Which column stands for which field.
    pub mapping: FieldMapping,
    /// Order of day and month in the date column, when it can be told.
    pub date_order: Option<DateOrder>,
    /// Decimal mark of the amount column, when it can be told.
    pub decimal: Option<DecimalMark>,
    /// Fields that are needed and not found.
    pub missing: Vec<Field>,
    /// First rows, title rows included.
    pub preview: Vec<PreviewRow>,
}
