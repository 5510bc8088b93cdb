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

/** Every reader on every file: milliseconds, how many times the app's, longest task of the page, peak of memory. */
export const readersTable = (cases, variants, results) => {
  const header = ["from the file to", ...cases.map(({ name }) => `${name}, ms (× app)`), ...cases.map(({ name }) => `longest task ${name}, ms`), ...cases.map(({ name }) => `peak ${name}, MB`)];
  const rows = variants.map(({ key, title }) => {
    const cell = (write) => cases.map(({ name }) => {
      const runs = results.get(`${name}/${key}`) ?? [];
      return runs.length === 0 ? "–" : write(runs, results.get(`${name}/${APP}`) ?? []);
    });
    const time = (runs, app) => {
      const [own, its] = [of(runs, (run) => run.read), of(app, (run) => run.read)];
      return key === APP || its === null ? whole(own) : `${whole(own)} (${(own / its).toFixed(own < its ? 2 : 1)})`;
    };
    return [title, ...cell(time), ...cell((runs) => task(of(runs, (run) => run.longest))), ...cell((runs) => whole(of(runs, (run) => run.peak)))];
  });
  return markdown(header, rows);
};

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

/** What each reader found, where it differs from what is in the file; the first that counts all stands for unknown files. */
export const differences = (cases, variants, results) => {
  const told = [];
  for (const { name, truth } of cases) {
    const accounts = variants.flatMap(({ key, title }) => (results.get(`${name}/${key}`) ?? []).map(({ account }) => ({ title, account })));
    const expected = truth ?? accounts.find(({ account }) => account.cells !== undefined)?.account;
    for (const { title, account } of accounts) {
      for (const [field, found] of Object.entries(account)) {
        if (field === "bytes" || expected?.[field] === undefined) continue;
        if (Math.abs(found - expected[field]) > 0.005) {
          told.push(`${name}: ${title} found ${found} ${field}, where ${truth ? "the file has" : "another found"} ${expected[field]}.`);
        }
      }
    }
  }
  return [...new Set(told)];
};
