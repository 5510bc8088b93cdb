// Makes modules small, with Binaryen.

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What rustc's modules make use of; every browser that the page is for has it. */
const features = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext", "simd"];

const strip = ["--strip-debug", "--strip-producers", "--strip-target-features"];

const rewritten = async (file, passes) => {
  await run("wasm-opt", [...passes, ...features.map((feature) => `--enable-${feature}`), file, "-o", file]);
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
