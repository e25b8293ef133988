"""The yardstick: a plain XlsxWriter script that writes given cells with given formats, and does nothing else.

python tests/benchmarks/handwritten.py CELLS.json TARGET.xlsx
"""

import json
import sys

import xlsxwriter


def main(source: str, target: str) -> None:
    """Write every cell of the file of cells."""
    with open(source, encoding="utf-8") as file:
        sheets, formats = json.load(file)
    book = xlsxwriter.Workbook(target)
    made = [book.add_format(properties) for properties in formats]
    for sheet in sheets:
        worksheet = book.add_worksheet(sheet["name"])
        worksheet.set_landscape()
        worksheet.set_paper(9)
        for column, width in enumerate(sheet["widths"]):
            worksheet.set_column_pixels(column, column, width)
        for row, height in enumerate(sheet["heights"]):
            worksheet.set_row(row, height)
        for row, column, kind, value, extra, number in sheet["cells"]:
            if kind == "formula":
                worksheet.write_formula(row, column, extra, made[number], value)
            elif kind == "link":
                worksheet.write_url(row, column, extra, made[number], value)
            elif kind == "text":
                worksheet.write_string(row, column, value, made[number])
            elif kind == "number":
                worksheet.write_number(row, column, value, made[number])
            else:
                worksheet.write_blank(row, column, None, made[number])
        for ranges, word, number in sheet["highlights"]:
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": made[number]}
            worksheet.conditional_format(ranges.split()[0], {**rule, "multi_range": ranges})
    book.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
