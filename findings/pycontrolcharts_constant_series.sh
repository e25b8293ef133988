#!/usr/bin/env bash
# Eight months of the same figure are flagged as out of control, on the side below.
#
# Tool: pycontrolcharts 0.1.2 (PyPI). Date: 2026-11-30.
# Expected: no signal: every point lies on the centre line, none beyond one sigma (the package's rule "4 of 5 points beyond
# 1 sigma" is one of Nelson's, which need points outside the zone). A series at 100% is common in a scorecard.
# Seen: each of them is "4 of 5 points beyond -1 sigma".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check pycontrolcharts==0.1.2
env/bin/python -W ignore - <<'PY'
import sys

from pycontrolcharts import calc_xmr

chart = calc_xmr([100] * 8)
signals = [[signal["description"] for signal in point] for point in chart["violations"]]
print(signals)
if signals != [["4 of 5 points beyond -1 sigma"]] * 8:
    sys.exit("CHANGED: on 2026-11-30 each point had the signal '4 of 5 points beyond -1 sigma'")
print("as described")
PY
