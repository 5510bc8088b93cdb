// Medians of the runs, and the tables made of them.

const median = (numbers) => {
  const known = numbers.filter((number) => number !== null && number !== undefined).toSorted((one, other) => one - other);
  if (known.length === 0) return null;
  const middle = known.length >> 1;
  return known.length % 2 === 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
};

const whole = (number) => (number === null ? "–" : Math.round(number).toLocaleString("en-US"));

/** Tasks below 50 ms are not told by browsers. */
const task = (ms) => (ms === null ? "–" : ms === 0 ? "< 50" : whole(ms));

const markdown = (header, rows) =>
  [header, header.map((_, place) => (place === 0 ? "---" : "--:")), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const of = (runs, field) => median(runs.map(field));

const APP = "app";

/** A row for each reader, a column for each file. */
const byReader = (title, cases, variants, results, write) => {
  const rows = variants.map((variant) => {
    const cells = cases.map(({ name }) => {
      const runs = results.get(`${name}/${variant.key}`) ?? [];
      return runs.length === 0 ? "–" : write(runs, results.get(`${name}/${APP}`) ?? [], variant);
    });
    return [variant.title, ...cells];
  });
  return markdown([title, ...cases.map(({ name }) => name)], rows);
};

/** How long each reader took, and how many times as long as the app. */
export const timesTable = (cases, variants, results) =>
  byReader("ms (× app)", cases, variants, results, (runs, app, { key }) => {
    const [own, its] = [of(runs, (run) => run.read), of(app, (run) => run.read)];
    return key === APP || its === null ? whole(own) : `${whole(own)} (${(own / its).toFixed(own < its ? 2 : 1)})`;
  });

/** What reading costs: processor time, the longest stop of the page, the peak of memory. */
export const costsTable = (cases, variants, results) =>
  byReader("processor time, ms / longest task, ms / peak, MB", cases, variants, results, (runs) => {
    const [cpu, longest, peak] = [of(runs, (run) => run.cpu), of(runs, (run) => run.longest), of(runs, (run) => run.peak)];
    return `${whole(cpu)} / ${task(longest)} / ${whole(peak)}`;
  });

/** What follows in the app: the matrix, and the work with it. */
export const useTable = (cases, results) => {
  const figures = [
    ["clients", (run) => run.account.clients],
    ["from the button to the matrix, ms", (run) => run.shown],
    ["longest task meanwhile, ms", (run) => run.longestShown, task],
    ["peak with the matrix, MB", (run) => run.peakOfMatrix],
    ["threshold moved → matrix drawn, ms", (run) => run.threshold],
    ["last letter of a search → clients found, ms", (run) => run.search],
    ["longest frame while scrolling, ms", (run) => run.scroll.frame],
    ["leap into the middle → rows shown, ms", (run) => run.scroll.leap],
  ];
  const rows = figures.map(([title, field, write = whole]) => [title, ...cases.map(({ name }) => {
    const runs = results.get(`${name}/${APP}`) ?? [];
    return runs.length === 0 ? "–" : write(of(runs, field));
  })]);
  return markdown(["in the app", ...cases.map(({ name }) => name)], rows);
};

/** Rows without a client are counted by some and not by others; in made-up files there are none. */
const comparable = ({ clients, cells, total }) => ({ clients, cells, total });

/**
 * What a reader found where it differs from what is in the file. Of a file that was not made here nobody knows that:
 * there, what the first reader found that tells all stands for it.
 */
export const differences = (cases, variants, results) => {
  const told = new Set();
  for (const { name, truth } of cases) {
    const accounts = variants.flatMap(({ key, title }) => (results.get(`${name}/${key}`) ?? []).map(({ account }) => ({ title, account })));
    const first = accounts.find(({ account }) => account.cells !== undefined)?.account;
    const expected = truth ?? (first ? comparable(first) : {});
    for (const { title, account } of accounts) {
      for (const [field, wanted] of Object.entries(expected)) {
        const found = account[field];
        if (found === undefined || Math.abs(found - wanted) < 0.005) continue;
        told.add(`${name}: ${title} found ${found} ${field}, where ${truth ? "the file has" : "another found"} ${wanted}.`);
      }
    }
  }
  return [...told];
};
