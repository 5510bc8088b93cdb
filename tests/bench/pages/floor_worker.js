const BUFFER_BYTES = 2 * 1024 * 1024;

onmessage = async ({ data: file }) => {
  const reader = file.stream().getReader({ mode: "byob" });
  let buffer = new ArrayBuffer(BUFFER_BYTES);
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    if (done) break;
    bytes += value.byteLength;
    buffer = value.buffer;
  }
  postMessage(bytes);
};
postMessage("started");
