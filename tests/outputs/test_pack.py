"""The pack, of which Word and PDF are made: which columns stand upright, what each page becomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.documents import publication_of, shipped
from tests.support.small import SmallProject
from workbook_builder.outputs.pack import Band, Grid, Pack
from workbook_builder.outputs.pack.making import make_pack
from workbook_builder.outputs.pack.upright import drawn, upright
from workbook_builder.outputs.pack.widths import SIZES, Texts, fitted
from workbook_builder.outputs.prose import text_of
from workbook_builder.pages.blocks import Column, Table
from workbook_builder.periods import month, year


def grids(pack: Pack) -> Iterator[Grid]:
    return (piece for section in pack.sections for piece in section.pieces if isinstance(piece, Grid))


@pytest.fixture(scope="module")
def pack() -> Pack:
    return make_pack(shipped())


def test_a_table_of_indicators_stands_upright_with_eight_columns(pack: Pack) -> None:
    [swale] = [section for section in pack.sections if section.heading.text == "Swale Scorecard"]
    first = next(piece for piece in swale.pieces if isinstance(piece, Grid))
    assert [column.heading for column in first.columns] == [
        "Code",
        "Indicator",
        "Latest Month: Nov-24: Measure",
        "DOT",
        "Target 2024-25",
        "RAG 2024-25",
        "District Outturn 2023-24",
        "England 2023-24",
    ]
    assert not first.is_wide


def test_last_year_is_the_outturn_and_where_there_is_none_the_same_period_a_year_before() -> None:
    latest = Column(("Measure",), "figure", "measure", period=month(2024, 11))
    trend = [Column((str(n),), "figure", "trend", period=month(2024, 11).back(n)) for n in (13, 12, 11)]
    outturn = Column(("Outturn",), "figure", "outturn", period=year(2023), is_past=True)
    assert upright([*trend, latest]) == [3, 1]
    assert upright([*trend, latest, outturn]) == [3, 4]
    assert upright([trend[0], trend[2], latest]) == [2]


def test_the_target_and_rating_of_the_year_before_are_left_out() -> None:
    kinds = [("measure", False), ("target", True), ("rag", True), ("target", False), ("rag", False)]
    assert upright([Column((kind,), "figure", kind, is_past=past) for kind, past in kinds]) == [0, 3, 4]


def test_of_a_table_without_latest_figures_every_column_but_lines_is_shown() -> None:
    columns = [Column(("Page",), "text"), Column(("Trend",), "line"), Column(("Number",), "figure")]
    assert upright(columns) == drawn(columns) == [0, 2]


def test_a_full_pack_has_every_column_that_the_pages_have() -> None:
    tables = [table for page in shipped().pages if page.kind == "tables" for table in page.tables]
    full = [section for section in make_pack(shipped(), is_full=True).sections if section.is_wide]
    shown = {len(grid.columns) for section in full for grid in section.pieces if isinstance(grid, Grid)}
    assert {len(drawn(table.columns)) for table in tables} <= shown


def test_every_row_and_word_of_a_page_is_in_the_pack(pack: Pack) -> None:
    """But for the pages in whose place a document has a front and contents of its own, and columns left out."""
    pages = [page for page in shipped().pages if page.kind not in ("cover", "contents")]
    for page, section in zip(pages, pack.sections, strict=True):
        made = [piece for piece in section.pieces if isinstance(piece, Grid) and piece.caption.startswith(page.name)]
        tables = [table for table in page.tables if any(table.rows)]
        assert [said_in(table) for table in tables] == [
            [tuple(cell.text for cell in row) for row in grid.rows if not isinstance(row, Band)] for grid in made
        ][: len(tables)]


def said_in(table: Table) -> list[tuple[str, ...]]:
    shown = upright(table.columns)
    return [
        tuple(text_of(row.cells[n], table.columns[n]) if n < len(row.cells) else "" for n in shown)
        for row in table.rows
    ]


def test_links_lead_to_headings_that_are_there(pack: Pack) -> None:
    anchors = [heading.anchor for section in pack.sections for heading in section.headings]
    goals = {cell.goal for grid in grids(pack) for row in grid.rows if not isinstance(row, Band) for cell in row}
    assert len(set(anchors)) == len(anchors)
    assert len(goals) > 10
    assert goals - {""} <= set(anchors)


def test_a_link_to_a_page_that_a_document_has_not_is_none(small: SmallProject) -> None:
    publication = publication_of(small.folder)
    only = replace(
        publication, pages=tuple(page for page in publication.pages if page.name in ("Targets", "Exceptions"))
    )
    assert {cell.goal for grid in grids(make_pack(only)) for row in grid.rows for cell in row} == {""}


def test_a_chart_is_a_table_of_its_values_under_its_finding(pack: Pack) -> None:
    [activity] = [section for section in pack.sections if "Activity" in section.heading.text]
    at = next(n for n, piece in enumerate(activity.pieces) if getattr(piece, "text", "").startswith("Chart: "))
    finding, values = activity.pieces[at + 1 : at + 3]
    assert isinstance(values, Grid)
    assert "Nov-24" in [row[0].text for row in values.rows if not isinstance(row, Band)]
    assert "EHCPs issued" in [column.heading for column in values.columns]
    assert getattr(finding, "text", "")


def test_words_over_one_column_stand_before_its_heading_over_several_above_them(pack: Pack) -> None:
    ratings = next(grid for grid in grids(pack) if "Ratings by page" in grid.caption)
    assert [text for text, _ in ratings.groups] == ["", "", "November 2024", "First rated", "Change of the others"]
    assert [span for _, span in ratings.groups] == [1, 1, 3, 3, 3]
    measures = {column.heading for grid in grids(pack) for column in grid.columns if "Measure" in column.heading}
    assert "Latest Year: 2023-24: Measure" in measures


@given(
    st.lists(
        st.builds(Texts, st.text("abc ", max_size=40), st.lists(st.text("abc ", max_size=300)), st.booleans()),
        min_size=1,
        max_size=30,
    )
)
def test_columns_share_the_whole_width_and_none_is_empty(columns: list[Texts]) -> None:
    size, shares, _ = fitted(columns, 17.0)
    assert size in SIZES
    assert len(shares) == len(columns)
    assert sum(shares) == pytest.approx(1.0)
    assert min(shares) > 0


def test_a_short_text_is_not_broken_for_the_sake_of_a_long_one() -> None:
    long, short = Texts("Text", ["many words " * 40] * 3, False), Texts("Area", ["Tonbridge and Malling"] * 3, False)
    _, shares, _ = fitted([long, short], 17.0)
    assert shares[1] * 17.0 > 3.0
