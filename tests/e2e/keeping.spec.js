// What the app keeps: settings and own texts survive, other tabs follow, a store that fails loses nothing unseen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Import } from "./pages/import.js";
import { Matrix } from "./pages/matrix.js";
import { Settings } from "./pages/settings.js";
import { Shell } from "./pages/shell.js";
import { openApp, useBrowser } from "./support/app.js";

useBrowser();

const KEY = "clientfolio:settings";
const saved = (page) => page.evaluate(() => ({ ...localStorage }));
const reload = async (page) => {
  await page.reload();
  await page.locator("#boot[data-started]").waitFor({ state: "attached" });
};
/** Saves a document behind the app's back and opens it anew. */
const openOn = async (page, text) => {
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, text]);
  await reload(page);
};

test("the language is first the browser's", async (t) => {
  for (const [locale, tag] of [["ru-RU", "ru"], ["en-GB", "en"], ["de-DE", "en"], ["kk-KZ", "ru"]]) {
    const page = await openApp(t, { locale });
    assert.equal(await page.locator("html").getAttribute("lang"), tag, locale);
  }
});

test("language, theme and currency survive a reload", async (t) => {
  const page = await openApp(t, { screen: "settings", locale: "ru-RU" });
  const [shell, settings] = [new Shell(page), new Settings(page)];
  assert.match(await settings.example(), /12\s841\s739\s₽/);
  await shell.speak("en");
  assert.match(await settings.example(), /Sum12,841,739Short form/, "in English no currency is taken for granted");
  await settings.currency.selectOption({ label: "Euro, €" });
  assert.match(await settings.example(), /€12,841,739/);
  await shell.toggleTheme();
  assert.equal(await shell.theme, "dark");

  await reload(page);
  assert.equal(await shell.theme, "dark");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.match(await settings.example(), /€12,841,739/);
  assert.equal(await settings.currency.evaluate((select) => select.selectedOptions[0].text), "Euro, €");
});

test("the theme follows the system until one is chosen", async (t) => {
  const page = await openApp(t, { screen: "settings", colorScheme: "dark" });
  const [shell, settings] = [new Shell(page), new Settings(page)];
  assert.equal(await shell.theme, "dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.locator("html[data-theme=light]").waitFor();
  await settings.choose("Dark");
  assert.equal(await shell.theme, "dark");
  await settings.choose("Match system");
  assert.equal(await shell.theme, "light");
});

test("an own text for a cell survives a reload", async (t) => {
  const page = await openApp(t);
  const [reading, matrix] = [new Import(page), new Matrix(page)];
  const openCell = async () => {
    await page.getByTestId("sample-data").click();
    await reading.ready();
    await reading.accept();
    await matrix.ready();
    await page.getByTestId("matrix-cell-AX").click();
    return page.getByLabel("How to work with them");
  };
  await (await openCell()).fill("Anna calls on Mondays");
  // Not waited for on purpose: what is typed is saved when the page goes.
  await page.goto(page.url().replace("abc-xyz", ""));
  assert.equal(await (await openCell()).inputValue(), "Anna calls on Mondays");
});

test("another tab follows, and neither overwrites the other", async (t) => {
  const page = await openApp(t, { screen: "settings" });
  const other = await page.context().newPage();
  await other.goto(page.url());
  await new Settings(other).currency.selectOption({ label: "Tenge, ₸" });
  await page.getByText("12,841,739 ₸").waitFor();
  await new Shell(page).toggleTheme();
  await other.locator("html[data-theme=dark]").waitFor();
  const { data } = JSON.parse((await saved(page))[KEY]);
  assert.deepEqual([data.theme, data.currency], ["dark", "KZT"]);
});

test("everything is wiped after a question, and can be brought back", async (t) => {
  const page = await openApp(t, { screen: "settings" });
  const [shell, settings] = [new Shell(page), new Settings(page)];
  await shell.toggleTheme();
  await page.evaluate(() => localStorage.setItem("of-another-app", "stays"));

  await settings.wipe.click();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Cancel", "the harmless answer comes first");
  await page.keyboard.press("Escape");
  await page.getByRole("alertdialog").waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), "wipe-all", "the focus comes back");
  assert.equal(await shell.theme, "dark");

  await settings.wipe.click();
  await page.getByTestId("confirm").click();
  await page.locator("html[data-theme=light]").waitFor();
  assert.deepEqual(await saved(page), { "of-another-app": "stays" });

  await page.getByTestId("toast").getByRole("button", { name: "Undo" }).click();
  await page.locator("html[data-theme=dark]").waitFor();
  assert.equal(JSON.parse((await saved(page))[KEY]).data.theme, "dark");
});

test("what cannot be read is set aside and said", async (t) => {
  const page = await openApp(t);
  await openOn(page, "{not json");
  await page.getByTestId("storage-notice").waitFor();
  await new Shell(page).toggleTheme();
  const texts = await saved(page);
  assert.equal(texts[`${KEY}:backup-1`], "{not json");
  assert.equal(JSON.parse(texts[KEY]).data.theme, "dark");
});

test("what a newer version saved is left alone and said", async (t) => {
  const page = await openApp(t);
  const newer = '{"app":"clientfolio","kind":"settings","version":99,"data":{"theme":"sepia"}}';
  await openOn(page, newer);
  const shell = new Shell(page);
  await page.getByTestId("storage-notice").waitFor();
  await shell.toggleTheme();
  assert.equal(await shell.theme, "dark", "the app goes on");
  assert.deepEqual(await saved(page), { [KEY]: newer });
});

test("a blocked store: the app goes on in memory and says so", async (t) => {
  const page = await openApp(t);
  await page.addInitScript(() =>
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    }),
  );
  await reload(page);
  const shell = new Shell(page);
  const notice = page.getByTestId("storage-notice");
  await notice.waitFor();
  await shell.toggleTheme();
  await shell.speak("ru");
  assert.equal(await shell.theme, "dark");
  await notice.getByRole("button").click();
  await notice.waitFor({ state: "hidden" });
});

for (const name of ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"]) {
  test(`a full store (${name}): the app goes on and says so`, async (t) => {
    const page = await openApp(t);
    const shell = new Shell(page);
    await shell.speak("ru");
    const before = await saved(page);
    await page.evaluate((name) => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", name);
      };
    }, name);
    await shell.toggleTheme();
    await page.getByTestId("storage-notice").waitFor();
    assert.equal(await shell.theme, "dark");
    assert.deepEqual(await saved(page), before, "what was saved is still there");
  });
}
