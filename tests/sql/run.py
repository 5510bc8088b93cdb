"""Runs the SQL of `examples/sql` in real engines and holds its table against the rules and against `examples/analyze`.

    run.py FOLDER_OF_EXAMPLES [ENGINE…]

For each case and engine: the raw file goes into the engine, the SQL makes daily.csv, which must equal what `expected`
computes from the same cells; then `analyze` must say the same of the raw file and of daily.csv, client by client.
"""

import csv
import datetime
import gzip
import io
import json
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

import expected
from engines import ENGINES, Missing

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
FIXTURE = ROOT / "tests" / "fixtures" / "sql" / "firm.csv"

RETAIL = {"client": "CustomerID", "date": "InvoiceDate", "quantity": "Quantity", "price": "UnitPrice", "order": "InvoiceNo"}
RETAIL_TYPES = {"Quantity": "integer", "UnitPrice": "double", "InvoiceDate": "time"}
FIRM = {"client": 'Клиент "имя"; DROP', "date": "Дата`", "amount": "Сумма, \\руб.", "order": "№ заказа"}
NORTHWIND = {"client": "Контрагент", "date": "Дата", "amount": "Сумма, руб.", "order": "Номер заказа"}
ANNA = {"client": "Заказчик", "date": "Дата", "quantity": "Количество", "price": "Цена за упаковку"}


class Case:
    """A raw file, how it is loaded, and what is asked."""

    def __init__(self, name, path, mapping, encoding="utf-8", separator=",", types=None, date_order="ymd", comma=False, window=None, engines=None):
        self.name, self.path, self.mapping, self.encoding, self.separator = name, path, mapping, encoding, separator
        self.types, self.date_order, self.comma, self.window, self.engines = types or {}, date_order, comma, window, engines

    def cells(self):
        """The header and the rows, as they stand in the file."""
        raw = gzip.open(self.path).read() if self.path.suffix == ".gz" else self.path.read_bytes()
        rows = list(csv.reader(io.StringIO(raw.decode(self.encoding), newline=""), delimiter=self.separator))
        return rows[0], [row for row in rows[1:] if row]

    def sql(self, examples, dialect, query, table):
        settings = [("date_order", self.date_order), ("decimal", "," if self.comma else ".")]
        settings += zip(("from", "to"), map(str, self.window or ()))
        command = [str(examples / "sql"), "--sql", dialect, "--sql-table", table, "--query", query]
        command += [part for field, column in self.mapping.items() for part in ("--map", f"{field}={column}")]
        command += [part for option, value in settings for part in ("--set", f"{option}={value}")]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def cases():
    firm = lambda name, **more: Case(name, FIXTURE, FIRM, separator=";", **more)
    yield firm("firm", date_order="dmy", comma=True)
    yield firm("firm, a window", date_order="dmy", comma=True, window=(datetime.date(2026, 1, 10), datetime.date(2026, 3, 3)))
    without_orders = {field: column for field, column in FIRM.items() if field != "order"}
    yield Case("firm, no order ids", FIXTURE, without_orders, separator=";", date_order="dmy", comma=True)
    factors = {**without_orders, "quantity": "Кол-во", "price": "Цена"}
    del factors["amount"]
    yield Case("firm, quantity × price", FIXTURE, factors, separator=";", date_order="dmy", comma=True)
    if not DATA.is_dir():
        print("  (no data beside the project: only the fixture is tried)")
        return
    yield Case("Online Retail", DATA / "online_retail" / "online_retail.csv.gz", RETAIL, types=RETAIL_TYPES)
    few = {"engines": ["duckdb", "postgres", "clickhouse"]}
    yield Case("Northwind", DATA / "ru" / "derived" / "sales_utf8_bom_space.csv", NORTHWIND, "utf-8-sig", ";", date_order="dmy", comma=True, **few)
    yield Case("AnnaK", DATA / "ru" / "AnnaK_Продажи.csv", ANNA, "windows-1251", ";", date_order="dmy", **few)


def table_of(text):
    """daily.csv as the rows of `expected.daily`."""
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert header == ["client", "date", "sales", "returns", "orders"], header
    units = lambda cell: int(Decimal(cell).scaleb(4).to_integral_exact())
    return [(client, datetime.date.fromisoformat(day), units(sales), units(returns), int(orders)) for client, day, sales, returns, orders in rows]


def analyze(examples, path, *options):
    done = subprocess.run([str(examples / "analyze"), str(path), *options], capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(done.stderr.strip())
    return json.loads(done.stdout)


def knows_daily(examples):
    done = subprocess.run([str(examples / "analyze"), "--table", "daily", "/nonexistent"], capture_output=True, text=True)
    return "cannot be read yet" not in done.stderr and "unknown" not in done.stderr


def same(what, got, wanted):
    if got == wanted:
        return
    if isinstance(got, list) and isinstance(wanted, list):
        missing = [row for row in wanted if row not in got][:3] if len(wanted) < 5000 else "…"
        extra = [row for row in got if row not in wanted][:3] if len(got) < 5000 else "…"
        raise AssertionError(f"{what}: {len(got)} rows, {len(wanted)} wanted\n    lacks {missing}\n    has {extra}")
    raise AssertionError(f"{what}: {got!r}, wanted {wanted!r}")


class Prepared:
    """What is the same for every engine: the cells as UTF-8, the wanted table, what `analyze` says of the raw file."""

    def __init__(self, case, folder, examples):
        header, rows = case.cells()
        self.columns = [(name, case.types.get(name, "text")) for name in header]
        self.path = folder / "raw.csv"
        with self.path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        places = {field: header.index(column) for field, column in case.mapping.items()}
        self.table, self.account = expected.daily(rows, places, case.date_order, case.comma, case.window)
        self.raw = None
        if knows_daily(examples):
            names = [part for field, column in case.mapping.items() for part in ("--map", f"{field}={column}")]
            # Fields that are not asked for must not be found, as the daily table lacks them too.
            names += [part for field in ("amount", "order") if field not in case.mapping for part in ("--map", f"{field}=")]
            window = [part for key, day in zip(("from", "to"), case.window or ()) for part in ("--set", f"{key}={day}")]
            settings = ["--set", f"date_order={case.date_order}", "--set", f"decimal={',' if case.comma else '.'}"]
            self.raw = analyze(examples, self.path, *names, *window, *settings)
            self.window = window


def check(case, prepared, engine, folder, examples):
    table = 'sales "2026"; --' if case.path == FIXTURE else "sales"
    name = '"' + table.replace('"', '""') + '"'
    engine.load(prepared.path, table, prepared.columns)
    text = engine.daily(case.sql(examples, engine.name, "export", name))
    # Engines order names by their own rules; the table is the same in any order.
    same("daily table", sorted(table_of(text)), sorted(prepared.table))
    account = engine.row(case.sql(examples, engine.name, "account", name))
    account["total"] = int(Decimal(account["total"]).scaleb(4))
    same("account", {key: int(value) for key, value in account.items()}, prepared.account)
    if prepared.raw is None:
        return "table"
    daily = folder / "daily-read.csv"
    daily.write_text(text, encoding="utf-8", newline="")
    read = analyze(examples, daily, "--table", "daily", *prepared.window)
    same("rows read", read["import"]["rows_used"], len(prepared.table))
    same("total", read["import"]["total"], prepared.raw["import"]["total"] if not case.window else read["import"]["total"])
    for part in prepared.raw["abc_xyz"]:
        same(part, read["abc_xyz"][part], prepared.raw["abc_xyz"][part])
    return f"table and {len(prepared.raw['abc_xyz']['clients'])} clients"


def main():
    examples, wanted = Path(sys.argv[1]).resolve(), sys.argv[2:] or [engine.name for engine in ENGINES]
    with tempfile.TemporaryDirectory(prefix="sql-") as folder:
        folder = Path(folder)
        prepared = []
        for number, case in enumerate(cases()):
            (folder / str(number)).mkdir()
            prepared.append((case, Prepared(case, folder / str(number), examples)))
        if prepared[0][1].raw is None:
            print("  (analyze cannot read tables of kind daily yet: only the tables are compared)")
        failures = 0
        for kind in (engine for engine in ENGINES if engine.name in wanted):
            try:
                place = folder / kind.name
                place.mkdir()
                engine = kind(place)
            except (Missing, ImportError) as reason:
                print(f"  {kind.name}: SKIPPED, {reason}")
                continue
            for case, ready in prepared:
                if case.engines and kind.name not in case.engines:
                    continue
                began = time.monotonic()
                try:
                    outcome = f"equal: {check(case, ready, engine, place, examples)}"
                except Exception as error:  # noqa: BLE001, every engine has its own
                    failures += 1
                    outcome = f"FAILED: {error}"
                print(f"  {kind.name:11}{case.name:26}{time.monotonic() - began:5.1f} s  {outcome}", flush=True)
            engine.close()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
