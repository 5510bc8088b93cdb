#!/usr/bin/env python3
"""Makes the workbooks of tests/fixtures/workbooks. They are committed, so this runs only to change them.

    python3 -m pip install openpyxl==3.1.5 xlwt==1.3.0 odfpy==1.4.1 msoffcrypto-tool
    python3 script/make-workbooks.py

The same sales stand in every kind of file, and in sales.tsv as the text that reading them must give.
"""

import datetime as dt
import zipfile
from pathlib import Path

import msoffcrypto.format.ooxml
import openpyxl
import xlwt
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

OUT = Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "workbooks"

HEADER = ["Дата", "Контрагент", "Номер заказа", "Количество", "Сумма, руб."]
day = dt.date
SALES = [
    (day(2026, 1, 15), "ООО «Ромашка»", "0001", 1, 1500.5),
    (day(2026, 1, 16), 'ООО "Вега"', "0002", 2.5, 0.1 + 0.2),
    (day(2026, 2, 17), "ИП Ветров", "0003", 3, 300),
    (day(2026, 2, 18), "ИП Ветров", "0004", 1.234, 617.25),
    (day(2026, 3, 1), "ООО «Ромашка»", "0005", 1, -49.03),
    (day(2026, 3, 19), "Ячейка\nв две строки", "0006", 10, 1234567.89),
]
TOTAL = sum(row[4] for row in SALES)
TITLES = ["Отчёт по продажам", "Период: 1 квартал 2026"]


def plain(number):
    """What a sheet shows: 15 significant digits, no exponent; three places get a zero that tells the point apart."""
    text = f"{number:.15g}"
    whole, _, places = text.partition(".")
    return text + "0" if len(places) == 3 and whole.lstrip("-") != "0" and len(whole.lstrip("-")) <= 3 else text


def tsv():
    blank = "\t" * (len(HEADER) - 1)
    lines = [TITLES[0] + blank, TITLES[1] + blank, "", "\t".join(HEADER)]
    for date, client, order, quantity, amount in SALES:
        client = '"' + client.replace('"', '""') + '"' if '"' in client else client.replace("\n", " ")
        lines.append("\t".join([date.isoformat(), client, order, plain(quantity), plain(amount)]))
    lines.append("\t".join(["Итого", "", "", "", plain(TOTAL)]))
    return "".join(line + "\n" for line in lines)


def fill(sheet):
    """Titles over merged cells, a blank row, the header, the sales, a total."""
    sheet["A1"], sheet["A2"] = TITLES
    sheet.merge_cells("A1:E1")
    for column, name in enumerate(HEADER, 1):
        sheet.cell(4, column, name)
    for row, sale in enumerate(SALES, 5):
        for column, value in enumerate(sale, 1):
            cell = sheet.cell(row, column, value)
            if isinstance(value, dt.date):
                cell.number_format = "DD.MM.YYYY"
            elif column == 5:
                cell.number_format = '#,##0.00\\ "₽"'
    last = len(SALES) + 5
    sheet.cell(last, 1, "Итого")
    sheet.cell(last, 5, TOTAL)


def xlsx(name, epoch=None):
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    cover = book.active
    cover.title = "Обложка"
    cover["B2"] = "Выгрузка для отдела продаж"
    secret = book.create_sheet("Скрытый")
    secret["A1"], secret["B2"] = "Клиент", "не для чтения"
    secret.sheet_state = "hidden"
    fill(book.create_sheet("Продажи"))
    pivot = book.create_sheet("Свод")
    for row in [["Клиент", 2025, None, 2026, None], [None, "Январь", "Февраль", "Январь", "Февраль"], ["Вега", 1, 2, 3, 4]]:
        pivot.append(row)
    pivot.merge_cells("B1:C1")
    pivot.merge_cells("D1:E1")
    book.save(OUT / name)


def months():
    """Sales on a sheet for each month, one with titles above; beside them notes, and a sheet with a column more."""
    book = openpyxl.Workbook()
    notes = book.active
    notes.title = "Заметки"
    for row in (["Что", "Кому"], ["Позвонить", "Вега"]):
        notes.append(row)
    header = ["Дата", "Контрагент", "Сумма"]
    sheets = {
        "Январь": [header, [day(2026, 1, 15), "Вега", 10], [day(2026, 1, 16), "Ромашка", 20.5], ["Итого", None, 30.5]],
        "Февраль": [["Продажи за февраль"], [], header, [day(2026, 2, 17), "Вега", 40], ["Итого", None, 40]],
        "С товарами": [[*header, "Товар"], [day(2026, 2, 18), "Вега", 7, "Гайка"]],
        "Март": [header, [day(2026, 3, 1), "Астра", 5], [day(2026, 3, 19), "Вега", 1]],
    }
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(OUT / "months.xlsx")


def currencies():
    """Currencies that only formats of numbers name: several in a column, one for some of the cells, none below a year."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["Client", "Date", "Amount", "Paid", 2025],
        ["Vega", day(2026, 1, 15), 100, 90.5, 7],
        ["Lyra", day(2026, 1, 16), 20.5, 0, 8],
        ["Vega", day(2026, 1, 17), 5, "none", None],
        ["Total", None, 125.5, 90.5, 15],
    ):
        sheet.append(row)
    for cell in ("C2", "C5"):
        sheet[cell].number_format = "[$$-409]#,##0.00"
    sheet["C3"].number_format = "#,##0.00\\ [$€-407]"
    sheet["D5"].number_format = '"£"#,##0.00'
    for cell in ("E2", "E3"):
        sheet[cell].number_format = '_-* #,##0.00\\ "₽"_-'
    book.save(OUT / "currencies.xlsx")


def cached():
    """Formulas with the values that Excel saved with them, an error, truth values, times: written as Excel does."""
    sheet = """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:C3"/><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>Клиент</t></is></c><c r="B1" t="str"><f>"Сум"&amp;"ма"</f><v>Сумма</v></c><c r="C1" t="inlineStr"><is><t>Дата</t></is></c></row>
<row r="2"><c r="A2" t="inlineStr"><is><r><t>Ве</t></r><r><t>га</t></r></is></c><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" s="1"><f>TODAY()</f><v>46037.75</v></c></row>
<row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C3" t="d"><v>2026-01-15T00:00:00</v></c></row>
</sheetData></worksheet>"""
    write_package("formulas.xlsx", sheet)


def corners():
    """Two cells in opposite corners: a reader that makes a rectangle of them asks for half a terabyte."""
    sheet = """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>
<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>"""
    write_package("corners.xlsx", sheet)


def write_package(name, sheet):
    main = "http://schemas.openxmlformats.org"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{main}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{main}/package/2006/relationships"><Relationship Id="rId1" Type="{main}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}/spreadsheetml/2006/main" xmlns:r="{main}/officeDocument/2006/relationships"><sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{main}/package/2006/relationships"><Relationship Id="rId1" Type="{main}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{main}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    with zipfile.ZipFile(OUT / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in parts.items():
            archive.writestr(zipfile.ZipInfo(part, (2026, 1, 1, 0, 0, 0)), '<?xml version="1.0" encoding="UTF-8"?>' + text)


def xls():
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Продажи")
    dates, money = xlwt.XFStyle(), xlwt.XFStyle()
    dates.num_format_str, money.num_format_str = "DD.MM.YYYY", "#,##0.00"
    sheet.write_merge(0, 0, 0, 4, TITLES[0])
    sheet.write(1, 0, TITLES[1])
    for column, name in enumerate(HEADER):
        sheet.write(3, column, name)
    for row, sale in enumerate(SALES, 4):
        for column, value in enumerate(sale):
            style = dates if column == 0 else money if column == 4 else xlwt.XFStyle()
            sheet.write(row, column, value, style)
    sheet.write(len(SALES) + 4, 0, "Итого")
    sheet.write(len(SALES) + 4, 4, TOTAL, money)
    book.save(str(OUT / "sales.xls"))


def ods():
    document = OpenDocumentSpreadsheet()
    unseen = Style(name="unseen", family="table")
    unseen.addElement(TableProperties(display="false"))
    document.automaticstyles.addElement(unseen)
    secret = Table(name="Скрытый", stylename="unseen")
    for text in ["a", "b"]:
        row = TableRow()
        for _ in range(2):
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=text))
            row.addElement(cell)
        secret.addElement(row)
    document.spreadsheet.addElement(secret)
    sheet = Table(name="Продажи")

    def add(values, merged=0):
        row = TableRow()
        for value in values:
            if value is None:
                cell = TableCell()
            elif isinstance(value, dt.date):
                cell = TableCell(valuetype="date", datevalue=value.isoformat())
                cell.addElement(P(text=value.strftime("%d.%m.%Y")))
            elif isinstance(value, str):
                cell = TableCell(valuetype="string", **({"numbercolumnsspanned": merged} if merged else {}))
                for line in value.split("\n"):
                    cell.addElement(P(text=line))
            else:
                cell = TableCell(valuetype="currency", currency="RUB", value=repr(value))
                cell.addElement(P(text=f"{value:.2f} ₽"))
            row.addElement(cell)
        if merged:
            row.addElement(CoveredTableCell(numbercolumnsrepeated=merged - 1))
        row.addElement(TableCell(numbercolumnsrepeated=16000))
        sheet.addElement(row)
        return row

    add(TITLES[:1], merged=5)
    noted = add(TITLES[1:])
    note = Annotation()
    note.addElement(P(text="Примечание, не значение"))
    noted.childNodes[0].insertBefore(note, noted.childNodes[0].childNodes[0])
    sheet.addElement(TableRow())
    add(HEADER)
    for sale in SALES:
        add(sale)
    add(["Итого", None, None, None, TOTAL])
    rest = TableRow(numberrowsrepeated=1048000)
    rest.addElement(TableCell(numbercolumnsrepeated=16384))
    sheet.addElement(rest)
    document.spreadsheet.addElement(sheet)
    document.save(str(OUT / "sales.ods"))


def russian(number):
    return f"{number:,.2f}".replace(",", "\u00a0").replace(".", ",")


def html():
    """As 1C saves a report under the name of a workbook: windows-1251, text in every cell, a total."""
    cells = lambda values, tag="td": "".join(f"<{tag}>{value}</{tag}>" for value in values)
    rows = [f'<tr><td colspan="5"><b>{TITLES[0]}</b></td></tr>', f"<tr><td>{TITLES[1]}</td></tr>", "<tr></tr>", f"<tr>{cells(HEADER)}</tr>"]
    for date, client, order, quantity, amount in SALES:
        client = client.replace('"', "&quot;").replace("\n", "<br>")
        text = [date.strftime("%d.%m.%Y"), client, order, f"{quantity:.3f}".replace(".", ","), russian(amount).replace("\u00a0", "&nbsp;")]
        rows.append(f"<tr>{cells(text)}</tr>")
    rows.append(f"<tr><td>Итого</td><td></td><td></td><td></td><td>{russian(TOTAL)}</td></tr>")
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><style>td { border: 1px }</style></head><body><table border=1>\r\n' + "\r\n".join(rows) + "\r\n</table></body></html>"
    (OUT / "sales_html.xls").write_bytes(page.encode("cp1251"))


def xml():
    kinds = {dt.date: "DateTime", str: "String", int: "Number", float: "Number"}
    cell = lambda value: f'<Cell><Data ss:Type="{kinds[type(value)]}">' + (
        value.isoformat() + "T00:00:00.000" if isinstance(value, dt.date) else str(value).replace("&", "&amp;").replace("\n", "&#10;")
    ) + "</Data></Cell>"
    row = lambda values, attributes="": f"<Row{attributes}>" + "".join(map(cell, values)) + "</Row>"
    rows = [f'<Row><Cell ss:MergeAcross="4"><Data ss:Type="String">{TITLES[0]}</Data></Cell></Row>', row(TITLES[1:]), row(HEADER, ' ss:Index="4"')]
    rows += [row(sale) for sale in SALES]
    rows.append(f'<Row>{cell("Итого")}<Cell ss:Index="5"><Data ss:Type="Number">{TOTAL!r}</Data></Cell></Row>')
    text = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Продажи"><Table>' + "".join(rows) + "</Table></Worksheet></Workbook>"
    (OUT / "sales_xml.xls").write_text(text, encoding="utf-8")


def others():
    with zipfile.ZipFile(OUT / "archive.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("sales.csv", (2026, 1, 1, 0, 0, 0)), tsv())
    with zipfile.ZipFile(OUT / "document.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        for part in ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]:
            archive.writestr(zipfile.ZipInfo(part, (2026, 1, 1, 0, 0, 0)), "<a/>")
    whole = (OUT / "sales.xlsx").read_bytes()
    (OUT / "cut_off.xlsx").write_bytes(whole[: len(whole) // 2])
    with (OUT / "sales.xlsx").open("rb") as plain, (OUT / "locked.xlsx").open("wb") as locked:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("secret", locked)
    (OUT / "renamed.csv").write_bytes(whole)


OUT.mkdir(parents=True, exist_ok=True)
(OUT / "sales.tsv").write_text(tsv(), encoding="utf-8")
xlsx("sales.xlsx")
xlsx("sales_1904.xlsx", epoch=openpyxl.utils.datetime.CALENDAR_MAC_1904)
cached()
months()
currencies()
corners()
xls()
ods()
html()
xml()
others()
