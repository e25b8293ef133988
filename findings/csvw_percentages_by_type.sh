#!/usr/bin/env bash
# "76.3%" is a number in a column of type decimal, an error in one of type number, double or float.
#
# Tool: csvw 4.1.1 (PyPI). Date: 2026-11-30.
# Expected: 0.763 for each (W3C, Model for Tabular Data, 6.4.2: numeric types may end in a percent sign, and the value is
# divided by 100).
# Seen: 0.763 for decimal, ValueError for the others.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check csvw==4.1.1
env/bin/python -W ignore - <<'PY'
import sys

from csvw import Datatype


def read(kind):
    try:
        return float(Datatype.fromvalue(kind).parse("76.3%"))
    except ValueError:
        return "ValueError"


seen = {kind: read(kind) for kind in ("decimal", "number", "double", "float")}
print(seen)
if seen != {"decimal": 0.763, "number": "ValueError", "double": "ValueError", "float": "ValueError"}:
    sys.exit("CHANGED: on 2026-11-30 only decimal was read")
print("as described")
PY
