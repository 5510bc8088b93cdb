// The list of clients under the matrix, and what opens from it.

export class Clients {
  constructor(page) {
    this.page = page;
    this.list = page.getByRole("grid").last();
    this.rows = page.getByTestId("client-row");
    this.search = page.getByTestId("client-search");
    this.why = page.getByTestId("why");
    this.course = page.getByTestId("client-course");
    this.courseWords = page.getByTestId("client-course-words");
    this.courseTable = page.getByTestId("chart-table-client-course");
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

  /** Opens the card of a client and waits until it tells what the client bought over time. */
  async open(name) {
    await this.page.locator(`[data-testid="client-row"][data-client="${name}"]`).click();
    await this.courseWords.waitFor();
  }

  /** What the card tells of the course of the client: the line of words, and the table as rows of texts. */
  async told() {
    const plain = (text) => text.replace(/\s+/g, " ").trim();
    await this.course.getByRole("button", { name: "Show as a table" }).click();
    const rows = await this.courseTable.locator("tbody tr").all();
    const cells = await Promise.all(rows.map((row) => row.locator("th, td").allInnerTexts()));
    return { words: plain(await this.courseWords.innerText()), rows: cells.map((row) => row.map(plain)) };
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
