"""What is kept of earlier runs, so that what was read and checked once is not read again: a help, and never needed.

It lies in the user's own folder of caches, never in a project, which others can write into. Each file is found by the
SHA-256 of all that it was made of: the content and names of the files that were read, and the program itself, since
in a checkout a rule may change and no version does. A file that is gone, spoilt, exchanged or cannot be written makes
no difference but time. Nothing is kept of what had problems: what is kept is what `make` returned without raising.

WORKBOOK_BUILDER_KEPT names another folder; `off` keeps nothing.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from workbook_builder.kept.form import read, written

T = TypeVar("T")
SETTING = "WORKBOOK_BUILDER_KEPT"
OFF = "off"
MOST_BYTES = 100_000_000
_PACKAGE = Path(__file__).parents[1]
_ENDING = ".kept"


def kept(kind: str, parts: Iterable[str | bytes], make: Callable[[], T], is_sound: Callable[[], bool]) -> T:
    """What `make` makes of nothing but `parts`, as it was kept, or made now and kept, unless it is not sound."""
    folder = _folder()
    if folder is None:
        return make()
    file = folder / f"{_name(kind, parts)}{_ENDING}"
    with suppress(Exception):  # whatever it is, it is nothing of ours
        found: T = read(_opened(file))
        return found
    made = make()
    if is_sound():
        with suppress(OSError, TypeError):
            _keep(file, written(made))
    return made


def digest(data: Any) -> str:
    """The SHA-256 of frozen data, which tells it from any other."""
    if _folder() is None:
        return ""
    place = id(data)
    if place not in _digests:
        _digests[place] = data, hashlib.sha256(written(data)).hexdigest()
    return _digests[place][1]


_digests: dict[int, tuple[Any, str]] = {}  # with the data itself: another may not come to lie in its place


@cache
def _folder() -> Path | None:
    """The folder of what is kept, which is the user's alone; None where nothing is."""
    setting = os.environ.get(SETTING, "")
    if setting == OFF:
        return None
    folder = Path(setting) if setting else _caches() / "workbook-builder"
    with suppress(OSError, RuntimeError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_own(folder):
            return folder
    return None


def _caches() -> Path:
    """Where programs keep what they can do without."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def _is_own(folder: Path) -> bool:
    """Whether nobody else can put anything into a folder; Windows gives each user one of their own."""
    if sys.platform == "win32":
        return folder.is_dir()
    state = folder.stat()
    return folder.is_dir() and state.st_uid == os.getuid() and not state.st_mode & 0o022


def _name(kind: str, parts: Iterable[str | bytes]) -> str:
    """The SHA-256 of the parts, each with its length before it, so that none can run into the next."""
    digest = hashlib.sha256(_program())
    for part in (kind, *parts):
        data = part.encode(errors="surrogateescape") if isinstance(part, str) else part
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()


@cache
def _program() -> bytes:
    """What tells this program from any other: its place, Python, and the size and time of each of its files."""
    files = sorted(_files(str(_PACKAGE)))
    return repr((str(_PACKAGE), sys.version, files)).encode(errors="surrogateescape")


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name == "__pycache__":
                continue
            if entry.is_dir():
                yield from _files(entry.path)
            else:
                state = entry.stat()
                yield entry.path, state.st_size, state.st_mtime_ns


def _opened(file: Path) -> bytes:
    """What was kept in a file. Raises ValueError where it is not whole, or another's."""
    sum_, _, data = file.read_bytes().partition(b"\n")
    if sum_ != _sum(file, data):
        raise ValueError(file.name)
    with suppress(OSError):
        os.utime(file)
    return data


def _sum(file: Path, data: bytes) -> bytes:
    return hashlib.sha256(file.name.encode() + data).hexdigest().encode()


def _keep(file: Path, data: bytes) -> None:
    """Write a file whole or not at all, and let go of what was not used for longest where there is too much."""
    handle, temporary = tempfile.mkstemp(prefix=".", suffix=_ENDING, dir=file.parent)
    try:
        with open(handle, "wb") as opened:
            opened.write(_sum(file, data) + b"\n" + data)
        os.replace(temporary, file)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    _let_go(file.parent)


def _let_go(folder: Path) -> None:
    known = [(file, file.stat()) for file in folder.glob(f"*{_ENDING}")]
    left = sum(state.st_size for _, state in known) - MOST_BYTES
    for file, state in sorted(known, key=lambda one: one[1].st_mtime):
        if left <= 0:
            return
        file.unlink(missing_ok=True)
        left -= state.st_size
