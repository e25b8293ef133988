#!/usr/bin/env bash
# The marks [c], [x] and N/A are read as dates.
#
# Tool: dateparser 1.5.0 (PyPI). Date: 2026-11-30.
# Expected: None: they are no dates in any language; [c] and [x] are the marks that the Government Analysis Function
# recommends for "confidential" and "not available".
# Seen: last Friday, a month ago and last Thursday: with no language given a letter counts as the short name of a day or
# a month. With languages=["en"] they are None.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check dateparser==1.5.0
env/bin/python -W ignore - <<'PY'
import datetime
import sys

import dateparser

settings = {"RELATIVE_BASE": datetime.datetime(2026, 11, 30)}


def read(text, **options):
    found = dateparser.parse(text, settings=settings, **options)
    return found and found.date().isoformat()


seen = {mark: read(mark) for mark in ("[c]", "[x]", "N/A")}
in_english = {mark: read(mark, languages=["en"]) for mark in seen}
print(seen, in_english)
if seen != {"[c]": "2026-11-27", "[x]": "2026-10-30", "N/A": "2026-11-26"} or any(in_english.values()):
    sys.exit("CHANGED: on 2026-11-30 they were 2026-11-27, 2026-10-30, 2026-11-26, and None in English")
print("as described")
PY
