// The frame of the app: places, language, theme.

export class Shell {
  constructor(page) {
    this.page = page;
  }

  /** @param {"start" | "data" | "abc-xyz" | "settings"} tool */
  async goTo(tool) {
    await this.page.getByTestId(`nav-${tool}`).first().click();
  }

  /** @param {"ru" | "en"} tag */
  async speak(tag) {
    await this.page.getByTestId(`lang-${tag}`).first().click();
    await this.page.locator(`html[lang="${tag}"]`).waitFor();
  }

  get theme() {
    return this.page.locator("html").getAttribute("data-theme");
  }

  async toggleTheme() {
    await this.page.getByTestId("theme-toggle").first().click();
  }

  get heading() {
    return this.page.getByRole("heading", { level: 1 });
  }
}
