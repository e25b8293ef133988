"""What is wrong with what the user wrote: collected, so that one report names everything at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LONGEST_NAME = 200
NO_CONTROL = ("text without control characters", "delete them, or type the text anew")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing the user can mend: where it stands, what was found, what is allowed, what to do."""

    where: str
    found: str
    allowed: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}\n    found:   {self.found}\n    allowed: {self.allowed}\n    remedy:  {self.remedy}"


class ProblemsFound(Exception):
    """Raised with every problem of a stage, once the stage has looked at everything."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(dict.fromkeys(problems))
        super().__init__("\n".join(map(str, self.problems)))


class Report:
    """Collects problems while a stage goes on reading."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, where: str, found: str, allowed: str, remedy: str) -> None:
        """Add one problem and go on."""
        self.problems.append(Problem(where, found, allowed, remedy))

    def raise_if_any(self) -> None:
        """Raise `ProblemsFound` with all that was collected, if anything was."""
        if self.problems:
            raise ProblemsFound(self.problems)


def has_control(text: str) -> bool:
    """Whether the text has characters that show nothing and break a workbook; tabs and line breaks do not."""
    return _CONTROL.search(text) is not None


def without_control(text: str) -> str:
    """The text without such characters."""
    return _CONTROL.sub("", text)


def quoted(text: object, limit: int = 60) -> str:
    """The text in quotes, control characters made visible, cut where a report line would grow absurd."""
    shown = str(text)
    shown = shown if len(shown) <= limit else shown[: limit - 1] + "…"
    return '"' + "".join(c if c.isprintable() else repr(c)[1:-1] for c in shown) + '"'


def listed(names: Iterable[object], limit: int = 12) -> str:
    """`A, B, C`, or the first few and how many more there are."""
    texts = [quoted(name)[1:-1] for name in names]
    more = f" … ({len(texts) - limit} more)" if len(texts) > limit else ""
    return ", ".join(texts[:limit]) + more


def nearest_name(text: str, names: Iterable[str]) -> str | None:
    """Which of the names a mistyped one most likely stands for, if any."""
    return _nearest(text, tuple(names)) if len(text) <= _LONGEST_NAME else None


@lru_cache(maxsize=1024)  # one mistake often stands in every row
def _nearest(text: str, names: tuple[str, ...]) -> str | None:
    by_folded = {name.casefold(): name for name in names}
    close = get_close_matches(text.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def nearest(text: str, names: Iterable[str], otherwise: str) -> str:
    """The remedy for a mistyped name: the nearest allowed one, else `otherwise`."""
    name = nearest_name(text, names)
    return f'did you mean "{name}"?' if name else otherwise


def grouped(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in order, those that differ only in where they stand as one, which says how many there are."""
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.found, problem.allowed, problem.remedy), []).append(problem)
    return [_as_one(group) for group in alike.values()]


def _as_one(group: list[Problem]) -> Problem:
    if len(group) == 1:
        return group[0]
    places = [problem.where for problem in group]
    where = "\n".join(places[:5])
    more = f"\n… and {len(places) - 5} more places, up to {places[-1]}" if len(places) > 5 else ""
    return Problem(where + more, group[0].found, group[0].allowed, group[0].remedy)
