#!/usr/bin/env bash
# Names of areas come back with spaces before them, so that they match none of those given.
#
# Tool: pytauargus 0.6.0 with its extra "dataframe" (PyPI). Date: 2026-11-30.
# Expected: the protected table names the areas as the data did, "Dover" (a result is there to be joined to the rest).
# Seen: "  Dover" beside "Ashford": the names are filled up to the longest.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check "pytauargus[dataframe]==0.6.0" pandas==3.1.1
env/bin/python -W ignore - <<'PY'
import sys

from pytauargus import protect

counts = {("Ashford", "Yes"): 3, ("Ashford", "No"): 40, ("Dover", "Yes"): 12, ("Dover", "No"): 50}
children = {"Area": [], "Seen": [], "Children": []}
for (area, seen), count in counts.items():
    children["Area"] += [area] * count
    children["Seen"] += [seen] * count
    children["Children"] += [1.0] * count
table = protect(children, ["Area", "Seen"], response="Children", safety_rules="FREQ(6,20)", workdir="work").tables[0]
names = sorted(set(table.dataframe()["Area"]))
print(names)
if names != ["  Dover", "Ashford", "Total"]:
    sys.exit("CHANGED: on 2026-11-30 the names were '  Dover', 'Ashford', 'Total'")
print("as described")
PY
