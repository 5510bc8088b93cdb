// Weighs what a visitor's browser loads before the first chart, and holds it to the budget.

import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const BUDGET_KB = 350;
const dist = "dist";

const groups = [
  { name: "App module", first: true, pattern: /^app-.*\.wasm$/ },
  { name: "Scripts", first: true, pattern: /^(app|boot|theme)-.*\.js$/ },
  { name: "Style sheet", first: true, pattern: /^app-.*\.css$/ },
  { name: "Screens", first: false, pattern: /^(split_part_|chunk_).*\.wasm$/ },
  { name: "Engine (worker)", first: false, pattern: /^worker-.*\.(wasm|js)$/ },
  { name: "Workbooks (worker)", first: false, pattern: /^workbook-.*\.(wasm|js)$/ },
  { name: "Export (worker)", first: false, pattern: /^export-.*\.(wasm|js)$/ },
  { name: "Charts", first: false, pattern: /^echarts-.*\.js$/ },
];

const kilobytes = (bytes) => bytes / 1000;
const compressed = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;

const files = await readdir(dist);
const rows = await Promise.all(
  groups.map(async ({ name, first, pattern }) => {
    const contents = await Promise.all(files.filter((file) => pattern.test(file)).map((file) => readFile(path.join(dist, file))));
    if (contents.length === 0) throw new Error(`size.mjs: nothing in ${dist} is like ${pattern}`);
    const sum = (of) => kilobytes(contents.map(of).reduce((a, b) => a + b));
    return { name, first, plain: sum((content) => content.length), brotli: sum(compressed) };
  }),
);
const total = rows.filter(({ first }) => first).reduce((sum, { brotli }) => sum + brotli, 0);

const line = (name, plain, brotli, note = "") => `    ${name.padEnd(20)}${plain.padStart(9)}${brotli.padStart(9)}  ${note}`;
console.log(line("Size, kB", "plain", "brotli"));
for (const { name, first, plain, brotli } of rows) console.log(line(name, plain.toFixed(0), brotli.toFixed(0), first ? "" : "when needed"));
console.log(line("First load", "", total.toFixed(0), `of ${BUDGET_KB}`));

if (total > BUDGET_KB) {
  console.error(`The first load is over its budget by ${(total - BUDGET_KB).toFixed(0)} kB.`);
  process.exit(1);
}
