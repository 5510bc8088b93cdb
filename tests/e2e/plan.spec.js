// The plan from the goal backwards: without any file.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Plan } from "./pages/plan.js";
import { Shell } from "./pages/shell.js";
import { openApp, useBrowser } from "./support/app.js";

useBrowser();

// A Thursday from which, 22 days later, the first of May can still be reached.
const TODAY = new Date("2026-04-09T12:00:00");

const openPlan = async (t, options) => {
  const page = await openApp(t, options);
  await page.clock.setFixedTime(TODAY);
  const plan = new Plan(page);
  await plan.open();
  return { page, plan };
};

test("ten buyers need eight hundred calls, and it is said by when", async (t) => {
  const { plan } = await openPlan(t);
  assert.deepEqual(await plan.needs(), [800, 400, 40, 10]);
  // From 9 April to 9 May are 22 working days: 800 / 22 = 36.4.
  assert.match(await plan.sentence.innerText(), /10\sbuyers in May\s2026, you need 800\scalls from 9\sApr to 9\sMay: 36\u2060–\u206037 each working day/);
  // 1 of 4 is hardly known: Wilson's ranges put together.
  assert.match(await plan.range.innerText(), /between 210 and 5,639/);
});

test("numbers, names and order of stages are the user's", async (t) => {
  const { page, plan } = await openPlan(t);
  for (const [index, count] of ["300", "100", "30", "7"].entries()) await plan.type("plan-count", count, index);
  await plan.type("plan-buyers", "5");
  assert.deepEqual(await plan.needs(), [222, 74, 22, 5]);

  await page.getByTestId("plan-stage-name").first().fill("Visits");
  await page.getByTestId("plan-step").first().getByText("Visits").waitFor();
  await page.getByRole("button", { name: "Remove: Proposals" }).click();
  assert.equal(await plan.stages.count(), 3);
  // 22 · 300 / 30
  assert.deepEqual(await plan.needs(), [220, 22, 5]);
  await page.getByTestId("plan-add-stage").click();
  assert.deepEqual(await plan.needs(), [220, 22, 5, 5]);
  await page.getByRole("button", { name: "Move up: New stage" }).click();
  assert.equal(await page.getByTestId("plan-stage-name").nth(1).inputValue(), "New stage");
});

test("percents are exact, and money is divided by the average sale", async (t) => {
  const { page, plan } = await openPlan(t);
  await plan.choose("plan-ratios-as", "Percent");
  assert.deepEqual(await plan.needs(), [800, 400, 40, 10]);
  for (const name of ["Proposals", "Meetings"]) await page.getByRole("button", { name: `Remove: ${name}` }).click();
  await plan.type("plan-percent", "35");
  await plan.type("plan-buyers", "21");
  // 61 in binary fractions.
  assert.deepEqual(await plan.needs(), [60, 21]);

  await plan.choose("plan-goal-in", "Money");
  await plan.type("plan-amount", "1000001");
  await plan.type("plan-average", "100000");
  assert.deepEqual((await plan.needs()).at(-1), 11);
});

test("people, lags and days off change when and how much", async (t) => {
  const { page, plan } = await openPlan(t);
  await plan.unfold();
  await plan.type("plan-people", "2");
  assert.match(await plan.sentence.innerText(), /18\u2060–\u206019 for each of 2/);
  for (const index of [0, 1, 2]) await plan.type("plan-lag", "0", index);
  assert.match(await plan.sentence.innerText(), /800\scalls from 1\sMay to 31\sMay: 38\u2060–\u206039/);
  await page.getByTestId("plan-day-off").fill("2026-05-01");
  await page.getByTestId("plan-add-day-off").click();
  // 20 working days are left of 21.
  assert.match(await plan.sentence.innerText(), /: 40 each working day/);
  await plan.type("plan-in-progress", "10", 2);
  // 40 meetings less 10: 300 proposals, 600 calls.
  assert.deepEqual(await plan.needs(), [600, 300, 40, 10]);
});

test("a slider says what a better step would save", async (t) => {
  const { page, plan } = await openPlan(t);
  const slider = page.getByTestId("plan-slider").nth(2);
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  // 40 / 1.1 = 36.4 meetings, 37; 370 proposals, 740 calls.
  assert.match(await plan.outcome.innerText(), /740\scalls are needed: 60 fewer/);
  await page.getByRole("button", { name: "Reset sliders" }).click();
  assert.doesNotMatch(await plan.outcome.innerText(), /740/);
});

test("the plan survives a reload, and a reset can be taken back", async (t) => {
  const { page, plan } = await openPlan(t);
  await plan.type("plan-buyers", "25");
  assert.deepEqual(await plan.needs(), [2000, 1000, 100, 25]);
  await page.reload();
  await plan.sentence.waitFor();
  assert.deepEqual(await plan.needs(), [2000, 1000, 100, 25]);
  await page.getByTestId("plan-reset").click();
  assert.deepEqual(await plan.needs(), [800, 400, 40, 10]);
  await page.getByTestId("toast").getByRole("button", { name: "Undo" }).click();
  assert.deepEqual(await plan.needs(), [2000, 1000, 100, 25]);
});

test("plans are kept under names", async (t) => {
  const { page, plan } = await openPlan(t);
  for (const [name, buyers] of [["Careful", "5"], ["Bold", "25"]]) {
    await plan.type("plan-buyers", buyers);
    await page.getByTestId("view-save").click();
    await page.getByTestId("view-name").fill(name);
    await page.getByTestId("view-commit").click();
    await page.getByTestId("view-choice").waitFor();
  }
  await page.getByTestId("view-choice").selectOption({ label: "Careful" });
  assert.deepEqual(await plan.needs(), [400, 200, 20, 5]);
  await page.getByTestId("view-choice").selectOption({ label: "Bold" });
  assert.deepEqual(await plan.needs(), [2000, 1000, 100, 25]);
});

test("the picture has a table, and the weeks add up", async (t) => {
  const { page, plan } = await openPlan(t);
  assert.match(await plan.chart.getAttribute("aria-label"), /800\scalls, 400\sproposals, 40\smeetings, 10\sbuyers/);
  await page.getByRole("button", { name: "Show as a table" }).click();
  assert.match(await plan.chartTable.innerText(), /Calls\s+800/);
  assert.match(await plan.table.locator("tfoot").innerText(), /Total\s+800\s+400\s+40\s+10/);

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-csv").click()]);
  const text = await readFile(await download.path(), "utf8");
  assert.match(text, /Total,800,400,40,10/);
});

test("the same in Russian", async (t) => {
  const { page, plan } = await openPlan(t, { locale: "ru-RU" });
  assert.match(await plan.sentence.innerText(), /10\sпокупателей в мае\s2026.*800\sзвонков, с\s09\.04 по\s09\.05/);
  await new Shell(page).speak("en");
  assert.match(await plan.sentence.innerText(), /800\scalls/);
});
