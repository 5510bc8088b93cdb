// Sales of a made-up firm: two years, few large clients and many small ones, half of the names Cyrillic, one field in
// twenty quoted, one sum in a hundred a return. The same in every run.

import { Random, Weighted } from "./random.js";

const LATIN = ["Alpha", "Nord", "Vega", "Orion", "Baltic", "Delta", "Prime", "Terra", "Lumen", "Kraft", "Aero", "Sigma", "Omega", "Global", "Union", "Trade"];
const LATIN_TRADES = ["Trading", "Logistics", "Foods", "Systems", "Retail", "Group", "Supply", "Partners", "Market", "Solutions"];
const LATIN_FORMS = ["LLC", "Ltd", "Inc", "GmbH", "Co"];
const CYRILLIC = ["Ромашка", "Север", "Вега", "Орион", "Балтика", "Дельта", "Восток", "Терра", "Заря", "Крафт", "Аэро", "Сигма", "Омега", "Глобал", "Союз", "Торг"];
const CYRILLIC_TRADES = ["Трейд", "Логистик", "Фуд", "Системы", "Ритейл", "Групп", "Снаб", "Партнёр", "Маркет", "Строй"];
const CYRILLIC_FORMS = ["ООО", "ИП", "АО", "ПАО"];
const GOODS = ["Кабель", "Widget", "Насос", "Bolt M8", "Chair", "Стол", "Lamp", "Фильтр"];
const MODELS = ["A1", "B2", "C3 (10 шт)", "D4", "XL"];
const GOODS_QUOTED = ["Paint, white", "Кружка, 0,3 л"];
const CHANNELS = ["web", "retail", "b2b", "phone", "marketplace"];

const SEED = 20261121;
const FIRST_DAY = Date.UTC(2023, 0, 1);
const DAY_MS = 86_400_000;
const DAYS = 731;
const FIRST_ORDER = 100_001;

/** One client in so many has the separator in its name. */
const QUOTED_PERCENT = 3;
/** How steeply sales fall from the largest client to the smallest. */
const STEEPNESS = 0.8;
/** Weight of each of the two goods with a separator in the name; others weigh 1. */
const QUOTED_WEIGHT = 0.55;

/** How a file is written. */
export const FORMS = {
  plain: { separator: ",", header: ["order_id", "client", "date", "amount", "product", "channel"], decimal: ".", date: "iso", encoding: "utf-8" },
  russian: { separator: ";", header: ["Заказ", "Клиент", "Дата", "Сумма", "Товар", "Канал"], decimal: ",", date: "dotted", encoding: "windows-1251" },
};

const clientName = (index) => {
  const [first, trade] = [index % 16, Math.floor(index / 16) % 10];
  if (index % 2 === 1) return `${CYRILLIC_FORMS[index % 4]} ${CYRILLIC[first]}${CYRILLIC_TRADES[trade]} ${index}`;
  return `${LATIN[first]} ${LATIN_TRADES[trade]} ${index} ${LATIN_FORMS[index % 5]}`;
};

/** The name with a separator in it and quotes around, for some of the clients. */
const clientField = (index, separator) => {
  const name = clientName(index);
  const isQuoted = (Math.imul(index, 2654435761) >>> 0) % 100 < QUOTED_PERCENT;
  return isQuoted ? `"${name.replace(" ", `${separator} `)}"` : name;
};

const dayText = (index, date) => {
  const [year, month, day] = new Date(FIRST_DAY + index * DAY_MS).toISOString().slice(0, 10).split("-");
  return date === "iso" ? `${year}-${month}-${day}` : `${day}.${month}.${year}`;
};

const monthOf = (index) => {
  const day = new Date(FIRST_DAY + index * DAY_MS);
  return (day.getUTCFullYear() - 2023) * 12 + day.getUTCMonth();
};

/** What a reader must find: counted while the rows are made. */
class Truth {
  #seen;
  #months = 24;
  rows = 0;
  clients = 0;
  cells = 0;
  cents = 0;

  constructor(clients) {
    // A place for each month of a client, and one for the client.
    this.#seen = new Uint8Array(clients * (this.#months + 1));
  }

  add(client, month, cents) {
    const begin = client * (this.#months + 1);
    this.clients += this.#mark(begin);
    this.cells += this.#mark(begin + 1 + month);
    this.rows += 1;
    this.cents += cents;
  }

  #mark(place) {
    const isNew = 1 - this.#seen[place];
    this.#seen[place] = 1;
    return isNew;
  }

  account() {
    return { rows: this.rows, clients: this.clients, cells: this.cells, total: this.cents / 100 };
  }
}

/**
 * The text of a file, in pieces of some thousand rows; returns what a reader must find in it.
 * @param {{ rows: number, clients: number, form: typeof FORMS.plain }} wanted
 */
export function* sales({ rows, clients, form }) {
  const { separator, decimal } = form;
  const random = new Random(SEED);
  const names = Array.from({ length: clients }, (_, index) => clientField(index, separator));
  const order = random.order(clients);
  const byClient = new Weighted(Float64Array.from({ length: clients }, (_, rank) => 1 / (rank + 1) ** STEEPNESS));
  const goods = GOODS.flatMap((good) => MODELS.map((model) => `${good} ${model}`));
  const weights = [...goods.map(() => 1), ...GOODS_QUOTED.map(() => QUOTED_WEIGHT)];
  goods.push(...GOODS_QUOTED.map((good) => `"${good.replaceAll(", ", `${separator} `)}"`));
  const byGood = new Weighted(weights);
  const dates = Array.from({ length: DAYS }, (_, index) => dayText(index, form.date));
  const months = Array.from({ length: DAYS }, (_, index) => monthOf(index));

  const truth = new Truth(clients);
  let piece = `${form.header.join(separator)}\n`;
  for (let row = 0; row < rows; row += 1) {
    const client = order[byClient.draw(random)];
    const day = random.below(DAYS);
    const cents = Math.round(Math.exp(random.normal(7, 1.2)) * 100) + 1;
    const isReturn = random.share() < 0.01;
    const amount = `${isReturn ? "-" : ""}${Math.floor(cents / 100)}${decimal}${String(cents % 100).padStart(2, "0")}`;
    const fields = [FIRST_ORDER + row, names[client], dates[day], amount, goods[byGood.draw(random)], CHANNELS[random.below(5)]];
    piece += `${fields.join(separator)}\n`;
    truth.add(client, months[day], isReturn ? -cents : cents);
    if (row % 10_000 === 9_999) {
      yield piece;
      piece = "";
    }
  }
  yield piece;
  return truth.account();
}
