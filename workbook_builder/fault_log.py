"""The log of a fault of ours: what a maintainer needs, and nothing that the user's files say.

It holds the kind of each error, where in which program it arose, the versions and the command's words that are
options; neither the error's own text nor an argument, since figures, texts and names may stand in both.
"""

from __future__ import annotations

import platform
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from workbook_builder import __version__

_LIBRARIES = ("XlsxWriter", "PyYAML", "pydantic", "click", "pandas", "openpyxl")


def write_log(error: BaseException, arguments: Sequence[str]) -> Path | None:
    """Write the log into the system's folder of temporary files; its path, or None where it cannot be written."""
    name = f"workbook-builder-{datetime.now():%Y%m%d-%H%M%S}-"
    try:
        with tempfile.NamedTemporaryFile("w", prefix=name, suffix=".log", encoding="utf-8", delete=False) as file:
            file.write("\n".join(_lines(error, arguments)) + "\n")
    except OSError:
        return None
    return Path(file.name)


def _lines(error: BaseException, arguments: Sequence[str]) -> Iterator[str]:
    yield f"workbook-builder {__version__}, Python {platform.python_version()}, {platform.platform()}"
    yield ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)
    yield "command: " + " ".join(["workbook-builder", *_without_values(arguments)])
    for one in _chain(error):
        yield ""
        yield f"{type(one).__module__}.{type(one).__qualname__}"
        yield from (line.rstrip("\n") for line in traceback.format_tb(one.__traceback__))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error, and those that led to it."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _without_values(arguments: Sequence[str]) -> Iterator[str]:
    """The command and its options; of everything else only that it was there."""
    for position, argument in enumerate(arguments):
        is_word = position == 0 or argument.startswith("-")
        yield argument.partition("=")[0] if is_word else "…"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
