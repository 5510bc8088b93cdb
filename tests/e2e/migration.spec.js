// Migration: two windows, the matrix of moves, the streams, the clients.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Import } from "./pages/import.js";
import { Matrix } from "./pages/matrix.js";
import { Migration } from "./pages/migration.js";
import { Shell } from "./pages/shell.js";
import { openApp, useBrowser } from "./support/app.js";

useBrowser();

// Worked out by hand in tests/migration.rs: A to B, A gone, B to A, C to none, C to B, none to C, new in A.
const SALES = `client,date,amount
Old,2023-05-05,77
Ann,2024-01-01,600
Ann,2025-12-31,120
Bob,2024-01-01,250
Cid,2024-01-01,100
Cid,2025-12-31,300
Dan,2024-01-01,40
Dan,2025-12-31,5
Dan,2025-12-31,-5
Eve,2024-01-01,10
Eve,2025-12-31,50
Fox,2024-01-01,-5
Fox,2025-12-31,30
Gus,2025-12-31,500
`;

const openMigration = async (t, options) => {
  const page = await openApp(t, options);
  const [reading, migration, shell] = [new Import(page), new Migration(page), new Shell(page)];
  await reading.giveText(SALES);
  await reading.accept();
  await new Matrix(page).ready();
  await shell.goTo("migration");
  await migration.ready();
  return { page, migration, shell };
};

const until = (page, count) =>
  page.waitForFunction((count) => document.querySelectorAll('[data-testid="client-row"]').length === count, count);

test("the latest year stands beside the year before, and every client in one cell", async (t) => {
  const { migration } = await openMigration(t);
  assert.deepEqual(await migration.cells(), {
    AB: [1, "-480.0000"],
    A0: [1, "-250.0000"],
    BA: [1, "200.0000"],
    CB: [1, "40.0000"],
    "C-": [1, "-40.0000"],
    "-C": [1, "35.0000"],
    "0A": [1, "500.0000"],
  });
  assert.match(await migration.headline.innerText(), /^Sales rose by \D*5: 2\sclients fell to a lower class, which cost \D*520/);
  assert.match(await migration.dearest.innerText(), /1\sclient fell from A to B, which cost \D*480\.$/);
});

test("each group leads to its clients with their sums", async (t) => {
  const { page, migration } = await openMigration(t);
  assert.deepEqual(await migration.moves(), ["Gus 0A", "Ann AB", "Bob A0", "Cid BA", "Dan C-", "Eve CB", "Fox -C"]);
  await migration.group("rose").click();
  await until(page, 3);
  assert.deepEqual(await migration.moves(), ["Cid BA", "Eve CB", "Fox -C"]);
  assert.match(await migration.rows.first().innerText(), /100\.00\s+300\.00\s+\+200\.00/);
  await migration.group("rose").click();
  await until(page, 7);
  await page.getByRole("columnheader", { name: "Client" }).getByRole("button").click();
  await page.waitForFunction(() => document.querySelector('[data-testid="client-row"]').dataset.client === "Ann");
});

test("cells are reached by arrows, pass by what cannot be, and are chosen by Enter", async (t) => {
  const { page, migration } = await openMigration(t);
  await migration.cell("AA").focus();
  for (const key of ["ArrowRight", "Enter"]) await page.keyboard.press(key);
  await until(page, 1);
  assert.deepEqual(await migration.moves(), ["Ann AB"]);
  assert.equal(await migration.cell("AB").getAttribute("aria-selected"), "true");
  await page.keyboard.press("Escape");
  await until(page, 7);
  for (const key of ["Control+End", "ArrowRight"]) await page.keyboard.press(key);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), "migration-cell-0-");
});

test("streams and rows of their table choose the same clients", async (t) => {
  const { page, migration } = await openMigration(t);
  await migration.chart.locator("svg").waitFor();
  assert.match(await migration.chart.getAttribute("aria-label"), /^7\sstreams/);
  await page.getByRole("button", { name: "Show as a table" }).click();
  const table = page.getByTestId("chart-table-migration");
  assert.equal(await table.getByRole("row").count(), 8);
  await table.getByRole("button", { name: "Left" }).click();
  await until(page, 1);
  assert.deepEqual(await migration.moves(), ["Bob A0"]);
  assert.equal(await migration.cell("A0").getAttribute("aria-selected"), "true");
});

test("a press on a stream lists its clients", async (t) => {
  const { page, migration } = await openMigration(t);
  await migration.chart.locator("svg").waitFor();
  await migration.chart.scrollIntoViewIfNeeded();
  const box = await migration.chart.boundingBox();
  // Streams fill the middle; which one is pressed does not matter, only that it is the one that is listed.
  for (let step = 1; step < 12; step += 1) {
    await page.mouse.click(box.x + box.width / 2, box.y + (box.height * step) / 12);
    if ((await page.locator('[data-testid^="migration-cell-"][aria-selected="true"]').count()) > 0) break;
  }
  const chosen = await page.locator('[data-testid^="migration-cell-"][aria-selected="true"]').getAttribute("data-testid");
  await until(page, 1);
  assert.equal((await migration.moves())[0].slice(-2), chosen.slice(-2));
});

test("windows are chosen, kept over a visit elsewhere and over a reload, and proposed again", async (t) => {
  const { page, migration, shell } = await openMigration(t);
  const choice = page.getByTestId("before-choice");
  await choice.selectOption({ label: "2023" });
  // 2023 has Old alone, so that he left and all others came.
  await page.waitForFunction(() => document.querySelector('[data-testid="move-came"]').dataset.clients === "6");
  assert.equal(await migration.group("left").getAttribute("data-clients"), "1");
  await shell.goTo("rfm");
  await shell.goTo("migration");
  await migration.ready();
  assert.equal(await migration.group("came").getAttribute("data-clients"), "6");
  await page.waitForTimeout(600);
  await page.reload();
  await migration.ready();
  await page.waitForFunction(() => document.querySelector('[data-testid="move-came"]').dataset.clients === "6");
  await choice.selectOption({ index: 0 });
  await page.waitForFunction(() => document.querySelector('[data-testid="move-came"]').dataset.clients === "1");
});

test("a pair of windows is kept under a name", async (t) => {
  const { page, migration } = await openMigration(t);
  await page.getByTestId("before-choice").selectOption({ label: "2023" });
  await page.waitForFunction(() => document.querySelector('[data-testid="move-came"]').dataset.clients === "6");
  await page.getByTestId("view-save").click();
  await page.getByTestId("view-name").fill("From the first year");
  await page.getByTestId("view-commit").click();
  await page.getByTestId("before-choice").selectOption({ index: 0 });
  await page.waitForFunction(() => document.querySelector('[data-testid="move-came"]').dataset.clients === "1");
  await page.getByTestId("view-choice").selectOption({ label: "From the first year" });
  await page.waitForFunction(() => document.querySelector('[data-testid="move-came"]').dataset.clients === "6");
  assert.equal(await migration.group("left").getAttribute("data-clients"), "1");
});

test("windows that share days say so", async (t) => {
  const { page } = await openMigration(t);
  await page.getByTestId("before-choice").selectOption({ label: "2025" });
  await page.getByText("The two windows overlap").waitFor();
});

test("a client says why it stands where it stands in both windows", async (t) => {
  const { page, migration } = await openMigration(t);
  await migration.rows.filter({ hasText: "Bob" }).click();
  const why = page.getByTestId("why");
  await why.getByText("No sales to this client").waitFor();
  // Before him stands Ann with 600 of 1,000.
  assert.match(await why.innerText(), /60(\.0)?% of sales/);
});

test("the list is saved as it is shown, with both windows", async (t) => {
  const { page, migration } = await openMigration(t);
  await migration.group("fell").click();
  await until(page, 2);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-csv").click()]);
  const text = await readFile(await download.path(), "utf8");
  assert.match(text, /Ann,Fell,A,B,600\.00,120\.00,-480\.00/);
  assert.match(text, /Dan,Fell,C,No value,40\.00,0\.00,-40\.00/);
  assert.match(text, /Before: 1\sJan\s2024 – 31\sDec\s2024/);
  assert.doesNotMatch(text, /Gus/);
});

test("pictures are saved of the streams", async (t) => {
  const { page, migration } = await openMigration(t);
  await migration.chart.locator("svg").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-svg").click()]);
  const svg = await readFile(await download.path(), "utf8");
  assert.match(svg, /How clients flowed/);
  assert.match(svg, />A · 2</);
});

test("a single day leaves nothing to compare, and says so", async (t) => {
  const page = await openApp(t);
  await new Import(page).giveText("client,date,amount\nAnn,2024-01-01,600\n");
  await new Import(page).accept();
  await new Matrix(page).ready();
  await new Shell(page).goTo("migration");
  await page.getByText("nothing to compare").waitFor();
  assert.equal(await page.getByTestId("migration-matrix").count(), 0);
});
