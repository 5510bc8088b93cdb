// A static host like those the app is meant for: files of a folder under a sub-path, the headers of its `_headers`
// file, `404.html` for addresses that are no files. Nothing that only our own server would do.

import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

const headersOf = async (folder) => {
  const lines = (await readFile(path.join(folder, "_headers"), "utf8")).split("\n").filter((line) => line.startsWith("  "));
  return Object.fromEntries(lines.map((line) => line.trim().split(/:\s+(.*)/s).slice(0, 2)));
};

/**
 * Serves `folder` under `base`, which begins and ends with a slash.
 * @returns {Promise<{ origin: string, base: string, close: () => Promise<void> }>}
 */
export const serve = async (folder, { base = "/", port = 0 } = {}) => {
  const headers = await headersOf(folder);

  const fileOf = async (pathname) => {
    if (!pathname.startsWith(base)) return null;
    const relative = path.normalize(decodeURIComponent(pathname.slice(base.length))) || ".";
    if (relative.startsWith("..")) return null;
    const file = path.join(folder, relative === "." ? "index.html" : relative);
    return (await stat(file).catch(() => null))?.isFile() ? file : null;
  };

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = await fileOf(pathname);
    const sent = file ?? path.join(folder, "404.html");
    response.writeHead(file ? 200 : 404, { ...headers, "Content-Type": TYPES[path.extname(sent)] ?? "application/octet-stream" });
    createReadStream(sent).pipe(response);
  });
  await new Promise((ready) => server.listen(port, "127.0.0.1", ready));

  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    base,
    close: () => new Promise((closed) => (server.closeAllConnections(), server.close(closed))),
  };
};
