import Papa from "papaparse";
import { ClientMonths } from "./client_months.js";

let table;

onmessage = ({ data: { file, layout } }) => {
  if (!file) {
    postMessage(table.account());
    return;
  }
  table = new ClientMonths(layout);
  let isHeader = true;
  Papa.parse(file, {
    delimiter: layout.separator,
    encoding: layout.encoding,
    skipEmptyLines: true,
    chunk: ({ data }) => {
      for (const row of data) {
        if (!isHeader) table.add(row);
        isHeader = false;
      }
    },
    complete: () => postMessage("done"),
  });
};
postMessage("started");
