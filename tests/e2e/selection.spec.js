// Clients picked in any list: kept under a name, shown alone, carried to other tools and the flow, saved.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Clients } from "./pages/clients.js";
import { Flow } from "./pages/flow.js";
import { Import } from "./pages/import.js";
import { Matrix } from "./pages/matrix.js";
import { Picks } from "./pages/picks.js";
import { Shell } from "./pages/shell.js";
import { openApp, useBrowser } from "./support/app.js";
import { plainSales } from "./support/files.js";

useBrowser();

const openMatrix = async (t, options = {}) => {
  const page = await openApp(t, options);
  const reading = new Import(page);
  await reading.giveText(plainSales());
  await reading.accept();
  await new Matrix(page).ready();
  await page.getByTestId("client-row").first().waitFor();
  return { page, clients: new Clients(page), picks: new Picks(page), shell: new Shell(page) };
};

test("all that a list finds are picked by one box, and carried from the matrix to the other tools", async (t) => {
  const { page, clients, picks } = await openMatrix(t);
  await clients.search.fill("th");
  await clients.show(["North", "South"]);
  await picks.all.check();
  await picks.count(2);
  await clients.search.fill("");
  await clients.show(["North", "South", "East", "West"]);
  await picks.box("West").check();
  await picks.count(3);
  for (const [place, heading] of [["RFM", /RFM/], ["Clients", /Clients/], ["Priority", /Priority/]]) {
    await picks.carryTo(place);
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    await page.getByTestId("only-chip").waitFor();
    await clients.rows.first().waitFor();
    assert.deepEqual((await clients.names()).toSorted(), ["North", "South", "West"], place);
  }
  await page.getByTestId("only-chip").click();
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="client-row"]').length === 4);
});

test("none of those carried hides behind what was chosen there before, and picks go with their table", async (t) => {
  const { page, clients, picks, shell } = await openMatrix(t);
  await page.getByTestId("label-one-off").click();
  await clients.show(["West"]);
  await clients.search.fill("We");
  await shell.goTo("rfm");
  await picks.box("North").check();
  await picks.box("South").check();
  await picks.carryTo("ABC-XYZ");
  await clients.show(["North", "South"]);
  assert.equal(await clients.search.inputValue(), "");

  const reading = new Import(page);
  await shell.goTo("data");
  await reading.giveText("Client;Date;Amount\nOther;2024-01-10;5\nOther;2024-02-10;5", "other.csv");
  await reading.accept();
  await clients.show(["Other"]);
  assert.equal(await picks.bar.count(), 0, "North and South are no clients here");
});

test("no row moves when the first client is picked, and the bar does not hide the list on a phone", async (t) => {
  const { page, picks } = await openMatrix(t);
  for (const size of [{ width: 1280, height: 900 }, { width: 360, height: 780 }]) {
    await page.setViewportSize(size);
    const box = picks.box("West");
    await box.scrollIntoViewIfNeeded();
    const before = await box.boundingBox();
    await box.check();
    await picks.bar.waitFor();
    assert.equal((await box.boundingBox()).y, before.y, `at ${size.width}`);
    const bar = await picks.bar.boundingBox();
    assert.ok(bar.height < size.height / 3, `${bar.height} of ${size.height}`);
    await page.getByTestId("picks-clear").click();
    await picks.bar.waitFor({ state: "detached" });
  }
});

test("the keyboard picks: Space on the row, Enter still opens it", async (t) => {
  const { page, clients, picks } = await openMatrix(t);
  await clients.list.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press(" ");
  await picks.count(1);
  assert.equal(await page.locator('[data-client="South"]').getAttribute("aria-selected"), "true");
  await page.keyboard.press("Enter");
  await clients.why.waitFor();
});

test("a selection is kept under a name, over a reload, and comes back after deletion", async (t) => {
  const { page, clients, picks, shell } = await openMatrix(t);
  await picks.box("South").check();
  await picks.box("West").check();
  await picks.save("Call in spring");
  await clients.show(["South", "West"]);
  assert.match(await page.getByTestId("only-chip").innerText(), /Call in spring.*2/);
  await page.reload();
  await clients.rows.first().waitFor();
  await shell.goTo("clients");
  await page.getByTestId("selections").getByTestId("view-choice").selectOption({ label: "Call in spring" });
  await clients.show(["South", "West"]);
  await page.getByTestId("selections").getByTestId("view-remove").click();
  await clients.show(["North", "South", "East", "West"]);
  await page.getByTestId("toast").getByRole("button", { name: "Undo" }).last().click();
  await page.getByTestId("selections").getByTestId("view-choice").locator("option", { hasText: "Call in spring" }).waitFor({ state: "attached" });
});

test("only those picked are saved, whatever the list shows", async (t) => {
  const { page, clients, picks } = await openMatrix(t);
  await picks.box("East").check();
  await clients.search.fill("North");
  await clients.show(["North"]);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("picks").getByTestId("export-csv").click()]);
  assert.equal(download.suggestedFilename(), "picked-clients.csv");
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString("utf8").split("\r\n").filter(Boolean);
  assert.equal(lines.length, 2);
  assert.match(lines[1], /East/);
});

test("clients come to the flow as estimates, and stand there in the list", async (t) => {
  const { page, clients, picks, shell } = await openMatrix(t);
  await picks.box("North").check();
  await picks.box("South").check();
  await page.getByTestId("picks-flow").click();
  await page.getByTestId("toast").waitFor();
  await shell.goTo("flow");
  const flow = new Flow(page);
  await flow.next.waitFor();
  assert.equal(await flow.cards.count(), 2);
  // North buys for 1000 every 15 days; the last row is the last day, so the next order is due in 15 days less one.
  assert.match(await flow.card("North").innerText(), /≈\s1,000\s*≈\s14\sdays/);
  await shell.goTo("clients");
  await page.getByTestId("open-columns").click();
  await page.getByTestId("columns").getByRole("switch", { name: "Flow" }).click();
  await page.keyboard.press("Escape");
  await page.locator('[data-client="North"]').getByText("Fast, much").waitFor();
  await page.getByTestId("open-filters").click();
  await page.getByTestId("filter-flow").selectOption({ label: "Fast, much" });
  await page.keyboard.press("Escape");
  await clients.show(["North"]);
});
