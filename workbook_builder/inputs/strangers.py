"""What stands in a folder of inputs and is not read: nothing there is passed over in silence.

A table may be lost by its name alone (`targets.csv.txt`, `Targets.csv`, a sheet called Sheet1), and with it every
rating. So each file and sheet is read, or is known to hold no figures (`is_ignorable`), or is told by name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from workbook_builder.inputs.edition import EDITION_FILE, PUBLIC_FILE
from workbook_builder.inputs.formats import FORMATS, files_of
from workbook_builder.inputs.tables import TableForm
from workbook_builder.inputs.workbook import NOTES, WORKBOOK
from workbook_builder.problems import Report, listed, nearest

COLLECTED = "collected"
_OF_PROGRAMS = re.compile(r"\..*|~\$.*|(eh)?thumbs\.db|desktop\.ini", re.IGNORECASE)
_NOTES = re.compile(rf"{NOTES.pattern}(\.(txt|md|docx|pdf))?", re.IGNORECASE)
_WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".xltx", ".ods", ".fods", ".numbers")
_TEXTS = (".csv", ".txt", ".tsv", ".tab")
TABLE_ENDINGS = (*_WORKBOOKS, *_TEXTS)
_MOVE = "move it out of the folder"


def is_ignorable(path: Path) -> bool:
    """Whether a file holds no figures: an editor's lock, a system's file (`.DS_Store`), a README or notes."""
    known = _OF_PROGRAMS.fullmatch(path.name) or (_NOTES.fullmatch(path.name) and not path.is_dir())
    return bool(known) or (path.name == COLLECTED and path.is_dir())


def refuse_strangers(
    folder: Path, shown: str, forms: Collection[TableForm], known: Collection[str], report: Report
) -> None:
    """Files of an edition's folder, and sheets of its workbook, that are neither read nor ignorable.

    `shown` is the folder's name for messages, `known` are the other files that are read; what the public edition
    printed is no input that anybody writes.
    """
    files = [*known, *files_of([form.name for form in forms])]
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in files and not is_ignorable(path):
            allowed = f"files; of folders {COLLECTED}/ only"
            report.add(f"{shown}/{path.name}", "a folder that is not read", allowed, _MOVE)
        elif path.name not in (*files, PUBLIC_FILE) and not is_ignorable(path):
            report.add(
                f"{shown}/{path.name}", "a file that is not read", listed(files), _file_remedy(path.name, forms)
            )
    needed = {form.name: form.columns[: form.needed] for form in forms}
    for format_ in FORMATS:
        for file in sorted({format_.file(form.name) for form in forms}):
            if (folder / file).is_file():
                format_.refuse(folder / file, f"{shown}/{file}", needed, report)


def stem_of(name: str) -> str:
    """`targets` of ` Targets.csv.txt`."""
    return name.partition(".")[0].strip().casefold()


def _file_remedy(name: str, forms: Iterable[TableForm]) -> str:
    """How a file becomes one that is read: by another name, or saved in another way."""
    files = {form.name: form.file for form in forms}
    stem, ending = stem_of(name), Path(name).suffix.casefold()
    if stem == Path(WORKBOOK).stem:
        return f"save it as Excel Workbook (*.xlsx) under the name {WORKBOOK}, or {_MOVE}"
    if stem not in files:
        return nearest(name, [*files.values(), WORKBOOK, EDITION_FILE], _MOVE)
    if name.strip().casefold() == files[stem]:
        return f"rename it to {files[stem]}, or {_MOVE}"
    sheet = f", or make it the sheet {stem} of {WORKBOOK}" if ending in _WORKBOOKS else ""
    return f'save it as "CSV UTF-8" under the name {files[stem]}{sheet}, or {_MOVE}'
