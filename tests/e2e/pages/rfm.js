// The RFM screen.

export class Rfm {
  constructor(page) {
    this.page = page;
    this.rows = page.getByTestId("client-row");
    this.rules = page.getByTestId("rfm-rule");
    this.coverage = page.getByTestId("rfm-coverage");
  }

  /** @param {number} r @param {number} score of what stands across */
  cell(r, score) {
    return this.page.getByTestId(`rfm-cell-${r}-${score}`);
  }

  /** Clients of each segment that has any, by its key. */
  async segments() {
    const found = {};
    for (const row of await this.page.getByTestId("rfm-segment").all()) {
      const clients = Number(await row.getAttribute("data-clients"));
      if (clients > 0) found[await row.getAttribute("data-segment")] = clients;
    }
    return found;
  }

  segment(key) {
    return this.page.locator(`[data-testid="rfm-segment"][data-segment="${key}"]`);
  }

  async names() {
    return this.rows.evaluateAll((rows) => rows.map((row) => row.dataset.client));
  }

  async ready() {
    await this.page.getByTestId("rfm-grid").waitFor();
    await this.rows.first().waitFor();
  }
}
