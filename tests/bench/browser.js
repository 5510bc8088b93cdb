// A browser for one measurement: nothing of it is warm, and its memory is that of one page.

import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";

const SETTLE_MS = 300;
/** Reading five million rows on a slow machine must end before this. */
const TIMEOUT_MS = 600_000;

const kilobytes = (status, name) => Number(status.match(new RegExp(`^${name}:\\s+(\\d+)`, "m"))?.[1]);

/**
 * The largest renderer: its resident memory in megabytes, now and at its peak, which only Linux tells, and the
 * milliseconds that processors have worked for it.
 */
const renderer = async (session) => {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const found = { now: null, peak: null, cpu: null };
  for (const { id, cpuTime, type } of processInfo) {
    if (type !== "renderer") continue;
    const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
    const [now, peak] = [kilobytes(status, "VmRSS") / 1024, kilobytes(status, "VmHWM") / 1024];
    if (peak > (found.peak ?? 0)) Object.assign(found, { now, peak, cpu: cpuTime * 1000 });
  }
  return found;
};

const difference = (after, before) => (after === null || before === null ? null : after - before);

/** What the renderer has used: memory above an empty page, processor time since the start. */
class Meter {
  #session;
  #empty;
  #cpu = null;

  constructor(session, empty) {
    this.#session = session;
    this.#empty = empty;
  }

  async start() {
    this.#cpu = (await renderer(this.#session)).cpu;
  }

  async read() {
    const { peak, cpu } = await renderer(this.#session);
    return { peak: difference(peak, this.#empty), cpu: difference(cpu, this.#cpu) };
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
    const meter = new Meter(session, (await renderer(session)).now);
    if (initially) await page.addInitScript(initially);
    await page.goto(address);
    return await work(page, meter);
  } finally {
    await browser.close();
  }
};
