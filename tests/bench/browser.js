// A browser for one measurement: nothing of it is warm, and its memory is that of one page.

import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";

const SETTLE_MS = 300;
/** Long enough to stand out among processes that do nothing. */
const WORK_MS = 200;
/** How much more than any other the process of the page must have worked. */
const STANDS_OUT = 4;
/** On a machine that is always busy elsewhere nothing ever stands out. */
const TRIES_MAX = 20;
/** Reading five million rows on a slow machine must end before this. */
const TIMEOUT_MS = 600_000;

const kilobytes = (status, name) => Number(status.match(new RegExp(`^${name}:\\s+(\\d+)`, "m"))?.[1]);

/** Milliseconds that processors have worked for each renderer, by its process. */
const processorTimes = async (session) => {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return new Map(processInfo.filter(({ type }) => type === "renderer").map(({ id, cpuTime }) => [id, cpuTime * 1000]));
};

/**
 * The process of the page. Chromium keeps others in reserve and tells nobody whose is whose: the one that works. One in
 * reserve works as well while it starts, so that this is asked until the answer is clear.
 */
const processOf = async (session, page) => {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const before = await processorTimes(session);
    await page.evaluate((ms) => {
      const end = performance.now() + ms;
      while (performance.now() < end);
    }, WORK_MS);
    const after = await processorTimes(session);
    const worked = [...after].map(([id, time]) => ({ id, time: time - (before.get(id) ?? 0) }));
    const [most, next] = worked.toSorted((one, other) => other.time - one.time);
    if (most.time > STANDS_OUT * (next?.time ?? 0) && before.has(most.id)) return most.id;
  }
  throw new Error("no process of a renderer stands out: is the machine busy?");
};

/** Resident memory of a process in megabytes, now and at its peak; only Linux tells. */
const memory = async (id) => {
  const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => null);
  if (status === null) return { now: null, peak: null };
  return { now: kilobytes(status, "VmRSS") / 1024, peak: kilobytes(status, "VmHWM") / 1024 };
};

/** What the page's process has used: memory above an empty page, processor time since the start. */
class Meter {
  #session;
  #page;
  #empty;
  #id = null;
  #began = 0;

  constructor(session, page, empty) {
    this.#session = session;
    this.#page = page;
    this.#empty = empty;
  }

  async start() {
    this.#id = await processOf(this.#session, this.#page);
    this.#began = (await processorTimes(this.#session)).get(this.#id);
  }

  async read() {
    const cpu = (await processorTimes(this.#session)).get(this.#id) - this.#began;
    const { peak } = await memory(this.#id);
    return { cpu, peak: peak === null || this.#empty === null ? null : peak - this.#empty };
  }
}

/** Opens `address` in a browser of its own and lets `work` have the page, and a meter of what it uses. */
export const inFreshBrowser = async ({ empty, address, initially }, work) => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const session = await browser.newBrowserCDPSession();
    const page = await browser.newPage({ locale: "en-US", viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(TIMEOUT_MS);
    page.on("pageerror", (error) => console.error(`  ${address}: ${error.message}`));
    await page.goto(empty);
    await page.waitForTimeout(SETTLE_MS);
    const { now } = await memory(await processOf(session, page));
    if (initially) await page.addInitScript(initially);
    await page.goto(address);
    const meter = new Meter(session, page, now);
    return await work(page, meter);
  } finally {
    await browser.close();
  }
};
