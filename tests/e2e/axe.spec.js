// Accessibility as far as a machine can tell: every screen in both languages and both themes, on a desk and a phone.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { Import } from "./pages/import.js";
import { Matrix } from "./pages/matrix.js";
import { Shell } from "./pages/shell.js";
import { openApp, useBrowser } from "./support/app.js";
import { plainSales } from "./support/files.js";

useBrowser();

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const findings = async (page) => {
  // Given over the developer's channel, which the page's policy does not concern.
  await page.evaluate(axe);
  return page.evaluate(async (tags) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target}\n  ${failureSummary}`));
  }, TAGS);
};

const SCREENS = {
  start: async () => {},
  "data, nothing loaded": async ({ shell }) => shell.goTo("data"),
  "abc-xyz, nothing loaded": async ({ shell }) => shell.goTo("abc-xyz"),
  settings: async ({ shell }) => shell.goTo("settings"),
  "reading a file": async ({ reading }) => {
    await reading.giveText(`${plainSales()}\nNorth;2024-02-30;5`);
    await reading.ready();
  },
  "data, a kept table and what may be wrong in it": async ({ page, shell, reading, matrix }) => {
    await reading.giveText(`${plainSales()}\nNORTH ;2024-03-05;5\n;2024-03-06;7`);
    await reading.accept();
    await matrix.ready();
    await shell.goTo("data");
    await page.getByTestId("spelling-group").first().waitFor();
    for (const summary of await page.locator("main summary").all()) await summary.click();
  },
  "several currencies": async ({ page, reading }) => {
    await reading.giveText("Client;Date;Amount\nA;2024-01-10;$100\nB;2024-01-12;70 €\n");
    await page.getByTestId("currency-question").waitFor();
  },
  "a bad file": async ({ reading }) => {
    await reading.giveText("");
    await reading.error.first().waitFor();
  },
  "abc-xyz": async ({ reading, matrix }) => {
    await reading.giveText(plainSales());
    await reading.accept();
    await matrix.ready();
    await matrix.chart.locator("svg").waitFor();
    await matrix.rows.first().waitFor();
  },
  "abc-xyz, a cell": async (pages) => {
    await SCREENS["abc-xyz"](pages);
    await pages.matrix.cell("AX").click();
  },
};

for (const locale of ["ru-RU", "en-US"]) {
  for (const colorScheme of ["light", "dark"]) {
    for (const viewport of [{ width: 1280, height: 900 }, { width: 360, height: 740 }]) {
      test(`axe finds nothing: ${locale}, ${colorScheme}, ${viewport.width} px`, async (t) => {
        for (const [name, reach] of Object.entries(SCREENS)) {
          await t.test(name, async (t) => {
            const page = await openApp(t, { locale, colorScheme, viewport });
            await reach({ page, shell: new Shell(page), reading: new Import(page), matrix: new Matrix(page) });
            assert.deepEqual(await findings(page), []);
          });
        }
      });
    }
  }
}
