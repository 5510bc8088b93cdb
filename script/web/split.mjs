// Cuts the page's program into what every visitor loads and the parts that come when they are needed.
//
// Trunk can not do it: the cut goes through what the linker wrote, before wasm-bindgen. So the linker's file is cut,
// bound and made small here, and takes the place of what Trunk made of it.

import { execFile } from "node:child_process";
import { readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { HOST, merge, shrunk } from "./wasm.mjs";

const run = promisify(execFile);
const out = "target/split";
const bound = path.join(out, "bound");
const linked = path.join(process.env.CARGO_TARGET_DIR ?? "target", "wasm32-unknown-unknown", "release-page", "app.wasm");

/** Does it with each, as many at a time as there are processors. */
const inTurns = async (items, work) => {
  const results = new Array(items.length);
  const waiting = items.keys();
  const worker = async () => {
    for (const place of waiting) results[place] = await work(items[place]);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
};

/** What several parts use is a file for each set of them; most of those, here still with names, cost a request more than their weight. */
const SMALL = 65_536;
const SHARED = "chunk_shared.wasm";

/** Puts small files into one, and has the script fetch that one in place of each; the names of all files there are then. */
const putTogether = async (names) => {
  const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(out, name))).size));
  const small = names.filter((name, place) => name.startsWith("chunk_") && sizes[place] < SMALL);
  await merge(small.map((name) => path.join(out, name)), path.join(out, SHARED));
  const script = path.join(out, "__wasm_split.js");
  let code = await readFile(script, "utf8");
  for (const name of small) {
    const chunk = path.basename(name, ".wasm");
    const loader = new RegExp(`const __${chunk} = makeLoad\\(\\(\\) => \\{\\s*const src = fetch\\(new URL\\("\\./${chunk}\\.wasm"[^]*?\\n, \\[\\]\\);`);
    if (!loader.test(code)) throw new Error(`split.mjs: no loader of ${chunk}`);
    code = code.replace(loader, `const __${chunk} = __shared;`);
  }
  const first = code.indexOf("const __chunk_");
  const shared = `const __shared = makeLoad(() => {
    const src = fetch(new URL("./${SHARED}", import.meta.url));
    src.catch(() => {});
    return async (imports) => WebAssembly.instantiateStreaming(src, { ${HOST}: imports.__wasm_split });
}, []);
`;
  await writeFile(script, code.slice(0, first) + shared + code.slice(first));
  return [...names.filter((name) => !small.includes(name)), SHARED];
};

/**
 * Cuts `app.wasm`, and gives its files: `wasm`, the module that is loaded first; `parts`, the others by the names that
 * the glue calls them; and `glue`, the script that binds them all.
 */
export const split = async () => {
  await rm(out, { recursive: true, force: true });
  await run("wasm-split-cli", [linked, out, "--target", "web", "--out-name", "app"]);
  await run("wasm-bindgen", [
    path.join(out, "app.wasm"), "--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", bound, "--out-name", "app",
  ]);
  const names = await putTogether((await readdir(out)).filter((name) => name.endsWith(".wasm") && name !== "app.wasm"));
  const main = path.join(bound, "app_bg.wasm");
  const files = [main, ...names.map((name) => path.join(out, name))];
  const [wasm, ...contents] = await inTurns(files, shrunk);
  const parts = new Map(names.map((name, place) => [name, contents[place]]));
  // The glue and the script that fetches the parts import each other: as one script neither needs the other's name.
  const together = {
    name: "together",
    setup: ({ onResolve }) => {
      onResolve({ filter: /^\.\/app\.js$/ }, () => ({ path: path.resolve(bound, "app.js") }));
      onResolve({ filter: /^\.\/__wasm_split\.js$/ }, () => ({ path: path.resolve(out, "__wasm_split.js") }));
    },
  };
  const { outputFiles } = await build({
    entryPoints: [path.join(bound, "app.js")],
    plugins: [together],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    write: false,
    // The glue names that script once for every part.
    logOverride: { "duplicate-object-key": "silent" },
    logLevel: "warning",
  });
  return { wasm, parts, glue: outputFiles[0].text };
};
