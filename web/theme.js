// Says which theme and which language are in force before anything is drawn, so that the page never flashes in others.
// The app takes over as soon as it runs: see `src/ui/state/theme.rs` and `src/profile/locale.rs`, whose rule for
// languages is the same.

const wanted = () => {
  try {
    return JSON.parse(localStorage.getItem("clientfolio:settings")).data;
  } catch {
    return {}; // nothing saved, or the browser keeps nothing
  }
};

const { theme, locale } = wanted() ?? {};
const dark = theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
const readsRussian = /^(ru|be|kk|ky|tg|uz|tt|ba)\b/i.test(navigator.language);
const page = document.documentElement;
page.dataset.theme = dark ? "dark" : "light";
page.lang = ["ru", "en"].includes(locale) ? locale : readsRussian ? "ru" : "en";
// Only the start says at once what it will say: other screens begin with what is in them.
page.dataset.place = /\/(index\.html)?$/.test(location.pathname) ? "start" : "other";
