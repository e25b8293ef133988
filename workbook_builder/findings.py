"""What a check found implausible: a warning for a person to look at, not a fault that stops the build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Severity(StrEnum):
    """How sure it is that something is wrong; the words are those of SARIF, which other programs read."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Finding:
    """One thing that looks wrong: on which page and row, by which rule, what was found and expected, how far apart.

    `where` names file and row; `accepted` holds the written reason of whoever has looked at it, else "". Where
    what was found and expected are numbers, they are also stated as such, in `unit` (`percent`, `count` ...).
    Findings that say the same in words are the same.
    """

    rule: str
    page: str
    indicator: str
    title: str
    place: str
    period: str
    where: str
    found: str
    expected: str
    difference: str
    accepted: str = ""
    severity: Severity = field(default=Severity.WARNING, compare=False)
    unit: str = field(default="", compare=False)
    found_number: Decimal | None = field(default=None, compare=False)
    expected_number: Decimal | None = field(default=None, compare=False)

    def __str__(self) -> str:
        who = ", ".join(part for part in (self.place, self.period) if part)
        what = " ".join(part for part in (self.indicator, self.title) if part)
        lines = [
            f"{self.rule}: {what} ({who})",
            f"    found:      {self.found}",
            f"    expected:   {self.expected}",
            f"    difference: {self.difference}",
            f"    stands in:  {self.where}",
        ]
        return "\n".join(lines + ([f"    accepted:   {self.accepted}"] if self.accepted else []))


Doubts = Mapping[tuple[str, str], tuple[Finding, ...]]
"""Open warnings about figures, by indicator and place."""


def unaccepted(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that nobody has accepted."""
    return tuple(finding for finding in findings if not finding.accepted)
