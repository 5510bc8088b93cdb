// Measures the built app in a browser: from a given file to the matrix on the screen, the longest task of the page's
// own thread meanwhile.

import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { serve } from "../e2e/support/server.js";

const ROWS = 500_000;

/** Sales of 20,000 clients over two years, the same in every run. */
const makeSales = async (folder) => {
  let seed = 1;
  const random = (below) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const lines = ["Client;Date;Order;Amount"];
  for (let row = 0; row < ROWS; row += 1) {
    const day = new Date(Date.UTC(2023, 0, 1 + random(730))).toISOString().slice(0, 10);
    lines.push(`Client ${random(20_000)};${day};${row};${random(100_000) / 100}`);
  }
  const file = path.join(folder, "made-up.csv");
  await writeFile(file, lines.join("\n"));
  return file;
};

const measure = async (browser, host, file) => {
  const page = await browser.newPage({ locale: "en-US" });
  page.setDefaultTimeout(300_000);
  await page.addInitScript(() => {
    globalThis.longestTask = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longestTask = Math.max(globalThis.longestTask, duration);
    }).observe({ type: "longtask" });
  });
  await page.goto(`${host.origin}${host.base}`);
  await page.locator("#boot[data-started]").waitFor({ state: "attached" });
  await page.evaluate(() => (globalThis.longestTask = 0));

  const began = performance.now();
  await page.getByTestId("file-input").first().setInputFiles(file);
  const confirm = page.getByTestId("import-confirm");
  await confirm.click();
  const read = performance.now();
  await page.getByTestId("matrix-cell-AX").waitFor();
  const shown = performance.now();

  const longest = await page.evaluate(() => globalThis.longestTask);
  await page.close();
  return { read: read - began, shown: shown - began, longest };
};

const folder = await mkdtemp(path.join(tmpdir(), "clientfolio-bench-"));
const host = await serve("dist", { base: "/bench/" });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const files = process.argv.slice(2);
  if (files.length === 0) files.push(await makeSales(folder));
  console.log(`${"File".padEnd(32)}${"MB".padStart(8)}${"read, s".padStart(10)}${"matrix, s".padStart(11)}${"longest task, ms".padStart(18)}`);
  for (const file of files) {
    const { size } = await stat(file);
    const { read, shown, longest } = await measure(browser, host, file);
    const seconds = (milliseconds) => (milliseconds / 1000).toFixed(2);
    console.log(
      path.basename(file).padEnd(32) + (size / 1e6).toFixed(1).padStart(8) + seconds(read).padStart(10) + seconds(shown).padStart(11) + longest.toFixed(0).padStart(18),
    );
  }
} finally {
  await browser.close();
  await host.close();
  await rm(folder, { recursive: true });
}
