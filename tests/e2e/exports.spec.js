// Tables as CSV and XLSX, charts as PNG and SVG, the page on paper.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { Clients } from "./pages/clients.js";
import { Import } from "./pages/import.js";
import { Matrix } from "./pages/matrix.js";
import { Shell } from "./pages/shell.js";
import { openApp, useBrowser } from "./support/app.js";
import { hostileSales, plainSales } from "./support/files.js";

useBrowser();

const openMatrix = async (t, { text = plainSales(), sample = false, ...options } = {}) => {
  const page = await openApp(t, options);
  const reading = new Import(page);
  if (sample) await reading.giveSample();
  else await reading.giveText(text);
  await reading.ready();
  await reading.accept();
  const matrix = new Matrix(page);
  await matrix.ready();
  await matrix.chart.locator("svg").waitFor();
  await matrix.rows.first().waitFor();
  return { page, matrix, clients: new Clients(page) };
};

/** What a press saves: its name and bytes. */
const saved = async (page, testid) => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId(testid).click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
};

/** The files of a ZIP archive by name, as text. */
const unzipped = (bytes) => {
  const files = {};
  const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, nameLength, extra, comment] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? bytes.readUInt32LE(at + offset) : bytes.readUInt16LE(at + offset),
    );
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + size);
    files[name] = (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data).toString("utf8");
    at += 46 + nameLength + extra + comment;
  }
  return files;
};

test("a workbook has the list, the matrix, the settings and what was left out", async (t) => {
  const { page, clients } = await openMatrix(t, { text: `${plainSales()}\n;2024-03-05;7` });
  await clients.search.fill("S");
  await clients.show(["South", "East", "West"]);
  const { name, bytes } = await saved(page, "export-xlsx");
  assert.equal(name, "clients.xlsx");
  const files = unzipped(bytes);
  const sheets = [...files["xl/workbook.xml"].matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);
  assert.deepEqual(sheets, ["Clients", "Matrix", "Settings", "Left out"]);
  const strings = [...files["xl/sharedStrings.xml"].matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text);
  for (const text of ["South", "East", "West", "sales.csv", "ABC thresholds", "without a client"]) assert.ok(strings.includes(text), text);
  assert.ok(!strings.includes("North"), "who is not in the list is not in the file");
  assert.match(files["xl/worksheets/sheet1.xml"], /<v>7212<\/v>/, "South's value is a number");
  // The part that writes workbooks comes with the first of them, and only then.
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  assert.equal(loaded.filter((name) => /\/export-boot/.test(name)).length > 0, true);
});

test("the part that writes workbooks is not loaded before it is needed", async (t) => {
  const requested = [];
  const { page } = await openMatrix(t, {});
  page.on("request", (request) => requested.push(request.url()));
  const before = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  assert.ok(!before.some((name) => /\/export-/.test(name)));
  await saved(page, "export-csv");
  assert.ok(!requested.some((name) => /\/export-/.test(name)), "CSV needs none of it");
});

test("texts of a workbook are texts, whatever they begin with", async (t) => {
  const { page } = await openMatrix(t, { text: hostileSales() });
  const files = unzipped((await saved(page, "export-xlsx")).bytes);
  for (const [name, text] of Object.entries(files)) if (/worksheets/.test(name)) assert.doesNotMatch(text, /<f>/, name);
  assert.match(files["xl/sharedStrings.xml"], />=cmd\|&apos; \/C calc&apos;!A0<|>=cmd\|' \/C calc'!A0</);
});

for (const colorScheme of ["light", "dark"]) {
  test(`a chart is saved in light colours with its settings, ${colorScheme}`, async (t) => {
    const { page } = await openMatrix(t, { colorScheme });
    const svg = await saved(page, "export-svg");
    assert.equal(svg.name, "pareto.svg");
    const text = svg.bytes.toString("utf8");
    assert.match(text, /<rect width="100%" height="100%" fill="#FFFFFF"/);
    assert.match(text, /#095255/i, "class A on paper");
    assert.doesNotMatch(text, /#7DD5DA|#E8E6E1/i, "nothing of the dark theme");
    assert.match(text, /sales\.csv/);
    assert.match(text, /80%/);
    const png = await saved(page, "export-png");
    assert.equal(png.name, "pareto.png");
    assert.equal(png.bytes.toString("latin1", 1, 4), "PNG");
    assert.equal(png.bytes.readUInt32BE(16), 2016, "two pixels to each of the picture's");
    if (process.env.SHOTS) {
      const { writeFile } = await import("node:fs/promises");
      await writeFile(`${process.env.SHOTS}/pareto-${colorScheme}.png`, png.bytes);
    }
  });
}

test("on paper a chart has the colours of paper in the dark theme, and the screen has its own again after", async (t) => {
  const { page, matrix } = await openMatrix(t, { colorScheme: "dark" });
  const colours = () => matrix.chart.evaluate((chart) => [...chart.querySelectorAll("path")].map((path) => path.getAttribute("fill")).join(" ").toUpperCase());
  const size = () => matrix.chart.locator("svg").evaluate((svg) => svg.getAttribute("width"));
  const [before, width] = [await colours(), await size()];
  assert.match(before, /#7DD5DA/);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.match(await colours(), /#095255/);
  assert.doesNotMatch(await colours(), /#7DD5DA/);
  assert.equal(await size(), "680");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await colours(), before);
  assert.equal(await size(), width);
});

/** Pages that the screen takes on paper. */
const pagesOnPaper = async (page, name) => {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  if (process.env.SHOTS) {
    const { writeFile } = await import("node:fs/promises");
    await writeFile(`${process.env.SHOTS}/${name}.pdf`, pdf);
  }
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
};

test("each analysis of sales is one page, with what it was computed from", async (t) => {
  const { page } = await openMatrix(t, { sample: true, colorScheme: "dark" });
  const shell = new Shell(page);
  const pictures = { "abc-xyz": "pareto", rfm: "rfm-treemap", migration: "migration", priority: null };
  for (const [tool, picture] of Object.entries(pictures)) {
    await shell.goTo(tool);
    await page.getByTestId("client-row").first().waitFor();
    if (picture) await page.getByTestId(`chart-${picture}`).locator("svg").waitFor();
    assert.equal(await pagesOnPaper(page, tool), 1, tool);
  }
});

test("the funnel, the sources and the client flow are a page each", async (t) => {
  const page = await openApp(t, { screen: "funnel", locale: "ru-RU" });
  const [shell, reading] = [new Shell(page), new Import(page)];
  await page.getByTestId("sample-deals").click();
  await reading.ready();
  await reading.accept();
  await page.getByTestId("funnel-headline").waitFor();
  assert.equal(await pagesOnPaper(page, "funnel"), 1, "funnel");
  await shell.goTo("sources");
  await page.getByTestId("source-row").first().waitFor();
  assert.equal(await pagesOnPaper(page, "sources"), 1, "sources");
  await shell.goTo("flow");
  await page.getByTestId("flow-example").click();
  await page.getByTestId("flow-grip").first().waitFor();
  assert.equal(await pagesOnPaper(page, "flow"), 1, "flow");
});
