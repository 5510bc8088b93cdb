// Screens are parts of the program that come when they are first opened.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp, useBrowser } from "./support/app.js";
import { Shell } from "./pages/shell.js";

useBrowser();

const loadedParts = (page) =>
  page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1)).filter((name) => name.startsWith("split_part_")));

/** Says that the visitor saves data: nothing is fetched before it is asked for. */
const saveData = () => Object.defineProperty(navigator, "connection", { value: { saveData: true } });

test("the start loads no other screen", async (t) => {
  const page = await openApp(t, { initially: saveData });
  await page.getByTestId("sample-data").waitFor();
  assert.deepEqual(await loadedParts(page), []);
  await new Shell(page).goTo("settings");
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.match((await loadedParts(page)).join(), /^split_part_settings-[0-9a-f]+\.wasm$/);
});

/** Each costs the page some milliseconds while its visitor may already be choosing a file. */
const FILES_MAX = 20;

test("what reads a file is fetched before there is one, in few files", async (t) => {
  const page = await openApp(t);
  await page.waitForFunction(() =>
    ["split_part_data-", "split_part_engine-"].every((part) =>
      performance.getEntriesByType("resource").some(({ name }) => name.includes(part)),
    ),
  );
  const files = await page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".wasm")).length);
  assert.ok(files <= FILES_MAX, `${files} files`);
});

test("a screen that does not come is said, and comes when it can", async (t) => {
  const page = await openApp(t, { provoked: /split_part_settings|Failed to fetch|TypeError/ });
  let gone = true;
  await page.route(/split_part_settings/, (route) => (gone ? route.abort() : route.continue()));
  await new Shell(page).goTo("settings");
  const notice = page.getByTestId("part-missing");
  await notice.waitFor();
  gone = false;
  await notice.getByRole("button").click();
  await page.getByTestId("wipe-all").waitFor();
  assert.equal(await notice.count(), 0);
});
