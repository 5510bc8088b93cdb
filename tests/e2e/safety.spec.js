// Hostile names through every screen: nothing runs, nothing leaves, nothing breaks (`support/app.js` watches).

import assert from "node:assert/strict";
import { test } from "node:test";
import { Import } from "./pages/import.js";
import { Matrix } from "./pages/matrix.js";
import { Shell } from "./pages/shell.js";
import { openApp, useBrowser } from "./support/app.js";
import { HOSTILE_NAMES, hostileSales } from "./support/files.js";

useBrowser();

for (const locale of ["en-US", "ru-RU"]) {
  test(`hostile names are only names, ${locale}`, async (t) => {
    const page = await openApp(t, { locale });
    const [shell, reading, matrix] = [new Shell(page), new Import(page), new Matrix(page)];
    const file = `<img src=x onerror=alert(6)>.csv`;
    await reading.giveText(hostileSales(), file);
    await reading.ready();
    await reading.accept();
    await matrix.ready();
    await matrix.chart.locator("svg").waitFor();

    await matrix.search.fill(HOSTILE_NAMES[0]);
    await matrix.rows.nth(1).waitFor({ state: "detached" });
    await matrix.rows.filter({ hasText: HOSTILE_NAMES[0] }).click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await matrix.search.fill("");
    const box = await matrix.chart.boundingBox();
    for (const share of [0.2, 0.5, 0.8]) await page.mouse.move(box.x + box.width * share, box.y + box.height / 2);

    for (const tool of ["start", "data", "abc-xyz", "settings"]) {
      await shell.goTo(tool);
      await shell.heading.first().waitFor();
    }
    await shell.toggleTheme();
    await shell.speak(locale === "en-US" ? "ru" : "en");
    await shell.goTo("abc-xyz");
    await matrix.ready();

    // Nothing of the names or of the file's name has become an element.
    const made = await page.locator("img, script:not([src]), iframe, object, embed, a[href^='javascript:']").count();
    assert.equal(made, 0);
  });
}

test("only the worker's own script can be started", async (t) => {
  const page = await openApp(t, { provoked: /TrustedTypePolicy named 'app'|trusted-types-policy app/ });
  const outcome = await page.evaluate(() => {
    try {
      globalThis.trustedTypes.createPolicy("app", { createScriptURL: (url) => url });
      return "a second policy was made";
    } catch (error) {
      return error.name;
    }
  });
  assert.equal(outcome, "TypeError");
  assert.deepEqual(await page.evaluate(() => Object.keys(globalThis.clientfolio).sort()), ["loadCharts", "startEngineHere", "startExportWorker", "startWorkbookWorker", "startWorker"]);
});

test("every screen opens by its own address under a sub-path", async (t) => {
  for (const screen of ["", "data", "abc-xyz", "rfm", "migration", "priority", "flow", "funnel", "plan", "sources", "clients", "settings"]) {
    await t.test(screen || "start", async (t) => {
      const page = await openApp(t, { screen });
      await new Shell(page).heading.first().waitFor();
      assert.ok(new URL(page.url()).pathname.endsWith(`/some/where/${screen}`));
    });
  }
});
