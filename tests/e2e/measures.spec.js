// What clients are measured by, and which part of the sales is looked at.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Import } from "./pages/import.js";
import { Matrix } from "./pages/matrix.js";
import { Shell } from "./pages/shell.js";
import { openApp, useBrowser } from "./support/app.js";

useBrowser();

// By amount: North 300 + 60 − 40 = 320 of 400 is A, East 50 begins at 80 % and is B, South 30 begins at 92.5 % and is B.
// By margin: North 10 + 6 − 4 = 12, South 20, East 45 of 77: East is A, South begins at 58 % and is A, North at 84 % is B.
// By quantity: North 3 + 2 − 1 = 4, South 40, East 5 of 49: South is A, East begins at 82 % and is B, North at 92 % is B.
// By orders: North 2, South and East 1 each of 4: North is A, the other two begin at 50 % and are A.
// Returns dropped: North 360 of 440 begins at 0 % and is A, East begins at 82 % and is B, South at 93 % is B.
const SALES = `client,date,order,amount,quantity,cost,product group,manager
North,2025-01-10,1,300,3,290,Tea,Ann
North,2025-02-10,2,60,2,54,Cups,Ann
North,2025-03-10,3,-40,1,36,Tea,Ann
South,2025-01-11,4,30,40,10,Tea,Bob
East,2025-03-31,5,50,5,5,Cups,Bob
`;

const openMatrix = async (t, options) => {
  const page = await openApp(t, options);
  const [reading, matrix, shell] = [new Import(page), new Matrix(page), new Shell(page)];
  await reading.giveText(SALES);
  await reading.accept();
  await matrix.ready();
  await matrix.rows.first().waitFor();
  return { page, matrix, shell };
};

const measureBy = async (page, name) => {
  await page.getByTestId("open-rules").click();
  await page.getByTestId("rule-value").getByRole("radio", { name: new RegExp(`^${name}`) }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
};

/** Classes by value of the clients in the list, best first: `["East A", …]`. */
const classes = (matrix) =>
  matrix.rows.evaluateAll((rows) => rows.map((row) => `${row.dataset.client} ${row.dataset.class[0]}`));

const listed = async (page, matrix, expected) => {
  await page.waitForFunction(
    (expected) => [...document.querySelectorAll('[data-testid="client-row"]')].map((row) => `${row.dataset.client} ${row.dataset.class[0]}`).join() === expected,
    expected.join(),
  );
  assert.deepEqual(await classes(matrix), expected);
};

test("clients are measured by sales, margin, quantity or orders, and the screen says by which", async (t) => {
  const { page, matrix } = await openMatrix(t);
  await listed(page, matrix, ["North A", "East B", "South B"]);
  for (const [name, expected, headline, value] of [
    ["Margin", ["East A", "South A", "North B"], /of margin/, /45\.00/],
    ["Quantity", ["South A", "East B", "North B"], /of the quantity sold/, /40\.00/],
    ["Orders", ["North A", "East A", "South A"], /A/, /2\.00/],
    ["Sales", ["North A", "East B", "South B"], /of sales/, /320\.00/],
  ]) {
    await measureBy(page, name);
    await listed(page, matrix, expected);
    assert.match(await page.locator(".headline__sentence").innerText(), headline);
    assert.match(await matrix.rows.first().innerText(), value);
    await page.getByRole("columnheader", { name: new RegExp(`^${name}`) }).first().waitFor();
  }
});

test("each measure says how many clients it would move", async (t) => {
  const { page } = await openMatrix(t);
  await page.getByTestId("open-rules").click();
  const value = page.getByTestId("rule-value");
  // North falls from A to B, East and South rise from B to A.
  await value.getByText("3 clients would change class").first().waitFor();
  assert.equal(await value.getByText("In force").count(), 1);
});

test("returns are netted or dropped from the rules", async (t) => {
  const { page, matrix } = await openMatrix(t);
  await page.getByTestId("open-rules").click();
  await page.getByTestId("switch-returns").click();
  await page.waitForFunction(() => document.querySelector('[data-testid="client-row"]')?.textContent.includes("360.00"));
  await page.getByTestId("switch-returns").click();
  await page.waitForFunction(() => document.querySelector('[data-testid="client-row"]')?.textContent.includes("320.00"));
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  assert.equal(await matrix.rows.count(), 3);
});

test("a part of the sales holds on every screen, is said, and stands in what is saved", async (t) => {
  const { page, matrix, shell } = await openMatrix(t);
  await page.getByTestId("part-group").selectOption({ label: "Tea (3\u00a0rows)" });
  // North 260, South 30.
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="client-row"]').length === 2);
  assert.match(await page.locator(".headline").innerText(), /only product group: Tea · outside that part: 2\srows, \D*110/);
  await page.getByTestId("part-manager").selectOption({ label: "Bob (2\u00a0rows)" });
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="client-row"]').length === 1);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-csv").click()]);
  const text = await readFile(await download.path(), "utf8");
  assert.match(text, /Product group: Tea/);
  assert.match(text, /Manager: Bob/);
  assert.match(text, /outside the chosen part: 4\srows/);
  for (const screen of ["rfm", "migration", "clients"]) {
    await shell.goTo(screen);
    await page.getByText(/only product group: Tea, manager: Bob/).first().waitFor();
  }
  // The choices come once the engine has said which parts there are, after the rest of the screen.
  for (const name of ["part-manager", "part-group"]) await page.getByTestId(name).waitFor();
  // The second before the first has been answered.
  await page.evaluate(() => {
    for (const name of ["part-manager", "part-group"]) {
      const select = document.querySelector(`[data-testid="${name}"]`);
      select.value = "0";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="client-row"]').length === 3);
});

test("another part leaves the dates as they are", async (t) => {
  const { page } = await openMatrix(t);
  await page.getByTestId("window-choice").selectOption({ label: "Other dates" });
  await page.getByTestId("window-to").fill("2025-02-28");
  await page.getByTestId("window-to").press("Tab");
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="client-row"]').length === 2);
  await page.getByTestId("part-group").selectOption({ index: 1 });
  await page.getByText(/only product group: Cups/).waitFor();
  assert.equal(await page.getByTestId("window-to").inputValue(), "2025-02-28");
});

test("a measure without its column is said, and left in one press", async (t) => {
  const { page, matrix } = await openMatrix(t);
  await measureBy(page, "Margin");
  await listed(page, matrix, ["East A", "South A", "North B"]);
  const reading = new Import(page);
  await new Shell(page).goTo("data");
  await reading.giveText("client,date,amount\nWest,2025-01-10,5\n", "other.csv");
  await reading.accept();
  await page.getByTestId("measure-missing").getByRole("button").click();
  await listed(page, matrix, ["West A"]);
  assert.equal(await page.getByTestId("measure-missing").count(), 0);
  await page.getByTestId("open-rules").click();
  assert.ok(await page.getByTestId("rule-value").getByRole("radio", { name: "Margin" }).isDisabled());
});
