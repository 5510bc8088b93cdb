// Tables outlive a reload, grow, and come and go with an undo; nothing is lost where the browser does not play along.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Import } from "./pages/import.js";
import { Matrix } from "./pages/matrix.js";
import { Settings } from "./pages/settings.js";
import { Shell } from "./pages/shell.js";
import { Tables } from "./pages/tables.js";
import { openApp, useBrowser } from "./support/app.js";
import { plainSales } from "./support/files.js";

useBrowser();

const started = (page) => page.locator("#boot[data-started]").waitFor({ state: "attached" });
const reload = async (page) => {
  await page.reload();
  await started(page);
};

const parts = (page) => ({
  shell: new Shell(page),
  reading: new Import(page),
  matrix: new Matrix(page),
  tables: new Tables(page),
  settings: new Settings(page),
});

/** Gives a file and accepts it; the matrix is then on the screen. */
const take = async (page, text, name, destination) => {
  const { shell, reading, matrix, tables } = parts(page);
  await shell.goTo("data");
  await reading.giveText(text, name);
  await reading.ready();
  if (destination) await tables.destination.selectOption({ index: ["new", "append", "replace"].indexOf(destination) });
  await reading.accept();
  await page.waitForURL(/abc-xyz$/);
  await matrix.ready();
};

const lines = (rows) => ["Client;Date;Amount", ...rows].join("\n");
const [first, ...rest] = plainSales().split("\n");
/** The plain sales cut in two files. */
const halves = [[first, ...rest.slice(0, 30)].join("\n"), [first, ...rest.slice(30)].join("\n")];

const cellsOf = async (page) => {
  const matrix = new Matrix(page);
  await matrix.ready();
  return matrix.cells();
};
/** Waits until the matrix shows these cells. */
const cellsBecome = async (page, wanted) => {
  for (let turn = 0; turn < 100; turn += 1) {
    if (JSON.stringify(await cellsOf(page)) === JSON.stringify(wanted)) return;
    await page.waitForTimeout(50);
  }
  assert.deepEqual(await cellsOf(page), wanted);
};

test("a table and the rules survive a reload, with the same matrix", async (t) => {
  const page = await openApp(t);
  const { matrix, tables } = parts(page);
  await take(page, plainSales(), "sales.csv");
  const initially = await matrix.cells();
  for (let press = 0; press < 3; press += 1) await matrix.thresholdA.press("PageDown");
  const threshold = await matrix.thresholdA.getAttribute("aria-valuenow");
  assert.notEqual(threshold, "80");
  // What is dragged is saved after a pause.
  await page.waitForFunction(() => localStorage.getItem("clientfolio:rules"));
  const before = await matrix.cells();
  assert.notDeepEqual(before, initially);
  await tables.kept(1);
  await reload(page);
  assert.deepEqual(await cellsOf(page), before);
  assert.equal(await matrix.thresholdA.getAttribute("aria-valuenow"), threshold);
  await page.goto(page.url().replace("abc-xyz", ""));
  await page.getByTestId("loaded-table").getByText("sales.csv").waitFor();
});

test("a file is added to a table, and taken out again", async (t) => {
  const page = await openApp(t);
  const { shell, tables } = parts(page);
  await take(page, plainSales(), "whole.csv");
  const whole = await cellsOf(page);
  await take(page, halves[0], "first.csv", "new");
  const half = await cellsOf(page);
  assert.notDeepEqual(half, whole);

  await take(page, halves[1], "second.csv", "append");
  assert.deepEqual(await cellsOf(page), whole, "two files in one table are the file of both");
  await reload(page);
  assert.deepEqual(await cellsOf(page), whole, "after a reload as well");

  await shell.goTo("data");
  await tables.show(["first.csv", "whole.csv"]);
  await tables.row("first.csv").locator("summary").click();
  assert.equal(await tables.files.count(), 2);
  await tables.files.nth(1).getByTestId("file-toggle").click();
  await shell.goTo("abc-xyz");
  await cellsBecome(page, half);
  await tables.undo();
  await cellsBecome(page, whole);
});

test("adding and replacing can be undone", async (t) => {
  const page = await openApp(t);
  const { tables } = parts(page);
  await take(page, halves[0], "first.csv");
  const half = await cellsOf(page);
  await take(page, halves[1], "second.csv", "append");
  assert.match(await page.getByTestId("toast").last().innerText(), /second\.csv.*first\.csv/);
  await tables.undo();
  await cellsBecome(page, half);

  const other = lines(["Alone;2024-01-10;5", "Alone;2024-05-10;5"]);
  await take(page, other, "other.csv", "replace");
  assert.equal(Object.values(await cellsOf(page)).reduce((sum, [clients]) => sum + clients, 0), 1);
  await tables.undo();
  await cellsBecome(page, half);
  await reload(page);
  assert.deepEqual(await cellsOf(page), half);
});

test("what was decided about a file holds on in the table that it joins, and goes with the undo", async (t) => {
  const page = await openApp(t);
  const { shell, reading, tables } = parts(page);
  await take(page, lines(["North;2024-01-10;5", "North;2024-02-10;5", "North;2024-03-10;5"]), "first.csv");
  const before = await cellsOf(page);
  await shell.goTo("data");
  await reading.giveText(lines(["North;2024-04-10;7", "North;2024-04-10;7"]), "twice.csv");
  await reading.ready();
  await tables.destination.selectOption({ index: 1 });
  await page.getByTestId("switch-duplicates").click();
  await reading.accept();
  await page.waitForURL(/abc-xyz$/);
  await cellsBecome(page, { AX: [1, "22.0000"] });
  await tables.undo();
  await cellsBecome(page, before);
});

test("days chosen for one table do not hold in another", async (t) => {
  const page = await openApp(t);
  const { shell, tables } = parts(page);
  await take(page, halves[0], "first.csv");
  const half = await cellsOf(page);
  await take(page, plainSales(), "whole.csv");
  const whole = await cellsOf(page);
  await page.getByTestId("window-choice").selectOption({ label: "Other dates" });
  await page.getByTestId("window-to").fill("2024-02-29");
  await page.getByTestId("window-to").press("Tab");
  await page.waitForFunction((before) => document.querySelector('[data-testid="matrix-cell-AX"]').dataset.value !== before, whole.AX[1]);
  await tables.kept(2);

  // The list of clients is the first screen to be seen with the other table.
  await shell.goTo("data");
  await tables.row("first.csv").getByTestId("table-open").click();
  await shell.goTo("clients");
  const total = Object.values(half).reduce((sum, [, value]) => sum + Number(value), 0);
  await page.waitForFunction((total) => {
    const rows = [...document.querySelectorAll('[data-testid="client-row"]')].map((row) => row.innerText);
    return rows.reduce((sum, text) => sum + Number(text.match(/[\d,]+\.\d\d/)[0].replaceAll(",", "")), 0) === total;
  }, total);
  await shell.goTo("abc-xyz");
  await cellsBecome(page, half);
  assert.match(await page.getByTestId("window-choice").locator("option:checked").innerText(), /^All/);
});

test("tables are opened, renamed and removed, and come back", async (t) => {
  const page = await openApp(t);
  const { shell, tables } = parts(page);
  await take(page, halves[0], "first.csv");
  const half = await cellsOf(page);
  await take(page, plainSales(), "whole.csv");
  const whole = await cellsOf(page);
  await tables.kept(2);

  await shell.goTo("data");
  await tables.show(["whole.csv", "first.csv"]);
  await tables.row("first.csv").getByTestId("table-open").click();
  await shell.goTo("abc-xyz");
  await cellsBecome(page, half);

  await shell.goTo("data");
  await tables.row("first.csv").getByTestId("table-rename").click();
  await page.getByTestId("table-name").fill("Spring");
  await page.keyboard.press("Enter");
  await tables.show(["whole.csv", "Spring"]);
  await reload(page);
  await tables.show(["whole.csv", "Spring"]);

  await tables.row("Spring").getByTestId("table-remove").click();
  await tables.show(["whole.csv"]);
  await tables.undo();
  await tables.show(["whole.csv", "Spring"]);
  await shell.goTo("abc-xyz");
  await cellsBecome(page, half);

  await shell.goTo("data");
  await tables.row("whole.csv").getByTestId("table-remove").click();
  await tables.show(["Spring"]);
  await reload(page);
  await tables.show(["Spring"]);
  assert.notDeepEqual(half, whole);
});

test("what was removed is forgotten for good at a later start", async (t) => {
  const page = await openApp(t);
  const { shell, tables } = parts(page);
  await take(page, halves[0], "first.csv");
  await tables.kept(1);
  await shell.goTo("data");
  await tables.row("first.csv").getByTestId("table-remove").click();
  await tables.show([]);
  assert.equal((await tables.stored()).length, 1, "an undo may still be wanted");
  await page.evaluate(() => {
    const key = "clientfolio:tables";
    const document = JSON.parse(localStorage.getItem(key));
    document.data.tables[0].removed_ms -= 3_600_000;
    localStorage.setItem(key, JSON.stringify(document));
  });
  await reload(page);
  await page.waitForFunction(() => JSON.parse(localStorage.getItem("clientfolio:tables")).data.tables.length === 0);
  for (let turn = 0; turn < 50 && (await tables.stored()).length > 0; turn += 1) await page.waitForTimeout(50);
  assert.deepEqual(await tables.stored(), []);
});

test("forgetting when the tab is closed", async (t) => {
  const page = await openApp(t);
  const { shell, tables } = parts(page);
  await take(page, plainSales(), "sales.csv");
  const cells = await cellsOf(page);
  await tables.kept(1);

  await shell.goTo("settings");
  await tables.forget.click();
  await page.getByTestId("forget-confirm").click();
  await tables.kept(0);
  for (let turn = 0; turn < 50 && (await tables.stored()).length > 0; turn += 1) await page.waitForTimeout(50);
  assert.deepEqual(await tables.stored(), []);
  await take(page, halves[0], "first.csv", "new");
  await shell.goTo("data");
  await tables.show(["first.csv", "sales.csv"]);
  await tables.row("sales.csv").getByTestId("table-open").click();
  await shell.goTo("abc-xyz");
  await cellsBecome(page, cells);
  assert.deepEqual(await tables.stored(), [], "nothing is written");

  await shell.goTo("settings");
  await tables.forget.click();
  await tables.kept(2);
  await shell.goTo("abc-xyz");
  await reload(page);
  assert.deepEqual(await cellsOf(page), cells, "kept again when it is wanted");

  await shell.goTo("settings");
  await tables.forget.click();
  await page.getByTestId("forget-confirm").click();
  await tables.kept(0);
  await reload(page);
  await shell.goTo("data");
  await tables.show([]);
});

test("wiping takes the tables as well, and brings them back", async (t) => {
  const page = await openApp(t);
  const { shell, matrix, tables, settings } = parts(page);
  await take(page, plainSales(), "sales.csv");
  const cells = await cellsOf(page);
  await tables.kept(1);
  await shell.goTo("settings");
  await settings.wipe.click();
  await page.getByTestId("confirm").click();
  await page.getByTestId("toast").waitFor();
  assert.deepEqual(await tables.stored(), []);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  await shell.goTo("abc-xyz");
  assert.equal(await matrix.cell("AX").count(), 0);

  await tables.undo();
  await cellsBecome(page, cells);
  await reload(page);
  assert.deepEqual(await cellsOf(page), cells);
});

test("a damaged table is said to be so, and stays where it is", async (t) => {
  const page = await openApp(t);
  const { tables, shell } = parts(page);
  await take(page, plainSales(), "sales.csv");
  await tables.kept(1);
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const open = indexedDB.open("clientfolio");
        open.onsuccess = () => {
          const store = open.result.transaction("imports", "readwrite").objectStore("imports");
          const keys = store.getAllKeys();
          keys.onsuccess = () => {
            store.put(new Blob(["CLFTABLE but not really"]), keys.result[0]);
            store.transaction.oncomplete = () => {
              open.result.close();
              resolve();
            };
          };
        };
        open.onerror = () => reject(open.error);
      }),
  );
  await reload(page);
  await page.getByTestId("table-notice").getByText("damaged").first().waitFor();
  await shell.goTo("data");
  await tables.show(["sales.csv"]);
  await take(page, plainSales(), "again.csv");
  await page.getByTestId("table-notice").waitFor({ state: "hidden" });
});

for (const [name, block] of [
  ["a blocked database", () => Object.defineProperty(globalThis, "indexedDB", { get: () => { throw new DOMException("blocked", "SecurityError"); } })],
  ["a full database", () => { IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }; }],
]) {
  test(`${name}: tables live in memory, and that is said`, async (t) => {
    const page = await openApp(t);
    const { shell, tables } = parts(page);
    await page.addInitScript(block);
    await reload(page);
    await take(page, halves[0], "first.csv");
    await page.getByTestId("storage-notice").waitFor();
    await shell.goTo("data");
    await tables.show(["first.csv"]);
    await tables.row("first.csv").getByText("Until you close the tab").waitFor();
    await take(page, halves[1], "second.csv", "append");
    const whole = await cellsOf(page);
    await tables.undo();
    await take(page, plainSales(), "whole.csv", "new");
    assert.deepEqual(await cellsOf(page), whole);
    await shell.goTo("data");
    await tables.show(["whole.csv", "first.csv"]);
  });
}

test("two tabs: neither loses what the other added, and a removed table goes on where it is shown", async (t) => {
  const page = await openApp(t);
  const { tables, matrix } = parts(page);
  await take(page, halves[0], "first.csv");
  await tables.kept(1);
  const cells = await cellsOf(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await started(other);
  assert.deepEqual(await cellsOf(other), cells);
  await take(other, plainSales(), "whole.csv");
  await parts(other).tables.kept(2);
  await take(page, halves[1], "second.csv");
  await tables.kept(3);
  await parts(other).shell.goTo("data");
  await parts(other).tables.show(["second.csv", "whole.csv", "first.csv"]);

  await parts(other).tables.row("second.csv").getByTestId("table-remove").click();
  await tables.kept(2);
  await matrix.rows.first().waitFor();
  await parts(page).shell.goTo("data");
  await tables.show(["whole.csv", "first.csv"]);
});
