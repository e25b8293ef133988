#!/usr/bin/env bash
# A no-break hyphen disappears: "2024-25" is read as "202425".
#
# Tools: docx2python 3.7.1 and python-docx 1.2.0 (PyPI). Date: 2026-11-30.
# Expected: a hyphen, as python-docx and LibreOffice 7.4 read it: w:noBreakHyphen is a character of the text (ECMA-376 part 1,
# 17.3.3.18), typed in Word with Ctrl+Shift+hyphen so that a year does not break over two lines.
# Seen: "Target for 202425 met".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check docx2python==3.7.1 python-docx==1.2.0
env/bin/python -W ignore - <<'PY'
import sys

import docx
from docx.oxml import OxmlElement
from docx2python import docx2python

document = docx.Document()
paragraph = document.add_paragraph("Target for 2024")
paragraph.runs[0]._r.append(OxmlElement("w:noBreakHyphen"))
paragraph.add_run("25 met")
document.save("report.docx")
seen = [docx2python("report.docx").text.strip(), docx.Document("report.docx").paragraphs[0].text]
print(seen)
if seen != ["Target for 202425 met", "Target for 2024-25 met"]:
    sys.exit("CHANGED: on 2026-11-30 docx2python read 202425, python-docx 2024-25")
print("as described")
PY
