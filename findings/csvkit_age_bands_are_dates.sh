#!/usr/bin/env bash
# A column of age bands, 1-5 and 6-9, becomes dates in 2001.
#
# Tool: csvkit 2.2.0 with agate 1.14.2 (PyPI). Date: 2026-11-30.
# Expected: text: an age band is no date, and no year is named. With a band that cannot be a month and a day, 16-17, in the
# column all of it is text; with --no-inference too.
# Seen: 2001-01-05 and 2001-06-09.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check csvkit==2.2.0 agate==1.14.2
env/bin/python -W ignore - <<'PY'
import json
import subprocess
import sys
from pathlib import Path

Path("bands.csv").write_text("age,children\n1-5,76\n6-9,80\n")
Path("more.csv").write_text("age,children\n1-5,76\n16-17,80\n")


def ages(file, *options):
    said = subprocess.run([Path("env/bin/csvjson"), *options, file], capture_output=True, text=True, check=True)
    return [row["age"] for row in json.loads(said.stdout)]


seen = [ages("bands.csv"), ages("bands.csv", "--no-inference"), ages("more.csv")]
print(seen)
if seen != [["2001-01-05", "2001-06-09"], ["1-5", "6-9"], ["1-5", "16-17"]]:
    sys.exit("CHANGED: on 2026-11-30 the bands were 2001-01-05, 2001-06-09")
print("as described")
PY
