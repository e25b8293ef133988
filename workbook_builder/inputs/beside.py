"""What lies in `inputs/` beside the folders of editions: nothing that may hold figures is passed over in silence.

An edition is lost by its folder's name alone (`2024-11 (copy)`, `Nov 2024`, `November`), and a table by lying beside
the folders. Folders that say that they are set aside (`archive`) or hold no table are let alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from workbook_builder.inputs.edition import EDITION_FILE, INPUTS, editions
from workbook_builder.inputs.strangers import TABLE_ENDINGS, is_ignorable, stem_of
from workbook_builder.inputs.tables import TableForm
from workbook_builder.inputs.workbook import WORKBOOK
from workbook_builder.names import spelt
from workbook_builder.periods import Frequency, Period, named_month, parse_period
from workbook_builder.problems import Report

_SET_ASIDE = re.compile(r"[._~].*|(archived?|archives|old|backups?|superseded|templates?)", re.IGNORECASE)
_PACKED = (".zip", ".7z", ".rar", ".gz", ".json", ".parquet", ".eml", ".msg", ".yaml", ".yml")


def refuse_what_lies_beside(project: Path, forms: Collection[TableForm], report: Report) -> None:
    """Folders that look like an edition, and files that may hold its tables, that would not be read."""
    folder = project / INPUTS
    known = [str(month) for month in editions(project)]
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_dir() and path.name not in known and _is_lost(path, forms):
            report.add(
                f"{INPUTS}/{path.name}",
                "a folder that is not read",
                "a month such as 2024-11",
                _remedy(path.name, known),
            )
        elif path.is_file() and _may_hold_a_table(path, forms):
            allowed, remedy = f"tables in a folder such as {INPUTS}/2024-11", "move it into the folder of its edition"
            report.add(f"{INPUTS}/{path.name}", "a file that is not read", allowed, remedy)


def _is_lost(folder: Path, forms: Iterable[TableForm]) -> bool:
    """Whether a folder is called like an edition, or holds the table of one, at any depth."""
    if _SET_ASIDE.fullmatch(folder.name.strip()):
        return False
    if any(map(str.isdigit, folder.name)):
        return True
    files = {EDITION_FILE, WORKBOOK, *(form.file for form in forms)}
    return any(path.name.casefold() in files for path in folder.rglob("*"))


def _may_hold_a_table(path: Path, forms: Iterable[TableForm]) -> bool:
    if is_ignorable(path):
        return False
    is_called_so = stem_of(path.name) in [form.name for form in forms] or _meant(path.name) is not None
    return is_called_so or path.suffix.casefold() in (*TABLE_ENDINGS, *_PACKED)


def _remedy(name: str, known: Collection[str]) -> str:
    """Which edition's name was meant, unless there is one of that name."""
    month = _meant(name)
    return f"name it {month}" if month and str(month) not in known else "rename it, or move it out of the folder"


def _meant(name: str) -> Period | None:
    """The month of `2024_11`, `Nov 2024` or `2024-11 (copy)`."""
    plain = spelt(name)
    found = parse_period(plain.replace("_", "-")) or named_month(plain)
    return found if found and found.frequency is Frequency.MONTH else None
