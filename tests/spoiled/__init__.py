"""Projects that are spoiled in every way we know of, and odd ones that are not."""

from __future__ import annotations

from tests.spoiled.case import Spoiled
from tests.spoiled.folders import FOLDERS
from tests.spoiled.tables import TABLES
from tests.spoiled.workbooks import WORKBOOKS
from tests.spoiled.yaml_files import EDITIONS, SPECS, STYLES

SPOILED: Spoiled = {**SPECS, **EDITIONS, **STYLES, **TABLES, **WORKBOOKS, **FOLDERS}
