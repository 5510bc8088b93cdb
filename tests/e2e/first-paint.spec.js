// What the page says before the app is there to say it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp, useBrowser } from "./support/app.js";

useBrowser();

/** Nothing is painted before the style sheet has come, but it can be read. */
const styled = (page) => page.waitForFunction(() => document.styleSheets.length > 0);

const words = (page) => page.locator(".hero__words").innerText();

for (const locale of ["ru-RU", "en-US", "kk-KZ"]) {
  test(`the first words are those of the start: ${locale}`, async (t) => {
    const page = await openApp(t, { locale });
    await page.locator("#boot[data-started]").waitFor({ state: "attached" });
    const said = await words(page);
    assert.equal(await page.locator("#first-paint").count(), 0);

    // The module never comes: what stands there is of the page alone.
    let arrived;
    const asked = new Promise((resolve) => (arrived = resolve));
    await page.route(/\/app-.*\.wasm$/, () => arrived());
    await page.reload({ waitUntil: "commit" });
    await asked;
    await styled(page);
    assert.equal(await words(page), said);
  });
}

test("the first words are in the language and theme chosen before, and only on the start", async (t) => {
  const page = await openApp(t, { locale: "en-US" });
  await page.getByTestId("lang-ru").click();
  await page.getByTestId("theme-toggle").click();
  await page.locator("html[data-theme=dark]").waitFor();
  const said = await words(page);
  await page.waitForFunction(() => localStorage.getItem("clientfolio:settings")?.includes("dark"));
  await page.route(/\/app-.*\.wasm$/, () => {});
  await page.reload({ waitUntil: "commit" });
  await page.locator("#first-paint").waitFor();
  await styled(page);
  assert.equal(await words(page), said);
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  await page.goto(new URL("settings", page.url()).href, { waitUntil: "commit" });
  await page.locator("#first-paint").waitFor();
  await styled(page);
  assert.equal(await page.locator(".hero__words").isVisible(), false);
});
