// What each page of a reader has in common: it gets ready, is given a file, and says how long it took.

/**
 * @param {Promise<(file: File, layout: object) => Promise<() => object | Promise<object>>>} starting
 *   the reader, once its engine has loaded: makes the table in memory and returns what counts what is in it
 */
export const offer = (starting) => {
  let longest = 0;
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  const note = (entries) => entries.forEach(({ duration }) => (longest = Math.max(longest, duration)));

  globalThis.bench = {
    ready: starting.then(() => true),
    run: async (layout) => {
      const read = await starting;
      const file = document.querySelector("input").files[0];
      observer.observe({ type: "longtask" });
      const began = performance.now();
      const account = await read(file, layout);
      const ms = performance.now() - began;
      // A task that has just ended is told a little later.
      await new Promise((later) => setTimeout(later, 100));
      note(observer.takeRecords());
      observer.disconnect();
      // Counting is no part of the work: it begins when the memory has been looked at.
      globalThis.bench.account = account;
      return { ms, longest };
    },
  };
};

/** A worker of the page that answers one message with one; it is there once it has said so. */
export const startWorker = (url) =>
  new Promise((started, failed) => {
    const worker = new Worker(url, { type: "module" });
    worker.onerror = (event) => failed(new Error(event.message));
    worker.onmessage = () =>
      started(
        (message) =>
          new Promise((answered, failed) => {
            worker.onerror = (event) => failed(new Error(event.message));
            worker.onmessage = ({ data }) => answered(data);
            worker.postMessage(message);
          }),
      );
  });
