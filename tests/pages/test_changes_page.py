"""The page of changes: counts, a table with a link to every row, ratings and arrows in words and colours."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from openpyxl import load_workbook

from tests.support.changing import PAGE, add_page, change_much, changes_of, follow, workbook_of
from tests.support.small import SmallProject
from workbook_builder.commands.build import Order, build
from workbook_builder.grid import Cell, Sheet, Style
from workbook_builder.scorecards.changes import Kind

SIGNS = {"improved": "⇧", "worsened": "⇩", "same": "⇔"}


@pytest.fixture
def changed(small: SmallProject) -> SmallProject:
    """The small project with a December in which much has changed."""
    change_much(small)
    return small


def page_of(small: SmallProject, area: str = "") -> Sheet:
    [sheet] = [sheet for sheet in workbook_of(small, area).sheets if sheet.name == PAGE]
    return sheet


def texts(sheet: Sheet) -> list[str]:
    return [str(cell.value) for row in sheet.rows for cell in row.cells if cell and cell.value is not None]


def rows_of(sheet: Sheet) -> Iterator[tuple[Cell | None, ...]]:
    """The rows of the table below its heading."""
    start = next(n for n, row in enumerate(sheet.rows) if row.cells and row.cells[0] and row.cells[0].value == "What")
    return (row.cells for row in sheet.rows[start + 1 :])


def kinds_of(sheet: Sheet) -> dict[str, tuple[object, int]]:
    """Each kind in the table: the number said beside it, and the rows below it."""
    found: dict[str, tuple[object, int]] = {}
    for first, second, *_ in rows_of(sheet):
        assert first is not None
        if first.style is Style.HEADER_TEAM:
            kind = str(first.value)
            found[kind] = (second.value if second else None, 0)
        else:
            found[kind] = (found[kind][0], found[kind][1] + 1)
    return found


def test_the_counts_are_those_of_the_changes_and_of_the_rows(changed: SmallProject) -> None:
    sheet = page_of(changed)
    found = {kind.value: len(changes) for kind, changes in changes_of(changed).items()}
    counted = {
        str(row.cells[0].value): row.cells[1].value
        for row in sheet.rows
        if len(row.cells) > 1 and row.cells[0] and row.cells[1] and row.cells[1].style is Style.NUMBER
    }
    assert {kind: counted[kind] for kind in found} == found
    assert kinds_of(sheet) == {kind: (number, number) for kind, number in found.items() if number}
    assert len(kinds_of(sheet)) == 10


def test_each_count_links_to_its_rows(changed: SmallProject) -> None:
    sheet = page_of(changed)
    links = {str(cell.value): cell.link for _, column, cell in sheet.cells() if column == 0 and cell.link}
    for kind in kinds_of(sheet):
        row = int(links[kind].rsplit("!A", 1)[1]) - 1
        cell = sheet.rows[row].cells[0]
        assert cell is not None
        assert (cell.value, cell.style) == (kind, Style.HEADER_TEAM)


def test_every_change_of_a_row_links_to_it(changed: SmallProject) -> None:
    workbook = workbook_of(changed)
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    linked = 0
    for _, page, title, place, *_ in (cells for cells in rows_of(sheets[PAGE]) if len(cells) == 7 and cells[2]):
        if page is None or title is None or place is None or title.style is not Style.TEXT or not page.link:
            continue
        found = re.fullmatch(r"'(.+)'!A(\d+)", page.link)
        assert found is not None
        assert found[1] == page.value
        there = [cell.value for cell in sheets[found[1]].rows[int(found[2]) - 1].cells if cell]
        assert any(value and str(title.value).endswith(str(value)) for value in there)
        linked += 1
    changes = [change for found in changes_of(changed).values() for change in found]
    assert linked == len([change for change in changes if change.row])
    assert [change.kind for change in changes if not change.row] == [Kind.DROPPED]


def test_ratings_and_arrows_stand_there_in_words_and_are_coloured_by_them(changed: SmallProject) -> None:
    sheet = page_of(changed)
    shown = {(cell.value, cell.style) for _, _, cell in sheet.cells() if cell.style in (Style.RAG, Style.TRAVEL)}
    assert {
        ("GREEN", Style.RAG),
        ("AMBER", Style.RAG),
        ("⇧ improved", Style.TRAVEL),
        ("⇩ worsened", Style.TRAVEL),
    } <= shown
    words = {highlight.text: highlight.style for highlight in sheet.highlights}
    assert words == {
        **{word: Style(f"rag_{word.lower()}") for word in ("GREEN", "AMBER", "RED")},
        **{f"{sign} {word}": Style(f"travel_{word}") for word, sign in SIGNS.items()},
    }
    coloured = {highlight.areas for highlight in sheet.highlights}
    assert len(coloured) == 1
    [area] = coloured.pop()
    marked = [(r, c) for r, c, cell in sheet.cells() if cell.style in (Style.RAG, Style.TRAVEL)]
    assert all(area.top <= r <= area.bottom and area.left <= c <= area.right for r, c in marked)


def test_the_page_names_the_editions_and_their_notes(changed: SmallProject) -> None:
    said = texts(page_of(changed))
    assert any(text.startswith("Compared with the edition of November 2024.") for text in said)
    assert "The November 2024 edition: Put together by hand." in said
    assert {"Before: November 2024", "Now: December 2024"} <= set(said)


def test_the_first_edition_has_nothing_to_be_compared_with(small: SmallProject) -> None:
    small.write("inputs/2024-11/indicator_specs.yaml", small.text("indicator_specs.yaml"))
    add_page(small)
    book = load_workbook(build(Order(small.folder, "2024-11")).file)
    said = [cell for row in book[PAGE].iter_rows(values_only=True) for cell in row if cell]
    assert said[-1] == "There is nothing to compare with. There is no earlier edition."


def test_an_edition_that_cannot_be_made_again_is_said_to_be_so(changed: SmallProject) -> None:
    changed.write("inputs/2024-11/edition.yaml", "month: 2024-11\nstatus: final\n")
    said = " ".join(texts(page_of(changed)))
    assert (
        "The November 2024 edition cannot be made again: inputs/2024-11/edition.yaml, line 1: no `published`." in said
    )


def test_an_edition_without_changes_counts_none(small: SmallProject) -> None:
    follow(small)
    add_page(small)
    assert kinds_of(page_of(small)) == {}


def test_an_areas_workbook_tells_of_that_area(changed: SmallProject) -> None:
    whole, district = page_of(changed), page_of(changed, "Eastham")
    pages = {str(cells[1].value) for cells in rows_of(district) if cells[1] and cells[1].link}
    assert pages == {"Eastham"}
    assert len(list(rows_of(district))) < len(list(rows_of(whole)))


def test_its_heading_is_repeated_and_no_kind_stands_alone_at_the_foot_of_a_page(changed: SmallProject) -> None:
    sheet = page_of(changed)
    heading = next(
        n for n, row in enumerate(sheet.rows) if row.cells and row.cells[0] and row.cells[0].value == "What"
    )
    for row in (row for row in sheet.printing.breaks if row >= heading):
        first = sheet.rows[row].cells[0]
        assert first is not None
        assert first.value == "What"  # written again where a printed page begins within the table
    for row in sheet.printing.breaks:
        above = next(iter(sheet.rows[row - 1].cells), None)
        assert above is None or above.style is not Style.HEADER_TEAM


def test_a_note_of_an_edition_stands_on_its_cover(changed: SmallProject) -> None:
    book = load_workbook(build(Order(changed.folder, "2024-11")).file)
    assert ["Put together by hand."] in [[c for c in row if c] for row in book["Cover"].iter_rows(values_only=True)]
