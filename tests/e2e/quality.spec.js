// What may be wrong in a file: told, decided, taken back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Import } from "./pages/import.js";
import { Matrix } from "./pages/matrix.js";
import { Quality } from "./pages/quality.js";
import { Shell } from "./pages/shell.js";
import { openApp, useBrowser } from "./support/app.js";

useBrowser();

const SALES = [
  "Client;Date;Amount;Item",
  'Acme Ltd;2024-01-10;1000;tea',
  'Acme Ltd;2024-01-10;1000;tea',
  'Acme Ltd;2024-01-10;1000;milk',
  'ACME  Ltd.;2024-02-10;500;tea',
  'Acme;2024-03-10;300;tea',
  'North;2024-03-11;400;tea',
  'North;2024-03-12;-100;tea',
  ';2024-03-13;70;tea',
  'South;2099-01-01;60;tea',
].join("\n");

const clientsIn = (cells) => Object.values(cells).reduce((sum, [clients]) => sum + clients, 0);

/** Waits until the matrix has so many clients: a decision is followed by a computation. */
const hasClients = async (matrix, wanted) => {
  let found;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    await matrix.ready();
    found = clientsIn(await matrix.cells());
    if (found === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal(found, wanted);
};

test("each finding has its rows and a switch that can be taken back", async (t) => {
  const page = await openApp(t);
  const [reading, quality] = [new Import(page), new Quality(page)];
  await reading.giveText(SALES);
  await reading.ready();
  for (const name of ["duplicates", "returns", "future", "without-client"]) {
    await quality.switch(name).waitFor();
  }
  assert.equal(await quality.section.locator("[data-rows='1']").count(), 4, "each concerns one row");
  assert.equal((await quality.kept.innerText()).trim(), "");
  await quality.switch("duplicates").click();
  await page.waitForFunction(() => /\b7\b/.test(document.querySelector("[data-testid='quality-kept']").textContent));
  await quality.switch("duplicates").click();
  await page.waitForFunction(() => document.querySelector("[data-testid='quality-kept']").textContent.trim() === "");
});

test("names of one client are merged, the matrix follows, and they are split again", async (t) => {
  const page = await openApp(t);
  const [shell, reading, matrix, quality] = [new Shell(page), new Import(page), new Matrix(page), new Quality(page)];
  await reading.giveText(SALES);
  await reading.accept();
  await matrix.ready();
  const before = clientsIn(await matrix.cells());

  await shell.goTo("data");
  await quality.groups.first().waitFor();
  await quality.mergeFirst();
  await quality.merges.first().waitFor({ state: "attached" });
  await quality.groups.first().waitFor({ state: "detached" });
  await shell.goTo("abc-xyz");
  // Three names are one client.
  await hasClients(matrix, before - 2);

  await shell.goTo("data");
  await quality.splitFirst();
  await quality.groups.first().waitFor();
  await shell.goTo("abc-xyz");
  await hasClients(matrix, before);
});

test("several currencies stop the import and ask", async (t) => {
  const page = await openApp(t);
  const reading = new Import(page);
  await reading.giveText("Client;Date;Amount\nA;2024-01-10;$100\nB;2024-01-11;$50\nC;2024-01-12;70 €\n");
  const question = page.getByTestId("currency-question");
  await question.waitFor();
  assert.ok(await reading.confirm.isDisabled(), "nothing is added up before the answer");
  await question.getByTestId("currency-take").click();
  await reading.ready();
  await question.waitFor({ state: "detached" });
  assert.deepEqual(await reading.counts(), { read: 3, used: 2, setAside: 1 });
});

test("amounts of several currencies are not added up until one is chosen", async (t) => {
  const page = await openApp(t);
  const [reading, matrix] = [new Import(page), new Matrix(page)];
  const figures = page.locator(".import-report .figure__value");
  await reading.giveText("Client;Date;Amount\nA;2024-01-10;$100\nB;2024-01-12;70 €\nC;2024-02-01;$5\n");
  const question = page.getByTestId("currency-question");
  await question.waitFor();
  assert.equal(await figures.count(), 2, "clients and dates, no sum");
  assert.ok(await reading.confirm.isDisabled());
  await page.getByTestId("currency-take").click();
  await question.waitFor({ state: "detached" });
  await reading.ready();
  assert.equal((await figures.first().innerText()).replaceAll(/[^\d]/g, ""), "105");
  await reading.accept();
  await matrix.ready();
  await hasClients(matrix, 2);
});
