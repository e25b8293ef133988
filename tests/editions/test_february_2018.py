"""An older edition, narrower and laid out otherwise, is data alone: spec, figures and targets in `february_2018/`.

Its tables have the printed columns and rows in the printed order, and in each cell what was printed there, or a
difference that `differences.yaml` lists with its reason. An arrow that is blank in the printed file was illegible.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.differences import Difference, read_listed, row_name, unsettled
from tests.support.places import EDITIONS, PUBLISHED
from tests.support.tables import PrintedTable, SheetCell, printed_tables
from workbook_builder.commands.build import Order, build

PROJECT = EDITIONS / "february_2018"
LISTED = read_listed(PROJECT / "differences.yaml")
FIRST = {
    "Code": "code",
    "Indicator": "indicator",
    "Polarity": "polarity",
    "Data Period": "data_period",
    "QPR": "qpr",
}
# Headings from left to right, each with its column of the printed file. (Over the outturns of the annual table
# print says 2016-17 Kent Outturn.)
COLUMNS = {
    "monthly": FIRST
    | {
        "Latest Result": "latest",
        "Target\n2017-18": "target",
        "RAG\n2017-18": "rag",
        "Previously Reported Result": "previous",
        "DOT": "dot",
        "Kent Outturn\n2016-17": "outturn_2016_17",
        "Target\n2016-17": "target_2016_17",
        "RAG\n2016-17": "rag_2016_17",
    },
    "annual": FIRST
    | {
        "Kent Outturn\n2016-17": "outturn_2016_17",
        "Target\n2016-17": "target_2016_17",
        "RAG\n2016-17": "rag_2016_17",
        "Kent Outturn\n2015-16": "outturn_2015_16",
        "DOT": "dot",
        "Target\n2017-18": "target_2017_18",
    },
}
SYMBOLS = {"dot": {"up": "⇧", "down": "⇩", "same": "⇔"}, "qpr": {"1": "✓"}}
UNRATED = "N/A"
Printed = dict[str, str]


@pytest.fixture(scope="module")
def tables(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, PrintedTable]:
    """The tables of the built workbook."""
    project = Path(shutil.copytree(PROJECT, tmp_path_factory.mktemp("february") / "project"))
    (project / "styles").mkdir()
    shutil.copy(root / "styles" / "kent.yaml", project / "styles")
    file = build(Order(project, "2018-02")).file
    return {name.removeprefix("Kent_"): table for name, table in printed_tables(file).items()}


def printed_rows(name: str) -> list[Printed]:
    """The rows of one printed table, as they were printed."""
    with (PUBLISHED / f"2018-02_{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def shown(cell: SheetCell, column: str) -> str:
    """A cell as it is displayed; nothing for what is not rated and has no direction."""
    if isinstance(cell.value, int | float):
        decimals = len(cell.number_format.partition(".")[2])
        return f"{cell.value:,.{decimals}f}"
    unrated = cell.value == UNRATED and column.startswith(("rag", "dot"))
    return "" if cell.value is None or unrated else str(cell.value)


def compared(name: str, table: PrintedTable, printed: list[Printed]) -> Iterator[Difference]:
    """Every printed cell beside what the workbook shows there; an illegible arrow is left out."""
    for row, of_print in zip(table.rows(), printed, strict=True):
        for cell, column in zip(table.cells(row.number), COLUMNS[name].values(), strict=True):
            text = SYMBOLS.get(column, {}).get(of_print[column], of_print[column])
            if text or column != "dot":
                yield Difference(row_name(name, of_print["code"]), column, text, shown(cell, column))


def differing(cells: Iterator[Difference]) -> list[Difference]:
    """The cells that are not as printed."""
    return [cell for cell in cells if cell.printed != cell.ours]


def test_the_edition_has_the_two_printed_tables(tables: dict[str, PrintedTable]) -> None:
    assert sorted(tables, key=lambda name: tables[name].top) == ["monthly", "annual"]


@pytest.mark.parametrize(("name", "count"), [("monthly", 13), ("annual", 11)])
def test_columns_are_the_printed_ones_in_the_printed_order(
    tables: dict[str, PrintedTable], name: str, count: int
) -> None:
    assert tables[name].headings == list(COLUMNS[name])
    assert list(printed_rows(name)[0]) == list(COLUMNS[name].values())
    assert len(tables[name].headings) == count


@pytest.mark.parametrize(("name", "count"), [("monthly", 28), ("annual", 17)])
def test_rows_are_the_printed_ones_in_the_printed_order(
    tables: dict[str, PrintedTable], name: str, count: int
) -> None:
    titles = [row.title for row in tables[name].rows()]
    assert titles == [row["indicator"] for row in printed_rows(name)]
    assert len(titles) == count


@pytest.mark.parametrize(("name", "count"), [("monthly", 28 * 12 + 11), ("annual", 17 * 10 + 2)])
def test_every_cell_is_as_printed_or_a_listed_difference(
    tables: dict[str, PrintedTable], name: str, count: int
) -> None:
    cells = list(compared(name, tables[name], printed_rows(name)))
    listed = [one for one in LISTED if one.row.startswith(name)]
    assert unsettled(differing(iter(cells)), listed) == []
    assert len(cells) == count


def test_a_cell_printed_otherwise_is_found(tables: dict[str, PrintedTable]) -> None:
    first, *others = printed_rows("annual")
    changed = [first | {"rag_2016_17": "GREEN", "target_2017_18": "85.0"}, *others]
    found = differing(compared("annual", tables["annual"], changed))
    assert [str(one) for one in found if one.row == "annual / EY14"] == [
        "annual / EY14: rag_2016_17 printed 'GREEN', ours 'RED'",
        "annual / EY14: target_2017_18 printed '85.0', ours '85'",
    ]


def test_ratings_and_arrows_are_not_among_the_inputs() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (PROJECT / "inputs" / "2018-02").iterdir()]
    assert len(texts) == 3
    assert not any(word in text for text in texts for word in ("GREEN", "AMBER", "RED", "up", "same"))


def test_every_floor_standard_and_band_says_that_it_is_inferred() -> None:
    with (PROJECT / "inputs" / "2018-02" / "targets.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    judging = [row for row in rows if row["floor"] or row["green_from"]]
    assert {row["floor_basis"] for row in judging} == {"inferred"}
    assert len(judging) == 66
