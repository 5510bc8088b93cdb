// A file that the user names: where its columns stand, told by its header. The app finds that out for itself; the
// others have to be told.

import { open } from "node:fs/promises";
import path from "node:path";

/** How columns are called, in small letters and without spaces and underscores. */
const NAMES = {
  order: ["orderid", "order", "invoiceno", "invoice", "заказ"],
  client: ["client", "customerid", "customer", "клиент", "контрагент", "покупатель"],
  date: ["date", "invoicedate", "orderdate", "дата"],
  amount: ["amount", "sum", "total", "revenue", "сумма", "выручка"],
  quantity: ["quantity", "qty", "количество"],
  price: ["price", "unitprice", "цена"],
};

const HEAD_BYTES = 64 * 1024;

const head = async (file) => {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

const decoded = (bytes) => {
  try {
    // The last letter may be cut.
    return { encoding: "utf-8", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true }) };
  } catch {
    return { encoding: "windows-1251", text: new TextDecoder("windows-1251").decode(bytes) };
  }
};

const key = (name) => name.replaceAll(/["\s_]/g, "").toLowerCase();

const columnsOf = (header) => {
  const keys = header.map(key);
  const columns = {};
  for (const [role, names] of Object.entries(NAMES)) {
    const place = names.map((name) => keys.indexOf(name)).find((place) => place >= 0);
    if (place !== undefined) columns[role] = place;
  }
  const isWhole = "client" in columns && "date" in columns && ("amount" in columns || ("quantity" in columns && "price" in columns));
  return isWhole ? columns : null;
};

/** The layout as the other readers need it, or nothing where the header or the dates are not of the known kinds. */
const layoutOf = (bytes) => {
  const { encoding, text } = decoded(bytes);
  const [first, second = ""] = text.split(/\r?\n/);
  const separator = [";", "\t", ","].find((separator) => first.includes(separator));
  if (separator === undefined) return null;
  const header = first.split(separator).map((name) => name.replaceAll('"', ""));
  const columns = columnsOf(header);
  if (columns === null) return null;
  const date = [
    [/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/, "iso-time"],
    [/\d{4}-\d\d-\d\d/, "iso"],
    [/\d\d\.\d\d\.\d{4}/, "dotted"],
  ].find(([form]) => form.test(second))?.[1];
  if (date === undefined) return null;
  const decimal = separator === ";" && /;-?\d+,\d+/.test(second) ? "," : ".";
  return { separator, encoding, decimal, date, header, columns };
};

/** @param {string} file */
export const given = async (file) => ({ name: path.basename(file), file, truth: null, layout: layoutOf(await head(file)) });
