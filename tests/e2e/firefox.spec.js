// The main path in Firefox: whatever the page is made of has to be there too. Everything else is tested in Chromium.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import puppeteer from "puppeteer-core";
import { plainSales } from "./support/files.js";
import { BASE, DIST } from "./support/app.js";
import { serve } from "./support/server.js";

const TIMEOUT_MS = 30_000;
let host;
let browser;

before(async () => {
  host = await serve(DIST, { base: BASE });
  browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    protocol: "webDriverBiDi",
  });
});
after(async () => {
  await browser?.close();
  await host?.close();
});

/** The app in a page of its own; when the test is over nothing may have gone wrong in it. */
const openApp = async (t) => {
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  t.after(async () => {
    await page.close();
    assert.deepEqual(errors, []);
  });
  page.setDefaultTimeout(TIMEOUT_MS);
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${host.origin}${BASE}`);
  await page.waitForSelector("#boot[data-started]");
  return page;
};

// Presses go to a locator: it waits until what is to be pressed stands still, which a page that has just come does not.
const testid = (name) => `[data-testid="${name}"]`;

const accept = async (page) => {
  await page.waitForFunction((selector) => {
    const button = document.querySelector(selector);
    return button && !button.disabled && button.getAttribute("aria-disabled") !== "true";
  }, {}, testid("import-confirm"));
  await page.locator(testid("import-confirm")).click();
};

const clientsIn = (page, cell) => page.$eval(testid(`matrix-cell-${cell}`), (element) => Number(element.dataset.clients));

test("the sample leads to the matrix, its chart and its list", async (t) => {
  const page = await openApp(t);
  await page.locator(testid("sample-data")).click();
  await accept(page);
  await page.waitForSelector(testid("matrix-cell-AX"));
  await page.waitForSelector('[data-testid^="chart-"] svg');
  await page.waitForSelector(testid("client-row"));
  assert.ok((await clientsIn(page, "AX")) > 0);
});

test("a file is read, and its table is there again after a reload", async (t) => {
  const page = await openApp(t);
  await page.waitForSelector(testid("file-input"));
  // Over the protocol files come from the disk only; here it is made in the page, as a drop would bring it.
  await page.evaluate((text, selector) => {
    const files = new DataTransfer();
    files.items.add(new File([text], "sales.csv", { type: "text/csv" }));
    const field = document.querySelector(selector);
    field.files = files.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }, plainSales(), testid("file-input"));
  await accept(page);
  await page.waitForSelector(testid("matrix-cell-AX"));
  const before = await clientsIn(page, "AX");
  // The table is put away in a moment; the test before has left another.
  await page.waitForFunction(() => localStorage.getItem("clientfolio:tables")?.includes("sales.csv"));
  await page.reload();
  await page.waitForSelector(testid("matrix-cell-AX"));
  assert.equal(await clientsIn(page, "AX"), before);
});
