"""The formats in which an edition's tables may be stated, each in one line: then they are read, and told where not.

A format may keep each table in a file of its own, or all of them in one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from workbook_builder.inputs.csv_files import read_csv, refuse_none
from workbook_builder.inputs.raw import RawTable
from workbook_builder.inputs.workbook import WORKBOOK, read_sheet, refuse_sheets
from workbook_builder.problems import Report


@dataclass(frozen=True, slots=True)
class Format:
    """How tables are kept: `file` and `place` say of a table by its name in which file it is, and where, in words.

    `read` is given the file, its name for messages and that of the table: the table, None where the file has none.
    `refuse` tells of what a file that holds several has beside the tables, given their needed columns by name.
    """

    file: Callable[[str], str]
    place: Callable[[str], str]
    read: Callable[[Path, str, str, Report], RawTable | None]
    refuse: Callable[[Path, str, Mapping[str, tuple[str, ...]], Report], None]


FORMATS = (
    Format("{}.csv".format, "{}.csv".format, read_csv, refuse_none),
    Format(lambda name: WORKBOOK, f"a sheet {{}} in {WORKBOOK}".format, read_sheet, refuse_sheets),
)
"""The first is the one that remedies speak of."""


def files_of(tables: Collection[str]) -> tuple[str, ...]:
    """Every file in which one of the tables may be: first those that hold all of them."""
    return tuple(dict.fromkeys(format_.file(name) for format_ in reversed(FORMATS) for name in tables))
