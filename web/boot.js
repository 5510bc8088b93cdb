// Starts the app, and is the only script that knows the names of the other files of the build: they stand in the
// attributes of its own element. What the app needs of them is in `globalThis.clientfolio`, see `src/platform/boot.rs`.
//
// The page forbids strings where scripts are expected (Trusted Types). The one policy there may be is made here,
// before any other code runs, and admits two addresses: those of the workers.

import { showFailure } from "./failure.js";

const boot = document.getElementById("boot").dataset;
const address = (relative) => new URL(relative, document.baseURI).href;

const workers = { engine: address(boot.worker), workbook: address(boot.workbook), export: address(boot.export) };
const admit = (candidate) => {
  if (Object.values(workers).includes(candidate)) return candidate;
  throw new TypeError("not a script of this app");
};
const policy = globalThis.trustedTypes?.createPolicy("app", { createScriptURL: admit }) ?? { createScriptURL: admit };

const startWorker = (worker) => new Worker(policy.createScriptURL(worker), { type: "module" });

Object.defineProperty(globalThis, "clientfolio", {
  value: Object.freeze({
    startWorker: () => startWorker(workers.engine),
    startWorkbookWorker: () => startWorker(workers.workbook),
    startExportWorker: () => startWorker(workers.export),
    // The engine on the page's own thread, at the other end of a port.
    startEngineHere: async () => {
      const { serveOn } = await import(workers.engine);
      const { port1, port2 } = new MessageChannel();
      serveOn(port2);
      return port1;
    },
    loadCharts: () => import(address(boot.echarts)),
  }),
});

// A defect stops the module for good: nothing on the screen would answer any more, so say so.
addEventListener("error", ({ error }) => {
  if (error instanceof WebAssembly.RuntimeError) showFailure("stopped");
});
addEventListener("unhandledrejection", ({ reason }) => {
  if (reason instanceof WebAssembly.RuntimeError) showFailure("stopped");
});

try {
  const { default: start } = await import(address(boot.app));
  await start({ module_or_path: address(boot.wasm) });
  document.getElementById("first-paint")?.remove();
  boot.started = "true";
} catch (error) {
  console.error(error);
  showFailure(error instanceof WebAssembly.RuntimeError ? "stopped" : "not-started");
}
