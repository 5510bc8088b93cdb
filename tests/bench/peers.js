// The other readers, each in a page of its own from the local server.

import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { inFreshBrowser } from "./browser.js";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

const PAGES = ["duckdb", "papaparse", "udsv", "floor"];
const WORKERS = ["papaparse_worker", "floor_worker"];
/** What DuckDB loads by itself. */
const DUCKDB = ["duckdb-eh.wasm", "duckdb-browser-eh.worker.js"];

/** Not imported: packages need not export their package.json. */
const version = async (name) => JSON.parse(await readFile(path.join(HERE, "node_modules", name, "package.json"), "utf8")).version;

/** The readers beside the app; what they are called in the table. */
export const peers = async () => [
  { key: "duckdb", title: `DuckDB-wasm ${await version("@duckdb/duckdb-wasm")}, typed columns` },
  { key: "udsv", title: `uDSV ${await version("udsv")} + JS` },
  { key: "papaparse", title: `PapaParse ${await version("papaparse")} in a worker + JS` },
  { key: "floor", title: "Reading the bytes only" },
];

const html = (script) => `<!doctype html><meta charset="utf-8"><title>${script}</title><input type="file">${script && `<script type="module" src="${script}.js"></script>`}`;

/** Makes the pages in `folder`, ready to be served. */
export const buildPages = async (folder) => {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [...PAGES, ...WORKERS].map((name) => path.join(HERE, "pages", `${name}.js`)),
    outdir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
  });
  const duckdb = path.dirname(require.resolve("@duckdb/duckdb-wasm"));
  await Promise.all(DUCKDB.map((name) => copyFile(path.join(duckdb, name), path.join(folder, name))));
  await Promise.all(PAGES.map((name) => writeFile(path.join(folder, `${name}.html`), html(name))));
  await writeFile(path.join(folder, "empty.html"), html(""));
  await writeFile(path.join(folder, "404.html"), html(""));
  await writeFile(path.join(folder, "_headers"), "/*\n  Cache-Control: no-store\n");
};

/** One reading of one file by one of the others, its engine loaded before the clock runs. */
export const measurePeer = (origin, key, { file, layout }) =>
  inFreshBrowser({ empty: `${origin}/empty.html`, address: `${origin}/${key}.html` }, async (page, meter) => {
    await page.waitForFunction(() => globalThis.bench);
    await page.evaluate(() => globalThis.bench.ready);
    await page.locator("input").setInputFiles(file);
    await meter.start();
    const { ms, longest } = await page.evaluate((layout) => globalThis.bench.run(layout), layout);
    const used = await meter.read();
    const account = await page.evaluate(() => globalThis.bench.account());
    return { read: ms, longest, ...used, account };
  });
