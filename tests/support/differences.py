"""Where a printed cell and ours differ: found by a test, or listed in a file with the reason why print is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import yaml

ROWS, REASON = "rows", "reason"


class Difference(NamedTuple):
    """One printed cell that is not ours; the row by page, section, team (if any) and indicator."""

    row: str
    cell: str
    printed: str
    ours: str

    def __str__(self) -> str:
        return f"{self.row}: {self.cell} printed {self.printed!r}, ours {self.ours!r}"


def row_name(*parts: str) -> str:
    """`Kent / annual / EY14`: the parts that are there."""
    return " / ".join(part for part in parts if part)


def read_listed(path: Path) -> dict[Difference, str]:
    """The listed differences, each with its reason; a difference listed twice or without a reason is refused."""
    found: dict[Difference, str] = {}
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
        assert len(str(entry[REASON]).split()) >= 8, f"no reason is given: {entry}"
        for row in entry[ROWS]:
            difference = Difference(row, entry["cell"], entry["printed"], entry["ours"])
            assert difference not in found, f"listed twice: {difference}"
            found[difference] = entry[REASON]
    return found


def unsettled(found: Iterable[Difference], listed: Iterable[Difference]) -> list[str]:
    """What is found but not listed, and what is listed but no longer found."""
    now, known = set(found), set(listed)
    return [f"not listed: {one}" for one in sorted(now - known)] + [f"gone: {one}" for one in sorted(known - now)]
