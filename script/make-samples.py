#!/usr/bin/env python3
"""Writes the sample data of the app: public/samples/sales-ru.csv and sales-en.csv, deals-ru.csv and deals-en.csv.

Two years of an invented firm that brings coffee, water and paper to offices. The same sales stand in both files;
the Russian one looks as accounting programs write it (title rows, a total row, semicolons, dd.mm.yyyy, decimal
comma, groups of thousands), the English one as online shops do (commas, ISO dates, decimal point).

Clients are made by kind, so that the matrix has something to say in each of its cells: regular large ones, some of
them gone quiet, rare large orders, newcomers, goods sent back, sales without a client. Nothing here is random from
run to run: the same script writes the same bytes.
"""

import datetime
import pathlib
import random
import re
from decimal import ROUND_HALF_EVEN, Decimal

FIRST = datetime.date(2024, 10, 1)
LAST = datetime.date(2026, 9, 30)
MONTHS = 24
SEED = 20260930
ROUBLES_PER_DOLLAR = Decimal(90)

# Russian name, English name, price in roubles.
PRODUCTS = [
    ("Кофе", "Coffee beans", "1450.00"),
    ("Чай", "Tea", "318.50"),
    ("Вода 19 л", "Water 19 l", "279.00"),
    ("Бумага А4", "Paper A4", "389.90"),
    ("Картриджи", "Cartridges", "2790.00"),
    ("Сахар", "Sugar", "96.40"),
    ("Стаканы", "Cups", "212.00"),
    ("Сироп", "Syrup", "612.00"),
    ("Печенье", "Biscuits", "243.75"),
    ("Папки", "Folders", "157.30"),
]

# What buys: Russian and English word, in turns.
TRADES = [
    ("Кафе", "Café"), ("Студия", "Studio"), ("Клиника", "Clinic"), ("Бюро", "Bureau"), ("Школа", "School"),
    ("Салон", "Salon"), ("Отель", "Hotel"), ("Типография", "Print"), ("Пекарня", "Bakery"), ("Автосервис", "Garage"),
    ("Агентство", "Agency"),
]

# Names of clients, Russian and English.
NAMES = """
Азимут Azimuth|Айва Quince|Аист Stork|Акация Acacia|Аллея Alley|Антей Antaeus|Апрель April|Арка Arch|Астра Aster
Багет Baguette|Барк Barque|Берег Shore|Бирюза Turquoise|Брусника Lingonberry|Букварь Primer|Вектор Vector
Верба Willow|Верстак Workbench|Веха Landmark|Вираж Curve|Волна Wave|Восход Sunrise|Гавань Harbour|Галка Jackdaw
Гранит Granite|Грань Facet|Дельта Delta|Джем Jam|Диалог Dialogue|Дуб Oak|Еж Hedgehog|Жасмин Jasmine|Журавль Crane
Зенит Zenith|Зерно Grain|Зима Winter|Ива Osier|Импульс Impulse|Ирис Iris|Искра Spark|Каравай Loaf|Карта Map
Каскад Cascade|Кедр Cedar|Клевер Clover|Ключ Key|Компас Compass|Контур Contour|Корица Cinnamon|Круг Circle|Лад Accord
Лада Galley|Ландыш Lily|Лен Flax|Лесная Woodland|Линия Line|Липа Linden|Лист Leaf|Лодка Boat|Лоза Vine|Луч Ray
Маяк Lighthouse|Мелодия Melody|Меридиан Meridian|Метр Metre|Мозаика Mosaic|Мост Bridge|Мята Mint|Нота Note|Облако Cloud
Овал Oval|Океан Ocean|Олива Olive|Опора Pillar|Орбита Orbit|Ореол Halo|Остров Island|Палитра Palette|Парус Sail
Пастель Pastel|Перо Quill|Пион Peony|Плот Raft|Полдень Noon|Поток Stream|Причал Pier|Пульс Pulse|Радуга Rainbow
Ракурс Angle|Ритм Rhythm|Родник Spring|Роза Rose|Роща Grove|Рубин Ruby|Север North|Сирень Lilac|Скрепка Clip
Слово Word|Сова Owl|Сокол Falcon|Соната Sonata|Сосна Pine|Сфера Sphere|Такт Beat|Тропа Path|Туман Mist|Улитка Snail
Утро Morning|Факел Torch|Фасад Facade|Фиалка Violet|Фокус Focus|Форма Form|Хлеб Bread|Цитрус Citrus|Чайка Gull
Черника Bilberry|Шаги Steps|Шмель Bumblebee|Эхо Echo|Юла Whirligig|Якорь Anchor|Яблоня Orchard|Янтарь Amber|Ясень Ash
"""

# Kinds of clients: how many, months between orders, orders in a month with any, roubles an order, months bought in.
# The months are a window on the two years; a client of a kind buys only inside it.
KINDS = [
    (8, 1.0, 2, 29_000, (0, 24)),  # the pillars
    (2, 1.0, 2, 34_000, (0, 20)),  # pillars gone quiet four months ago
    (5, 2.0, 1, 62_000, (0, 24)),  # large, every other month
    (2, 1.1, 1, 48_000, (0, 14)),  # large, lost ten months ago
    (2, 7.0, 1, 185_000, (0, 24)),  # large and rare
    (1, 0.0, 1, 640_000, (9, 10)),  # one large order and nothing since
    (11, 1.0, 1, 7_400, (0, 24)),  # middling and regular
    (13, 2.3, 1, 15_500, (0, 24)),  # middling, now and then
    (6, 6.5, 1, 52_000, (0, 24)),  # middling and rare
    (14, 1.1, 1, 1_500, (0, 24)),  # small and regular
    (3, 1.0, 1, 1_900, (12, 24)),  # small, regular since last year
    (19, 2.6, 1, 2_300, (0, 24)),  # small, now and then
    (10, 7.0, 1, 2_600, (0, 24)),  # small and rare
    (13, 0.0, 1, 2_900, (0, 22)),  # small, one order
    (1, 1.0, 2, 78_000, (22, 24)),  # newcomers: large,
    (3, 1.0, 1, 62_000, (22, 24)),  # middling
    (6, 1.0, 1, 3_100, (22, 24)),  # and small
]

CENT = Decimal("0.01")
# Pieces of one product that an office takes at once, as a rule.
QUANTITY_MAX = 60
# Products that are taken when there is no other way to a large sum: coffee and cartridges.
DEAR = [0, 4]


def month_start(index):
    """The first day of a month, counted from the first one."""
    months = FIRST.year * 12 + FIRST.month - 1 + index
    return datetime.date(months // 12, months % 12 + 1, 1)


def working_days(month):
    """Days of a month on which the firm sells; the long holiday of January is none."""
    day, end = month_start(month), month_start(month + 1)
    days = []
    while day < end:
        if day.weekday() < 5 and not (day.month == 1 and day.day < 9):
            days.append(day)
        day += datetime.timedelta(days=1)
    return days


def season(month):
    """Offices order more before the year ends and less in summer."""
    return {12: 1.35, 11: 1.15, 1: 0.7, 7: 0.85, 8: 0.8}.get(month_start(month).month, 1.0)


def active_months(rng, gap, window):
    """The months in which a client buys; a gap of nought means once."""
    first, end = window
    if gap == 0:
        return [rng.randrange(first, end)]
    if gap <= 1:
        return list(range(first, end))
    months, month = [], first + rng.random() * min(gap, 3)
    while month < end:
        months.append(int(month))
        month += gap * rng.uniform(0.6, 1.4)
    return sorted(set(months))


def order_lines(rng, value):
    """Products of an order whose sum is about `value`: product, quantity, amount in roubles."""
    count = 1 if value < 4_000 else rng.choice([1, 1, 2])
    discount = Decimal("0.95") if value > 30_000 else Decimal(1)
    # Nobody orders three hundred packs of sugar: large sums are made of dear things.
    likely = [index for index, row in enumerate(PRODUCTS) if value / count / float(row[2]) < QUANTITY_MAX]
    lines = []
    for product in rng.sample(likely if len(likely) >= count else DEAR, count):
        price = Decimal(PRODUCTS[product][2])
        quantity = max(1, round(value / count / float(price)))
        lines.append((product, quantity, (price * quantity * discount).quantize(CENT, ROUND_HALF_EVEN)))
    return lines


def make_clients(rng):
    """Clients as (Russian name, English name, kind), in an order that says nothing of their kinds."""
    names = [pair.rsplit(" ", 1) for pair in NAMES.strip().replace("\n", "|").split("|")]
    rng.shuffle(names)
    clients = []
    for kind in [kind for kind in KINDS for _ in range(kind[0])]:
        russian, english = names[len(clients)]
        trade_ru, trade_en = TRADES[len(clients) % len(TRADES)]
        # Accounting programs write the legal form and straight quotes; people write neither.
        name_ru = f'ООО "{russian}"' if len(clients) % 7 == 3 else f"{trade_ru} «{russian}»"
        clients.append((name_ru, f"{english} {trade_en}", kind))
    return clients, [names[len(clients)], names[len(clients) + 1]]


def make_sales(rng):
    """Sales as (day, order key, client or None, product, quantity, amount), in order of days."""
    clients, spare = make_clients(rng)
    orders = []
    for name_ru, name_en, (_, gap, per_month, value, window) in clients:
        client = (name_ru, name_en)
        size = value * rng.uniform(0.75, 1.3)
        for month in active_months(rng, gap, window):
            for _ in range(per_month):
                day = rng.choice(working_days(month))
                lines = order_lines(rng, size * season(month) * rng.uniform(0.8, 1.2))
                orders.append((day, client, lines))

    # Goods sent back: part of an order, some days later.
    for day, client, lines in rng.sample([order for order in orders if order[0] < LAST - datetime.timedelta(30)], 14):
        product, quantity, amount = lines[0]
        back = max(1, quantity // 4)
        refund = (amount / quantity * back).quantize(CENT, ROUND_HALF_EVEN)
        orders.append((day + datetime.timedelta(rng.randrange(3, 12)), client, [(product, -back, -refund)]))

    # Two clients without value: one sent everything back, one sent back what was bought before the first day.
    for (name, english), (offset, lines) in zip(
        spare,
        [(300, [(4, 3, Decimal("8370.00"))]), (6, [(0, -2, Decimal("-2900.00"))])],
    ):
        client = (f"Офис «{name}»", f"{english} Office")
        day = FIRST + datetime.timedelta(offset)
        orders.append((day, client, lines))
        if offset == 300:
            orders.append((day + datetime.timedelta(6), client, [(p, -q, -a) for p, q, a in lines]))

    # Sold over the counter: no client was written down.
    for _ in range(11):
        day = rng.choice(working_days(rng.randrange(MONTHS)))
        orders.append((day, None, order_lines(rng, rng.uniform(800, 4_000))))

    # The last day has a sale, so that the last month is whole.
    orders.append((LAST, (clients[0][0], clients[0][1]), order_lines(rng, 21_000)))

    orders.sort(key=lambda order: (order[0], order[1] or ("", "")))
    number = 1041
    for day, client, lines in orders:
        number += 1
        for product, quantity, amount in lines:
            yield day, number, client, product, quantity, amount


def russian_number(amount):
    """12 345,67 with no-break spaces."""
    return f"{amount:,.2f}".replace(",", "\u00a0").replace(".", ",")


def quoted(text, separator):
    """A cell of a CSV file."""
    if '"' in text or separator in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def write_russian(sales, path):
    rows = [
        "Отчёт по продажам;;;;;",
        f"Период: {FIRST:%d.%m.%Y} – {LAST:%d.%m.%Y};;;;;",
        ";;;;;",
        "Дата;Номер заказа;Контрагент;Товар;Количество;Сумма, руб.",
    ]
    for index, (day, number, client, product, quantity, amount) in enumerate(sales):
        date = "" if index == 903 else f"{day:%d.%m.%Y}"
        figure = "по акту" if index == 1310 else russian_number(amount)
        name = quoted(client[0], ";") if client else ""
        rows.append(f"{date};{number};{name};{PRODUCTS[product][0]};{quantity};{figure}")
    rows.append(f"Итого;;;;;{russian_number(sum(sale[5] for sale in sales))}")
    path.write_bytes(("\ufeff" + "\r\n".join(rows) + "\r\n").encode())


def write_english(sales, path):
    rows = ["Date,Order number,Client,Product,Quantity,Amount"]
    total = Decimal(0)
    for index, (day, number, client, product, quantity, amount) in enumerate(sales):
        dollars = (amount / ROUBLES_PER_DOLLAR).quantize(CENT, ROUND_HALF_EVEN)
        total += dollars
        date = "" if index == 903 else day.isoformat()
        figure = "see contract" if index == 1310 else str(dollars)
        name = quoted(client[1], ",") if client else ""
        rows.append(f"{date},{number},{name},{PRODUCTS[product][1]},{quantity},{figure}")
    rows.append(f"Total,,,,,{total}")
    path.write_bytes(("\n".join(rows) + "\n").encode())


# What the firm's managers write: Russian and English word, and how often.
SOURCES = [
    (("Сайт", "Website"), 30, 0.24), (("Рекомендация", "Referral"), 14, 0.46), (("Выставка", "Trade fair"), 12, 0.20),
    (("Холодный звонок", "Cold call"), 26, 0.08), (("Реклама", "Ads"), 12, 0.14), (("сайт", "website"), 4, 0.24),
    (("", ""), 4, 0.2), (("Уже покупал", "I have bought before"), 6, 0.6),
]
REASONS = [
    (("Дорого", "Too expensive"), 34), (("Не отвечает", "Went silent"), 27), (("Выбрали других", "Chose others"), 18),
    (("Отложили", "Put off"), 12), (("Не наш клиент", "Not our client"), 6), (("", ""), 3),
]
MANAGERS = [("Анна", "Anna", 1.15), ("Борис", "Boris", 0.8), ("Вера", "Vera", 1.0)]
GROUPS = [("Кофе", "Coffee", 26000), ("Вода", "Water", 14000), ("Канцелярия", "Stationery", 9000)]
DEALS = 640
# A deal passes from an enquiry to a call, a proposal, a meeting and a sale; share that goes on, and days that it takes.
STEPS = [(0.88, 4), (0.62, 9), (0.58, 18), (0.62, 26)]


def weighted(rng, choices):
    return rng.choices([choice[0] for choice in choices], [choice[1] for choice in choices])[0]


def names_in_deals():
    """All names by their Russian word: clients are called in deals as in the sales, whoever bought nothing likewise."""
    clients, _ = make_clients(random.Random(SEED))
    known = {re.search('[«"](.+)[»"]', name_ru)[1]: (name_ru, name_en) for name_ru, name_en, _ in clients}
    names = [name.split(" ") for name in NAMES.replace("\n", "|").split("|") if name.strip()]
    return [known.get(russian, (f"Студия «{russian}»", f"{english} Studio")) for russian, english in names]


def make_deals(rng):
    """Deals of the same firm, with a day for each stage. Dates are days or None; texts are pairs of both languages."""
    deals, ways = [], {}
    first = LAST - datetime.timedelta(days=425)
    names = names_in_deals()
    for number in range(1, DEALS + 1):
        client = rng.choice(names)
        # A client mostly comes the way it came first.
        own = ways.setdefault(client[0], weighted(rng, [(source, weight) for source, weight, _ in SOURCES[:5]]))
        source = own if rng.random() < 0.8 else weighted(rng, [(source, weight) for source, weight, _ in SOURCES])
        chance = next(chance for known, _, chance in SOURCES if known == source) / 0.2
        manager = rng.choice(MANAGERS)
        group = rng.choice(GROUPS)
        day = first + datetime.timedelta(days=int(420 * rng.random() ** 0.85))
        begun, days, closed, won = day, [], None, None
        for share, takes in STEPS:
            spread = max(0, round(rng.gammavariate(1.6, takes / 1.6)))
            is_over = rng.random() > min(0.97, share * (chance * manager[2]) ** 0.35)
            if is_over:
                closed, won = day + datetime.timedelta(days=spread + rng.randrange(12)), False
                break
            day += datetime.timedelta(days=spread)
            days.append(day)
        else:
            closed, won = days.pop(), True
        days += [None] * (3 - len(days))
        # What lies beyond the last day has not happened yet.
        days = [day if day and day <= LAST else None for day in days]
        if closed and closed > LAST:
            closed, won = None, None
        amount = Decimal(round(group[2] * rng.lognormvariate(0, 0.6), -2))
        reason = weighted(rng, REASONS) if won is False else ("", "")
        # Managers skip a stage now and then.
        if rng.random() < 0.08 and days[1]:
            days[rng.randrange(2)] = None
        deals.append((number, client, begun, days, closed, won, amount, source, manager, reason, group))
    # What occurs in real files: a deal that ends before it begins, one typed twice.
    number, client, begun, days, _, _, amount, source, manager, reason, group = deals[40]
    early = begun - datetime.timedelta(days=3)
    deals[40] = (number, client, begun, [None] * 3, early, False, amount, source, manager, ("Дорого", "Too expensive"), group)
    deals.append(deals[100])
    return deals


def write_deals(deals, path, language):
    """Both languages look as a CRM writes them."""
    headers = [
        ["ID сделки", "Клиент", "Дата создания", "Звонок", "Предложение", "Встреча", "Дата закрытия", "Результат", "Сумма",
         "Источник", "Менеджер", "Причина отказа", "Группа товаров"],
        ["Deal ID", "Client", "Created", "Call", "Proposal", "Meeting", "Close date", "Outcome", "Amount", "Source",
         "Manager", "Lost reason", "Product group"],
    ][language]
    outcomes = [{True: "Выиграна", False: "Проиграна", None: ""}, {True: "Won", False: "Lost", None: ""}][language]
    separator = ";,"[language]

    def day_of(day):
        if not day:
            return ""
        return day.isoformat() if language else day.strftime("%d.%m.%Y")

    rows = [separator.join(headers)]
    for number, client, begun, days, closed, won, amount, source, manager, reason, group in deals:
        money = (amount / ROUBLES_PER_DOLLAR).quantize(Decimal(1), ROUND_HALF_EVEN) if language else amount
        cells = [
            str(number), client[language], day_of(begun), *map(day_of, days), day_of(closed), outcomes[won], str(money),
            source[language], manager[language], reason[language], group[language],
        ]
        rows.append(separator.join(quoted(cell, separator) for cell in cells))
    end = "\n" if language else "\r\n"
    path.write_bytes((("" if language else "\ufeff") + end.join(rows) + end).encode())


def main():
    folder = pathlib.Path(__file__).resolve().parent.parent / "public" / "samples"
    folder.mkdir(parents=True, exist_ok=True)
    sales = list(make_sales(random.Random(SEED)))
    write_russian(sales, folder / "sales-ru.csv")
    write_english(sales, folder / "sales-en.csv")
    # Of its own, so that the sales stay what they are.
    deals = make_deals(random.Random(SEED + 1))
    write_deals(deals, folder / "deals-ru.csv", 0)
    write_deals(deals, folder / "deals-en.csv", 1)


if __name__ == "__main__":
    main()
