"""The output `ods`: the workbook as OpenDocument, as LibreOffice saves it, but for what differs from run to run.

What it loses of the workbook stands in docs/outputs.md.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from workbook_builder.outputs import xlsx
from workbook_builder.pages.publication import Publication
from workbook_builder.problems import Problem, ProblemsFound
from workbook_builder.styles import Looks

_PROGRAMS = ("soffice", "libreoffice")
_ELSEWHERE = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_PATIENCE = 300  # seconds; it takes 5 to 20
_TYPE = "mimetype"
_OF_THE_RUN = re.compile(
    rb"<meta:(?:editing-duration|editing-cycles|print-date|printed-by|initial-creator)>.*?</meta:[\w-]+>"
)
_STYLE = re.compile(rb'<style:style style:name="ConditionalStyle[^>]*(?:/>|(?<!/)>.*?</style:style>)')
_PAGE = re.compile(rb"<style:master-page .*?</style:master-page>")
_LAYOUT = re.compile(rb'<style:page-layout style:name="Mpm.*?</style:page-layout>')
_LAYOUT_USED = re.compile(rb'style:page-layout-name="(Mpm\d+)"')
_LAYOUT_NAME = re.compile(rb'"(Mpm\d+)"')
_THUMBNAIL = re.compile(rb'<manifest:file-entry [^>]*full-path="Thumbnails/[^>]*/>')
_TIME = re.compile(rb"(<(?:meta:creation-date|dc:date)>)[^<]*")


def write(publication: Publication, looks: Looks, file: Path) -> None:
    """Write it at `file`. Raises `ProblemsFound` where LibreOffice is not installed or does not convert it."""
    program = libreoffice()
    with TemporaryDirectory() as folder:
        workbook = Path(folder) / "workbook.xlsx"
        xlsx.write(publication, looks, workbook)
        converted = _converted(program, workbook)
        _write_lasting(converted, file, f"{publication.published.isoformat()}T00:00:00")


def libreoffice() -> str:
    """The program. Raises `ProblemsFound` where there is none."""
    found = [path for path in map(shutil.which, _PROGRAMS) if path] + [p for p in _ELSEWHERE if Path(p).is_file()]
    if not found:
        remedy = "install LibreOffice, or leave ods out of --to"
        raise ProblemsFound([Problem("--to ods", "no LibreOffice on this computer", "the program soffice", remedy)])
    return found[0]


def _converted(program: str, workbook: Path) -> Path:
    """The OpenDocument file beside the workbook, made with a profile of its own, whatever else is open."""
    profile = (workbook.parent / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "ods", "--outdir"]
    made = workbook.with_suffix(".ods")
    try:
        subprocess.run(
            [*command, str(workbook.parent), str(workbook)], capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _not_converted(str(error)) from error
    if not made.is_file():
        raise _not_converted("it wrote no file")
    return made


def _not_converted(why: str) -> ProblemsFound:
    remedy = "try once more, or open the workbook in LibreOffice and save it as .ods"
    return ProblemsFound([Problem("--to ods", f"LibreOffice did not convert the workbook: {why}", "a file", remedy)])


def _write_lasting(converted: Path, file: Path, time: str) -> None:
    """The same parts in a file that has no time but the publication's, and nothing of the run."""
    with ZipFile(converted) as source, ZipFile(file, "w") as target:
        names = [name for name in source.namelist() if not name.endswith("/") and not name.startswith("Thumbnails/")]
        for name in sorted(names, key=lambda name: (name != _TYPE, name)):  # the type comes first, and plain
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_STORED if name == _TYPE else ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, _lasting(name, source.read(name), time.encode("ascii")))


def _lasting(name: str, content: bytes, time: bytes) -> bytes:
    """A part without what differs from run to run: times, and the order of some styles."""
    match name:
        case "meta.xml":
            return _TIME.sub(rb"\g<1>" + time, _OF_THE_RUN.sub(b"", content))
        case "META-INF/manifest.xml":
            return _THUMBNAIL.sub(b"", content)
        case "styles.xml":
            return _in_order(_STYLE, _with_ordered_pages(content))
    return content


def _with_ordered_pages(content: bytes) -> bytes:
    """How sheets are printed, sheet after sheet, with their layouts numbered in that order."""
    used = [found.group(1) for page in sorted(_PAGE.findall(content)) if (found := _LAYOUT_USED.search(page))]
    numbers = {name: f"Mpm{n:03}".encode("ascii") for n, name in enumerate(dict.fromkeys(used), 1)}
    renamed = _LAYOUT_NAME.sub(lambda found: b'"' + numbers.get(found.group(1), found.group(1)) + b'"', content)
    return _in_order(_LAYOUT, _in_order(_PAGE, renamed))


def _in_order(element: re.Pattern[bytes], content: bytes) -> bytes:
    """The content with its elements of a kind in the order of their names, where such elements stood."""
    ordered = iter(sorted(element.findall(content)))
    return element.sub(lambda found: next(ordered), content)
