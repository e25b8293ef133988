"""A project as a zip archive, and what was made of it as another."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from workbook_builder.inputs.edition import INPUTS
from workbook_builder.problems import Problem, ProblemsFound
from workbook_builder.specs import SPEC_FILE
from workbook_builder.style_files import FOLDER as STYLES

_MOST_BYTES = 200_000_000


def unpacked(archive: Path, folder: Path) -> None:
    """Unpack the project's own files of an archive, in which it may be a folder. Raises `ProblemsFound`."""
    try:
        with zipfile.ZipFile(archive) as opened:
            if sum(one.file_size for one in opened.infolist()) > _MOST_BYTES:
                raise ProblemsFound([_problem(archive, "more than 200 MB when unpacked")])
            inside = _inside(opened.namelist())
            for one in opened.infolist():
                name = PurePosixPath(one.filename.replace("\\", "/"))
                if one.is_dir() or not name.is_relative_to(inside) or not _is_of_a_project(name.relative_to(inside)):
                    continue
                place = folder / name.relative_to(inside)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(opened.read(one))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise ProblemsFound([_problem(archive, "no zip archive that can be read")]) from error


def _inside(names: Iterable[str]) -> PurePosixPath:
    """The folder of the archive that holds the spec, the outermost; the archive itself where none does."""
    specs = [path for name in names if (path := PurePosixPath(name.replace("\\", "/"))).name == SPEC_FILE]
    return min((path.parent for path in specs), key=lambda path: len(path.parts), default=PurePosixPath())


def _is_of_a_project(name: PurePosixPath) -> bool:
    known = str(name) == SPEC_FILE or name.parts[:1] in ((INPUTS,), (STYLES,))
    return known and ".." not in name.parts and not name.is_absolute()


def _problem(archive: Path, found: str) -> Problem:
    remedy = "choose the project's folder instead, or pack it anew"
    return Problem(archive.name, found, f"a zip archive with {SPEC_FILE}, {INPUTS}/ and {STYLES}/", remedy)


def packed(folder: Path, names: Iterable[str], archive: Path) -> None:
    """Files of a folder as a zip archive."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            made.write(folder / name, name)
