// Giving a file, looking at how it is read, accepting it.

export class Import {
  constructor(page) {
    this.page = page;
    this.confirm = page.getByTestId("import-confirm");
    this.cancel = page.getByTestId("import-cancel");
    this.error = page.getByTestId("error-panel");
    this.wholeOnly = page.getByTestId("import-whole-only");
    this.refused = page.getByTestId("import-refused");
    this.otherSeparator = page.getByTestId("import-other-separator");
    this.year = page.getByTestId("import-year");
  }

  /** The list of what a column stands for, by its place from 0. */
  field(place) {
    return this.page.getByTestId("import-field").nth(place);
  }

  /** @param {string | { name: string, mimeType: string, buffer: Buffer }} file */
  async give(file) {
    await this.page.getByTestId("file-input").first().setInputFiles(file);
  }

  async giveText(text, name = "sales.csv") {
    await this.give({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  }

  async giveSample() {
    await this.page.getByTestId("sample-data").first().click();
  }

  async accept() {
    await this.confirm.click();
  }

  /** The account of the rows, once the file is read: whole numbers without their group marks. */
  async counts() {
    const number = async (name) => {
      const text = await this.page.getByTestId(`import-rows-${name}`).first().innerText();
      return Number(text.replaceAll(/[^\d]/g, ""));
    };
    return { read: await number("read"), used: await number("used"), setAside: await number("set-aside") };
  }

  /** Waits until the file is read and can be accepted. */
  async ready() {
    await this.page.waitForFunction(() => {
      const button = document.querySelector('[data-testid="import-confirm"]');
      return button && !button.disabled && button.getAttribute("aria-disabled") !== "true";
    });
  }
}
