"""LibreOffice Calc: recalculates a workbook, and prints it to PDF."""

import shutil
import tempfile
from pathlib import Path

from . import made, run

MISSING = "LibreOffice Calc is not installed (soffice is not on the PATH)"

# LibreOffice trusts the cached values of a file it did not write; 0 = always recalculate on load.
ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def available() -> bool:
    return _program() is not None


def recalculate(path: Path, folder: Path) -> Path:
    """Open the workbook at `path`, recalculate every formula; give back the .xlsx saved below `folder`."""
    return _convert(path, folder, "xlsx:Calc MS Excel 2007 XML", ".xlsx")


def to_pdf(path: Path, folder: Path) -> Path:
    """Print the recalculated workbook at `path`; give back the PDF saved below `folder`."""
    return _convert(path, folder, "pdf:calc_pdf_Export", ".pdf")


def to_accessible_pdf(path: Path, folder: Path) -> Path:
    """Print the document at `path` as PDF/UA; give back the PDF saved below `folder`."""
    options = '{"PDFUACompliance":{"type":"boolean","value":"true"}}'
    return _convert(path, folder, f"pdf:writer_pdf_Export:{options}", ".pdf")


def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _convert(path: Path, folder: Path, target: str, suffix: str) -> Path:
    place = Path(tempfile.mkdtemp(prefix="libreoffice-", dir=folder)).resolve()
    profile = place / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE, encoding="utf-8")
    finished = run(
        [
            _program() or "soffice",
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            target,
            "--outdir",
            place,
            path,
        ]
    )
    shutil.rmtree(profile)
    return made(place / f"{path.stem}{suffix}", finished)
