// The first script of the worker: starts the engine beside it. The build puts the real names of both files here.

import start from "./worker.js";

try {
  await start({ module_or_path: new URL("./worker_bg.wasm", import.meta.url) });
} catch (error) {
  // A failed module reaches the page as an event of the worker only when it is thrown outside of a promise.
  setTimeout(() => {
    throw error;
  });
}
