// Opens the built app as its users get it: from a static host, under a sub-path, with the policy in force.
// Whatever the test is about, it fails on a breach of the policy, an error of the page, or a request to anything
// but the page's own files.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
export const DIST = path.join(ROOT, "dist");
export const BASE = "/some/where/";

let browser;
let host;

/** Starts the browser and the host once for the tests of a file. */
export const useBrowser = () => {
  before(async () => {
    host = await serve(DIST, { base: BASE });
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    });
  });
  after(async () => {
    await browser?.close();
    await host?.close();
  });
};

/** A path of the project: `fixture("tests/fixtures/x.csv")`. */
export const fixture = (relative) => path.join(ROOT, relative);

const watch = (page, breaches) => {
  page.on("pageerror", (error) => breaches.push(`error of the page: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    // A static host answers an address of a screen with 404.html and the status 404; browsers note that.
    const deepLink = message.location().url === page.url() && /status of 404/.test(message.text());
    if (!deepLink) breaches.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("request", (request) => {
    const { protocol, origin, pathname } = new URL(request.url());
    const own = origin === host.origin && pathname.startsWith(BASE);
    if (!own && protocol !== "blob:" && protocol !== "data:") breaches.push(`request to ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    breaches.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
};

/**
 * Opens a page of its own for a test; when the test is over the page is closed and must have kept all the rules,
 * but for breaches that the test provokes itself, which it names in `provoked`. `missing` names files that do not come, `initially` runs
 * in the page before its own scripts.
 * @param {import("node:test").TestContext} test
 */
export const openApp = async (test, { screen = "", locale = "en-US", colorScheme = "light", viewport = { width: 1280, height: 900 }, provoked, missing, initially, ...rest } = {}) => {
  const context = await browser.newContext({ locale, colorScheme, viewport, reducedMotion: "reduce", ...rest });
  const breaches = [];
  await context.exposeFunction("tellBreach", (breach) => breaches.push(breach));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
      globalThis.tellBreach(`policy: ${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  if (initially) await context.addInitScript(initially);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  watch(page, breaches);
  if (missing) await page.route(missing, (route) => route.abort());
  test.after(async () => {
    await context.close();
    assert.deepEqual(breaches.filter((breach) => !provoked?.test(breach)), []);
  });
  await page.goto(`${host.origin}${BASE}${screen}`);
  // Started, or said why not.
  await page.locator('#boot[data-started], [data-testid="error-panel"]').first().waitFor({ state: "attached" });
  return page;
};
