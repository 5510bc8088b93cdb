// The settings screen.

export class Settings {
  constructor(page) {
    this.page = page;
    this.currency = page.getByTestId("currency");
    this.wipe = page.getByTestId("wipe-all");
  }

  /** How figures look now. */
  async example() {
    return this.page.locator(".figures").textContent();
  }

  /** Takes one of several choices by its name. */
  async choose(name) {
    await this.page.getByRole("radio", { name, exact: true }).check();
  }
}
