use crate::analytics::dataset::{DateOrder, DecimalMark};
use crate::analytics::sql::Dialect;
use crate::i18n::messages::beyond::BeyondMessages;

pub const BEYOND: BeyondMessages = BeyondMessages {
    title: "Millions of rows?",
    lead: "Tens of millions of rows, or sales that lie in a database, are better added up where they are. This query makes a small table, one row a client and day, which is read here like any other file and leads to the same figures, classes and labels.",
    engine: "Engine",
    table: "Table",
    client: "Client column",
    date: "Date column",
    amount: "Amount column",
    quantity: "Quantity column",
    price: "Price column",
    order: "Order number column",
    names_hint: "Write the names as the engine shows them; a schema goes before the table, with a point. Without an amount, quantity is multiplied by price. The order number may stay empty: then each day with a purchase is an order.",
    dates: "Dates",
    dates_as: |order| match order {
        DateOrder::Ymd => "dates, or text: 2026-01-31",
        DateOrder::Dmy => "text: 31.01.2026",
        DateOrder::Mdy => "text: 01/31/2026",
    },
    amounts: "Amounts",
    amounts_as: |mark| match mark {
        DecimalMark::Point => "numbers, or text: 1234.50",
        DecimalMark::Comma => "text: 1 234,50",
    },
    incomplete: "Name the table and the columns of the client, the date and the amount (or quantity and price). The query appears here.",
    query: "Query",
    run: |dialect| match dialect {
        Dialect::DuckDb => {
            "Save it as daily.sql and run: duckdb your.db < daily.sql. The table is written to daily.csv."
        }
        Dialect::PostgreSql => "Save it as daily.sql and run: psql -X -q -d yourbase -f daily.sql > daily.csv.",
        Dialect::ClickHouse => {
            "Save it as daily.sql and run: clickhouse-client --queries-file daily.sql. The table is written to daily.csv."
        }
        Dialect::Spark => {
            "Save it as daily.sql and run: spark-sql -f daily.sql. The table is the one CSV file in the folder daily.csv."
        }
    },
    account: "Check: what became of the rows",
    account_hint: "One row that counts the rows read, used and left out, and their sum, to be compared with what you know of your sales.",
    copy: "Copy",
    copied: "Copied.",
    copy_failed: "The browser did not let the page copy. Select the text and copy it by keyboard.",
    download: "Download .sql",
    download_failed: "The file could not be saved.",
};
