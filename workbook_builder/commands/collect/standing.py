"""What stands in an edition now: its texts by indicator, the figures beside them, and what was collected before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from workbook_builder.commands.collect.rewriting import Text
from workbook_builder.commentary import opened
from workbook_builder.commentary.figures_seen import differ, figures_of
from workbook_builder.disclosure import seen
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.commentary import CommentKey
from workbook_builder.pages.commentary import FIGURES
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.scorecards.spots import speaking_on
from workbook_builder.scorecards.versions import checksum
from workbook_builder.specs.pages import CommentaryPage

_FIGURES = tuple(name.lower() for name in FIGURES)


@dataclass(frozen=True)
class Standing:
    """An indicator that may be commented on: where, its text (None: a draft), and its figures as displayed.

    `built` is the text with the figures that it leaves places for, as the workbook shows it.
    """

    key: CommentKey
    text: Text | None
    figures: tuple[str, ...]
    built: str

    @property
    def shown(self) -> set[str]:
        """The checksums of the text as it is built now, with and without its rating before it."""
        return self._opened(self.figures[:1])

    @property
    def bases(self) -> set[str]:
        """The checksums of the text as it may have been built, whatever its rating was then."""
        return self._opened([rag.value for rag in Rag])

    def _opened(self, ratings: Collection[str]) -> set[str]:
        if self.text is None:
            return set()
        texts = (self.text.text, self.built)
        return {checksum(one) for text in texts for one in (text, *(opened(text, rating) for rating in ratings))}

    def changed_figures(self, then_shown: Collection[str]) -> str:
        """`latest figure 31.6, now 32.0`: how the figures differ from those that were seen; "" where they do not."""
        pairs = zip(_FIGURES, then_shown, self.figures, strict=True)
        return ", ".join(
            f"{what} {seen(then, now)}, now {now or 'none'}" for what, then, now in pairs if differ(then, now)
        )


def standing(scorecard: Scorecard, inputs: Inputs) -> dict[str, Standing]:
    """Every indicator that a section of the scorecard's commentary names, by its id, in their order."""
    rows = {(page.name, name): spot.row for page in scorecard.pages for name, spot in speaking_on(page).items()}
    pages = [page.spec for page in scorecard.pages if isinstance(page.spec, CommentaryPage)]
    sections = [section for page in pages for section in page.sections]
    keys = [(section.page, section.title, name) for section in sections for name in section.indicators]
    built = {(p.page, p.section, p.row.indicator.id): p.stated for p in scorecard.commentary if p.origin}
    return {
        key[2]: Standing(key, _text(inputs, key), figures_of(rows.get((key[0], key[2]))), built.get(key, ""))
        for key in keys
    }


def _text(inputs: Inputs, key: CommentKey) -> Text | None:
    said = inputs.commentary.get(key)
    return Text(key, said.text, said.author, said.figures) if said else None
