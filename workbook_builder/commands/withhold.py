"""`withhold`: what a public edition would have to withhold, and whether that is proved to be enough.

Nothing is written. What it says is as secret as the figures: it belongs in nothing that is published.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from workbook_builder.commands import Outcome
from workbook_builder.commands.public.past import past_of
from workbook_builder.commands.words import counts
from workbook_builder.project import Project
from workbook_builder.suppression import Decision, Proof, primary, printed, prove, superseded, suppress
from workbook_builder.suppression.rules import settled

_SECRET = "This list is as secret as the figures. It is for the office only, and nothing of it is published."


@dataclass(frozen=True)
class Withheld:
    """Which rows of how many would be withheld, why, and what the proof says of the edition that remains."""

    rows: int
    decision: Decision
    proof: Proof

    @property
    def outcome(self) -> Outcome:
        """The rows with their reasons; something is left to mend where the proof fails."""
        reasons = self.decision.reasons
        lines = [f"Rows:     {self.rows}", f"Withheld: {len(reasons)}"]
        lines += [f"Why:      {counts(Counter(why.value for why in reasons.values()))}"] if reasons else []
        lines += [f"Proof:    {self._proved()}"]
        lines += [f"  {row}: {', '.join(places)}" for row, places in self._listed().items()]
        unmet = tuple(str(problem) for problem in self.decision.problems())
        return Outcome("\n".join(lines), (*unmet, _SECRET), is_done=self.proof.is_safe and not unmet)

    def _listed(self) -> dict[str, list[str]]:
        """The places of what is withheld, by why, indicator and period."""
        by_row: dict[str, list[str]] = {}
        for (name, place, period), why in self.decision.reasons.items():
            by_row.setdefault(f"{why.value}: {name}, {period}", []).append(place)
        return dict(sorted(by_row.items()))

    def _proved(self) -> str:
        if self.proof.is_safe:
            return "no small count can be found out from what is left"
        exposed, unproved = len(self.proof.exposed), len(self.proof.unproved)
        return f"{exposed} small counts can be found out, of {unproved} nothing is proved"


def withhold(folder: Path, edition: str) -> Withheld:
    """What the spec's `suppress` (left out: the preset dfe) withholds of all figures known in an edition.

    Readers have what earlier public editions printed. Raises `ProblemsFound` where the edition cannot be read, or the
    solver is needed and not installed.
    """
    project = Project(folder)
    month = project.find(edition)
    spec = project.spec(month)
    facts = project.known(month, spec).inputs.observations
    past = past_of(project, month, spec).known
    decision = suppress(spec, spec.suppress, facts, past)
    editions = [*past, printed(spec, spec.suppress, month, facts, decision.pattern)]
    demands = primary(spec, facts, settled(spec.suppress)).demands
    outdated = superseded(spec, facts, editions)
    return Withheld(len(facts), decision, prove(spec, spec.suppress, editions, demands, outdated))
