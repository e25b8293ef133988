#!/usr/bin/env bash
# With labels="both" each figure is written twice, "76.0: 76.0", and a missing one becomes the text <NA>.
#
# Tool: pysdmx 1.21.0 with its extra "data" (PyPI). Date: 2026-11-30.
# Expected: "E10000016: Kent" for a coded dimension (pysdmx's own words for "both": 'a string id: name is written'), and a
# figure, which has no name, as it is; nothing for a missing one.
# Seen: "E10000016: E10000016", "76.0: 76.0", "<NA>: <NA>"; read back, the missing figure is the text "<NA>".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check "pysdmx[data]==1.21.0"
env/bin/python -W ignore - <<'PY'
import sys

import pandas
from pysdmx.io import read_sdmx, write_sdmx
from pysdmx.io.format import Format
from pysdmx.io.pd import PandasDataset
from pysdmx.model import Code, Codelist, Concept, DataType
from pysdmx.model.dataflow import Component, Components, Role, Schema

areas = Codelist("AREAS", name="Areas", agency="X", items=[Code("E10000016", name="Kent"), Code("E07000105", name="Ashford")])
area = Component("AREA", True, Role.DIMENSION, Concept("AREA", name="Area"), DataType.STRING, local_codes=areas)
figure = Component("OBS_VALUE", False, Role.MEASURE, Concept("OBS_VALUE", name="Figure"), DataType.DECIMAL)
structure = Schema("datastructure", "X", "FIGURES", Components([area, figure]), "1.0")
data = pandas.DataFrame({"AREA": ["E10000016", "E07000105"], "OBS_VALUE": ["76.0", None]})
written = write_sdmx(PandasDataset(structure=structure, data=data), Format.DATA_SDMX_CSV_2_0_0, labels="both")
cells = [line.split(",")[-2:] for line in written.strip().splitlines()[1:]]
again = read_sdmx(written).data[0].data["OBS_VALUE"].tolist()
print(cells, again)
if cells != [["E10000016: E10000016", "76.0: 76.0"], ["E07000105: E07000105", "<NA>: <NA>"]] or again != ["76.0", "<NA>"]:
    sys.exit("CHANGED: on 2026-11-30 it was E10000016: E10000016, 76.0: 76.0, <NA>: <NA>")
print("as described")
PY
