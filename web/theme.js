// Says which theme is in force before anything is drawn, so that the page never flashes in the other one.
// The app takes over as soon as it runs: see `src/ui/state/theme.rs`.

const wanted = () => {
  try {
    return JSON.parse(localStorage.getItem("clientfolio:settings")).data.theme;
  } catch {
    return "system"; // nothing saved, or the browser keeps nothing
  }
};

const theme = wanted();
const dark = theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
document.documentElement.dataset.theme = dark ? "dark" : "light";
