"""Projects that are spoiled in every way we know of, and odd ones that are not."""

from __future__ import annotations

from tests.support.spoiled.case import Spoiled
from tests.support.spoiled.folders import FOLDERS
from tests.support.spoiled.settings import EDITIONS, STYLES
from tests.support.spoiled.specs import SPECS
from tests.support.spoiled.tables import TABLES
from tests.support.spoiled.workbooks import WORKBOOKS

SPOILED: Spoiled = {**SPECS, **EDITIONS, **STYLES, **TABLES, **WORKBOOKS, **FOLDERS}
