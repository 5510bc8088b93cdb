// Measures the release build in a browser beside other readers of the same files, and writes target/bench/result.md.
// Called by script/bench, which says how.

import { cpus } from "node:os";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { serve } from "../e2e/support/server.js";
import { measureApp } from "./app.js";
import { CASES, made } from "./files/made.js";
import { given } from "./files/given.js";
import { buildNative, buildPages, canRead, measurePeer, NATIVE, peers } from "./peers.js";
import { costsTable, differences, timesTable, useTable } from "./table.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDER = path.join(ROOT, "target/bench");
const BASE = "/bench/";

const RUNS = 5;
/** Large files are read so long that chance weighs less. */
const RUNS_LARGE = 3;
const LARGE_ROWS = 5_000_000;

const arguments_ = () => {
  const { values, positionals } = parseArgs({
    options: { only: { type: "string" }, runs: { type: "string" }, with: { type: "string" } },
    allowPositionals: true,
  });
  const names = values.only?.split(",") ?? (positionals.length > 0 ? [] : CASES.map(({ name }) => name));
  const unknown = names.filter((name) => !CASES.some((known) => known.name === name));
  const runs = values.runs === undefined ? null : Number(values.runs);
  if (unknown.length > 0 || (runs !== null && !(runs >= 1))) {
    console.error(`Usage: script/bench [--only ${CASES.map(({ name }) => name).join(",")}] [--runs N] [--with app,duckdb,…] [FILE…]`);
    process.exit(2);
  }
  return { cases: CASES.filter(({ name }) => names.includes(name)), files: positionals, runs, readers: values.with?.split(",") };
};

/** Every file once from the disk, so that none of the readers is the first. */
const warm = async ({ file }) => {
  await readFile(file);
};

const measureAll = async (cases, variants, runsOf, measure) => {
  const results = new Map();
  const failures = [];
  for (const wanted of cases) {
    await warm(wanted);
    for (let run = 0; run < runsOf(wanted); run += 1) {
      for (let turn = 0; turn < variants.length; turn += 1) {
        // Another one begins each time.
        const { key } = variants[(turn + run) % variants.length];
        if (!key.startsWith("app") && !canRead(key, wanted.layout)) continue;
        process.stdout.write(`${wanted.name}, run ${run + 1}: ${key} `);
        const result = await measure(key, wanted).catch((error) => {
          const reason = error.message.split("\n")[0];
          console.log(`failed: ${reason}`);
          failures.push(`${wanted.name}, run ${run + 1}: ${key} failed: ${reason}`);
          return null;
        });
        if (result === null) continue;
        console.log(`${Math.round(result.read)} ms`);
        const name = `${wanted.name}/${key}`;
        results.set(name, [...(results.get(name) ?? []), result]);
      }
    }
  }
  return { results, failures };
};

const browserVersion = async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const version = browser.version();
  await browser.close();
  return version;
};

const { cases: wanted, files, runs, readers } = arguments_();
const cases = [];
for (const one of wanted) cases.push({ ...(await made(path.join(FOLDER, "files"), one)), rows: one.rows });
for (const file of files) cases.push(await given(file));

await buildPages(path.join(FOLDER, "pages"));
const [appHost, peerHost] = [await serve(path.join(ROOT, "dist"), { base: BASE }), await serve(path.join(FOLDER, "pages"))];
try {
  const all = [
    { key: "app", title: "Clientfolio, the whole import" },
    { key: "app-at-once", title: "Clientfolio, a file given as soon as the page is there" },
    ...(await peers()),
  ];
  const variants = all.filter(({ key }) => readers?.includes(key) ?? true);
  if (variants.some(({ key }) => key === NATIVE)) await buildNative();
  const runsOf = ({ rows }) => runs ?? (rows >= LARGE_ROWS ? RUNS_LARGE : RUNS);
  const measure = (key, one) =>
    key.startsWith("app")
      ? measureApp({ empty: `${peerHost.origin}/empty.html`, address: `${appHost.origin}${BASE}`, isAtOnce: key !== "app" }, one)
      : measurePeer(peerHost.origin, key, one);
  const { results, failures } = await measureAll(cases, variants, runsOf, measure);

  const counts = [...new Set(cases.map(runsOf))].join(" or ");
  const text = [
    `Chromium ${await browserVersion()}, ${cpus().length} × ${cpus()[0].model.trim()}; a fresh browser for each run, medians of ${counts} runs.`,
    timesTable(cases, variants, results),
    costsTable(cases, variants, results),
    useTable(cases, results),
    ...differences(cases, variants, results),
    ...failures,
  ].join("\n\n");
  await writeFile(path.join(FOLDER, "result.md"), `${text}\n`);
  console.log(`\n${text}\n\nThis is in target/bench/result.md, too.`);
} finally {
  await Promise.all([appHost.close(), peerHost.close()]);
}
