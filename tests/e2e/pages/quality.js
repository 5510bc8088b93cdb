// What may be wrong in the data, and the decisions about it.

export class Quality {
  constructor(page) {
    this.page = page;
    this.section = page.getByTestId("quality");
    this.kept = page.getByTestId("quality-kept");
    this.groups = page.getByTestId("spelling-group");
    this.merges = page.getByTestId("merge-line");
  }

  /** The switch of a finding: `duplicates`, `returns`, `future`, `without-client`. */
  switch(name) {
    return this.page.getByTestId(`switch-${name}`);
  }

  /** Merges the ticked names of the first group. */
  async mergeFirst() {
    await this.groups.first().getByTestId("spelling-merge").click();
  }

  /** Splits the first merge again. */
  async splitFirst() {
    const line = this.merges.first();
    if (!(await line.isVisible())) await this.section.locator("summary").click();
    await line.getByTestId("merge-split").click();
  }
}
