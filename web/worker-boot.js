// The first script of the worker: starts the engine beside it. The build puts the real names of both files here.
// Where no worker starts, the page itself loads this, and gives the engine a port to talk through.

import start, { serveOn } from "./worker.js";

export { serveOn };

try {
  await start({ module_or_path: new URL("./worker_bg.wasm", import.meta.url) });
} catch (error) {
  // Who loads this as a module hears of the failure; a worker's page does only when it is thrown outside of a promise.
  if ("document" in globalThis) throw error;
  setTimeout(() => {
    throw error;
  });
}
