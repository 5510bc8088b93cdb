// The ABC-XYZ screen.

export class Matrix {
  constructor(page) {
    this.page = page;
    this.rows = page.getByTestId("client-row");
    this.search = page.getByTestId("client-search");
    this.chart = page.getByTestId("chart-pareto");
    this.chartTable = page.getByTestId("chart-table-pareto");
    this.thresholdA = page.getByTestId("threshold-a");
    this.thresholdB = page.getByTestId("threshold-b");
  }

  /** @param {string} code `AX` … `--` */
  cell(code) {
    return this.page.getByTestId(`matrix-cell-${code}`);
  }

  /** Clients and value of each cell that has clients: `{ AX: [3, "120.0000"] }`. */
  async cells() {
    const found = {};
    for (const abc of ["A", "B", "C", "-"]) {
      for (const xyz of ["X", "Y", "Z", "-"]) {
        const cell = this.cell(abc + xyz);
        const clients = Number(await cell.getAttribute("data-clients"));
        if (clients > 0) found[abc + xyz] = [clients, await cell.getAttribute("data-value")];
      }
    }
    return found;
  }

  async ready() {
    await this.cell("AX").waitFor();
  }
}
