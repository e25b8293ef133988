"""What a spoiled project is: how the small one is spoiled, and the problems that one report must then name."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.small import SmallProject

SPEC = "indicator_specs.yaml"
STYLE = "styles/kent.yaml"
PLANS = "indicators → PLANS"
LONG = "x" * 40_000
CUT = f"{'x' * 59}…"
NO_CONTROL = ("text without control characters", "delete them, or type the text anew")
BROKEN = ("valid YAML", "check indents, colons and quotes there")

Spoil = Callable[[SmallProject], object]
Told = tuple[str, ...]
"""Where a problem is and what was found and, where that is said here only, what is allowed and what to do."""
Spoiled = dict[str, tuple[Spoil, list[Told]]]


def replaced(file: str, old: str, new: str) -> Spoil:
    """Another passage in the place of one of a file."""
    return lambda small: small.change(file, old, new)


def added(file: str, text: str) -> Spoil:
    """Text at the end of a file."""
    return lambda small: small.write(file, small.text(file) + text)


def written(file: str, data: str | bytes) -> Spoil:
    """Another file in the place of one."""
    return lambda small: small.write(file, data)


def removed(file: str) -> Spoil:
    """A file that is not there."""
    return lambda small: (small.folder / file).unlink()


def a_folder(file: str) -> Spoil:
    """A folder in the place of a file."""

    def spoil(small: SmallProject) -> None:
        (small.folder / file).unlink(missing_ok=True)
        (small.folder / file).mkdir(parents=True)

    return spoil


def at(line: int, trail: str = "", file: str = SPEC) -> str:
    """Where a report says that a value stands."""
    return f"{file}, line {line}" + (f": {trail}" if trail else "")
