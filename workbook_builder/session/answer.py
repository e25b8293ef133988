"""What the page asks, and what a recipe gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbook_builder.commands import Outcome
from workbook_builder.commands.stages import Done
from workbook_builder.findings import Finding

Question = Mapping[str, Any]


@dataclass(frozen=True)
class Answer:
    """What a recipe gave: what a command would print, the findings in it, and what only the page needs."""

    outcome: Outcome = field(default_factory=Outcome)
    findings: tuple[Finding, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)


Recipe = Callable[[Path, Question, Done], Answer]
