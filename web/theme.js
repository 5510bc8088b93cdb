// Says which theme is in force before the first thing is painted, so that a dark page does not flash white.
// The app says it again once it runs; here only what it saved is read, as `src/storage/document.rs` writes it.

let chosen;
try {
  chosen = JSON.parse(localStorage.getItem("clientfolio:settings"))?.data?.theme;
} catch {
  // Storage is blocked or holds something else: follow the system.
}
const dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
document.documentElement.dataset.theme = dark ? "dark" : "light";
