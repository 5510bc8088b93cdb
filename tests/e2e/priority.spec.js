// Priority groups: criteria, weights, groups, marks by hand, what is kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Clients } from "./pages/clients.js";
import { Import } from "./pages/import.js";
import { Matrix } from "./pages/matrix.js";
import { Shell } from "./pages/shell.js";
import { openApp, useBrowser } from "./support/app.js";
import { plainSales } from "./support/files.js";

useBrowser();

const openPriority = async (t, options = {}) => {
  const page = await openApp(t, options);
  const reading = new Import(page);
  await reading.giveText(plainSales());
  await reading.accept();
  await new Matrix(page).ready();
  await new Shell(page).goTo("priority");
  await page.getByTestId("client-row").first().waitFor();
  return { page, clients: new Clients(page), criteria: page.getByTestId("criterion") };
};

const score = (page, client) => page.locator(`[data-client="${client}"] .client__cell--priority`).innerText();

test("the list stands by score, and a weight moves it", async (t) => {
  const { page, clients, criteria } = await openPriority(t);
  // Value, regularity, recency with 5, 3 and 2. North has 5 for value and for recency. Both North and South buy every
  // month, so the last of the borders by shares is that very figure, and on a border one stands below it: 4.
  // (5·5 + 3·4 + 2·5) / 10.
  assert.equal(await score(page, "North"), "4.70");
  assert.equal((await clients.names())[0], "North");
  assert.equal(await criteria.count(), 3);
  // Without value and regularity only recency counts: North and South bought last, on the same day.
  for (const index of [0, 1]) await criteria.nth(index).getByTestId("criterion-weight").fill("0");
  for (const index of [0, 1]) await criteria.nth(index).getByTestId("criterion-weight").press("Enter");
  await page.waitForFunction(() => {
    const [first, second] = [...document.querySelectorAll('[data-testid="client-row"] .client__cell--priority')];
    return first && first.textContent === second?.textContent;
  });
});

test("a slider is moved by keys and is the same weight as the number", async (t) => {
  const { criteria } = await openPriority(t);
  const slider = criteria.first().getByTestId("criterion-slider");
  await slider.focus();
  await slider.press("ArrowRight");
  await slider.press("ArrowRight");
  assert.equal(await slider.inputValue(), "7");
  assert.equal(await criteria.first().getByTestId("criterion-weight").inputValue(), "7");
});

test("marks are given by hand, kept over a reload, and a removed criterion comes back", async (t) => {
  const { page, criteria } = await openPriority(t);
  for (let left = 3; left > 0; left -= 1) {
    await criteria.first().getByTestId("criterion-remove").click();
    await page.waitForFunction((count) => document.querySelectorAll('[data-testid="criterion"]').length === count, left - 1);
  }
  await page.getByTestId("toast").getByRole("button", { name: "Undo" }).last().click();
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="criterion"]').length === 1);
  await criteria.first().getByTestId("criterion-remove").click();
  await page.getByTestId("add-by-hand").click();
  await page.getByTestId("client-row").first().waitFor();
  await page.locator('[data-client="West"]').click();
  await page.getByTestId("hand-mark").getByRole("radio", { name: "4" }).check();
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelector('[data-client="West"] .client__cell--priority')?.textContent === "4.00");
  const [first, second] = await new Clients(page).names();
  assert.equal(first, "West", "the only one with a mark");
  assert.equal(second, "North", "the others by value");
  await page.waitForFunction(() => localStorage.getItem("clientfolio:priority")?.includes("West"));
  await page.reload();
  await page.waitForFunction(() => document.querySelector('[data-client="West"] .client__cell--priority')?.textContent === "4.00");
});

test("groups are named, moved, listed, and saved with the clients", async (t) => {
  const { page, clients } = await openPriority(t);
  const groups = page.getByTestId("priority-group");
  assert.equal(await groups.count(), 3);
  await groups.first().getByTestId("group-name").fill("Friends");
  await page.getByTestId("group-chip").filter({ hasText: "Friends" }).click();
  await page.getByRole("heading", { name: "Group “Friends”" }).waitFor();
  const { name, lines } = await clients.saved();
  assert.equal(name, "clients.csv");
  assert.match(lines[0], /^Client,Score,Group,Marked,Value,Class,Last purchase,Computed with$/);
  assert.ok(lines.slice(1).every((line) => line.includes(",Friends,")));
  assert.match(lines[1], /Criterion “Sales”: weight 5/);
  await page.getByTestId("add-group").click();
  assert.equal(await groups.count(), 4);
});

test("what each weight decides stands in a table", async (t) => {
  const { page } = await openPriority(t, { locale: "ru-RU" });
  const rows = page.getByTestId("sensitivity").locator("tbody tr");
  assert.equal(await rows.count(), 3);
  assert.match(await rows.first().innerText(), /Продажи/);
});

test("criteria and groups are kept under a name", async (t) => {
  const { page, criteria } = await openPriority(t);
  const weight = criteria.first().getByTestId("criterion-weight");
  await page.getByTestId("view-save").first().click();
  await page.getByTestId("view-name").fill("As usual");
  await page.getByTestId("view-commit").click();
  await weight.fill("9");
  await weight.press("Enter");
  const choice = page.getByTestId("view-choice").first();
  await page.waitForFunction(() => document.querySelector('[data-testid="view-choice"]')?.value === "0");
  await choice.selectOption({ label: "As usual" });
  await page.waitForFunction(() => document.querySelector('[data-testid="criterion-weight"]')?.value === "5");
});

test("the columns of a list of clients become criteria", async (t) => {
  const { page, criteria } = await openPriority(t);
  const reading = new Import(page);
  await new Shell(page).goTo("data");
  await reading.giveText("Client;Kind;Brought by\nNorth;shop;\nSouth;cafe;North\nEast;cafe;North\nWest;shop;South", "clients.csv");
  await reading.ready();
  await reading.accept();
  await new Shell(page).goTo("priority");
  await page.getByTestId("add-column").filter({ hasText: "Kind" }).click();
  const kind = criteria.last();
  await kind.getByTestId("value-mark").first().selectOption("5");
  // Cafes stand first, there are as many of each; East and South have the mark.
  await kind.getByText("2", { exact: false }).first().waitFor();
  await page.locator('[data-client="East"]').click();
  await page.getByTestId("client-marks").getByText("5").waitFor();
  // A place for each criterion and each of three changes of its weight.
  const places = page.getByTestId("client-places").locator("tbody td");
  await places.first().getByText(/^\d+$/).waitFor();
  assert.equal(await places.count(), 4 * 3);
  assert.ok((await places.allInnerTexts()).every((place) => /^[1-4]$/.test(place)));
  await page.keyboard.press("Escape");
  await page.getByTestId("add-referrals").click();
  await criteria.nth(4).waitFor();
});
