// The plan screen.

export class Plan {
  constructor(page) {
    this.page = page;
    this.sentence = page.getByTestId("plan-sentence");
    this.range = page.getByTestId("plan-range");
    this.stages = page.getByTestId("plan-stage");
    this.outcome = page.getByTestId("plan-outcome");
    this.table = page.getByTestId("plan-table");
    this.chart = page.getByTestId("chart-plan");
    this.chartTable = page.getByTestId("chart-table-plan");
  }

  async open() {
    await this.page.getByTestId("nav-plan").first().click();
    await this.sentence.waitFor();
  }

  /** What each stage needs, first stage first. */
  async needs() {
    return this.page.getByTestId("plan-step").evaluateAll((steps) => steps.map((step) => Number(step.dataset.need)));
  }

  /** Types into a field and leaves it. */
  async type(testid, text, index = 0) {
    const field = this.page.getByTestId(testid).nth(index);
    await field.fill(text);
    await field.press("Enter");
  }

  /** @param {string} testid of a segmented control @param {string} name of the choice */
  async choose(testid, name) {
    await this.page.getByTestId(testid).getByRole("radio", { name }).check();
  }

  /** Opens what is folded: times and people, work under way. */
  async unfold() {
    for (const summary of await this.page.locator(".plan__typed summary").all()) await summary.click();
  }
}
