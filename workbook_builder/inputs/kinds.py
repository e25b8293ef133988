"""Says what a file is that was taken for an .xlsx workbook and is none, by its bytes: its name may say anything."""

from __future__ import annotations

import zipfile
from pathlib import Path

_ALLOWED = "an .xlsx workbook"
_SAVE_AS = "open it in Excel and save it as Excel Workbook (*.xlsx)"
_SAVE_AGAIN = "open it in Excel and save it again as Excel Workbook (*.xlsx), or ask for it once more"
_NO_WORKBOOK = "choose the workbook itself, an .xlsx file"
_NO_PASSWORD = "open it in Excel, take the password off (File, Info, Protect Workbook), save it"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_OTHER_OPENINGS = {b"%PDF": "a PDF file", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture"}
_MOST_BYTES = 100_000_000
_PARTS = {
    "xl/workbook.bin": ("a binary Excel workbook (.xlsb)", _SAVE_AS),
    "word/document.xml": ("a Word document", _NO_WORKBOOK),
    "ppt/presentation.xml": ("a PowerPoint presentation", _NO_WORKBOOK),
    "xl/workbook.xml": ("a damaged workbook", _SAVE_AGAIN),
}
_WORKBOOK, _STRICT = "xl/workbook.xml", b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"


def what_it_is(path: Path) -> tuple[str, str, str]:
    """What was found in the place of an .xlsx workbook that can be read, what is allowed, what to do."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES)
    except OSError as error:
        found = "a folder" if path.is_dir() else f"it cannot be read ({error.strerror or error})"
        return found, _ALLOWED, "check that it is a file and may be read"
    found, remedy = _found(path, data)
    return found, _ALLOWED, remedy


def _found(path: Path, data: bytes) -> tuple[str, str]:
    if not data:
        return "an empty file", "copy it again, or ask for it once more"
    if data.startswith(_OLD_OFFICE):
        return _old_office(data)
    if data.startswith(b"PK"):
        return _zipped(path)
    for opening, kind in _OTHER_OPENINGS.items():
        if data.startswith(opening):
            return kind, _NO_WORKBOOK
    return ("no workbook", _NO_WORKBOOK) if b"\0" in data else ("text, as in a CSV file", _SAVE_AS)


def _old_office(data: bytes) -> tuple[str, str]:
    """A file of Office before 2007, or a later one with a password, which hides in such a file."""
    if _named("EncryptedPackage") in data:
        return "a workbook that asks for a password to be opened", _NO_PASSWORD
    is_word = _named("WordDocument") in data
    return ("an old Word document (.doc)", _NO_WORKBOOK) if is_word else ("an old Excel workbook (.xls)", _SAVE_AS)


def _named(part: str) -> bytes:
    return part.encode("utf-16-le")


def _zipped(path: Path) -> tuple[str, str]:
    try:
        with zipfile.ZipFile(path) as parts:
            names = parts.namelist()
            kind = parts.read("mimetype")[:100] if "mimetype" in names else b""
            is_strict = _WORKBOOK in names and _STRICT in parts.read(_WORKBOOK)
    except Exception:  # a damaged archive fails in as many ways as it has parts
        return "a damaged workbook", _SAVE_AGAIN
    if kind.startswith(_OPEN_DOCUMENT):
        return "an OpenDocument file (.ods)", _SAVE_AS
    if is_strict:
        return "a workbook saved as Strict Open XML Spreadsheet", _SAVE_AS
    return next(
        (said for part, said in _PARTS.items() if part in names), ("an archive, but no workbook", _NO_WORKBOOK)
    )
