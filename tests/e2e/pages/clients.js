// The list of clients under the matrix, and what opens from it.

export class Clients {
  constructor(page) {
    this.page = page;
    this.list = page.getByRole("grid").last();
    this.rows = page.getByTestId("client-row");
    this.search = page.getByTestId("client-search");
    this.why = page.getByTestId("why");
    this.exportCsv = page.getByTestId("export-csv");
  }

  /** Names in sight, top down. */
  async names() {
    return this.rows.evaluateAll((rows) => rows.map((row) => row.dataset.client));
  }

  /** Waits until exactly these names are in sight. */
  async show(names) {
    await this.page.waitForFunction((wanted) => {
      const rows = [...document.querySelectorAll('[data-testid="client-row"]')];
      return JSON.stringify(rows.map((row) => row.dataset.client)) === wanted;
    }, JSON.stringify(names));
  }

  /** A column's header, whose press orders the list. */
  column(name) {
    return this.list.getByRole("columnheader", { name }).getByRole("button");
  }

  /** Saves the list; its lines without the byte order mark. */
  async saved() {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.exportCsv.click()]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    return { name: download.suggestedFilename(), lines: text.replace(/^\uFEFF/, "").split(/\r?\n/).filter(Boolean) };
  }
}
