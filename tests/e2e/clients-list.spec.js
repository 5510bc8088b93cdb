// All clients in one list: columns, filters, views, order, files.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Clients } from "./pages/clients.js";
import { Import } from "./pages/import.js";
import { Matrix } from "./pages/matrix.js";
import { Shell } from "./pages/shell.js";
import { openApp, useBrowser } from "./support/app.js";
import { plainSales } from "./support/files.js";

useBrowser();

const openList = async (t, options = {}) => {
  const page = await openApp(t, options);
  const reading = new Import(page);
  await reading.giveText(plainSales());
  await reading.accept();
  await new Matrix(page).ready();
  await new Shell(page).goTo("clients");
  await page.getByTestId("client-row").first().waitFor();
  return { page, clients: new Clients(page) };
};

const heads = (page) => page.locator(".client--head .client__cell").allInnerTexts();

test("each client has its class, segment and group beside it", async (t) => {
  const { page, clients } = await openList(t);
  await clients.show(["North", "South", "East", "West"]);
  const row = await page.locator('[data-client="North"]').innerText();
  assert.match(row, /AX/);
  assert.match(row, /Key/);
  assert.match(row, /24,000\.00/);
});

test("filters narrow the list, speak, and are taken away", async (t) => {
  const { page, clients } = await openList(t);
  await page.getByTestId("open-filters").click();
  await page.getByTestId("value-from").fill("500");
  await page.getByTestId("orders-to").fill("10");
  await page.keyboard.press("Escape");
  await clients.show(["East"]);
  const chips = page.getByTestId("filter-chip");
  const words = (await chips.allInnerTexts()).map((text) => text.replaceAll("\u00a0", " "));
  assert.deepEqual(words, ["sales from 500", "up to 10 orders"]);
  await chips.first().click();
  await clients.show(["East", "West"]);
  await page.getByRole("button", { name: "Remove all filters" }).click();
  await clients.show(["North", "South", "East", "West"]);
});

test("columns are chosen, saved as shown, and kept over a reload", async (t) => {
  const { page, clients } = await openList(t);
  await page.getByTestId("open-columns").click();
  await page.getByTestId("columns").getByRole("switch", { name: "Segment" }).click();
  await page.getByTestId("columns").getByRole("switch", { name: "First purchase" }).click();
  await page.keyboard.press("Escape");
  const shown = await heads(page);
  assert.ok(shown.includes("First purchase") && !shown.includes("Segment"), shown.join());
  const { lines } = await clients.saved();
  assert.match(lines[0], /First purchase/);
  assert.doesNotMatch(lines[0], /Segment/);
  await page.reload();
  await page.getByTestId("client-row").first().waitFor();
  assert.deepEqual(await heads(page), shown);
});

test("a view is saved under a name, renamed, deleted, and comes back", async (t) => {
  const { page, clients } = await openList(t);
  await clients.search.fill("S");
  await clients.show(["South", "East", "West"]);
  await page.getByTestId("view-save").click();
  await page.getByTestId("view-name").fill("With an S");
  await page.getByTestId("view-commit").click();
  const choice = page.getByTestId("view-choice");
  await choice.waitFor();
  await clients.search.fill("");
  await clients.show(["North", "South", "East", "West"]);
  await choice.selectOption({ label: "None chosen" });
  await choice.selectOption({ label: "With an S" });
  await clients.show(["South", "East", "West"]);
  assert.equal(await clients.search.inputValue(), "S", "what narrows the list is seen");
  await page.getByTestId("view-rename").click();
  await page.getByTestId("view-name").fill("Esses");
  await page.getByTestId("view-name").press("Enter");
  await choice.locator("option", { hasText: "Esses" }).waitFor({ state: "attached" });
  await page.getByTestId("view-remove").click();
  await choice.waitFor({ state: "hidden" });
  await page.getByTestId("toast").getByRole("button", { name: "Undo" }).last().click();
  await choice.locator("option", { hasText: "Esses" }).waitFor({ state: "attached" });
});

test("a name that is taken is neither given twice nor overwritten unseen", async (t) => {
  const { page, clients } = await openList(t);
  const choice = page.getByTestId("view-choice");
  const save = async (found, name) => {
    await clients.search.fill(found);
    await clients.show([found]);
    await page.getByTestId("view-save").click();
    if (name) await page.getByTestId("view-name").fill(name);
    else name = await page.getByTestId("view-name").inputValue();
    await page.getByTestId("view-commit").click();
    await choice.locator("option:checked", { hasText: name }).waitFor({ state: "attached" });
    return name;
  };
  await save("North", "One");
  const first = await save("West");
  assert.equal(await save("East"), `${first} 2`, "a new name is proposed");
  // Another name that is taken: both stay what they are.
  await page.getByTestId("view-rename").click();
  await page.getByTestId("view-name").fill("One");
  await page.getByTestId("view-name").press("Enter");
  await page.getByTestId("toast").filter({ hasText: "“One” is taken" }).waitFor();
  await clients.show(["East"]);
  // Saved in its place, with a way back.
  await save("South", "One");
  await page.getByTestId("toast").getByRole("button", { name: "Undo" }).last().click();
  await choice.selectOption({ label: first });
  await clients.show(["West"]);
  await choice.selectOption({ label: "One" });
  await clients.show(["North"]);
});

test("each column orders the list, best first, and once more the other way", async (t) => {
  const { clients } = await openList(t);
  for (const [column, expected] of [
    ["Client", ["East", "North", "South", "West"]],
    ["Orders", ["North", "South", "East", "West"]],
    ["Last purchase", ["North", "South", "East", "West"]],
  ]) {
    await clients.column(column).click();
    await clients.show(expected);
  }
  await clients.column("Last purchase").click();
  await clients.show(["West", "East", "South", "North"]);
});

test("on a phone a name has room in each list", async (t) => {
  const { page } = await openList(t, { viewport: { width: 360, height: 740 } });
  const name = page.locator('[data-client="North"] .client__cell--name');
  for (const screen of ["abc-xyz", "rfm"]) {
    await new Shell(page).goTo(screen);
    await name.first().waitFor();
    assert.ok((await name.first().boundingBox()).width > 220, `no room for names: ${screen}`);
  }
});

// In two lines: name and sum, and below them the classes. Whatever is not in sight is on the card.
test("on a phone no list with chosen columns scrolls sideways, and its headers stand over what they name", async (t) => {
  const { page, clients } = await openList(t, { viewport: { width: 360, height: 740 } });
  for (const [screen, keys] of [["clients", ["name", "value", "class", "segment", "group"]], ["priority", ["name", "value", "class", "group", "priority"]]]) {
    await new Shell(page).goTo(screen);
    const row = page.locator('[data-testid="client-row"][data-client="North"]');
    await row.waitFor();
    const list = page.locator(".virtual-list");
    const [inner, outer] = await list.evaluate((list) => [list.scrollWidth, list.clientWidth]);
    assert.ok(inner <= outer, `${screen}: ${inner} in ${outer}`);
    const whole = await row.boundingBox();
    for (const key of keys) {
      const [cell, head] = [row.locator(`.client__cell--${key}`), page.locator(`.client--head .client__cell--${key}`)];
      const [at, over] = [await cell.boundingBox(), await head.boundingBox()];
      assert.ok(at.x >= whole.x && at.x + at.width <= whole.x + whole.width + 1, `${screen}: ${key} is in sight`);
      assert.ok(at.y >= whole.y - 1 && at.y + at.height <= whole.y + whole.height + 1, `${screen}: ${key} is in its row`);
      assert.ok(Math.abs(at.x - over.x) < 2, `${screen}: the header of ${key} stands over it`);
    }
    assert.equal(await row.locator(".client__cell--last").isVisible(), false, `${screen}: what is far is on the card`);
    await list.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await clients.course.waitFor();
    await page.keyboard.press("Escape");
  }
});
