#!/usr/bin/env bash
# A table named T1 is no table in the file, and a marker of a note that nobody defined becomes a note without a text.
#
# Tool: gptables 2.0.2 (PyPI). Date: 2026-11-30.
# Expected: an error. It is made for workbooks that keep to the guidance of the Government Analysis Function, by which
# each table is marked up and each marker has its note.
# Seen: with the name T1 (like a cell's address) the workbook is written without any table on that sheet; with the marker
# $$note 9$$ and no note 9 the sheet of notes has a row "1" without a text, above the real note, which is "1" as well.
# Both are told by a warning of Python's only. Its file has no title and no language in its properties, either.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check gptables==2.0.2 pandas==3.1.1 openpyxl==3.1.5
env/bin/python -W ignore - <<'PY'
import sys

import gptables
import openpyxl
import pandas


def made(name, marker):
    figures = pandas.DataFrame({"District": ["Ashford", "Dover"], "Plans": [12, 30]})
    sheet = gptables.GPTable(
        table=figures, table_name=name, title="Plans by district", table_notes={1: marker}, index_columns={1: 0}
    )
    notes = pandas.DataFrame({"Note number": ["note 1"], "Note text": ["Plans that were issued."]})
    cover = gptables.Cover(cover_label="Cover", title="Plans", intro=["Of 2024"], contact=["mi@example.gov.uk"])
    gptables.write_workbook("made.xlsx", sheets={"Plans": sheet}, notes_table=notes, cover=cover)
    return openpyxl.load_workbook("made.xlsx")


def notes(book):
    return [[cell.value for cell in row] for row in book["Notes"].iter_rows(min_row=4)]


book = made("Plans_by_district", "$$note 1$$")
seen = {
    "a usual name": list(book["Plans"].tables),
    "its notes": notes(book),
    "title and language": [book.properties.title, book.properties.language],
    "the name T1": list(made("T1", "$$note 1$$")["Plans"].tables),
    "an undefined note": notes(made("Plans_by_district", "$$note 9$$")),
}
described = {
    "a usual name": ["Plans_by_district"],
    "its notes": [[1, "Plans that were issued."]],
    "title and language": [None, None],
    "the name T1": [],
    "an undefined note": [[1, None], [1, "Plans that were issued."]],
}
print(seen)
if seen != described:
    sys.exit(f"CHANGED: on 2026-11-30 it was {described}")
print("as described")
PY
