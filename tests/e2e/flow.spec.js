// The client flow: a board that can be worked.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Flow } from "./pages/flow.js";
import { Import } from "./pages/import.js";
import { openApp, useBrowser } from "./support/app.js";

useBrowser();

const openFlow = async (t, options) => {
  const page = await openApp(t, options);
  const flow = new Flow(page);
  await flow.open();
  return { page, flow };
};

test("fast and much goes first, then by what a day brings", async (t) => {
  const { page, flow } = await openFlow(t);
  await flow.add("Tender", "90", "100000");
  await flow.add("Walk-in", "1", "500");
  await flow.add("Reorder", "2", "80000");
  await flow.add("Paper", "3", "900");
  // Days 1 2 3 90 and 500 900 80000 100000: the medians are 2.5 and 40450.
  assert.deepEqual(await flow.counts(), [1, 1, 1, 1]);
  assert.equal(await flow.next.innerText(), "Reorder");
  assert.match(await flow.limits.innerText(), /up to 2\.5 days, much is over 40,450/);
  await page.getByTestId("flow-next-done").click();
  assert.equal(await flow.next.innerText(), "Walk-in");
  assert.deepEqual(await flow.counts(), [0, 1, 1, 1], "nothing changes its cell because something is done");
  await page.getByTestId("flow-next-postpone").click();
  assert.equal(await flow.next.innerText(), "Tender");
});

test("limits are set by hand", async (t) => {
  const { page, flow } = await openFlow(t);
  await flow.example();
  assert.deepEqual(await flow.counts(), [1, 3, 3, 1]);
  await page.locator(".flow-limits summary").click();
  await page.getByTestId("flow-limits-by").getByRole("radio", { name: "By hand" }).check();
  await page.getByTestId("flow-fast-days").fill("5");
  await page.getByTestId("flow-fast-days").press("Enter");
  await page.getByTestId("flow-much").fill("48000");
  await page.getByTestId("flow-much").press("Enter");
  // Up to 5 days: 120000 in 5 is much, 48000 lies on the limit and is little.
  assert.deepEqual(await flow.counts(), [1, 3, 3, 1]);
  await page.getByTestId("flow-much").fill("47999");
  await page.getByTestId("flow-much").press("Enter");
  assert.deepEqual(await flow.counts(), [2, 2, 3, 1]);
});

test("a card is moved by the mouse, by keys and by a choice, and put back", async (t) => {
  const { page, flow } = await openFlow(t);
  await flow.example();
  const grip = flow.card("Clinic").getByTestId("flow-grip");
  const [from, to] = [await grip.boundingBox(), await flow.cell("fast_much").boundingBox()];
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 80, { steps: 8 });
  await page.mouse.up();
  assert.deepEqual(await flow.counts(), [2, 3, 2, 1]);

  await flow.card("Town library").getByTestId("flow-grip").focus();
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual(await flow.counts(), [2, 4, 2, 0]);
  // The focus stays with the card.
  await page.waitForFunction(() => document.activeElement?.dataset.testid === "flow-grip");
  await page.keyboard.press("ArrowUp");
  assert.deepEqual(await flow.counts(), [3, 3, 2, 0]);

  await flow.card("Hotel").getByTestId("flow-grip").click();
  await flow.card("Hotel").getByRole("button", { name: "Slow, little" }).click();
  assert.deepEqual(await flow.counts(), [3, 3, 1, 1]);
  await flow.card("Hotel").getByTestId("flow-put-back").click();
  assert.deepEqual(await flow.counts(), [3, 3, 2, 0]);
});

test("a finger drags a card by its dots", async (t) => {
  const { page, flow } = await openFlow(t, { hasTouch: true, viewport: { width: 1000, height: 1200 } });
  await flow.example();
  const [from, to] = [await flow.card("Clinic").getByTestId("flow-grip").boundingBox(), await flow.cell("fast_much").boundingBox()];
  const client = await page.context().newCDPSession(page);
  const touch = (type, x, y) => client.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
  await touch("touchStart", from.x + 12, from.y + 12);
  for (let step = 1; step <= 6; step += 1) {
    await touch("touchMove", from.x + ((to.x + 60 - from.x) * step) / 6, from.y + ((to.y + 80 - from.y) * step) / 6);
  }
  await touch("touchEnd");
  assert.deepEqual(await flow.counts(), [2, 3, 2, 1]);
});

test("the board survives a reload; what is removed or done comes back", async (t) => {
  const { page, flow } = await openFlow(t);
  await flow.example();
  await flow.card("Bakery").getByTestId("flow-remove").click();
  assert.equal(await flow.cards.count(), 7);
  await page.getByTestId("toast").getByRole("button", { name: "Undo" }).click();
  assert.equal(await flow.cards.count(), 8);
  await flow.card("Bakery").getByTestId("flow-done").click();
  await page.reload();
  await flow.next.waitFor();
  assert.equal(await flow.cards.count(), 7);
  await page.locator("summary", { hasText: "Done: 1" }).click();
  await page.getByTestId("flow-bring-back").click();
  assert.equal(await flow.cards.count(), 8);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-csv").click()]);
  const lines = (await readFile(await download.path(), "utf8")).split("\r\n");
  assert.match(lines[1], /^1,"Café, opening next week","Fast, much",120000\.00,5,24000\.00/);
});

test("own tasks have a board of their own", async (t) => {
  const { page, flow } = await openFlow(t);
  await flow.example();
  await page.getByTestId("flow-board-of").getByRole("radio", { name: "My tasks" }).check();
  await page.getByTestId("flow-example").waitFor();
  await flow.add("Send the invoice", "1", "5000");
  assert.equal(await flow.cards.count(), 1);
  await page.getByTestId("flow-board-of").getByRole("radio", { name: "Enquiries" }).check();
  assert.equal(await flow.cards.count(), 8);
});

test("open deals of a table come to the board as estimates", async (t) => {
  const page = await openApp(t);
  const reading = new Import(page);
  const won = [2, 4, 6, 8, 10].map((days, index) => `L${index},North,Lamp,Won,2026-03-01,2026-03-${String(1 + days).padStart(2, "0")},${10 * (index + 1)}`);
  const rows = ["Deal,Client,Product,Stage,Created,Closed,Amount", ...won, "O1,East,Lamp,Offer,2026-04-01,,25", "O2,West,Lamp,Offer,2026-04-01,,"];
  await reading.giveText(rows.join("\n"), "deals.csv");
  await reading.ready();
  await reading.accept();
  // A table of deals leads to its funnel.
  await page.getByRole("heading", { level: 1, name: "Funnel" }).waitFor();
  const flow = new Flow(page);
  await flow.open();
  await page.getByTestId("flow-take").click();
  assert.equal(await flow.cards.count(), 2);
  // The median of five lamps: 6 days; without an amount, 30.
  assert.match(await flow.card("West").innerText(), /≈\s30.*≈\s6\sdays/s);
  await page.getByTestId("flow-take").click();
  assert.equal(await flow.cards.count(), 2, "the same deal is not taken twice");
  // Won in 2 to 10 days for 10 to 50: up to 6 days is fast, over 30 is much.
  assert.equal(await page.getByTestId("flow-won-fast_little").getAttribute("data-deals"), "3");
  assert.equal(await page.getByTestId("flow-won-slow_much").getAttribute("data-deals"), "2");
  await page.getByTestId("flow-take-limits").click();
  assert.match(await flow.limits.innerText(), /up to 6 days, much is over 30/);
  await page.getByTestId("flow-guess").click();
  assert.equal(await page.getByTestId("flow-days").inputValue(), "6");
  await page.getByTestId("flow-undo").click();
  assert.match(await flow.limits.innerText(), /up to 6 days, much is over 28/, "the medians of the two cards, rounded");
});

test("steps are undone by a button and by keys; cards are changed in their place", async (t) => {
  const { page, flow } = await openFlow(t);
  await flow.add("Tender", "90", "100000");
  await flow.add("Walk-in", "1", "500");
  await flow.card("Walk-in").getByTestId("flow-edit").click();
  await page.getByTestId("flow-edit-days").fill("3");
  await page.getByTestId("flow-edit-days").press("Tab");
  await page.getByTestId("flow-edit-keep").click();
  await flow.card("Walk-in").getByText("3 days").waitFor();
  await flow.card("Walk-in").getByTestId("flow-done").click();
  assert.equal(await flow.cards.count(), 1);
  await page.getByTestId("flow-undo").click();
  assert.equal(await flow.cards.count(), 2);
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+z");
  await flow.card("Walk-in").getByText("1 day").waitFor();
});

test("what was done after a card was removed stays when the card comes back", async (t) => {
  const { page, flow } = await openFlow(t);
  await flow.add("Tender", "90", "100000");
  await flow.add("Walk-in", "1", "500");
  await flow.card("Tender").getByTestId("flow-remove").click();
  await flow.add("Cafe", "3", "7000");
  await page.getByTestId("toast").getByRole("button", { name: "Undo" }).click();
  await flow.card("Tender").waitFor();
  assert.equal(await flow.cards.count(), 3);
  // Bringing it back was a step like any other.
  await page.getByTestId("flow-undo").click();
  await flow.card("Tender").waitFor({ state: "detached" });
  await flow.card("Cafe").waitFor();
});

test("several come at once, and lines that cannot be read stay", async (t) => {
  const { page, flow } = await openFlow(t);
  await page.locator("summary", { hasText: "Add several at once" }).click();
  await page.getByTestId("flow-several").fill("Bakery; 2; 48 000\nTender; soon; 5\nCafe; 5; 120000");
  await page.getByText("Lines that could not be read: 2").waitFor();
  await page.getByTestId("flow-several-add").click();
  assert.equal(await flow.cards.count(), 2);
  assert.equal(await page.getByTestId("flow-several").inputValue(), "Tender; soon; 5");
});
