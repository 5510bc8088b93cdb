// The kept tables on the data screen, and what is chosen about them.

export class Tables {
  constructor(page) {
    this.page = page;
    this.rows = page.getByTestId("kept-table");
    this.destination = page.getByTestId("import-destination");
    this.forget = page.getByTestId("forget-tables");
    this.files = page.getByTestId("kept-file");
  }

  /** A table by its name. */
  row(name) {
    return this.page.locator(`[data-testid="kept-table"][data-table="${name}"]`);
  }

  /** Names, top down. */
  async names() {
    return this.rows.evaluateAll((rows) => rows.map((row) => row.dataset.table));
  }

  /** Waits until exactly these tables are listed. */
  async show(names) {
    await this.page.waitForFunction((wanted) => {
      const rows = [...document.querySelectorAll('[data-testid="kept-table"]')];
      return JSON.stringify(rows.map((row) => row.dataset.table)) === wanted;
    }, JSON.stringify(names));
  }

  /** Waits until the browser keeps this many tables. */
  async kept(count) {
    await this.page.waitForFunction((count) => {
      const text = localStorage.getItem("clientfolio:tables");
      const tables = text ? JSON.parse(text).data.tables.filter((table) => !table.removed_ms) : [];
      return tables.length === count;
    }, count);
  }

  /** Presses the undo of the latest notice. */
  async undo() {
    await this.page.getByTestId("toast").last().getByRole("button", { name: "Undo" }).click();
  }

  /** Names under which rows are kept in the browser's database. */
  async stored() {
    return this.page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const open = indexedDB.open("clientfolio");
          open.onerror = () => reject(open.error);
          open.onsuccess = () => {
            const database = open.result;
            if (!database.objectStoreNames.contains("imports")) {
              database.close();
              resolve([]);
              return;
            }
            const keys = database.transaction("imports").objectStore("imports").getAllKeys();
            keys.onsuccess = () => {
              database.close();
              resolve(keys.result);
            };
          };
        }),
    );
  }
}
