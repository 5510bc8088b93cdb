// The table that every reader makes: for each client and month the sum, the rows, the first and the last date.

/** Sums are kept in ten-thousandths, so that they are whole. */
const UNITS = 10_000;

const digits = (text, from, to) => {
  let number = 0;
  for (let place = from; place < to; place += 1) number = number * 10 + text.charCodeAt(place) - 48;
  return number;
};

/** Days as `yyyymmdd`. */
const DAY_OF = {
  iso: (text) => digits(text, 0, 4) * 10_000 + digits(text, 5, 7) * 100 + digits(text, 8, 10),
  dotted: (text) => digits(text, 6, 10) * 10_000 + digits(text, 3, 5) * 100 + digits(text, 0, 2),
};
DAY_OF["iso-time"] = DAY_OF.iso;

const numberOf = { ".": Number, ",": (text) => Number(text.replace(",", ".")) };

/** Adds up rows of texts. */
export class ClientMonths {
  #clients = new Map();
  #cells = new Map();
  #sums = [];
  #rows = [];
  #first = [];
  #last = [];
  #columns;
  #day;
  #number;

  constructor({ columns, date, decimal }) {
    this.#columns = columns;
    this.#day = DAY_OF[date];
    this.#number = numberOf[decimal];
  }

  /** @param {string[]} row */
  add(row) {
    const columns = this.#columns;
    const name = row[columns.client];
    if (name === "") return;
    let client = this.#clients.get(name);
    if (client === undefined) {
      client = this.#clients.size;
      this.#clients.set(name, client);
    }
    const day = this.#day(row[columns.date]);
    // Months up to the year 9999.
    const key = client * 1_000_000 + Math.floor(day / 100);
    const units = this.#units(row);
    const cell = this.#cells.get(key);
    if (cell === undefined) {
      this.#cells.set(key, this.#sums.length);
      this.#sums.push(units);
      this.#rows.push(1);
      this.#first.push(day);
      this.#last.push(day);
      return;
    }
    this.#sums[cell] += units;
    this.#rows[cell] += 1;
    if (day < this.#first[cell]) this.#first[cell] = day;
    if (day > this.#last[cell]) this.#last[cell] = day;
  }

  #units(row) {
    const { amount, quantity, price } = this.#columns;
    if (amount !== undefined) return Math.round(this.#number(row[amount]) * UNITS);
    return Math.round(this.#number(row[quantity]) * this.#number(row[price]) * UNITS);
  }

  /** What came out, to be compared with the other readers. */
  account() {
    const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);
    return { rows: sum(this.#rows), clients: this.#clients.size, cells: this.#sums.length, total: sum(this.#sums) / UNITS };
  }
}
