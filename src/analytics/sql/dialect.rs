//! Where the engines differ: quotes, types, patterns, rounding, ways to a file.

use super::name::{Name, TableName};
use crate::analytics::dataset::DateOrder;
use crate::analytics::date::Day;

/// White space as Unicode has it, in the notation of a pattern: what reading takes off, and no engine's `trim` does.
const WHITE_SPACE: [(u32, u32); 10] = [
    (0x09, 0x0d),
    (0x20, 0x20),
    (0x85, 0x85),
    (0xa0, 0xa0),
    (0x1680, 0x1680),
    (0x2000, 0x200a),
    (0x2028, 0x2029),
    (0x202f, 0x202f),
    (0x205f, 0x205f),
    (0x3000, 0x3000),
];

/// An engine whose SQL can be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// DuckDB.
    #[default]
    DuckDb,
    /// PostgreSQL, and what speaks like it.
    PostgreSql,
    /// ClickHouse.
    ClickHouse,
    /// Spark SQL, Databricks.
    Spark,
}

impl Dialect {
    /// Every dialect, in the order in which screens list them.
    pub const ALL: [Self; 4] = [Self::DuckDb, Self::PostgreSql, Self::ClickHouse, Self::Spark];

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::DuckDb => "duckdb",
            Self::PostgreSql => "postgres",
            Self::ClickHouse => "clickhouse",
            Self::Spark => "spark",
        }
    }

    /// The engine's own name, the same in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::DuckDb => "DuckDB",
            Self::PostgreSql => "PostgreSQL",
            Self::ClickHouse => "ClickHouse",
            Self::Spark => "Spark SQL",
        }
    }

    /// The name as a quoted identifier.
    pub(super) fn quoted(self, name: &Name) -> String {
        let name = name.as_str();
        match self {
            Self::DuckDb | Self::PostgreSql => format!("\"{}\"", name.replace('"', "\"\"")),
            Self::ClickHouse => format!("`{}`", name.replace('\\', "\\\\").replace('`', "\\`")),
            Self::Spark => format!("`{}`", name.replace('`', "``")),
        }
    }

    /// The table's name as quoted identifiers.
    pub(super) fn quoted_table(self, table: &TableName) -> String {
        let parts: Vec<String> = table.parts().map(|part| self.quoted(part)).collect();
        parts.join(".")
    }

    /// A day as a literal.
    pub(super) fn day(self, day: Day) -> String {
        match self {
            // The literal is of a type that begins in 1970.
            Self::ClickHouse => format!("toDate32('{day}')"),
            Self::DuckDb | Self::PostgreSql | Self::Spark => format!("DATE '{day}'"),
        }
    }

    /// The column as text without white space around it.
    pub(super) fn trimmed(self, column: &Name) -> String {
        let white = self.white_space();
        self.replaced(&self.text(column), &format!("^[{white}]+|[{white}]+$"), "")
    }

    /// The column as a day; where nothing is in it, `NULL` or a day that programs write for none.
    pub(super) fn as_day(self, column: &Name, order: DateOrder) -> String {
        let trimmed = self.trimmed(column);
        let (year, month, day) = match order {
            DateOrder::Ymd => return self.cast_day(&trimmed),
            DateOrder::Dmy => (3, 2, 1),
            DateOrder::Mdy => (3, 1, 2),
        };
        // What has its year first does not match and stays as it is.
        let pattern = self.pattern(r"^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(\D.*)?$");
        let group = |number: u8| match self {
            Self::DuckDb | Self::PostgreSql => format!("\\{number}"),
            Self::ClickHouse => format!("\\\\{number}"),
            Self::Spark => format!("${number}"),
        };
        let iso = format!("{}-{}-{}", group(year), group(month), group(day));
        self.cast_day(&self.replaced(&trimmed, &pattern, &iso))
    }

    /// The column as an exact decimal, `NULL` where nothing is in it.
    pub(super) fn as_decimal(self, column: &Name, decimal_comma: bool, part: DecimalPart) -> String {
        let digits = self.replaced(&self.text(column), &format!("[{}]", self.white_space()), "");
        let digits = if decimal_comma { format!("REPLACE({digits}, ',', '.')") } else { digits };
        let of_type = match (self, part) {
            (Self::PostgreSql, _) => "NUMERIC".to_owned(),
            (Self::ClickHouse, part) => format!("Nullable(Decimal(38, {}))", part.places()),
            // A product has as many digits as both factors and one more, and 38 is the most.
            (Self::Spark, DecimalPart::Quantity) => "DECIMAL(18, 9)".to_owned(),
            (Self::Spark, DecimalPart::Price) => "DECIMAL(19, 9)".to_owned(),
            (Self::DuckDb | Self::Spark, part) => format!("DECIMAL(38, {})", part.places()),
        };
        format!("CAST(NULLIF({digits}, '') AS {of_type})")
    }

    /// A decimal rounded half to even to four places, for the column of that name.
    pub(super) fn half_even(self, column: &str) -> String {
        match self {
            // These round halves away from zero. Where they do, twice the rounded half is the even neighbour.
            Self::DuckDb | Self::PostgreSql => format!(
                "CASE WHEN ABS(ROUND({column}, 4) - {column}) = 0.00005 \
                 THEN 2 * ROUND({column} * 0.5, 4) ELSE ROUND({column}, 4) END"
            ),
            Self::ClickHouse => format!("roundBankers({column}, 4)"),
            Self::Spark => format!("BROUND({column}, 4)"),
        }
    }

    fn text(self, column: &Name) -> String {
        let column = self.quoted(column);
        match self {
            Self::DuckDb | Self::PostgreSql => format!("CAST({column} AS TEXT)"),
            // Leaves alone what is NULL, and what cannot be.
            Self::ClickHouse => format!("toString({column})"),
            Self::Spark => format!("CAST({column} AS STRING)"),
        }
    }

    fn cast_day(self, text: &str) -> String {
        match self {
            Self::DuckDb | Self::PostgreSql | Self::Spark => format!("CAST(NULLIF({text}, '') AS DATE)"),
            // A cast would make 2 March of 30 February, and what stands under a NULL is parsed too: hence a day that is
            // none of ours.
            Self::ClickHouse => {
                format!("toDate32(parseDateTime64BestEffort(COALESCE(NULLIF({text}, ''), '0001-01-01'), 0, 'UTC'))")
            }
        }
    }

    /// All that matches the pattern, replaced. Pattern and replacement are literals of ours.
    fn replaced(self, text: &str, pattern: &str, by: &str) -> String {
        match self {
            Self::DuckDb | Self::PostgreSql => format!("REGEXP_REPLACE({text}, '{pattern}', '{by}', 'g')"),
            Self::ClickHouse => format!("replaceRegexpAll({text}, '{pattern}', '{by}')"),
            Self::Spark => format!("REGEXP_REPLACE({text}, '{pattern}', '{by}')"),
        }
    }

    /// A pattern as it stands in a literal: for some a backslash means something there already.
    fn pattern(self, pattern: &str) -> String {
        match self {
            Self::DuckDb | Self::PostgreSql => pattern.to_owned(),
            Self::ClickHouse | Self::Spark => pattern.replace('\\', "\\\\"),
        }
    }

    fn white_space(self) -> String {
        let letter = |code: u32| match self {
            Self::PostgreSql => format!("\\u{code:04X}"),
            Self::DuckDb | Self::ClickHouse | Self::Spark => format!("\\x{{{code:X}}}"),
        };
        let ranges = WHITE_SPACE.map(|(first, last)| match first == last {
            true => letter(first),
            false => format!("{}-{}", letter(first), letter(last)),
        });
        self.pattern(&ranges.concat())
    }
}

/// What a decimal is, as its places depend on that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DecimalPart {
    Amount,
    Quantity,
    Price,
}

impl DecimalPart {
    /// Places kept before rounding.
    const fn places(self) -> u32 {
        match self {
            Self::Amount => 18,
            Self::Quantity | Self::Price => 9,
        }
    }
}
