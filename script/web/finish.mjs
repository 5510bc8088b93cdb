// After the build: gives every file a name that changes with its content, and adds what a static host needs.
//
// Order matters: a file is named after the files that it mentions, since their names are part of its content.

import { createHash } from "node:crypto";
import { copyFile, cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { build, transform } from "esbuild";
import { split } from "./split.mjs";
import { stripped } from "./wasm.mjs";

const dist = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";
const at = (...parts) => path.join(dist, ...parts);

/** Writes `content` as `<name>-<hash><extension>` and returns that name. */
const put = async (name, content) => {
  const { name: stem, ext } = path.parse(name);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const hashed = `${stem}-${hash}${ext}`;
  await writeFile(at(hashed), content);
  return hashed;
};

/** Replaces `from`, which must be there, so that a renamed file is never missed silently. */
const replaced = (text, from, to) => {
  if (!text.includes(from)) throw new Error(`finish.mjs: "${from}" is not where it is expected`);
  return text.replaceAll(from, to);
};

const minified = async (code) =>
  release ? (await transform(code, { minify: true, format: "esm", target: "es2022", legalComments: "none" })).code : code;

const files = await readdir(dist);

/** The module that Trunk put there as `<bin>…_bg.wasm`, and its glue `<bin>….js`. */
const moduleOf = (bin) => {
  const wasmFile = files.find((file) => new RegExp(`^${bin}(-[0-9a-f]+)?_bg\\.wasm$`).test(file));
  if (!wasmFile) throw new Error(`finish.mjs: no module of ${bin}`);
  return { wasmFile, glueFile: wasmFile.replace("_bg.wasm", ".js") };
};

/** Names a module and its glue. */
const putModule = async (bin) => {
  const { wasmFile, glueFile } = moduleOf(bin);
  const wasm = await put(`${bin}.wasm`, await readFile(at(wasmFile)));
  const code = replaced(await readFile(at(glueFile), "utf8"), `${bin}_bg.wasm`, wasm);
  const glue = await put(`${bin}.js`, await minified(code));
  await Promise.all([rm(at(wasmFile)), rm(at(glueFile))]);
  return { wasmFile, glueFile, wasm, glue };
};

/** Puts the page's program there in parts, in place of what Trunk made of it. */
const putParts = async () => {
  const { wasmFile, glueFile } = moduleOf("app");
  const made = await split();
  const wasm = await put("app.wasm", made.wasm);
  let code = replaced(made.glue, "app_bg.wasm", wasm);
  for (const [name, part] of made.parts) code = replaced(code, `./${name}`, `./${await put(name, part)}`);
  const glue = await put("app.js", code);
  await Promise.all([rm(at(wasmFile)), rm(at(glueFile))]);
  return { wasmFile, glueFile, wasm, glue };
};

const app = release ? await putParts() : await putModule("app");

/** Puts the module of a worker there, and the script that starts it: one file, so that the module is asked for sooner. */
const putWorker = async (bin) => {
  const { wasmFile, glueFile } = moduleOf(bin);
  const wasm = await put(`${bin}.wasm`, await (release ? stripped : readFile)(at(wasmFile)));
  const glue = { name: "glue", setup: ({ onResolve }) => onResolve({ filter: /^\.\/worker\.js$/ }, () => ({ path: path.resolve(at(glueFile)) })) };
  const { outputFiles } = await build({
    entryPoints: ["web/worker-boot.js"],
    plugins: [glue],
    bundle: true,
    minify: release,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    write: false,
    logLevel: "warning",
  });
  const code = replaced(outputFiles[0].text, "./worker_bg.wasm", `./${wasm}`).replaceAll(`${bin}_bg.wasm`, wasm);
  await Promise.all([rm(at(wasmFile)), rm(at(glueFile))]);
  return put(`${bin}-boot.js`, code);
};

const workerBoot = await putWorker("worker");
const workbookBoot = await putWorker("workbook");
const exportBoot = await putWorker("export");

// The page's own scripts.
const theme = await put("theme.js", await readFile("target/web/theme.js"));
const boot = await put("boot.js", await readFile("target/web/boot.js"));
const echarts = await put("echarts.js", await readFile("target/web/echarts.js"));

let page = await readFile(at("index.html"), "utf8");
page = replaced(page, `./${app.glueFile}`, `./${app.glue}`);
page = replaced(page, `./${app.wasmFile}`, `./${app.wasm}`);
page = replaced(page, "./theme.js", `./${theme}`);
page = replaced(page, "./boot.js", `./${boot}`);
page = replaced(page, "./worker-boot.js", `./${workerBoot}`);
page = replaced(page, "./workbook-boot.js", `./${workbookBoot}`);
page = replaced(page, "./export-boot.js", `./${exportBoot}`);
page = replaced(page, "./echarts.js", `./${echarts}`);

// The development server adds an inline script that reloads the page; the policy forbids those.
const inline = /<script>[\s\S]*?<\/script>/g;
if (inline.test(page)) {
  page = page.replaceAll(inline, '<script type="module" src="./reload.js"></script>');
  await copyFile("web/reload.js", at("reload.js"));
}
if (release) page = page.replaceAll(/<!--(?!>)[\s\S]*?-->/g, "").replaceAll(/\n\s*/g, "\n");
await writeFile(at("index.html"), page);
// Hosts show this file for addresses that are no files; the app then finds its screen by the address.
await writeFile(at("404.html"), page);

await cp("target/web/fonts", at("fonts"), { recursive: true });
await mkdir("public", { recursive: true });
await cp("public", dist, { recursive: true });

// The policy is written once, in index.html; hosts that can send headers get it from here.
const policy = page.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)[1];
const headers = [
  ["Content-Security-Policy", `${policy}; frame-ancestors 'none'`],
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "no-referrer"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
];
const lines = headers.map(([name, value]) => `  ${name}: ${value}\n`).join("");
await writeFile(at("_headers"), `/*\n${lines}`);
