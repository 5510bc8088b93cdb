// Files that tests give to the app.

const day = (index) => {
  const date = new Date(Date.UTC(2024, 0, 10 + index * 15));
  return date.toISOString().slice(0, 10);
};

const quoted = (text) => `"${text.replaceAll('"', '""')}"`;

const table = (rows) => ["Client;Date;Amount", ...rows.map((cells) => cells.join(";"))].join("\n");

/** Four plain clients over a year. */
export const plainSales = () => {
  const rows = [];
  for (let index = 0; index < 24; index += 1) {
    rows.push(["North", day(index), "1000"], ["South", day(index), "300.50"]);
    if (index % 3 === 0) rows.push(["East", day(index), "90"]);
    if (index === 5) rows.push(["West", day(index), "10"]);
  }
  return table(rows);
};

/** Names that try to be markup, formulas, other lines, or more than a screen can hold. */
export const HOSTILE_NAMES = [
  "<img src=x onerror=alert(1)>",
  "<script>alert(2)</script>",
  '"><svg onload=alert(3)>',
  "{{constructor.constructor('alert(4)')()}}",
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-2+3",
  "@SUM(1)",
  "javascript:alert(5)",
  "\u202Eevil\u202C \u2066x\u2069",
  "a\u0000b\u0007c",
  "Z\u0351\u036B\u0343\u036A\u0302a\u036B\u033D\u034F\u0334l",
  "%s%n%x {b0} {value}",
  "__proto__",
  "constructor",
  "line one\nline two",
  "x".repeat(5000),
];

/** Sales of clients with those names. */
export const hostileSales = () =>
  table(
    HOSTILE_NAMES.flatMap((name, order) =>
      [0, 2, 4, 6, 8, 10, 12].map((index) => [quoted(name), day(index + (order % 2)), String(1000 - order * 37)]),
    ),
  );

/** Eight deals as moves; what counts at each stage was worked out by hand. */
export const movesOfDeals = () =>
  [
    "deal_id;stage;date",
    ...["a;call;2026-01-01", "a;offer;2026-01-03", "a;meet;2026-01-10", "a;buy;2026-01-20", "b;call;2026-01-02"],
    ...["b;offer;2026-01-05", "c;call;2026-01-02", "c;meet;2026-01-09", "c;buy;2026-02-20", "d;offer;2026-01-04"],
    ...["d;meet;2026-01-06", "e;call;2026-01-06", "e;offer;2026-01-07", "e;call;2026-01-08", "e;offer;2026-01-09"],
    ...["e;meet;2026-01-11", "f;meet;2026-01-03", "f;call;2026-01-05", "h;offer;2026-01-01", "h;call;2026-01-05"],
    ...["h;meet;2026-01-08", "g;call;2026-01-10", "g;offer;2026-01-10", "g;meet;2026-01-10", "g;buy;2026-01-10"],
  ].join("\n");

/** Deals of which only the present stage is known. */
export const presentStages = () =>
  [
    "deal id;client;deal stage;created;close date;amount;source",
    "1;North;Lead;2026-01-01;;10;Site",
    "2;South;Offer;2026-01-02;;20;site",
    "3;East;Won;2026-01-01;2026-01-11;30;Fair",
    "4;West;Lost;2026-01-04;2026-01-09;40;",
    "5;Far;Won;2026-01-04;2026-01-09;50;Fair",
  ].join("\n");
