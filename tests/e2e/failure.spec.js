// When the app cannot start, or stops: a plain page that says so and what to do.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Import } from "./pages/import.js";
import { openApp, useBrowser } from "./support/app.js";
import { plainSales } from "./support/files.js";

useBrowser();

for (const [locale, title, reload] of [
  ["en-US", "The app did not start", "Reload the page"],
  ["ru-RU", "Приложение не запустилось", "Обновить страницу"],
]) {
  test(`a module that does not come is explained, ${locale}`, async (t) => {
    const page = await openApp(t, { locale, missing: /app-.*\.wasm/, provoked: /app-|ERR_FAILED|Failed to fetch|TypeError/ });
    const panel = page.getByTestId("error-panel");
    await panel.getByRole("heading", { name: title }).waitFor();
    await panel.getByRole("button", { name: reload }).waitFor();
  });
}

test("a stop of the module offers a backup of what is saved", async (t) => {
  const page = await openApp(t, { provoked: /RuntimeError|unreachable/ });
  await page.evaluate(() => {
    localStorage.setItem("clientfolio:note", "kept");
    localStorage.setItem("other", "not ours");
    setTimeout(() => {
      throw new WebAssembly.RuntimeError("unreachable");
    });
  });
  const panel = page.getByTestId("error-panel");
  await panel.getByRole("heading", { name: "The app stopped" }).waitFor();
  const download = page.waitForEvent("download");
  await panel.getByRole("button", { name: "Download a backup" }).click();
  const saved = JSON.parse(await readFile(await (await download).path(), "utf8"));
  assert.equal(saved["clientfolio:note"], "kept");
  assert.equal(saved.other, undefined);
});

test("an engine that does not come is said, and nothing waits for it forever", async (t) => {
  const page = await openApp(t, { missing: /worker-.*\.wasm/, provoked: /worker-|ERR_FAILED|Failed to fetch/ });
  const reading = new Import(page);
  await reading.giveText(plainSales());
  await reading.error.first().waitFor();
  assert.ok((await reading.error.first().innerText()).trim().length > 20);
  await reading.cancel.first().click();
  await reading.error.first().waitFor({ state: "detached" });
});
