// PapaParse in a worker, which adds up there too: only the end of it comes back to the page.

import { offer, startWorker } from "./page.js";

offer(
  startWorker("papaparse_worker.js").then((ask) => async (file, layout) => {
    await ask({ file, layout });
    return () => ask({});
  }),
);
