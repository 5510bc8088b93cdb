// Makes modules small, with Binaryen.

import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What rustc's modules make use of; every browser that the page is for has it. */
const features = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext", "simd"];

const enabled = features.map((feature) => `--enable-${feature}`);

const strip = ["--strip-debug", "--strip-producers", "--strip-target-features"];

const rewritten = async (file, passes) => {
  await run("wasm-opt", [...passes, ...enabled, file, "-o", file]);
  return readFile(file);
};

/** A module of the page, small. More effort than `-O1` saves nothing once it is compressed, and takes twice the time. */
export const shrunk = (file) => rewritten(file, ["-O1", ...strip]);

/**
 * A module of a worker, without names and the like, and otherwise as the compiler made it. Binaryen would put functions
 * that are called in one place into their callers. That saves nothing once it is compressed, and costs a fifth of the
 * time: a browser translates a function anew once it is much used, and takes up the better translation at the next call.
 */
export const stripped = (file) => rewritten(file, strip);

const IMPORT = /^ \(import "[^"]+" "([^"]+)" \((memory|table|global) \S+ (.*)\)\)$/gm;

const importsOf = async (file) => WebAssembly.Module.imports(await WebAssembly.compile(await readFile(file)));

/** Where a merged module looks for its imports. */
export const HOST = "host";

/**
 * Makes one module of several that import the same few things from one place. They are joined by a module that imports
 * each thing once, from {@link HOST}, and hands it on: without it every one of them would bring a memory of its own.
 */
export const merge = async (files, into) => {
  const imported = await Promise.all(files.map(importsOf));
  const most = imported.reduce((most, imports, place) => (imports.length > imported[most].length ? place : most), 0);
  const { stdout } = await run("wasm-dis", [...enabled, files[most]], { maxBuffer: 1 << 28 });
  const known = new Map([...stdout.matchAll(IMPORT)].map(([, name, kind, type]) => [name, `(import "${HOST}" "${name}" (${kind} $${name} ${type})) (export "${name}" (${kind} $${name}))`]));
  const [{ module: from }] = imported[most];
  const strange = imported.flat().find(({ module, name }) => module !== from || !known.has(name));
  if (strange) throw new Error(`wasm.mjs: nobody hands on ${strange.module}.${strange.name}`);
  const joint = `${into}.wat`;
  await writeFile(joint, `(module ${[...known.values()].join("\n")})`);
  await run("wasm-merge", [...enabled, joint, from, ...files.flatMap((file, place) => [file, `file${place}`]), "-o", into]);
};
