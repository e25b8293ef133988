"""The one way in which files are written: whole or not at all, and never over what somebody else wrote meanwhile.

A file is made under a temporary name beside its place, forced to the disk, and moved into its place. What a killed
run leaves behind is known by its name and removed by the next run: it is a stray where nobody holds its lock. Locks
are the operating system's, which ends them with the process; where a file system has none, work goes on without
(then a comparison with what was read still says when a file has changed under our hands).
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path
from time import monotonic, sleep

from workbook_builder.problems import Problem, ProblemsFound

try:
    import fcntl
except ImportError:
    import msvcrt  # Windows

    fcntl = None  # type: ignore[assignment]

_PART = ".part"
_PATIENCE = 10.0
_PAUSE = 0.05


class Unread(Enum):
    """Stands for the former content of a file that is replaced without having been read."""

    UNREAD = "unread"


@contextmanager
def replacing(file: Path, option: str = "", read: bytes | Unread | None = Unread.UNREAD) -> Iterator[Path]:
    """A temporary path beside `file`, moved into its place at the end; `file` is untouched if anything fails.

    `read` is what the caller read there before (None: there was no file): if it is another now, nothing is replaced.
    The mode of the former file is kept. Raises `ProblemsFound` where the file cannot be written, or has changed;
    `option`, if any, names another file.
    """
    place = file.resolve()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _remove_strays(place)
        with _temporary(place) as temporary:
            with _held(temporary):
                yield temporary
                _force(temporary)
            _keep_mode(temporary, place)
            _refuse_changed(file, read)
            temporary.replace(place)
        _force(place.parent)
    except OSError as error:
        other = f", or choose another file with {option}" if option else ""
        remedy = f"close {file.name} if it is open in Excel{other}"
        found = f"it cannot be written ({error.strerror or error})"
        raise ProblemsFound([Problem(str(file), found, "a file that may be replaced", remedy)]) from error


def content(file: Path) -> bytes | None:
    """What stands in a file; None where there is none."""
    return file.read_bytes() if file.exists() else None


@contextmanager
def workshop(place: Path) -> Iterator[Path]:
    """An empty folder beside `place`, from which what was made there is moved to its place; gone at the end.

    Raises OSError where it cannot be made.
    """
    _remove_strays(place)
    folder = Path(tempfile.mkdtemp(prefix=f".{place.name}-", suffix=_PART, dir=place.parent))
    try:
        with _held(folder):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keeps other runs from writing into a folder; waits some seconds for one that does.

    Raises `ProblemsFound` where it goes on for longer.
    """
    until = monotonic() + _PATIENCE
    while True:
        with _held(folder) as is_ours:
            if is_ours:
                yield
                return
        if monotonic() > until:
            found = "another run of workbook-builder is writing into it"
            remedy = "wait until it has ended, then repeat the command"
            raise ProblemsFound([Problem(str(folder), found, "one run at a time", remedy)])
        sleep(_PAUSE)


@contextmanager
def _temporary(place: Path) -> Iterator[Path]:
    """An empty file beside its place; gone at the end, unless it was moved."""
    handle, name = tempfile.mkstemp(prefix=f".{place.name}-", suffix=_PART, dir=place.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
    finally:
        with suppress(OSError):  # Windows keeps a file that is still open
            temporary.unlink(missing_ok=True)


@contextmanager
def _held(path: Path) -> Iterator[bool]:
    """Whether the lock on a file or folder was free and is ours now, until the end."""
    handle = os.open(*_what_is_locked(path))
    try:
        yield _lock(handle, path.is_dir())
    finally:
        os.close(handle)


def _what_is_locked(path: Path) -> tuple[Path, int]:
    """The path itself; on Windows, where no folder can be opened, a file in it that goes when it is closed."""
    if fcntl is None and path.is_dir():
        return path / ".lock", os.O_RDWR | os.O_CREAT | getattr(os, "O_TEMPORARY", 0)
    return path, os.O_RDONLY


def _lock(handle: int, is_folder: bool) -> bool:
    """Take the lock; True also where the file system has none. On Windows an open file is protected as it is."""
    try:
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        elif is_folder:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    except OSError as error:
        return error.errno not in (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
    return True


def _remove_strays(place: Path) -> None:
    """Remove what killed runs left when they were making `place`."""
    name = re.compile(rf"\.{re.escape(place.name)}-[a-z0-9_]{{8}}{re.escape(_PART)}")
    for path in place.parent.iterdir() if place.parent.is_dir() else ():
        if name.fullmatch(path.name):
            with suppress(OSError):  # Windows keeps what is in use
                with _held(path) as is_stray:
                    pass
                if is_stray:
                    shutil.rmtree(path) if path.is_dir() else path.unlink()


def _keep_mode(temporary: Path, place: Path) -> None:
    """A temporary file is its owner's alone: give it the mode of the file that it replaces, or a new file's."""
    temporary.chmod(place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~_umask())


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _force(path: Path) -> None:
    """Have what was written stand on the disk before its name does; a folder cannot be forced everywhere."""
    if path.is_dir() and fcntl is None:
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def _refuse_changed(file: Path, read: bytes | Unread | None) -> None:
    if isinstance(read, Unread):
        return
    if content(file) != read:
        found = "it has changed since it was read: another program saved it just now"
        raise ProblemsFound([Problem(str(file), found, "the file as it was read", "repeat the command")])
