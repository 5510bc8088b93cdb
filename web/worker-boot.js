// The first script of a worker: starts the module beside it. The build makes one for each worker, with the real names.

import start from "./worker.js";

try {
  await start({ module_or_path: new URL("./worker_bg.wasm", import.meta.url) });
} catch (error) {
  // A failed module reaches the page as an event of the worker only when it is thrown outside of a promise.
  setTimeout(() => {
    throw error;
  });
}
