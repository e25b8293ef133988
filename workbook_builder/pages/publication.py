"""Pages, and the publication that they make: what every output is given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbook_builder.pages.blocks import Block, Table
from workbook_builder.pages.covering import Covering
from workbook_builder.pages.values import Rag
from workbook_builder.specs.licence import Licence

DRAFT = "DRAFT - not for publication"


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `kind` is the spec's word, for which an output may have a policy of its own.

    `back` and `beside` are pages that it leads to; `foot` is what it is called at its foot, "" for `title`.
    `ratings` are those that its cells may hold, the worst first.
    """

    kind: str
    name: str
    title: str
    subtitle: str
    is_draft: bool
    blocks: tuple[Block, ...]
    back: str = ""
    beside: str = ""
    foot: str = ""
    ratings: tuple[Rag, ...] = ()

    @property
    def standing(self) -> str:
        """What stands below the title: of which scorecard and edition, and that it is a draft."""
        return f"{DRAFT}: {self.subtitle}" if self.is_draft else self.subtitle

    @property
    def way_back(self) -> str:
        """The words that lead back, "" where nothing does."""
        return f"Back to {self.back}" if self.back else ""

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables, from the top."""
        return tuple(block for block in self.blocks if isinstance(block, Table))


@dataclass(frozen=True, slots=True)
class Publication:
    """Pages in order, and what the whole says of itself: this is what an output gets.

    `properties` are seen on no page: the name and text of each. Nor are the words of a `covering` report, and the
    `licence` of the data, if any is stated. `withheld_mark` stands in a public workbook for what is withheld.
    """

    title: str
    subject: str
    author: str
    published: date
    footer: str
    is_draft: bool
    pages: tuple[Page, ...]
    properties: tuple[tuple[str, str], ...] = ()
    covering: Covering | None = None
    licence: Licence | None = None
    withheld_mark: str = ""

    @property
    def ratings(self) -> tuple[Rag, ...]:
        """The ratings that cells may hold, the worst first."""
        return tuple(dict.fromkeys(rating for page in self.pages for rating in page.ratings))
