// DuckDB-wasm with the types of the columns told, so that it need not guess. It reads UTF-8 only: text of another
// encoding is turned into that first, which is part of its time.

import * as duckdb from "@duckdb/duckdb-wasm";
import { offer } from "./page.js";

const start = async () => {
  const worker = new Worker("duckdb-browser-eh.worker.js");
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await database.instantiate(new URL("duckdb-eh.wasm", location.href).href);
  const connection = await database.connect();
  return (file, layout) => read(database, connection, file, layout);
};

const asUtf8 = async (file, encoding) => {
  if (encoding === "utf-8") return file;
  const text = file.stream().pipeThrough(new TextDecoderStream(encoding)).pipeThrough(new TextEncoderStream());
  return new Response(text).blob();
};

const DATE_FORMS = { iso: "%Y-%m-%d", "iso-time": "%Y-%m-%d %H:%M:%S", dotted: "%d.%m.%Y" };

/** Numbers as decimals: the sums have to be exact. */
const NUMBER = "DECIMAL(18, 4)";

const typesOf = ({ header, columns, date }) =>
  header.map((_, place) => {
    if (place === columns.date) return date === "iso-time" ? "TIMESTAMP" : "DATE";
    if ([columns.amount, columns.price].includes(place)) return NUMBER;
    return place === columns.quantity ? "INTEGER" : "VARCHAR";
  });

const query = (layout) => {
  const { columns, separator, decimal, date } = layout;
  const types = typesOf(layout).map((type, place) => `'c${place}': '${type}'`);
  const amount = columns.amount === undefined ? `c${columns.quantity} * c${columns.price}` : `c${columns.amount}`;
  const time = date === "iso-time" ? "timestampformat" : "dateformat";
  return `
    SELECT c${columns.client} AS client, year(c${columns.date}) * 12 + month(c${columns.date}) AS month,
      sum(${amount}) AS sum, count(*) AS rows, min(c${columns.date}) AS first, max(c${columns.date}) AS last
    FROM read_csv('sales', auto_detect = false, header = true, delim = '${separator}', quote = '"', escape = '"',
      decimal_separator = '${decimal}', ${time} = '${DATE_FORMS[date]}', columns = {${types.join(", ")}})
    WHERE c${columns.client} <> ''
    GROUP BY ALL`;
};

const read = async (database, connection, file, layout) => {
  const bytes = await asUtf8(file, layout.encoding);
  await database.registerFileHandle("sales", bytes, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
  await connection.query(`CREATE TEMP TABLE client_months AS ${query(layout)}`);
  return async () => {
    const [account] = (
      await connection.query(`
        SELECT sum(rows)::DOUBLE AS rows, count(DISTINCT client)::DOUBLE AS clients, count(*)::DOUBLE AS cells,
          sum(sum)::DOUBLE AS total
        FROM client_months`)
    ).toArray();
    return { ...account.toJSON() };
  };
};

offer(start());
