"""The public edition: what may be told of an edition, decided and proved before any page of it is made.

One gate: behind `make_public` there is only what the edition prints, and everything is made anew from that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from workbook_builder.commands.public.judging import judged
from workbook_builder.commands.public.past import Past, past_of
from workbook_builder.commands.public.refusing import refuse_telling_texts, refuse_unpublishable
from workbook_builder.disclosure.public import disclose_earlier_to_the_public, disclose_to_the_public
from workbook_builder.periods import Period
from workbook_builder.project import Known, Project
from workbook_builder.suppression import Demand, Facts, Publication, printed, suppress
from workbook_builder.suppression.telling import told, told_of_before

__all__ = ["Past", "Public", "make_public", "past_of"]


@dataclass(frozen=True)
class Public:
    """What an edition may tell (`known`), what was `published` of it, and what public editions printed in the `past`.

    `withheld` is how many rows are. For the office: what is `beyond` protection, and what it is `to_know`.
    """

    known: Known
    published: Publication
    past: Past
    withheld: int
    beyond: tuple[Demand, ...] = field(default=(), repr=False)
    to_know: tuple[str, ...] = field(default=(), repr=False)

    @property
    def record(self) -> dict[Path, str]:
        """The file that says what was printed, and its text; none of a draft, which is not published."""
        county = self.known.spec.county
        is_draft = self.known.inputs.edition.is_draft
        return {} if is_draft else {self.past.file: self.past.record(self.published, county)}

    @property
    def counted(self) -> str:
        """`389 of 3,051 rows`."""
        return f"{self.withheld:,} of {len(self.known.inputs.observations):,} rows"


def make_public(project: Project, month: Period, known: Known, may_be_draft: bool = False) -> Public:
    """What an edition may tell the public.

    Raises `ProblemsFound` where it may not be published, or cannot be proved safe.
    """
    spec, inputs = known.spec, known.inputs
    refuse_unpublishable(spec, inputs.edition, may_be_draft)
    past = past_of(project, month, spec)
    decision = suppress(spec, spec.suppress, inputs.observations, past.known)
    published = printed(spec, spec.suppress, month, inputs.observations, decision.pattern)
    past.refuse_correction(published, spec.county)
    to_know = judged(spec, inputs.observations, past.known, published, decision)
    now = told(inputs.observations, published)
    public = disclose_to_the_public(spec, inputs, now, inputs.edition.public_texts)
    earlier = disclose_earlier_to_the_public(known.earlier, _of_before(known, now, past)) if known.earlier else None
    told_now = Known(spec, public, earlier)
    refuse_telling_texts(told_now)
    return Public(told_now, published, past, len(decision.pattern), decision.unmet, to_know)


def _of_before(known: Known, now: Facts, past: Past) -> Facts:
    """What may be told of the rows of the edition before."""
    assert known.earlier is not None
    if known.earlier.known is None:
        return {}
    then = known.earlier.known[1].observations
    return told_of_before(then, known.inputs.observations, now, past.last_of(known.earlier.month))
