// Starts the app, and is the only script that knows the names of the other files of the build: they stand in the
// attributes of its own element. What the app needs of them is in `globalThis.clientfolio`, see `src/platform/boot.rs`.
//
// The page forbids strings where scripts are expected (Trusted Types). The one policy there may be is made here,
// before any other code runs, and admits one address: the worker's.

import { showFailure } from "./failure.js";

const boot = document.getElementById("boot").dataset;
const address = (relative) => new URL(relative, document.baseURI).href;

const workerAddress = address(boot.worker);
const admit = (candidate) => {
  if (candidate === workerAddress) return candidate;
  throw new TypeError("not a script of this app");
};
const policy = globalThis.trustedTypes?.createPolicy("app", { createScriptURL: admit }) ?? { createScriptURL: admit };

Object.defineProperty(globalThis, "clientfolio", {
  value: Object.freeze({
    startWorker: () => new Worker(policy.createScriptURL(workerAddress), { type: "module" }),
    // The engine on the page's own thread, at the other end of a port.
    startEngineHere: async () => {
      const { serveOn } = await import(workerAddress);
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
  boot.started = "true";
} catch (error) {
  console.error(error);
  showFailure(error instanceof WebAssembly.RuntimeError ? "stopped" : "not-started");
}
