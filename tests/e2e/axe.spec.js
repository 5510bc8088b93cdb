// Accessibility as far as a machine can tell: every screen in both languages, on a desk and a phone, and its colours in
// both themes.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { Funnel, Sources } from "./pages/funnel.js";
import { Import } from "./pages/import.js";
import { Matrix } from "./pages/matrix.js";
import { Migration } from "./pages/migration.js";
import { Rfm } from "./pages/rfm.js";
import { Shell } from "./pages/shell.js";
import { openApp, useBrowser } from "./support/app.js";
import { plainSales, presentStages } from "./support/files.js";

useBrowser();

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TALLEST_PX = 6_000;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** As tall as its content, so that the bars that stay in view cover nothing: what they cover is a matter of scrolling. */
const unfold = async (page) => {
  const { width } = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(height, TALLEST_PX) });
};

/** What axe finds on the page as it is, by the rules that are asked for. */
const findings = async (page, rules) => {
  await unfold(page);
  return page.evaluate(async (rules) => {
    const { violations } = await globalThis.axe.run(document, { ...rules, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target}\n  ${failureSummary}`));
  }, rules);
};

const SCREENS = {
  start: async () => {},
  "data, nothing loaded": async ({ shell }) => shell.goTo("data"),
  "abc-xyz, nothing loaded": async ({ shell }) => shell.goTo("abc-xyz"),
  "rfm, nothing loaded": async ({ shell }) => shell.goTo("rfm"),
  settings: async ({ shell }) => shell.goTo("settings"),
  "flow, nothing on the board": async ({ shell }) => shell.goTo("flow"),
  flow: async ({ page, shell }) => {
    await shell.goTo("flow");
    await page.getByTestId("flow-example").click();
    await page.getByTestId("flow-next-done").click();
    await page.getByTestId("flow-grip").first().click();
    for (const summary of await page.locator("main summary").all()) await summary.click();
  },
  plan: async ({ page, shell }) => {
    await shell.goTo("plan");
    await page.getByTestId("plan-sentence").waitFor();
    for (const summary of await page.locator(".plan__typed summary").all()) await summary.click();
  },
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
  "funnel, nothing loaded": async ({ shell }) => shell.goTo("funnel"),
  "sources, nothing loaded": async ({ shell }) => shell.goTo("sources"),
  funnel: async ({ page, reading }) => {
    await new Shell(page).goTo("funnel");
    await page.getByTestId("sample-deals").click();
    await reading.ready();
    await reading.accept();
    await new Funnel(page).ready();
    for (const summary of await page.locator("main summary").all()) await summary.click();
  },
  "funnel, present stages and the order of stages": async ({ page, reading }) => {
    await reading.giveText(presentStages(), "pipeline.csv");
    await reading.ready();
    await reading.accept();
    await new Funnel(page).openStages();
  },
  sources: async (pages) => {
    await SCREENS.funnel(pages);
    await pages.shell.goTo("sources");
    await new Sources(pages.page).ready();
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
  rfm: async (pages) => {
    await SCREENS["abc-xyz"](pages);
    await pages.shell.goTo("rfm");
    await new Rfm(pages.page).ready();
    await pages.page.getByTestId("chart-rfm-scatter").locator("svg").waitFor();
  },
  "rfm, the map of rules": async (pages) => {
    await SCREENS.rfm(pages);
    await pages.page.getByTestId("open-map").click();
  },
  migration: async (pages) => {
    await SCREENS["abc-xyz"](pages);
    await pages.shell.goTo("migration");
    await new Migration(pages.page).ready();
    await pages.page.getByTestId("chart-migration").locator("svg").waitFor();
  },
  "migration, a cell and why": async (pages) => {
    await SCREENS.migration(pages);
    await pages.page.locator('[data-testid^="migration-cell-"]:not([data-clients="0"])').first().click();
    await pages.matrix.rows.first().click();
    await pages.page.getByTestId("why").waitFor();
  },
  "abc-xyz, rules": async (pages) => {
    await SCREENS["abc-xyz"](pages);
    await pages.page.getByTestId("open-rules").click();
    await pages.page.getByTestId("rule-value").waitFor();
  },
  priority: async (pages) => {
    await SCREENS["abc-xyz"](pages);
    await pages.shell.goTo("priority");
    await pages.matrix.rows.first().waitFor();
    for (const summary of await pages.page.locator("main summary").all()) await summary.click();
  },
  "priority, the marks of a client": async (pages) => {
    await SCREENS["abc-xyz"](pages);
    await pages.shell.goTo("priority");
    await pages.page.getByTestId("add-by-hand").click();
    await pages.matrix.rows.first().click();
    await pages.page.getByTestId("hand-mark").waitFor();
  },
  clients: async (pages) => {
    await SCREENS["abc-xyz"](pages);
    await pages.shell.goTo("clients");
    await pages.matrix.rows.first().waitFor();
  },
  "clients, filters": async (pages) => {
    await SCREENS.clients(pages);
    await pages.page.getByTestId("open-filters").click();
    await pages.page.getByTestId("filter-cell").waitFor();
  },
  "clients, the card of a client": async (pages) => {
    await SCREENS.clients(pages);
    await pages.matrix.rows.first().click();
    await pages.page.getByTestId("client-course-words").waitFor();
  },
  "abc-xyz, a cell": async (pages) => {
    await SCREENS["abc-xyz"](pages);
    await pages.matrix.cell("AX").click();
  },
};

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };
const EVERY_RULE = { runOnly: { type: "tag", values: TAGS } };
const COLOURS = { runOnly: { type: "rule", values: ["color-contrast"] } };
const BUT_COLOURS = { ...EVERY_RULE, rules: { "color-contrast": { enabled: false } } };

/** A theme changes nothing but colours, and a language everything but them. */
const LOOKS = {
  "en-US": [
    { viewport: DESK, colorScheme: "light", rules: EVERY_RULE },
    { viewport: DESK, colorScheme: "dark", rules: COLOURS },
    { viewport: PHONE, colorScheme: "dark", rules: COLOURS },
    { viewport: PHONE, colorScheme: "light", rules: EVERY_RULE },
  ],
  "ru-RU": [
    { viewport: DESK, colorScheme: "light", rules: BUT_COLOURS },
    { viewport: PHONE, colorScheme: "light", rules: BUT_COLOURS },
  ],
};

/** Waits until the page has been drawn as it is now. */
const drawn = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** The page itself never scrolls sideways; wide tables do. */
const tooWide = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : [];
  });

const findingsInAllLooks = async (page, locale) => {
  // Given over the developer's channel, which the page's policy does not concern.
  await page.evaluate(axe);
  const all = [];
  for (const { viewport, colorScheme, rules } of LOOKS[locale]) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
    await drawn(page);
    const found = [...(await tooWide(page)), ...(await findings(page, rules))];
    all.push(...found.map((finding) => `${colorScheme}, ${viewport.width} px: ${finding}`));
  }
  return all;
};

for (const locale of Object.keys(LOOKS)) {
  test(`axe finds nothing: ${locale}`, async (t) => {
    for (const [name, reach] of Object.entries(SCREENS)) {
      await t.test(name, async (t) => {
        const page = await openApp(t, { locale });
        await reach({ page, shell: new Shell(page), reading: new Import(page), matrix: new Matrix(page) });
        await page.getByRole("heading", { level: 1 }).waitFor();
        assert.deepEqual(await findingsInAllLooks(page, locale), []);
      });
    }
  });
}
