// The migration screen.

export class Migration {
  constructor(page) {
    this.page = page;
    this.rows = page.getByTestId("client-row");
    this.headline = page.getByTestId("migration-headline");
    this.dearest = page.getByTestId("migration-dearest");
    this.chart = page.getByTestId("chart-migration");
  }

  /** @param {string} code of both places: `AB`, `0A`, `C-` */
  cell(code) {
    return this.page.getByTestId(`migration-cell-${code}`);
  }

  /** @param {"rose" | "fell" | "came" | "left" | "stayed"} key */
  group(key) {
    return this.page.getByTestId(`move-${key}`);
  }

  /** Clients and change of each cell that has clients: `{ AB: [1, "-480.0000"] }`. */
  async cells() {
    const all = await this.page.locator('[data-testid^="migration-cell-"]').evaluateAll((cells) =>
      cells.map(({ dataset }) => [dataset.testid.slice(-2), [Number(dataset.clients), dataset.change]]),
    );
    return Object.fromEntries(all.filter(([, [clients]]) => clients > 0));
  }

  /** The clients in sight with their moves: `["Ann AB"]`. */
  async moves() {
    return this.rows.evaluateAll((rows) => rows.map((row) => `${row.dataset.client} ${row.dataset.move}`));
  }

  async ready() {
    await this.page.getByTestId("migration-matrix").waitFor();
    await this.rows.first().waitFor();
  }
}
