// uDSV over the decoded stream of the file, as its documentation has it.

import { inferSchema, initParser } from "udsv";
import { ClientMonths } from "./client_months.js";
import { offer } from "./page.js";

const read = async (file, layout) => {
  const table = new ClientMonths(layout);
  const text = file.stream().pipeThrough(new TextDecoderStream(layout.encoding));
  let parser = null;
  for await (const piece of text) {
    parser ??= initParser(inferSchema(piece, { col: layout.separator, encl: '"' }));
    parser.chunk(piece, parser.stringArrs, (row) => table.add(row));
  }
  parser.end();
  return () => table.account();
};

offer(Promise.resolve(read));
