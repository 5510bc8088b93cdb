// Before the build: bundles what is not Rust into `target/web/`, for `index.html` and `finish.mjs` to take.

import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";

const release = process.env.TRUNK_PROFILE === "release";
const out = "target/web";
const fonts = path.join(path.dirname(createRequire(import.meta.url).resolve("@fontsource-variable/onest/package.json")), "files");

await rm(out, { recursive: true, force: true });
await mkdir(`${out}/fonts`, { recursive: true });

const common = {
  bundle: true,
  minify: release,
  legalComments: "none",
  logLevel: "warning",
  target: ["chrome111", "firefox114", "safari16.4"],
};
await Promise.all([
  // Fonts are copied beside the style sheet under their own names, so that `index.html` can preload them.
  build({ ...common, entryPoints: { app: "style/main.css" }, outdir: out, external: ["fonts/*", "./fonts/*", "../fonts/*"] }),
  build({ ...common, entryPoints: ["web/theme.js"], outdir: out, format: "iife" }),
  build({ ...common, entryPoints: ["web/boot.js", "web/echarts.js"], outdir: out, format: "esm", define: { "process.env.NODE_ENV": '"production"' } }),
]);

for (const name of await readdir(fonts)) {
  if (name.endsWith("-wght-normal.woff2")) await copyFile(path.join(fonts, name), `${out}/fonts/${name}`);
}
