// The app on its own path: a file given to its field, the report, the matrix, and the work with the matrix.

import { inFreshBrowser } from "./browser.js";
import { Import } from "../e2e/pages/import.js";
import { Matrix } from "../e2e/pages/matrix.js";
import { probe } from "./probe.js";

const THRESHOLD_PRESSES = 7;
const SEARCHES = 5;
const WHEEL_TURNS = 40;
const LETTER_MS = 60;
const PAUSE_MS = 250;
/** Nobody is quicker to choose a file; meanwhile the app loads its engine, as the others have done when they begin. */
const CHOOSING_MS = 2_000;

const median = (numbers) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1];

/** One import, and what the page is like afterwards; `isAtOnce` for a file given before the app was ready for it. */
export const measureApp = ({ empty, address, isAtOnce }, { file }) =>
  inFreshBrowser({ empty, address, initially: probe }, async (page, meter) => {
    await page.locator("#boot[data-started]").waitFor({ state: "attached" });
    if (!isAtOnce) await page.waitForTimeout(CHOOSING_MS);
    const [reading, matrix] = [new Import(page), new Matrix(page)];

    await meter.start();
    await page.evaluate(() => globalThis.probe.begin("ready"));
    await reading.give(file);
    const { ms: read, longest } = await page.evaluate(() => globalThis.probe.end());
    const spent = await meter.read();
    const { used } = await reading.counts();

    await page.evaluate(() => globalThis.probe.begin("matrix"));
    await reading.accept();
    const shown = await page.evaluate(() => globalThis.probe.end());
    const peakOfMatrix = (await meter.read()).peak;

    const clients = Object.values(await matrix.cells()).reduce((sum, [clients]) => sum + clients, 0);
    return {
      read,
      longest,
      ...spent,
      account: { rows: used, clients },
      shown: shown.ms,
      longestShown: shown.longest,
      peakOfMatrix,
      ...(await measureUse(page, matrix)),
    };
  });

const measureUse = async (page, matrix) => {
  await matrix.chart.locator("svg").waitFor();
  await matrix.rows.first().waitFor();
  await page.waitForTimeout(PAUSE_MS);
  const threshold = await measureThreshold(page, matrix);
  const search = await measureSearch(page, matrix);
  return { threshold, search, scroll: await measureScroll(page, matrix) };
};

/** From the press of a key on the threshold of A to the matrix drawn anew. */
const measureThreshold = async (page, matrix) => {
  await matrix.thresholdA.focus();
  const times = [];
  for (let press = 0; press < THRESHOLD_PRESSES; press += 1) {
    await page.evaluate(() => globalThis.probe.begin("redrawn"));
    await page.keyboard.press("ArrowDown");
    times.push((await page.evaluate(() => globalThis.probe.end())).ms);
    await page.waitForTimeout(PAUSE_MS);
  }
  return median(times);
};

/** From the last letter of a name to the clients found. */
const measureSearch = async (page, matrix) => {
  const times = [];
  for (let search = 0; search < SEARCHES; search += 1) {
    const names = await matrix.rows.evaluateAll((rows) => rows.map((row) => row.dataset.client));
    const name = names[1 + search];
    if (name === undefined) break;
    await matrix.search.focus();
    await page.keyboard.type(name.slice(0, -1), { delay: LETTER_MS });
    await page.evaluate((name) => globalThis.probe.begin("found", name), name);
    await page.keyboard.type(name.slice(-1));
    times.push((await page.evaluate(() => globalThis.probe.end())).ms);
    await page.evaluate(() => globalThis.probe.begin("all"));
    await matrix.search.fill("");
    await page.evaluate(() => globalThis.probe.end());
    await page.waitForTimeout(PAUSE_MS);
  }
  return times.length > 0 ? median(times) : null;
};

/** The longest time between two frames while the wheel turns over the list, and that of a leap into its middle. */
const measureScroll = async (page, matrix) => {
  await matrix.rows.first().scrollIntoViewIfNeeded();
  await matrix.rows.first().hover();
  await page.evaluate(() => globalThis.probe.watchFrames());
  for (let turn = 0; turn < WHEEL_TURNS; turn += 1) await page.mouse.wheel(0, 400);
  await page.waitForTimeout(PAUSE_MS);
  const frame = await page.evaluate(() => globalThis.probe.longestFrame());
  const leap = await page.evaluate(() => globalThis.probe.leap());
  return { frame, leap };
};
