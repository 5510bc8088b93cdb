// The matrix, its chart and its list.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Import } from "./pages/import.js";
import { Matrix } from "./pages/matrix.js";
import { openApp, useBrowser } from "./support/app.js";
import { HOSTILE_NAMES, hostileSales, plainSales } from "./support/files.js";

useBrowser();

const openMatrix = async (t, options) => {
  const page = await openApp(t, options);
  const [reading, matrix] = [new Import(page), new Matrix(page)];
  await reading.giveText(plainSales());
  await reading.accept();
  await matrix.ready();
  return { page, matrix };
};

test("clients stand in the cells that their sales put them in", async (t) => {
  const { matrix } = await openMatrix(t);
  // Of 31,942 in all North has 24,000, South 7,212, East 720, West 10. North begins at 0 % and South at 75 %, before the
  // threshold of 80 %: both are A. East begins at 98 %, West after it: both are C.
  // December is not over, so that 11 months count: North and South bought in all of them, East in 8, West once.
  assert.deepEqual(await matrix.cells(), { AX: [2, "31212.0000"], CY: [1, "720.0000"], CZ: [1, "10.0000"] });
});

test("thresholds are moved on the curve by keys and by the pointer", async (t) => {
  const { page, matrix } = await openMatrix(t);
  await matrix.chart.locator("svg").waitFor();
  await matrix.thresholdA.focus();
  for (let press = 0; press < 2; press += 1) await page.keyboard.press("PageDown");
  // At 70 % North alone is A: it begins at 0 %, South at 75 %.
  await page.waitForFunction(() => document.querySelector('[data-testid="matrix-cell-AX"]')?.dataset.clients === "1");
  assert.equal(await matrix.thresholdA.getAttribute("aria-valuenow"), "70");

  const line = await matrix.thresholdA.boundingBox();
  const middle = line.y + line.height / 2;
  await page.mouse.move(line.x + line.width / 2, middle);
  await page.mouse.down();
  await page.mouse.move(line.x + line.width / 2, middle - 30, { steps: 6 });
  await page.mouse.up();
  await page.waitForFunction(() => Number(document.querySelector('[data-testid="threshold-a"]').getAttribute("aria-valuenow")) > 72);
});

test("the chart has a table that says the same", async (t) => {
  const { page, matrix } = await openMatrix(t);
  await matrix.chart.locator("svg").waitFor();
  assert.match(await matrix.chart.getAttribute("aria-label"), /2 of 4/);
  await page.getByRole("button", { name: "Show as a table" }).click();
  const last = matrix.chartTable.getByRole("row").last();
  assert.match(await last.innerText(), /4\s+100\.0%/);
});

test("the table stands in for a chart that cannot be drawn", async (t) => {
  const { matrix } = await openMatrix(t, { missing: /echarts-/, provoked: /echarts-|ERR_FAILED/ });
  await matrix.chartTable.waitFor();
  assert.ok(!(await matrix.chart.isVisible()));
});

test("a list that a search makes short stays where it was, and nobody found is said in its place", async (t) => {
  const page = await openApp(t);
  const [reading, matrix] = [new Import(page), new Matrix(page)];
  await reading.giveText(hostileSales(), "names.csv");
  await reading.ready();
  await reading.accept();
  await matrix.ready();
  const name = HOSTILE_NAMES[0];
  const row = matrix.rows.filter({ hasText: name });
  await row.scrollIntoViewIfNeeded();
  const place = async () => (await row.boundingBox()).y;
  const before = await place();
  await matrix.search.fill(name);
  await matrix.rows.nth(1).waitFor({ state: "detached" });
  assert.equal(await place(), before);
  await matrix.search.fill("nobody is called that");
  await row.waitFor({ state: "detached" });
  const list = await page.getByRole("grid").last().boundingBox();
  const nobody = await page.getByText("No client fits").boundingBox();
  assert.ok(nobody.y < list.y + list.height + 60, JSON.stringify([list, nobody]));
});

test("a search narrows the list", async (t) => {
  const { page, matrix } = await openMatrix(t);
  await matrix.rows.first().waitFor();
  await matrix.search.fill("sou");
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="client-row"]').length === 1);
  assert.match(await matrix.rows.first().innerText(), /South/);
});

test("borders from the curve keep to a line, and settings are saved beside the days", async (t) => {
  for (const locale of ["ru-RU", "en-US"]) {
    for (const width of [1280, 360]) {
      const page = await openApp(t, { locale, viewport: { width, height: 800 } });
      await new Import(page).giveSample();
    await new Import(page).accept();
      await new Matrix(page).ready();
      const button = page.getByTestId("abc-from-curve");
      const tall = await button.evaluate((button) => {
        const words = document.createRange();
        words.selectNodeContents(button);
        const { lineHeight } = getComputedStyle(button);
        return words.getBoundingClientRect().height / parseFloat(lineHeight);
      });
      assert.ok(tall < 1.5, `${locale} ${width}: ${tall} lines`);
      const curve = await page.locator(".abc-xyz__curve").boundingBox();
      const around = await page.locator(".thresholds__curve").boundingBox();
      assert.ok(around.x + around.width <= curve.x + curve.width + 1, `${locale} ${width}: it stays within the curve`);
      const [days, save] = [await page.getByTestId("window-choice").boundingBox(), await page.getByTestId("view-save").boundingBox()];
      if (width === 1280) {
        assert.ok(Math.abs(days.y + days.height - save.y - save.height) < 3, `${locale}: level with the days`);
        assert.ok(save.x > days.x + days.width, `${locale}: beside the days`);
      }
    }
  }
});
