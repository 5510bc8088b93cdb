// What the user can decide about a file before it is accepted, and what is asked for.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Import } from "./pages/import.js";
import { Matrix } from "./pages/matrix.js";
import { Quality } from "./pages/quality.js";
import { Shell } from "./pages/shell.js";
import { Tables } from "./pages/tables.js";
import { openApp, useBrowser } from "./support/app.js";
import { plainSales } from "./support/files.js";

useBrowser();

const partlyBad = "Client;Date;Amount\nNorth;2024-01-10;5\nSouth;2024-02-30;5\nEast;2024-01-12;many\nWest;2024-01-13;7\nTotal;;12";

/** The rare choices, opened. */
const openRare = async (page) => page.locator(".import-facts summary").click();

test("a part of the rows is taken as such, or nothing at all", async (t) => {
  const page = await openApp(t);
  const reading = new Import(page);
  await reading.giveText(partlyBad);
  await reading.ready();
  // The total row is no mistake, so it is not among those left out.
  assert.match(await reading.confirm.innerText(), /Use 2.rows$/);
  await reading.wholeOnly.check();
  await reading.refused.waitFor();
  assert.match(await reading.refused.innerText(), /2.rows/);
  assert.ok(await reading.confirm.isDisabled());
  await reading.wholeOnly.uncheck();
  await reading.ready();

  // A file without such rows has nothing to refuse.
  await reading.cancel.click();
  await reading.giveText(plainSales());
  await reading.ready();
  assert.match(await reading.confirm.innerText(), /^Use \d+.rows$/);
  assert.equal(await reading.wholeOnly.count(), 0, "there is nothing to refuse");
});

test("any sign can part the columns", async (t) => {
  const page = await openApp(t);
  const reading = new Import(page);
  await reading.giveText(plainSales().replaceAll(";", "~"), "tildes.txt");
  await reading.error.first().waitFor();
  await openRare(page);
  await reading.otherSeparator.fill("~");
  await reading.ready();
  assert.deepEqual(await reading.counts(), { read: 57, used: 57, setAside: 0 });
  // What can part nothing changes nothing.
  await reading.otherSeparator.fill("~~");
  await reading.ready();
  assert.equal((await reading.counts()).used, 57);
});

test("columns that are read without a field can be left out one by one", async (t) => {
  const page = await openApp(t);
  const reading = new Import(page);
  await reading.giveText("Client,2024-01,2024-02,2024-03\nNorth,1,2,4\nSouth,8,16,32\n");
  await reading.ready();
  const total = () => page.locator(".import-report .figure__value").first().innerText();
  assert.match(await total(), /63/);
  await reading.field(2).selectOption("Not used");
  await page.waitForFunction(() => /45/.test(document.querySelector(".import-report .figure__value")?.textContent));
  await reading.field(2).selectOption("Period");
  await page.waitForFunction(() => /63/.test(document.querySelector(".import-report .figure__value")?.textContent));
});

for (const [what, text, first, last] of [
  ["months", "Client,November,December,January\nNorth,1,2,3\nSouth,4,5,6\n", "1 Nov", "31 Jan"],
  ["days of sales", "Date,Client,Amount\n5-Nov,North,1\n16-Dec,South,2\n9-Jan,North,3\n", "5 Nov", "9 Jan"],
]) {
  test(`the year of ${what} without one is asked`, async (t) => {
    const page = await openApp(t);
    const reading = new Import(page);
    await reading.giveText(text);
    await reading.ready();
    const before = Number(await page.evaluate(() => new Date().getFullYear())) - 1;
    await reading.year.selectOption(String(before));
    await page.waitForFunction(
      ([first, last]) => {
        const shown = [...document.querySelectorAll(".import-report .figure__value")].at(-1)?.textContent ?? "";
        const period = shown.replaceAll("\u00a0", " ");
        return period.includes(first) && period.includes(last);
      },
      [`${first} ${before}`, `${last} ${before + 1}`],
    );
  });
}

test("sums that stand in parts are added up in a column that is shown", async (t) => {
  const page = await openApp(t);
  const reading = new Import(page);
  await reading.giveText("Date,Client,Cash,Card\n2026-01-05,North,10,\n2026-01-06,South,,7\n2026-01-07,North,1,2\n");
  await reading.ready();
  assert.match(await page.locator(".import-report .figure__value").first().innerText(), /20/);
  await page.getByText("Cash + Card").first().waitFor();
});

test("a file in another currency is not added unasked", async (t) => {
  const page = await openApp(t);
  const [shell, reading, matrix, tables] = [new Shell(page), new Import(page), new Matrix(page), new Tables(page)];
  const sales = (currency) => plainSales().replace("Amount", `Amount, ${currency}`);
  await reading.giveText(sales("USD"), "dollars.csv");
  await reading.accept();
  await matrix.ready();
  await shell.goTo("data");
  await reading.giveText(sales("EUR"), "euros.csv");
  await reading.ready();
  await tables.destination.selectOption({ index: 1 });
  const question = page.getByTestId("import-other-currency");
  await question.waitFor();
  assert.match(await question.innerText(), /USD.*EUR/s);
  assert.ok(await reading.confirm.isDisabled());
  await page.getByTestId("import-into-new").click();
  await question.waitFor({ state: "detached" });
  await reading.ready();
  await reading.accept();
  await matrix.ready();
  await tables.kept(2);
});

test("rows switched off are named beside the matrix and in its file", async (t) => {
  const page = await openApp(t);
  const [reading, quality, matrix] = [new Import(page), new Quality(page), new Matrix(page)];
  await reading.giveText(`${plainSales()}\nNorth;2024-03-01;-7\nNorth;2024-03-02;-5`);
  await reading.ready();
  await quality.switch("returns").check();
  await quality.kept.waitFor();
  await reading.accept();
  await matrix.ready();
  const line = page.locator(".headline__quiet", { hasText: "left out by your choice" });
  assert.match(await line.innerText(), /2.rows/);
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-csv").first().click()]);
  const text = await readFile(await saved.path(), "utf8");
  assert.match(text, /excluded by your decision: 2.rows/);
});

test("a table to fill in is saved and read back", async (t) => {
  const page = await openApp(t);
  const [shell, reading] = [new Shell(page), new Import(page)];
  for (const locale of ["ru", "en"]) {
    await shell.goTo("data");
    await shell.speak(locale);
    const templates = page.getByTestId("templates").first();
    await templates.locator("summary").click();
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      templates.getByTestId("save-template").first().click(),
    ]);
    await reading.give({ name: "filled.csv", mimeType: "text/csv", buffer: await readFile(await saved.path()) });
    await reading.ready();
    assert.deepEqual(await reading.counts(), { read: 2, used: 2, setAside: 0 });
    await reading.cancel.click();
  }
});

test("the files of a dropped folder are given one after another", async (t) => {
  const page = await openApp(t, {
    // A browser lets no script make a drop with a folder: its entries are made here, the rest of the way is the app's.
    initially: () => {
      const entry = (name, text) => ({
        name,
        fullPath: `/2024/${name}`,
        isDirectory: false,
        file: (done) => done(new File([text], name, { type: "text/csv" })),
      });
      globalThis.dropFolder = (files) => {
        const left = Object.entries(files).map(([name, text]) => entry(name, text));
        const folder = {
          name: "2024",
          fullPath: "/2024",
          isDirectory: true,
          createReader: () => ({ readEntries: (done) => done(left.splice(0, 1)) }),
        };
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([""], "2024"));
        DataTransferItem.prototype.webkitGetAsEntry = () => folder;
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      };
    },
  });
  const [reading, matrix, tables] = [new Import(page), new Matrix(page), new Tables(page)];
  const [head, ...rows] = plainSales().split("\n");
  const part = (from, to) => [head, ...rows.slice(from, to)].join("\n");
  await page.evaluate((files) => globalThis.dropFolder(files), {
    "b.csv": part(30, rows.length),
    "a.csv": part(0, 30),
    ".DS_Store": "of the system",
  });
  await page.getByTestId("import-queue").getByText("1 of 2").waitFor();
  await reading.ready();
  assert.equal((await reading.counts()).used, 30, "by name, and nothing that programs left there");
  await reading.accept();
  await page.getByTestId("import-queue").getByText("2 of 2").waitFor();
  await reading.ready();
  await reading.accept();
  await matrix.ready();
  const clients = Object.values(await matrix.cells()).reduce((sum, [count]) => sum + count, 0);
  assert.equal(clients, 4);
  await tables.kept(1);
});
