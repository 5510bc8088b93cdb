"""The client × day table computed from the raw cells in exact integers, by the rules and not by SQL."""

import datetime
from decimal import Context, Decimal, ROUND_HALF_EVEN

EXACT = Context(prec=80)


def number(cell, comma):
    digits = "".join(cell.split())
    if not digits:
        return None
    return Decimal(digits.replace(",", ".") if comma else digits)


def units(cell_values):
    """Ten-thousandths of the product of the cells."""
    if None in cell_values:
        return None
    product = Decimal(1)
    for value in cell_values:
        product = EXACT.multiply(product, value)
    return int((EXACT.multiply(product, Decimal(10_000))).to_integral_value(ROUND_HALF_EVEN, EXACT))


def day(cell, order):
    text = cell.strip().split(" ")[0]
    if not text:
        return None
    numbers = [int(part) for part in text.replace("/", "-").replace(".", "-").split("-")]
    if len(text.split("-")[0]) != 4:
        first, second, year = numbers
        numbers = [year, second, first] if order == "dmy" else [year, first, second]
    found = datetime.date(*numbers)
    return found if 1900 <= found.year <= 2200 else None


def daily(rows, columns, date_order="ymd", comma=False, window=None):
    """Rows of (client, day, sales, returns, orders) by client and day, and the account of all rows."""
    sums, loose, orders = {}, set(), {}
    account = dict.fromkeys(["rows_read", "rows_used", "rows_without_date", "rows_outside_window", "rows_without_amount", "rows_without_client", "total"], 0)
    amounts = [columns["amount"]] if "amount" in columns else [columns["quantity"], columns["price"]]
    for row in rows:
        account["rows_read"] += 1
        when = day(row[columns["date"]], date_order)
        if when is None:
            account["rows_without_date"] += 1
            continue
        if window and not window[0] <= when <= window[1]:
            account["rows_outside_window"] += 1
            continue
        amount = units([number(row[column], comma) for column in amounts])
        if amount is None:
            account["rows_without_amount"] += 1
            continue
        client = row[columns["client"]].strip()
        order = row[columns["order"]].strip() if "order" in columns else ""
        account["rows_used"] += 1
        account["rows_without_client"] += client == ""
        account["total"] += amount
        sales, returns = sums.get((client, when), (0, 0))
        sums[client, when] = (sales + max(amount, 0), returns + min(amount, 0))
        if amount > 0:
            if order:
                orders[client, order] = min(when, orders.get((client, order), when))
            else:
                loose.add((client, when))
    begun = {}
    for (client, _), first in orders.items():
        begun[client, first] = begun.get((client, first), 0) + 1
    table = [(client, when, *sums[client, when], begun.get((client, when), 0) + ((client, when) in loose)) for client, when in sorted(sums)]
    return table, account
