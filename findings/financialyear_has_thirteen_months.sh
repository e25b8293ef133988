#!/usr/bin/env bash
# The months of a financial year are thirteen, with May twice.
#
# Tool: financialyear 1.3 (PyPI). Date: 2026-11-30.
# Expected: twelve months, 04-2023 to 03-2024 (the class's own description of month_list).
# Seen: 04-2023, 05-2023, 05-2023, 06-2023 ... 03-2024: thirteen.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check financialyear==1.3
env/bin/python -W ignore - <<'PY'
import sys

from financialyear import Finyear

months = Finyear("2023-24").month_list()
print(len(months), months)
if len(months) != 13 or months.count("05-2023") != 2:
    sys.exit("CHANGED: on 2026-11-30 there were 13, 05-2023 twice")
print("as described")
PY
