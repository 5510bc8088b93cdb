// Clients picked in a list, and what can be done with them.

import assert from "node:assert/strict";

export class Picks {
  constructor(page) {
    this.page = page;
    this.bar = page.getByTestId("picks");
    this.all = page.getByTestId("pick-all");
  }

  /** @param {string} client its name */
  box(client) {
    return this.page.locator(`[data-client="${client}"]`).getByTestId("client-pick");
  }

  /** Waits until so many are picked. */
  async count(number) {
    const said = this.page.getByTestId("picks-count");
    await said.filter({ hasText: new RegExp(`\\b${number}\\b`) }).waitFor();
    assert.match(await said.innerText(), new RegExp(`\\b${number}\\b`));
  }

  /** @param {string} place as the navigation names it */
  async carryTo(place) {
    await this.bar.getByTestId("picks-go").filter({ hasText: place }).click();
  }

  async save(name) {
    await this.bar.getByTestId("view-save").click();
    await this.bar.getByTestId("view-name").fill(name);
    await this.bar.getByTestId("view-commit").click();
  }
}
