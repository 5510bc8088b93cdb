//! The text of a query, from the cells to the table.
//!
//! Names of ours begin with `cf_`, so that they are no names of the user's.

use super::dialect::DecimalPart;
use super::{AmountFrom, DailyQuery, Dialect, FILE_NAME};
use crate::analytics::dataset::DecimalMark;
use crate::analytics::date::Day;

/// 1900-01-01 and 2200-12-31: years that a date may have, as in reading.
pub(super) const DAYS: (Day, Day) = (Day(-25_567), Day(84_370));

/// Orders by their first day.
const ORDERS: &str = "cf_orders AS (
  SELECT cf_client, cf_order, MIN(cf_day) AS cf_day
  FROM cf_rows
  WHERE cf_amount > 0 AND cf_order <> ''
  GROUP BY cf_client, cf_order
),
cf_order_days AS (
  SELECT cf_client, cf_day, COUNT(*) AS cf_begun
  FROM cf_orders
  GROUP BY cf_client, cf_day
)";

impl DailyQuery {
    /// The query whose result is the daily table, by client and day; without a semicolon.
    #[must_use]
    pub fn select(&self) -> String {
        let days = "cf_days AS (
  SELECT
    cf_client,
    cf_day,
    SUM(CASE WHEN cf_amount > 0 THEN cf_amount ELSE 0 END) AS cf_sales,
    SUM(CASE WHEN cf_amount < 0 THEN cf_amount ELSE 0 END) AS cf_returns,
    MAX(CASE WHEN cf_amount > 0 AND cf_order = '' THEN 1 ELSE 0 END) AS cf_loose
  FROM cf_rows
  GROUP BY cf_client, cf_day
)";
        let (orders, count, join) = match self.order {
            None => (String::new(), "cf_days.cf_loose", ""),
            Some(_) => (
                format!(",\n{ORDERS}"),
                "cf_days.cf_loose + COALESCE(cf_order_days.cf_begun, 0)",
                "\nLEFT JOIN cf_order_days\n  \
                 ON cf_order_days.cf_client = cf_days.cf_client AND cf_order_days.cf_day = cf_days.cf_day",
            ),
        };
        format!(
            "WITH {rows},\n\
             {days}{orders}\n\
             SELECT\n  \
               cf_days.cf_client AS client,\n  \
               cf_days.cf_day AS date,\n  \
               CAST(cf_days.cf_sales AS DECIMAL(38, 4)) AS sales,\n  \
               CAST(cf_days.cf_returns AS DECIMAL(38, 4)) AS returns,\n  \
               {count} AS orders\n\
             FROM cf_days{join}\n\
             ORDER BY cf_days.cf_client, cf_days.cf_day",
            rows = self.rows(),
        )
    }

    /// The statement that writes the daily table to [`FILE_NAME`]: by itself with DuckDB and `ClickHouse`, to the
    /// standard output with `PostgreSQL` (a server writes no files for ordinary users), to a folder of one file with Spark.
    #[must_use]
    pub fn export(&self) -> String {
        let select = self.select();
        match self.dialect {
            Dialect::DuckDb => format!("COPY (\n{select}\n) TO '{FILE_NAME}' (FORMAT csv, HEADER);\n"),
            Dialect::PostgreSql => {
                format!("COPY (\n{select}\n) TO STDOUT WITH (FORMAT csv, HEADER, ENCODING 'UTF8');\n")
            }
            Dialect::ClickHouse => format!("{select}\nINTO OUTFILE '{FILE_NAME}'\nFORMAT CSVWithNames;\n"),
            // Left alone, Spark escapes quotes by a backslash, and writes as many files as it likes.
            Dialect::Spark => format!(
                "INSERT OVERWRITE DIRECTORY '{FILE_NAME}' USING csv\n\
                 OPTIONS (header 'true', escape '\"', emptyValue '', encoding 'UTF-8')\n\
                 SELECT /*+ REPARTITION(1) */ * FROM (\n{select}\n);\n"
            ),
        }
    }

    /// The statement whose one row accounts for every row of the user's table:
    /// `rows_read = rows_used + rows_without_date + rows_outside_window + rows_without_amount`.
    #[must_use]
    pub fn account(&self) -> String {
        let known = self.is_within(DAYS);
        let wanted = self.is_within(self.days());
        let used = format!("{wanted} AND cf_exact IS NOT NULL");
        let rows = |condition: &str| format!("SUM(CASE WHEN {condition} THEN 1 ELSE 0 END)");
        format!(
            "WITH {cells}\n\
             SELECT\n  \
               COUNT(*) AS rows_read,\n  \
               {} AS rows_used,\n  \
               COUNT(*) - {} AS rows_without_date,\n  \
               {} AS rows_outside_window,\n  \
               {} AS rows_without_amount,\n  \
               {} AS rows_without_client,\n  \
               SUM(CASE WHEN {wanted} THEN {amount} END) AS total\n\
             FROM cf_cells;\n",
            rows(&used),
            rows(&known),
            rows(&format!("{known} AND NOT ({wanted})")),
            rows(&format!("{wanted} AND cf_exact IS NULL")),
            rows(&format!("{used} AND cf_client = ''")),
            cells = self.cells(),
            amount = self.dialect.half_even("cf_exact"),
        )
    }

    /// The user's columns, typed.
    fn cells(&self) -> String {
        let Self { dialect, table, client, date, amount, order, date_order, .. } = self;
        let decimal = |column, part| dialect.as_decimal(column, self.decimal == DecimalMark::Comma, part);
        let exact = match amount {
            AmountFrom::Column(amount) => decimal(amount, DecimalPart::Amount),
            AmountFrom::Product { quantity, price } => {
                format!("{} *\n      {}", decimal(quantity, DecimalPart::Quantity), decimal(price, DecimalPart::Price))
            }
        };
        let name = |column| format!("COALESCE({}, '')", dialect.trimmed(column));
        format!(
            "cf_cells AS (\n  \
               SELECT\n    \
                 {client} AS cf_client,\n    \
                 {day} AS cf_day,\n    \
                 {exact} AS cf_exact,\n    \
                 {order} AS cf_order\n  \
               FROM {table}\n\
             )",
            client = name(client),
            day = dialect.as_day(date, *date_order),
            order = order.as_ref().map_or_else(|| "''".to_owned(), name),
            table = dialect.quoted_table(table),
        )
    }

    /// The cells, and the rows that count.
    fn rows(&self) -> String {
        format!(
            "{cells},\n\
             cf_rows AS (\n  \
               SELECT cf_client, cf_day, cf_order, {amount} AS cf_amount\n  \
               FROM cf_cells\n  \
               WHERE {wanted} AND cf_exact IS NOT NULL\n\
             )",
            cells = self.cells(),
            amount = self.dialect.half_even("cf_exact"),
            wanted = self.is_within(self.days()),
        )
    }

    fn is_within(&self, (first, last): (Day, Day)) -> String {
        format!("cf_day BETWEEN {} AND {}", self.dialect.day(first), self.dialect.day(last))
    }

    /// The window, within the days that there can be.
    fn days(&self) -> (Day, Day) {
        let (first, last) = self.window.unwrap_or(DAYS);
        (first.clamp(DAYS.0, DAYS.1), last.clamp(DAYS.0, DAYS.1))
    }
}
