// The measured funnel: from moves, from a day for each stage, from the present stage alone.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Funnel } from "./pages/funnel.js";
import { Import } from "./pages/import.js";
import { Matrix } from "./pages/matrix.js";
import { Shell } from "./pages/shell.js";
import { openApp, useBrowser } from "./support/app.js";
import { movesOfDeals, plainSales, presentStages } from "./support/files.js";

useBrowser();

const accept = async (page, text, name) => {
  const reading = new Import(page);
  await reading.giveText(text, name);
  await reading.ready();
  await reading.accept();
};

const openFunnel = async (t, text, options) => {
  const page = await openApp(t, options);
  await accept(page, text, "deals.csv");
  const funnel = new Funnel(page);
  await funnel.ready();
  return { page, funnel };
};

test("moves are counted in four ways", async (t) => {
  const { funnel } = await openFunnel(t, movesOfDeals());
  assert.deepEqual(await funnel.reached(), { call: 7, offer: 4, meet: 3, buy: 2 });
  for (const [way, counts] of [
    ["came at least so far", [8, 8, 7, 3]],
    ["were at the stage", [7, 6, 7, 3]],
    ["entries into the stage", [8, 7, 7, 3]],
    ["in the order of stages", [7, 4, 3, 2]],
  ]) {
    await funnel.countBy(way);
    await funnel.counts(counts);
  }
  await funnel.even.waitFor();
});

test("the staircase has a table, and each figure its deals", async (t) => {
  const { page, funnel } = await openFunnel(t, movesOfDeals());
  await page.getByText("The same as a table").first().click();
  assert.match(await funnel.table.getByRole("row").nth(2).innerText(), /offer\s+4\s+57\.1%\s+57\.1%/);
  await funnel.steps.nth(3).getByRole("button", { name: "2", exact: true }).click();
  await funnel.deals.first().waitFor();
  const names = await funnel.deals.evaluateAll((rows) => rows.map((row) => row.querySelector("th").textContent));
  assert.deepEqual(names, ["a", "g"]);
});

test("stages are put into another order by keys, and back", async (t) => {
  const { page, funnel } = await openFunnel(t, movesOfDeals());
  await funnel.openStages();
  assert.deepEqual(await funnel.order(), ["call", "offer", "meet", "buy"]);
  await page.getByRole("button", { name: "Move “offer” earlier" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector('[data-testid="stage-row"]').dataset.stage === "offer");
  await page.getByLabel("What “meet” is").selectOption({ label: "not in the funnel" });
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="funnel-step"]').length === 3);
  await page.getByTestId("stages-reset").click();
  await funnel.counts([7, 4, 3, 2]);
});

test("a present stage alone is shown as the pipeline that it is", async (t) => {
  const { funnel } = await openFunnel(t, presentStages());
  await funnel.snapshot.waitFor();
  assert.deepEqual(await funnel.reached(), { Lead: 5, Offer: 4, Closed: 3, Won: 2 });
});

test("deals leave the sales where they are, also after a reload", async (t) => {
  const page = await openApp(t);
  await accept(page, plainSales(), "sales.csv");
  const [matrix, shell, funnel] = [new Matrix(page), new Shell(page), new Funnel(page)];
  await matrix.ready();
  await shell.goTo("data");
  await accept(page, movesOfDeals(), "moves.csv");
  await funnel.ready();
  await shell.goTo("abc-xyz");
  await matrix.ready();
  // The table is put away in a moment.
  await page.waitForFunction(() => localStorage.getItem("clientfolio:tables")?.includes("moves.csv"));
  await page.reload();
  await matrix.ready();
  await shell.goTo("funnel");
  await funnel.counts([7, 4, 3, 2]);
});

test("the sample of deals has a day for each stage", async (t) => {
  const page = await openApp(t, { screen: "funnel" });
  const [reading, funnel] = [new Import(page), new Funnel(page)];
  await page.getByTestId("sample-deals").click();
  await reading.ready();
  await reading.accept();
  await funnel.ready();
  assert.deepEqual(Object.keys(await funnel.reached()), ["Enquiry", "Call", "Proposal", "Meeting", "Won"]);
  assert.match(await funnel.remarks.innerText(), /Ended before they began: 1\sdeal/);
  await page.getByTestId("chart-losses").waitFor();
  await page.getByTestId("funnel-split").selectOption({ label: "Managers" });
  await page.getByTestId("chart-table-funnel-split").getByRole("rowheader", { name: "Anna" }).waitFor();
});

test("a stage is dragged by the mouse, and stays there after a reload", async (t) => {
  const { page, funnel } = await openFunnel(t, movesOfDeals());
  await funnel.openStages();
  const [from, to] = [await funnel.grips.nth(2).boundingBox(), await funnel.stages.nth(0).boundingBox()];
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
  await funnel.ordered(["meet", "call", "offer", "buy"]);
  await funnel.grips.nth(0).press("ArrowDown");
  await funnel.ordered(["call", "meet", "offer", "buy"]);
  // The focus goes with the stage.
  await page.keyboard.press("End");
  await funnel.ordered(["call", "offer", "buy", "meet"]);
  await page.reload();
  await funnel.ready();
  assert.deepEqual(Object.keys(await funnel.reached()), ["call", "offer", "buy", "meet"]);
});

test("a finger drags a stage by its dots", async (t) => {
  const { page, funnel } = await openFunnel(t, movesOfDeals(), { hasTouch: true, viewport: { width: 400, height: 900 } });
  await funnel.openStages();
  const [from, to] = [await funnel.grips.nth(0).boundingBox(), await funnel.stages.nth(1).boundingBox()];
  const client = await page.context().newCDPSession(page);
  const touch = (type, x, y) => client.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
  await touch("touchStart", from.x + 10, from.y + 10);
  for (let step = 1; step <= 6; step += 1) {
    await touch("touchMove", from.x + 10, from.y + 10 + ((to.y + to.height / 2 - from.y - 10) * step) / 6);
  }
  await touch("touchEnd");
  await funnel.ordered(["offer", "call", "meet", "buy"]);
});

test("the funnel is saved as a workbook's first sheet and as a picture", async (t) => {
  const { page } = await openFunnel(t, movesOfDeals());
  const saved = async (button) => {
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    return readFile(await download.path(), "utf8");
  };
  const table = await saved(page.getByTestId("export-csv").first());
  assert.match(table.split("\r\n")[2], /^offer,4,/);
  const picture = await saved(page.getByTestId("export-svg").first());
  assert.match(picture, /<svg[^]*57\.1% of the previous[^]*deals/);
});

test("only deals that began on the chosen days count, and that is said", async (t) => {
  const { page, funnel } = await openFunnel(t, movesOfDeals());
  await page.getByTestId("window-choice").selectOption({ label: "Other dates" });
  await page.getByTestId("window-to").fill("2026-01-02");
  await page.getByTestId("window-to").press("Tab");
  // a, b, c and h. The offer of h came before its call, and c met without one: neither is in order from there on.
  await funnel.counts([4, 2, 1, 1]);
  await funnel.remarks.getByText("Began on other days and left out: 4 deals").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-csv").first().click()]);
  assert.match(await readFile(await download.path(), "utf8"), /When the deal began: 1\sJan\s2026 to 2\sJan\s2026; Deals begun on other days: 4/);
  await page.getByTestId("window-choice").selectOption({ index: 0 });
  await funnel.counts([7, 4, 3, 2]);
});

test("a way of counting is kept under a name", async (t) => {
  const { page, funnel } = await openFunnel(t, movesOfDeals());
  await funnel.countBy("came at least so far");
  await page.getByTestId("view-save").click();
  await page.getByTestId("view-name").fill("As the director counts");
  await page.getByTestId("view-commit").click();
  await funnel.countBy("in the order of stages");
  await funnel.counts([7, 4, 3, 2]);
  await page.getByTestId("view-choice").selectOption({ label: "As the director counts" });
  await funnel.counts([8, 8, 7, 3]);
});

test("deals are compared by the classes of clients that the sales give", async (t) => {
  const page = await openApp(t);
  const [matrix, shell, funnel] = [new Matrix(page), new Shell(page), new Funnel(page)];
  await accept(page, "Client;Date;Amount\nnorth;2026-01-05;90\nSouth;2026-01-06;10\n", "sales.csv");
  await matrix.ready();
  await shell.goTo("data");
  await accept(page, presentStages(), "deals.csv");
  await funnel.ready();
  await page.getByTestId("funnel-split").selectOption({ label: "Classes of clients" });
  const row = (name) => page.getByTestId("chart-table-funnel-split").getByRole("row", { name });
  await row(/^A/).waitFor();
  // East, West and Far bought nothing that the sales know of.
  assert.match(await row(/^not in the sales table/).innerText(), /^not in the sales table\s+3\s/);
});

test("who has no deals is shown the way to the plan", async (t) => {
  const page = await openApp(t, { screen: "funnel" });
  await page.getByTestId("open-plan").click();
  await page.getByTestId("plan-sentence").waitFor();
});
