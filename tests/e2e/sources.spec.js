// Sources: conversions with their ranges, spellings, costs.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Sources } from "./pages/funnel.js";
import { Import } from "./pages/import.js";
import { Shell } from "./pages/shell.js";
import { openApp, useBrowser } from "./support/app.js";
import { presentStages } from "./support/files.js";

useBrowser();

const openSources = async (t, text) => {
  const page = await openApp(t);
  const [reading, sources] = [new Import(page), new Sources(page)];
  await reading.giveText(text, "deals.csv");
  await reading.ready();
  await reading.accept();
  await page.getByTestId("funnel-step").first().waitFor();
  await new Shell(page).goTo("sources");
  await sources.ready();
  return { page, sources };
};

test("sources with their deals, and what is not known as one group or apart", async (t) => {
  const { page, sources } = await openSources(t, presentStages());
  assert.deepEqual(await sources.counts(), { Fair: [2, 2], Site: [1, 0], site: [1, 0], "(not known)": [1, 0] });
  await page.getByText("Unknown sources as one group").click();
  await page.locator('[data-source="(empty)"]').waitFor();
});

test("spellings are merged on offer, and split again", async (t) => {
  const { page, sources } = await openSources(t, presentStages());
  await page.getByTestId("sources-merge").click();
  await page.locator('[data-source="Site"][data-leads="2"]').waitFor();
  await page.getByTestId("sources-unmerge").click();
  await page.locator('[data-source="site"]').waitFor();
  assert.equal((await sources.counts()).Site[0], 1);
});

test("a cost that is typed gives the cost of a lead and the return", async (t) => {
  const { page } = await openSources(t, presentStages());
  const field = page.getByLabel("Cost of “Fair”");
  await field.fill("40");
  await field.press("Enter");
  const row = page.locator('[data-source="Fair"]');
  // 40 for 2 leads, both won, 80 of revenue: 20 each, and the cost back once more.
  await page.waitForFunction(() => document.querySelector('[data-source="Fair"]').innerText.includes("100%"));
  assert.match(await row.innerText(), /20/);
});

test("sales with a source tell of clients and money", async (t) => {
  const page = await openApp(t);
  const [reading, sources] = [new Import(page), new Sources(page)];
  await reading.giveText("Client;Date;Amount;Source\nA;2026-01-10;100;Site\nB;2026-02-11;50;Fair\nA;2026-03-01;5;Fair\n");
  await reading.ready();
  await reading.accept();
  await page.getByTestId("matrix-cell-AX").waitFor();
  await new Shell(page).goTo("sources");
  await sources.ready();
  // A came by the site first.
  assert.deepEqual(await sources.counts(), { Fair: [0, 1], Site: [0, 1] });
  await page.getByTestId("chart-table-source-classes").waitFor();
});

test("money by month has a picture a source, and its table", async (t) => {
  const sales = [["A", "2026-01-10", 100, "Site"], ["B", "2026-02-11", 50, "Fair"], ["A", "2026-03-01", 5, "Site"]];
  const page = await openApp(t);
  const [reading, sources] = [new Import(page), new Sources(page)];
  await reading.giveText(["Client;Date;Amount;Source", ...sales.map((sale) => sale.join(";"))].join("\n"));
  await reading.ready();
  await reading.accept();
  await page.getByTestId("matrix-cell-AX").waitFor();
  await new Shell(page).goTo("sources");
  await sources.ready();
  await page.getByTestId("chart-source-months").locator("svg").waitFor();
  await page.locator(".sources__months").getByRole("button", { name: "Show as a table" }).click();
  const table = page.getByTestId("chart-table-source-months");
  assert.match(await table.getByRole("row").nth(1).innerText(), /Jan\s2026\s+100\s+0\s+100/);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-csv").click()]);
  assert.match((await readFile(await download.path(), "utf8")).split("\r\n")[1], /^Fair,,1,/);
});

test("costs and merges stay after a reload; deals say where the best clients come from", async (t) => {
  const { page, sources } = await openSources(t, presentStages());
  await page.getByTestId("sources-merge").click();
  await page.getByLabel("Cost of “Fair”").fill("40");
  await page.getByLabel("Cost of “Fair”").press("Enter");
  await page.waitForFunction(() => document.querySelector('[data-source="Fair"]').innerText.includes("100%"));
  await page.reload();
  await sources.ready();
  await page.locator('[data-source="Site"][data-leads="2"]').waitFor();
  await page.waitForFunction(() => document.querySelector('[data-source="Fair"]').innerText.includes("100%"));

  await new Shell(page).goTo("data");
  const reading = new Import(page);
  await reading.giveText("Client;Date;Amount\nEAST;2026-01-05;90\nSouth;2026-01-06;10\n");
  await reading.ready();
  await reading.accept();
  await page.getByTestId("matrix-cell-AX").waitFor();
  await new Shell(page).goTo("sources");
  assert.match(await page.getByTestId("sources-best").innerText(), /“Fair”: 1\sclient of class A/);
});
