// RFM: scores, segments, the map of rules, borders.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Import } from "./pages/import.js";
import { Matrix } from "./pages/matrix.js";
import { Rfm } from "./pages/rfm.js";
import { Shell } from "./pages/shell.js";
import { openApp, useBrowser } from "./support/app.js";

useBrowser();

// Worked out by hand in tests/rfm.rs: Ann 554, Bob 445, Cid 312, Dan 213, Eve 111; Fox never bought.
const SALES = `client,date,order,amount
Ann,2025-01-05,1,100
Ann,2025-02-05,2,100
Ann,2025-03-31,3,50
Ann,2025-03-31,3,50
Bob,2025-03-01,4,150
Bob,2025-03-21,5,250
Cid,2025-03-01,6,500
Cid,2025-03-05,6,-450
Dan,2025-01-30,7,200
Eve,2024-12-31,8,20
Eve,2025-01-02,8,-30
Fox,2025-03-30,9,-5
`;

const openRfm = async (t, options) => {
  const page = await openApp(t, options);
  const [reading, rfm, shell] = [new Import(page), new Rfm(page), new Shell(page)];
  await reading.giveText(SALES);
  await reading.accept();
  await new Matrix(page).ready();
  await shell.goTo("rfm");
  await rfm.ready();
  return { page, rfm, shell };
};

const until = (page, count) =>
  page.waitForFunction((count) => document.querySelectorAll('[data-testid="client-row"]').length === count, count);

test("clients stand in the segments that their purchases put them in", async (t) => {
  const { page, rfm } = await openRfm(t);
  assert.deepEqual(await rfm.segments(), { "Potential Loyalist": 2, "About To Sleep": 2, Lost: 1, "": 1 });
  assert.equal(await rfm.cell(5, 5).getAttribute("data-clients"), "1");
  assert.equal(await rfm.cell(1, 1).getAttribute("data-clients"), "1");
  await rfm.segment("Potential Loyalist").getByRole("button").click();
  await until(page, 2);
  assert.deepEqual(await rfm.names(), ["Bob", "Ann"]);
  assert.match(await page.getByTestId("rfm-advice").innerText(), /champions/);
});

test("cells are reached by arrows and chosen by Enter", async (t) => {
  const { page, rfm } = await openRfm(t);
  await rfm.cell(5, 1).focus();
  for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
  await until(page, 1);
  assert.deepEqual(await rfm.names(), ["Cid"]);
  await page.keyboard.press("Escape");
  await until(page, 6);
});

test("a press on a client says why", async (t) => {
  const { page, rfm } = await openRfm(t);
  await rfm.rows.filter({ hasText: "Bob" }).click();
  const why = page.getByTestId("why");
  await why.waitFor();
  assert.match(await why.innerText(), /11\sdays before 1\sApr\s2025\. Score 4 of 5 is for 10–23\./);
});

test("rules are changed, kept and put back", async (t) => {
  const { page, rfm } = await openRfm(t);
  await page.getByTestId("open-map").click();
  assert.equal(await rfm.rules.count(), 10);
  assert.match(await rfm.coverage.innerText(), /10\scombinations/);
  // Lost is the last and takes all of R 1; at the top it takes Eve as before, and at R 1 to 2 Dan as well.
  await rfm.rules.last().getByLabel("R to").selectOption("2");
  for (let place = 9; place > 0; place -= 1) await rfm.rules.nth(place).getByRole("button", { name: "Move up" }).click();
  await rfm.rules.first().getByLabel("Name").fill("Gone");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await page.waitForFunction(() => document.querySelector('[data-segment="Gone"]')?.dataset.clients === "2");
  await page.waitForTimeout(600);
  await page.reload();
  await rfm.ready();
  assert.equal((await rfm.segments()).Gone, 2);
  await page.getByTestId("open-map").click();
  await page.getByTestId("rfm-map-reset").click();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await page.waitForFunction(() => document.querySelector('[data-segment="Lost"]')?.dataset.clients === "1");
});

test("borders of one's own begin with those in force", async (t) => {
  const { page, rfm } = await openRfm(t);
  const before = await rfm.segments();
  await page.getByTestId("rfm-own-borders").click();
  const days = page.getByTestId("rfm-own-fields").getByLabel("Days, border 1");
  assert.equal(await days.inputValue(), "10");
  assert.deepEqual(await rfm.segments(), before, "nobody moves by that alone");
  await days.fill("1");
  await days.press("Enter");
  await page.waitForFunction(() => document.querySelector('[data-testid="rfm-cell-5-5"]')?.dataset.clients === "0");
});

test("the list is saved as it is shown", async (t) => {
  const { page, rfm } = await openRfm(t);
  await rfm.segment("Lost").getByRole("button").click();
  await until(page, 1);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-csv").click()]);
  const text = await readFile(await download.path(), "utf8");
  assert.match(text, /Eve,Lost,111,91,1,-10\.00/);
});

test("pictures have tables that say the same", async (t) => {
  const { page } = await openRfm(t);
  for (const name of ["rfm-treemap", "rfm-scatter"]) {
    await page.getByTestId(`chart-${name}`).locator("svg").waitFor();
    await page.locator(".chart", { has: page.getByTestId(`chart-${name}`) }).getByRole("button", { name: "Show as a table" }).click();
    assert.equal(await page.getByTestId(`chart-table-${name}`).getByRole("row").count(), 4);
  }
});

test("on a phone each cell of the map carries the name of its segment, whole", async (t) => {
  for (const locale of ["ru-RU", "en-US"]) {
    const page = await openApp(t, { locale, viewport: { width: 360, height: 740 } });
    const reading = new Import(page);
    await reading.giveSample();
    await reading.accept();
    await new Matrix(page).ready();
    await new Shell(page).goTo("rfm");
    await new Rfm(page).ready();
    const grid = page.getByTestId("rfm-grid");
    const box = await grid.boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
    const cut = await grid.locator(".rfm-grid__name").evaluateAll((names) =>
      names
        .filter((name) => {
          const words = document.createRange();
          words.selectNodeContents(name);
          const [at, cell] = [words.getBoundingClientRect(), name.closest("td").getBoundingClientRect()];
          const { visibility, fontSize } = getComputedStyle(name);
          const fits = at.left >= cell.left - 0.5 && at.right <= cell.right + 0.5 && at.bottom <= cell.bottom + 0.5;
          return name.textContent && !(fits && visibility === "visible" && parseFloat(fontSize) >= 12 && at.width > 20);
        })
        .map((name) => name.textContent),
    );
    assert.deepEqual(cut, [], locale);
    // No word is broken but at a hyphen: each name takes as many lines as it has words or parts.
    const broken = await grid.locator(".rfm-grid__name").evaluateAll((names) =>
      names
        .filter((name) => {
          const lines = Math.round(name.getBoundingClientRect().height / parseFloat(getComputedStyle(name).lineHeight));
          return name.textContent && lines > name.textContent.split(/[ \u00AD]/).length;
        })
        .map((name) => name.textContent),
    );
    assert.deepEqual(broken, [], locale);
  }
});

test("who is being lost by scores and who has gone quiet by its own rhythm have words of their own, with their rules", async (t) => {
  const said = async (page) => (await page.locator(".headline").innerText()).replace(/\s+/g, " ");
  for (const [locale, lost, quiet] of [
    ["en-US", /losing \d+ of those who bought most.*You are losing: scores of 4 or 5 for frequency and value, 1 or 2 for recency/, /\d+ of them have gone quiet.*Gone quiet: no purchase for over three times/],
    ["ru-RU", /вы теряете \d+.*Теряете: 4 или 5 за частоту и за сумму, 1 или 2 за давность/, /\d+ из них затихли.*Затихли: не покупают втрое дольше/],
  ]) {
    const page = await openApp(t, { locale });
    await new Import(page).giveSample();
    await new Import(page).accept();
    await new Matrix(page).ready();
    assert.match(await said(page), quiet);
    await new Shell(page).goTo("rfm");
    await new Rfm(page).ready();
    assert.match(await said(page), lost);
    assert.doesNotMatch(await page.getByTestId("rfm-headline").innerText(), /quiet|затих|молч/);
  }
});
