// The client flow screen.

export class Flow {
  constructor(page) {
    this.page = page;
    this.next = page.getByTestId("flow-next");
    this.cards = page.getByTestId("flow-card");
    this.limits = page.getByTestId("flow-limits");
  }

  async open() {
    await this.page.getByTestId("nav-flow").first().click();
    await this.page.getByTestId("flow-name").waitFor();
  }

  async example() {
    await this.page.getByTestId("flow-example").click();
    await this.next.waitFor();
  }

  /** @param {string} key of the cell: `fast_much` … */
  cell(key) {
    return this.page.getByTestId(`flow-cell-${key}`);
  }

  /** Names in a cell, in the order of service. */
  async names(key) {
    return this.cell(key).locator(".flow-card__name").allInnerTexts();
  }

  /** How many stand in each cell, in the order of service. */
  async counts() {
    const counts = [];
    for (const key of ["fast_much", "fast_little", "slow_much", "slow_little"]) {
      counts.push(Number(await this.cell(key).getAttribute("data-items")));
    }
    return counts;
  }

  card(name) {
    return this.cards.filter({ hasText: name });
  }

  async add(name, days, amount) {
    await this.page.getByTestId("flow-name").fill(name);
    await this.page.getByTestId("flow-days").fill(days);
    await this.page.getByTestId("flow-amount").fill(amount);
    await this.page.getByTestId("flow-add").click();
    await this.card(name).waitFor();
  }
}
