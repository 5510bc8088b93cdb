// Runs in the page before its own scripts: takes the time from what is done to what is then seen, in the page's own
// clock, so that nothing of the way between the bench and the browser is counted.

export const probe = () => {
  /** What takes longer is called hung. */
  const LIMIT_MS = 300_000;

  const all = (name) => [...document.querySelectorAll(`[data-testid="${name}"]`)];
  const cells = () => [...document.querySelectorAll('[data-testid^="matrix-cell-"]')].map((cell) => cell.dataset.clients).join();
  const names = () => all("client-row").map((row) => row.dataset.client);
  const lower = (text) => text.toLowerCase();
  const isEnabled = (button) => button && !button.disabled && button.getAttribute("aria-disabled") !== "true";

  /** What begins the time, and when it is over; `drawn` waits for the frame that shows it. */
  const spans = {
    ready: { on: ["input", "change"], until: () => isEnabled(all("import-confirm")[0]), fails: () => all("error-panel")[0]?.innerText },
    matrix: { on: ["click"], until: () => all("matrix-cell-AX").length > 0, drawn: true },
    redrawn: {
      on: ["keydown"],
      until: (before) => cells() !== before,
      before: cells,
      drawn: true,
    },
    found: {
      on: ["input"],
      until: (name) => names().length > 0 && names().every((found) => lower(found).includes(lower(name))),
      drawn: true,
    },
    all: { on: ["input"], until: () => names().length > 3 },
  };

  let longest = 0;
  const note = (entries) => entries.forEach(({ duration }) => (longest = Math.max(longest, duration)));
  const tasks = new PerformanceObserver((list) => note(list.getEntries()));
  tasks.observe({ type: "longtask" });

  const frame = () =>
    new Promise((drawn) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => drawn();
        port2.postMessage(null);
      }),
    );

  let running = null;
  let frames = null;

  const begin = (name, told) => {
    const span = spans[name];
    const wanted = span.before ? span.before() : told;
    note(tasks.takeRecords());
    longest = 0;
    let began = null;
    const start = () => (began ??= performance.now());
    for (const type of span.on) addEventListener(type, start, { capture: true });
    running = new Promise((over, failed) => {
      const stop = () => {
        watcher.disconnect();
        clearTimeout(limit);
        for (const type of span.on) removeEventListener(type, start, { capture: true });
      };
      const fail = (reason) => {
        stop();
        failed(new Error(`"${name}" was not reached: ${reason}`));
      };
      const look = async () => {
        if (began === null) return;
        const failure = span.fails?.();
        if (failure) fail(failure);
        if (failure || !span.until(wanted)) return;
        stop();
        if (span.drawn) await frame();
        over(performance.now() - began);
      };
      const watcher = new MutationObserver(look);
      watcher.observe(document, { subtree: true, childList: true, attributes: true });
      const limit = setTimeout(() => fail("too long"), LIMIT_MS);
    });
    // Told when the end is asked for.
    running.catch(() => {});
  };

  const end = async () => {
    const ms = await running;
    // A task that has just ended is told a little later.
    await new Promise((later) => setTimeout(later, 100));
    note(tasks.takeRecords());
    return { ms, longest };
  };

  const watchFrames = () => {
    frames = { longest: 0, before: null };
    const tick = (now) => {
      if (frames === null) return;
      if (frames.before !== null) frames.longest = Math.max(frames.longest, now - frames.before);
      frames.before = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  };

  const longestFrame = () => {
    const { longest } = frames;
    frames = null;
    return longest;
  };

  /** From a jump of the list to its middle to the rows there. */
  const leap = async () => {
    let list = all("client-row")[0];
    while (list && !(list.scrollHeight > list.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(list).overflowY))) list = list.parentElement;
    if (!list) return null;
    const rows = () => [...list.querySelectorAll('[role="row"][aria-rowindex]')].filter((row) => {
      const [own, outer] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
      return own.bottom > outer.top && own.top < outer.bottom && !row.querySelector('[role="columnheader"]');
    });
    const first = () => Number(rows()[0]?.getAttribute("aria-rowindex"));
    const before = first();
    const began = performance.now();
    list.scrollTop = list.scrollHeight / 2;
    for (;;) {
      await frame();
      const here = rows();
      if (here.length > 0 && first() !== before && here.every((row) => row.dataset.testid === "client-row")) break;
      if (performance.now() - began > 30_000) return null;
    }
    return performance.now() - began;
  };

  globalThis.probe = { begin, end, watchFrames, longestFrame, leap };
};
