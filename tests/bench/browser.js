// A browser for one measurement: nothing of it is warm, and its memory is that of one page.

import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";

const SETTLE_MS = 300;
/** Reading five million rows on a slow machine must end before this. */
const TIMEOUT_MS = 600_000;

const kilobytes = (status, name) => Number(status.match(new RegExp(`^${name}:\\s+(\\d+)`, "m"))?.[1]);

/** Resident memory of the largest renderer in megabytes, now and at its peak; only Linux tells. */
const memory = async (session) => {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  const found = { now: null, peak: null };
  for (const { id } of renderers) {
    const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
    const [now, peak] = [kilobytes(status, "VmRSS") / 1024, kilobytes(status, "VmHWM") / 1024];
    if (peak > (found.peak ?? 0)) Object.assign(found, { now, peak });
  }
  return found;
};

/**
 * Opens `address` in a browser of its own and lets `work` have the page, and a function that tells by how many
 * megabytes the peak of the renderer's resident memory lies above an empty page.
 */
export const inFreshBrowser = async ({ empty, address, initially }, work) => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const session = await browser.newBrowserCDPSession();
    const page = await browser.newPage({ locale: "en-US", viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(TIMEOUT_MS);
    page.on("pageerror", (error) => console.error(`  ${address}: ${error.message}`));
    await page.goto(empty);
    await page.waitForTimeout(SETTLE_MS);
    const before = (await memory(session)).now;
    if (initially) await page.addInitScript(initially);
    await page.goto(address);
    const peak = async () => {
      const after = (await memory(session)).peak;
      return before === null || after === null ? null : after - before;
    };
    return await work(page, peak);
  } finally {
    await browser.close();
  }
};
