// From a file to the matrix, and what happens when the file is none.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { Import } from "./pages/import.js";
import { Matrix } from "./pages/matrix.js";
import { Shell } from "./pages/shell.js";
import { openApp, useBrowser } from "./support/app.js";
import { plainSales } from "./support/files.js";

useBrowser();

test("the sample leads to the matrix in two clicks", async (t) => {
  const page = await openApp(t);
  const [reading, matrix] = [new Import(page), new Matrix(page)];
  await reading.giveSample();
  await reading.accept();
  await matrix.ready();
  await matrix.rows.first().waitFor();
});

test("every row of a file is accounted for", async (t) => {
  const page = await openApp(t);
  const reading = new Import(page);
  await reading.giveText(`${plainSales()}\nNorth;2024-02-30;5\nTotal;;99999`);
  await reading.ready();
  // 24 + 24 + 8 + 1 sales, a day that does not exist, and a total.
  assert.deepEqual(await reading.counts(), { read: 59, used: 57, setAside: 2 });
});

test("a bad file is explained, and what was loaded before stays", async (t) => {
  const page = await openApp(t);
  const [shell, reading, matrix] = [new Shell(page), new Import(page), new Matrix(page)];
  await reading.giveText(plainSales());
  await reading.accept();
  await matrix.ready();
  const before = await matrix.cells();
  assert.ok(Object.keys(before).length > 0);

  const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
  const bad = [
    { name: "empty.csv", mimeType: "text/csv", buffer: Buffer.alloc(0) },
    { name: "picture.csv", mimeType: "text/csv", buffer: png },
    { name: "header.csv", mimeType: "text/csv", buffer: Buffer.from("Client;Date;Amount\n") },
    { name: "column.csv", mimeType: "text/csv", buffer: Buffer.from("Client\nNorth\nSouth\n") },
    { name: "quote.csv", mimeType: "text/csv", buffer: Buffer.from(`Client;Date;Amount\n"North;2024-01-01;1\n`) },
  ];
  for (const file of bad) {
    await shell.goTo("data");
    await reading.give(file);
    await reading.error.first().waitFor();
    assert.ok((await reading.error.first().innerText()).trim().length > 20, `${file.name} is explained`);
    await reading.cancel.first().click();
    await shell.goTo("abc-xyz");
    await matrix.ready();
    assert.deepEqual(await matrix.cells(), before, `after ${file.name}`);
  }
});

test("a reading under way can be cancelled, and what was loaded before stays", async (t) => {
  const page = await openApp(t);
  const [shell, reading, matrix] = [new Shell(page), new Import(page), new Matrix(page)];
  await reading.giveText(plainSales());
  await reading.accept();
  await matrix.ready();
  const before = await matrix.cells();

  const file = path.join(await mkdtemp(path.join(tmpdir(), "clientfolio-")), "long.csv");
  t.after(() => rm(path.dirname(file), { recursive: true }));
  await writeFile(file, `Client;Date;Amount\n${"Someone with a long name;2024-05-06;1234.56\n".repeat(3_000_000)}`);
  await shell.goTo("data");
  await reading.give(file);
  await page.getByRole("progressbar").first().waitFor();
  await reading.cancel.first().click();
  await reading.cancel.first().waitFor({ state: "detached" });
  assert.equal(await page.getByTestId("error-panel").count(), 0);
  await shell.goTo("abc-xyz");
  await matrix.ready();
  assert.deepEqual(await matrix.cells(), before);
});

test("without workers the page reads the file itself", async (t) => {
  const page = await openApp(t, {
    initially: () => {
      globalThis.Worker = class {
        constructor() {
          throw new Error("no workers here");
        }
      };
    },
  });
  const [reading, matrix] = [new Import(page), new Matrix(page)];
  await reading.giveText(plainSales());
  await reading.accept();
  await matrix.ready();
  await matrix.rows.first().waitFor();
});
