// Files that the bench makes for itself, once: a file is large, and the same whenever it is made.

import { open, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { FORMS, sales } from "./sales.js";

/** Raised when other bytes come out: files made before are then made anew. */
const VERSION = 1;

/** What is measured when no files are named. */
export const CASES = [
  { name: "100k", rows: 100_000, clients: 10_000, form: FORMS.plain },
  { name: "1m", rows: 1_000_000, clients: 100_000, form: FORMS.plain },
  { name: "1m-1251", rows: 1_000_000, clients: 100_000, form: FORMS.russian },
  { name: "5m", rows: 5_000_000, clients: 500_000, form: FORMS.plain },
];

/** Where the columns of made-up sales stand. */
const COLUMNS = { order: 0, client: 1, date: 2, amount: 3 };

/** Letters to bytes of a one-byte encoding. */
const oneByteEncoder = (encoding) => {
  const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const bytes = new Map([...letters].map((letter, byte) => [letter, byte]));
  return (text) => {
    const encoded = Buffer.allocUnsafe(text.length);
    for (let place = 0; place < text.length; place += 1) {
      const byte = bytes.get(text[place]);
      if (byte === undefined) throw new Error(`"${text[place]}" cannot be written in ${encoding}`);
      encoded[place] = byte;
    }
    return encoded;
  };
};

const encoderOf = (encoding) => (encoding === "utf-8" ? (text) => Buffer.from(text, "utf8") : oneByteEncoder(encoding));

const write = async (file, wanted) => {
  const encode = encoderOf(wanted.form.encoding);
  // Under another name until it is whole.
  const partial = `${file}.partial`;
  const handle = await open(partial, "w");
  const pieces = sales(wanted);
  let piece = pieces.next();
  for (; !piece.done; piece = pieces.next()) await handle.writeFile(encode(piece.value));
  await handle.close();
  await rename(partial, file);
  return piece.value;
};

/**
 * The file of a case, made in `folder` if it is not there.
 * @param {(typeof CASES)[number]} wanted
 */
export const made = async (folder, wanted) => {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `sales-${wanted.name}.csv`);
  const note = path.join(folder, `sales-${wanted.name}.json`);
  const before = await readFile(note, "utf8").then(JSON.parse, () => null);
  let truth = before?.version === VERSION ? before.truth : null;
  if (truth === null) {
    console.log(`Making ${file}`);
    truth = await write(file, wanted);
    await writeFile(note, JSON.stringify({ version: VERSION, truth }));
  }
  const { separator, encoding, decimal, date, header } = wanted.form;
  return { name: wanted.name, file, truth, layout: { separator, encoding, decimal, date, header, columns: COLUMNS } };
};
