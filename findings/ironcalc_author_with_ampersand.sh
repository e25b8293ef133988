#!/usr/bin/env bash
# A workbook whose author is "Health & Care" is saved as XML that is not well formed.
#
# Tool: IronCalc 0.9.1 (PyPI ironcalc), file by XlsxWriter 3.3.1. Date: 2026-11-30.
# Expected: docProps/core.xml of the saved copy is XML (ECMA-376 part 2: core properties are an XML part), "&" written as
# &amp;, as IronCalc does in cells, formulas, names of sheets and number formats.
# Seen: <dc:creator>Health & Care</dc:creator>; an XML parser stops there.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check ironcalc==0.9.1 xlsxwriter==3.3.1
env/bin/python - <<'PY'
import sys
import zipfile
from xml.etree import ElementTree

import ironcalc
import xlsxwriter

workbook = xlsxwriter.Workbook("given.xlsx")
workbook.set_properties({"author": "Health & Care"})
workbook.add_worksheet("A & B").write(0, 0, "Health & Care")
workbook.close()


def broken_parts(file):
    """The names of the XML parts of a workbook that a parser refuses."""
    parts = zipfile.ZipFile(file)
    found = []
    for name in (name for name in parts.namelist() if not name.endswith("/")):
        try:
            ElementTree.fromstring(parts.read(name))
        except ElementTree.ParseError:
            found.append(name)
    return found


ironcalc.load_from_xlsx("given.xlsx", "en", "UTC", "en").save_to_xlsx("saved.xlsx")
print("given:", broken_parts("given.xlsx"), "saved:", broken_parts("saved.xlsx"))
if broken_parts("given.xlsx") or broken_parts("saved.xlsx") != ["docProps/core.xml"]:
    sys.exit("CHANGED: on 2026-11-30 docProps/core.xml was broken in the saved file, and nothing else")
print("as described")
PY
