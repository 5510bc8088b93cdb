// The funnel and the sources: what counts, its figures, the deals behind them.

export class Funnel {
  constructor(page) {
    this.page = page;
    this.steps = page.getByTestId("funnel-step");
    this.table = page.getByTestId("chart-table-funnel");
    this.deals = page.getByTestId("deal-row");
    this.snapshot = page.getByTestId("funnel-snapshot");
    this.remarks = page.getByTestId("funnel-remarks");
    this.stages = page.getByTestId("stage-row");
    this.grips = page.getByTestId("stage-grip");
    this.even = page.getByTestId("funnel-even");
  }

  /** Waits until the staircase is there. */
  async ready() {
    await this.steps.first().waitFor();
  }

  /** Names of the steps and how many deals count at each. */
  async reached() {
    return this.steps.evaluateAll((steps) =>
      Object.fromEntries(steps.map((step) => [step.querySelector("h3").textContent, Number(step.dataset.reached)])),
    );
  }

  /** Waits until the deals that count at the steps are these. */
  async counts(wanted) {
    await this.page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('[data-testid="funnel-step"]')].map((step) => step.dataset.reached).join() === wanted,
      wanted.join(),
    );
  }

  /** @param {"in the order of stages" | "came at least so far" | "were at the stage" | "entries into the stage"} way */
  async countBy(way) {
    await this.page.getByTestId("funnel-count").getByRole("radio", { name: way }).check();
  }

  async openStages() {
    await this.page.getByTestId("open-stages").click();
    await this.stages.first().waitFor();
  }

  /** Waits until the stages stand in this order. */
  async ordered(wanted) {
    await this.page.waitForFunction(
      (wanted) => [...document.querySelectorAll('[data-testid="stage-row"]')].map((row) => row.dataset.stage).join() === wanted,
      wanted.join(),
    );
  }

  async order() {
    return this.stages.evaluateAll((rows) => rows.map((row) => row.dataset.stage));
  }
}

export class Sources {
  constructor(page) {
    this.page = page;
    this.rows = page.getByTestId("source-row");
    this.headline = page.getByTestId("sources-headline");
  }

  async ready() {
    await this.rows.first().waitFor();
  }

  /** Leads and won deals of each source. */
  async counts() {
    return this.rows.evaluateAll((rows) =>
      Object.fromEntries(rows.map(({ dataset }) => [dataset.source, [Number(dataset.leads), Number(dataset.won)]])),
    );
  }
}
