"""Projects that are spoiled in every way we know of, and odd ones that are not."""

from __future__ import annotations

from tests.spoiled.case import Spoiled
from tests.spoiled.folders import FOLDERS
from tests.spoiled.settings import EDITIONS, STYLES
from tests.spoiled.specs import SPECS
from tests.spoiled.tables import TABLES
from tests.spoiled.workbooks import WORKBOOKS

SPOILED: Spoiled = {**SPECS, **EDITIONS, **STYLES, **TABLES, **WORKBOOKS, **FOLDERS}
