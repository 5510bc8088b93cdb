// The least that any reader needs: the bytes, one after another, in a worker.

import { offer, startWorker } from "./page.js";

offer(
  startWorker("floor_worker.js").then((ask) => async (file) => {
    const bytes = await ask(file);
    return () => ({ bytes });
  }),
);
