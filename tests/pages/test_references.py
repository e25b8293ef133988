"""References between pages: each leads to one cell; what leads nowhere, or to two, is our fault."""

from __future__ import annotations

import pickle
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from workbook_builder.figures import Number
from workbook_builder.live.following import Joined, Same
from workbook_builder.live.references import ColumnRef, PageRef, Ref, Role, TableRef
from workbook_builder.outputs import xlsx
from workbook_builder.outputs.xlsx.placed import LeadsNowhereError, SaidTwiceError
from workbook_builder.pages import make_pages
from workbook_builder.pages.blocks import Cell, Column, Group, Row, Table
from workbook_builder.pages.publication import Page, Publication
from workbook_builder.scorecards import Scorecard
from workbook_builder.styles import Looks

FIGURE = Role("figure")
COLUMNS = (Column(("Indicator",), "title", "indicator"), Column(("Figure",), "figure"))
ROLES = ((), (FIGURE,))
HERE, THERE = ("row", "here"), ("row", "there")


def row(id: tuple[str, ...], figure: Cell) -> Row:
    return Row(id, (Cell("A title"), figure), ROLES)


def published(scorecard: Scorecard, *rows: Row) -> Publication:
    """Each row on a page of its own."""
    pages = tuple(
        Page("targets", f"Page {n}", "Title", "Of", False, (Table("t", "T", COLUMNS, (Group("", (one,)),)),))
        for n, one in enumerate(rows)
    )
    return replace(make_pages(scorecard), pages=pages)


@pytest.fixture
def one() -> Cell:
    """A cell that follows nothing."""
    return Cell(Number(Decimal(5), 0))


def test_a_row_that_is_said_twice_is_refused(scorecard: Scorecard, looks: Looks, one: Cell) -> None:
    with pytest.raises(SaidTwiceError, match="here"):
        xlsx.lay_out(published(scorecard, row(HERE, one), row(HERE, one)), looks)


def test_two_cells_of_a_row_that_play_one_role_are_refused(scorecard: Scorecard, looks: Looks, one: Cell) -> None:
    with pytest.raises(SaidTwiceError, match="figure"):
        xlsx.lay_out(published(scorecard, replace(row(HERE, one), roles=((FIGURE,), (FIGURE,)))), looks)


@pytest.mark.parametrize("ref", [Ref(THERE, FIGURE), Ref(HERE, Role("target")), Ref(THERE)])
def test_a_rule_that_leads_nowhere_is_refused(scorecard: Scorecard, looks: Looks, one: Cell, ref: Ref) -> None:
    with pytest.raises(LeadsNowhereError, match="no page shows"):
        xlsx.lay_out(published(scorecard, row(HERE, one._replace(live=Joined((ref,), "+")))), looks)


@pytest.mark.parametrize(
    "goal", [Ref(THERE), PageRef("Page 7"), TableRef("Page 0", "other"), TableRef("Page 7", "t")]
)
def test_a_link_that_leads_nowhere_is_refused(
    scorecard: Scorecard, looks: Looks, goal: Ref | PageRef | TableRef
) -> None:
    with pytest.raises(LeadsNowhereError, match="no page shows"):
        xlsx.lay_out(published(scorecard, row(HERE, Cell(None, link=goal))), looks)


def test_only_what_shows_the_same_may_lead_nowhere_and_keeps_its_value(
    scorecard: Scorecard, looks: Looks, one: Cell
) -> None:
    book = xlsx.lay_out(published(scorecard, row(HERE, one._replace(live=Same(Ref(THERE, FIGURE))))), looks)
    cells = [cell for _, _, cell in book.sheets[0].cells()]
    assert (cells[-1].value, cells[-1].formula) == (5, "")


def test_no_order_of_pages_changes_what_is_referred_to(scorecard: Scorecard, looks: Looks) -> None:
    publication = make_pages(scorecard)
    shuffled = Random(1).sample(publication.pages, len(publication.pages))
    sheets = xlsx.lay_out(replace(publication, pages=tuple(shuffled)), looks).sheets
    assert {sheet.name: sheet for sheet in sheets} == {
        sheet.name: sheet for sheet in xlsx.lay_out(publication, looks).sheets
    }


def test_everything_live_in_the_shipped_edition_has_a_formula(scorecard: Scorecard, looks: Looks) -> None:
    publication = make_pages(scorecard)
    live = sum(bool(cell.live) for page in publication.pages for t in page.tables for r in t.rows for cell in r.cells)
    sheets = xlsx.lay_out(publication, looks).sheets
    assert sum(bool(cell.formula) for sheet in sheets for _, _, cell in sheet.cells()) == live > 2000


def test_every_table_has_a_title_and_every_row_an_id_of_its_own(scorecard: Scorecard) -> None:
    tables = [table for page in make_pages(scorecard).pages for table in page.tables]
    ids = [one.id for table in tables for one in table.rows if one.id]
    assert all(table.title for table in tables)
    assert len(set(ids)) == len(ids) > 700


def test_a_row_keeps_its_id_wherever_it_stands(scorecard: Scorecard) -> None:
    turned = replace(scorecard, pages=tuple(replace(page, tables=page.tables[::-1]) for page in scorecard.pages))
    ids = [
        {one.id for page in make_pages(card).pages for table in page.tables for one in table.rows}
        for card in (scorecard, turned)
    ]
    assert ids[0] == ids[1]


def test_pages_travel_between_processes(scorecard: Scorecard) -> None:
    publication = make_pages(scorecard)
    assert pickle.loads(pickle.dumps(publication)) == publication


def test_a_column_that_no_table_has_is_not_counted(scorecard: Scorecard, looks: Looks, one: Cell) -> None:
    from workbook_builder.live.following import Counted
    from workbook_builder.rating.scheme import Rag

    counted = Counted((ColumnRef("Page 0", "t", "rating"),), Rag.RED)
    with pytest.raises(LeadsNowhereError, match="no page shows"):
        xlsx.lay_out(published(scorecard, row(HERE, one._replace(live=counted))), looks)
