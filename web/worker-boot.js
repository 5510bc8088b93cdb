// The first script of a worker: starts the module beside it. The build makes one for each worker, with the real names.
// Where no worker starts, the page itself loads that of the engine, and gives it a port to talk through.

import * as program from "./worker.js";

export const { serveOn } = program;

try {
  await program.default({ module_or_path: new URL("./worker_bg.wasm", import.meta.url) });
} catch (error) {
  // Who loads this as a module hears of the failure; a worker's page does only when it is thrown outside of a promise.
  if ("document" in globalThis) throw error;
  setTimeout(() => {
    throw error;
  });
}
