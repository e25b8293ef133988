"""The language of a workbook's properties, which XlsxWriter has no way to state."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

_CORE = "docProps/core.xml"
_END = b"</cp:coreProperties>"
_STATED = re.compile(rb"<dc:language>[^<]*</dc:language>")


def with_language(workbook: bytes, language: str) -> bytes:
    """An .xlsx file of XlsxWriter's with `dc:language` stated, `en-GB` for instance; all else stays as it is.

    The same file and language give the same bytes. Raises ValueError where the file has no such properties.
    """
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook)) as parts, zipfile.ZipFile(made, "w") as out:
        for part in parts.infolist():
            content = parts.read(part)
            out.writestr(part, _stated(content, language) if part.filename == _CORE else content, part.compress_type)
    return made.getvalue()


def _stated(core: bytes, language: str) -> bytes:
    if _END not in core:
        raise ValueError(f"{_CORE} has no end that is known")
    said = f"<dc:language>{language}</dc:language>".encode()
    return _STATED.sub(b"", core).replace(_END, said + _END)
