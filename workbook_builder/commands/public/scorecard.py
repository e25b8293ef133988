"""The scorecard of a public edition, made from nothing but what it may tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from workbook_builder.checks import check_scorecard
from workbook_builder.checks.rules import contradiction, withheld
from workbook_builder.commentary import make_commentary
from workbook_builder.commentary.refusing import refuse_unprintable
from workbook_builder.findings import unaccepted
from workbook_builder.inputs.edition import EDITION_FILE, INPUTS, Edition
from workbook_builder.pages import make_pages
from workbook_builder.pages.blocks import Paragraph
from workbook_builder.pages.publication import Page, Publication
from workbook_builder.problems import Problem, ProblemsFound, listed
from workbook_builder.project import Known
from workbook_builder.scorecards import Scorecard, find_scorecard, make_scorecard
from workbook_builder.scorecards.previous import with_previous

_WITHHELD = "Figures that are suppressed are withheld to protect confidentiality, with all that is made of them."
_KEYED = ("cover", "guidance")
_SAID = (withheld.RULE.id, contradiction.RULE.id)


def public_scorecard(public: Known, name: str = "", area: str = "") -> Scorecard:
    """The scorecard, with the texts that are approved for the public and no drafts.

    Raises `ProblemsFound` where a text states what is withheld, or contradicts what is told.
    """
    made = make_scorecard(public.spec, public.inputs, find_scorecard(public.spec, name), area)
    made = with_previous(made, public.inputs, public.earlier)
    said = tuple(each for each in make_commentary(made, public.inputs, {}) if not each.is_draft)
    made = replace(made, commentary=said)
    refuse_unprintable(said)
    if problems := [*_unsaid(made, public), *_unfit(made, public)]:
        raise ProblemsFound(problems)
    return replace(made, edition=_plain(made.edition), findings=())


def _unsaid(made: Scorecard, public: Known) -> Iterator[Problem]:
    """Texts that are approved, and that nobody wrote."""
    approved, written = public.inputs.edition.public_texts, {key[2] for key in public.inputs.commentary}
    if missing := [name for name in approved if name not in written]:
        where = f"{INPUTS}/{made.edition.month}/{EDITION_FILE}: public_texts"
        found = f"no text about {listed(missing)}"
        yield Problem(where, found, "indicators of which commentary.csv has a text", "write it, or leave them out")


def _unfit(made: Scorecard, public: Known) -> Iterator[Problem]:
    """Texts that state what is withheld, or otherwise say what the public edition does not."""
    found = check_scorecard(made, public.inputs, ()) if made.commentary else ()
    for each in (each for each in unaccepted(found) if each.rule in _SAID):
        remedy = "correct the text, or take its indicator out of `public_texts`"
        yield Problem(each.where, f"{each.found}, in the public edition", each.expected, remedy)


def _plain(edition: Edition) -> Edition:
    """The edition without what only the office needs to know."""
    return replace(edition, accepted=(), drafts_approved_by="", public_texts=())


def public_pages(made: Scorecard, without: Collection[str] = ()) -> Publication:
    """Its pages, which say what is meant by `suppressed`; never what was checked, nor of what and how it was made."""
    said = make_pages(made, {"checks", *without})
    pages = tuple(_keyed(page) if page.kind in _KEYED else page for page in said.pages)
    edition = tuple(each for each in said.properties if each[0] == "Edition")
    suppress = made.catalogue.suppress
    return replace(said, pages=pages, properties=edition, withheld_mark=suppress.mark if suppress else "")


def _keyed(page: Page) -> Page:
    return replace(page, blocks=(*page.blocks, Paragraph(_WITHHELD)))
