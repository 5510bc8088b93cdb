// Workbooks, tables of web pages, pasted tables, and several files at once.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Import } from "./pages/import.js";
import { Matrix } from "./pages/matrix.js";
import { Shell } from "./pages/shell.js";
import { fixture, openApp, useBrowser } from "./support/app.js";
import { plainSales } from "./support/files.js";

useBrowser();

const workbook = (name) => fixture(`tests/fixtures/workbooks/${name}`);

/** What a spreadsheet puts on the clipboard, pasted where the focus is. */
const paste = (page, { text = "", html = "" }) =>
  page.evaluate(
    ({ text, html }) => {
      const clipboardData = new DataTransfer();
      if (text) clipboardData.setData("text/plain", text);
      if (html) clipboardData.setData("text/html", html);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
    },
    { text, html },
  );

for (const name of ["sales.xlsx", "sales_1904.xlsx", "sales.xls", "sales.ods", "sales_html.xls", "sales_xml.xls", "renamed.csv"]) {
  test(`${name} is read like any other table`, async (t) => {
    const page = await openApp(t);
    const [reading, matrix] = [new Import(page), new Matrix(page)];
    await reading.give(workbook(name));
    await reading.ready();
    assert.deepEqual(await reading.counts(), { read: 10, used: 6, setAside: 4 });
    assert.match(await page.getByTestId("import-form").innerText(), /Excel|LibreOffice|HTML/);
    assert.equal(await page.getByTestId("import-encoding").count(), 0, "there is nothing to decide about text");
    await reading.accept();
    await matrix.ready();
  });
}

test("the part that reads workbooks comes only with a workbook", async (t) => {
  const page = await openApp(t);
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const reading = new Import(page);
  await reading.giveText(plainSales());
  await reading.ready();
  assert.ok(!asked.some((path) => path.includes("workbook")));
  await reading.cancel.click();
  await reading.give(workbook("sales.xlsx"));
  await reading.ready();
  assert.ok(asked.some((path) => /workbook-[0-9a-f]+\.wasm$/.test(path)));
});

test("another sheet can be chosen, and the first one with a table is taken", async (t) => {
  const page = await openApp(t);
  const reading = new Import(page);
  await reading.give(workbook("sales.xlsx"));
  await reading.ready();
  assert.match(await page.getByTestId("import-one-sheet").innerText(), /^One sheet of 4/);
  const sheet = page.getByTestId("import-sheet");
  assert.equal(await sheet.locator("option:checked").innerText(), "“Продажи”");
  assert.deepEqual(await sheet.locator("option").allInnerTexts(), ["“Обложка”", "“Скрытый”, hidden", "“Продажи”", "“Свод”"]);
  await sheet.selectOption("0");
  await reading.error.waitFor();
  await page.getByTestId("import-sheet").selectOption("2");
  await reading.ready();
  assert.deepEqual(await reading.counts(), { read: 10, used: 6, setAside: 4 });
});

test("sheets with the same columns can be read together", async (t) => {
  const page = await openApp(t);
  const reading = new Import(page);
  await reading.give(workbook("months.xlsx"));
  await reading.ready();
  assert.deepEqual(await reading.counts(), { read: 3, used: 2, setAside: 1 });
  assert.match(await page.getByTestId("import-one-sheet").innerText(), /2 other sheets have the same columns/);
  await page.getByTestId("import-together").click();
  await page.getByText("3 sheets were read one after another").waitFor();
  await reading.ready();
  assert.deepEqual(await reading.counts(), { read: 7, used: 5, setAside: 2 });
  const sheet = page.getByTestId("import-sheet");
  assert.equal(await sheet.locator("option:checked").innerText(), "3 sheets with these columns together");
  await sheet.selectOption("4");
  await page.getByTestId("import-together").waitFor();
  await reading.ready();
  assert.deepEqual(await reading.counts(), { read: 2, used: 2, setAside: 0 });
});

test("what cannot be read is explained, and what was loaded before stays", async (t) => {
  const page = await openApp(t);
  const [shell, reading, matrix] = [new Shell(page), new Import(page), new Matrix(page)];
  await reading.giveText(plainSales());
  await reading.accept();
  await matrix.ready();
  const before = await matrix.cells();
  for (const [name, says] of [
    ["locked.xlsx", /password/],
    ["cut_off.xlsx", /damaged/],
    ["archive.zip", /archive/],
    ["document.docx", /no sheets/],
  ]) {
    await shell.goTo("data");
    await reading.give(workbook(name));
    await reading.error.first().waitFor();
    assert.match(await reading.error.first().innerText(), says, name);
    assert.equal(await reading.confirm.count(), 0, `nothing of ${name} can be taken`);
    await reading.cancel.first().click();
    await shell.goTo("abc-xyz");
    await matrix.ready();
    assert.deepEqual(await matrix.cells(), before, `after ${name}`);
  }
});

test("two cells in opposite corners are two cells", async (t) => {
  const page = await openApp(t);
  const reading = new Import(page);
  await reading.give(workbook("corners.xlsx"));
  await reading.error.first().waitFor();
});

test("a workbook whose reader does not come is explained", async (t) => {
  const page = await openApp(t, { missing: /workbook-/, provoked: /workbook-|ERR_FAILED/ });
  const reading = new Import(page);
  await reading.give(workbook("sales.xlsx"));
  await reading.error.first().waitFor();
  assert.match(await reading.error.first().innerText(), /did not load/);
});

test("cells copied in a spreadsheet are pasted", async (t) => {
  const page = await openApp(t);
  const reading = new Import(page);
  await paste(page, { text: plainSales().replaceAll(";", "\t") });
  await reading.ready();
  assert.deepEqual(await reading.counts(), { read: 57, used: 57, setAside: 0 });
  assert.match(await page.getByText("Pasted table").first().innerText(), /Pasted table/);
});

test("a table copied from a page is pasted, a word is not", async (t) => {
  const page = await openApp(t, { screen: "data" });
  // The screen that listens comes with its part.
  await page.getByTestId("paste-table").waitFor();
  await paste(page, { text: "word" });
  await page.getByTestId("toast").first().waitFor();
  const html = (await readFile(workbook("sales_html.xls"))).toString("latin1").replace(/[^\x00-\x7f]+/g, "x");
  await paste(page, { html: html.replace("windows-1251", "utf-8").replace("<th>", "<td>") });
  await page.getByTestId("import-form").waitFor();
});

test("the button pastes what was copied, or says how to", async (t) => {
  const page = await openApp(t, { permissions: ["clipboard-read", "clipboard-write"] });
  const reading = new Import(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), plainSales());
  await page.getByTestId("paste-table").click();
  await reading.ready();
  assert.deepEqual(await reading.counts(), { read: 57, used: 57, setAside: 0 });
});

test("pasting into a field for text stays there", async (t) => {
  const page = await openApp(t, { screen: "data" });
  await page.getByTestId("paste-table").waitFor();
  await page.evaluate(() => {
    const field = document.createElement("textarea");
    document.body.append(field);
    field.focus();
  });
  await paste(page, { text: "a\tb\n1\t2" });
  assert.equal(await page.getByTestId("import-confirm").count(), 0);
});

test("several files are read one after another", async (t) => {
  const page = await openApp(t);
  const [reading, matrix] = [new Import(page), new Matrix(page)];
  const plain = { mimeType: "text/csv", buffer: Buffer.from(plainSales()) };
  await page.getByTestId("file-input").first().setInputFiles([
    { name: "one.csv", ...plain },
    { name: "two.csv", ...plain },
    { name: "three.csv", ...plain },
  ]);
  const turn = page.getByTestId("import-queue");
  for (const [place, act] of [["File 1 of 3", "accept"], ["File 2 of 3", "skip"], ["File 3 of 3", "accept"]]) {
    await turn.getByText(place).waitFor();
    await reading.ready();
    await (act === "accept" ? reading.accept() : reading.cancel.click());
  }
  await matrix.ready();
});
