// The other readers: each in a page of its own from the local server, and one outside of any browser.

import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
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
  { key: NATIVE, title: "Outside of a browser: the crate csv + FxHashMap, one thread" },
  { key: "floor", title: "Reading the bytes only" },
];

/** The one that is no page. */
export const NATIVE = "native";

const run = promisify(execFile);
/** Compiled without the screens: none of that runs here. */
const CARGO = ["bench", "--quiet", "--target", "host-tuple", "--no-default-features", "--bench", NATIVE];

/** Whether a reader can read a file: all but the one that only reads its bytes must know where columns stand. */
export const canRead = (key, layout) => {
  if (key === "floor") return true;
  return layout !== null && (key !== NATIVE || layout.encoding === "utf-8");
};

/** Compiles the native reader. */
export const buildNative = () => run("cargo", [...CARGO, "--no-run"]);

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

const measureNative = async ({ file, layout }) => {
  const { stdout } = await run("cargo", [...CARGO, "--", file, JSON.stringify(layout)]);
  const { ms, peak, account } = JSON.parse(stdout);
  // It has one thread and no page that could stand still.
  return { read: ms, cpu: ms, longest: null, peak, account };
};

/** One reading of one file by one of the others, its engine loaded before the clock runs. */
export const measurePeer = (origin, key, one) => (key === NATIVE ? measureNative(one) : measurePage(origin, key, one));

const measurePage = (origin, key, { file, layout }) =>
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
