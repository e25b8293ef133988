"""Other documents of the council, built from data alone (`examples/`): as printed, or a listed difference."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.clients import libreoffice
from tests.support.clients.compare import differing_cells
from tests.support.commands import runner
from tests.support.differences import Difference, read_listed, row_name, unsettled
from tests.support.places import EDITIONS, PUBLISHED, ROOT
from tests.support.tables import PrintedTable, SheetCell, printed_tables
from workbook_builder.commands.build import Order, build

LISTED = read_listed(EDITIONS / "other_documents_differences.yaml")
SERVICES = {
    "EY": "Early Years & Childcare",
    "SI": "School Improvement",
    "SEND": "SEND",
    "VSK": "Virtual School Kent",
    "FA": "Fair Access",
    "PP": "Provision Planning",
    "SE": "Skills & Employability",
    "EH": "Early Help & Preventative Services",
}
YEARS = ("2016-17", "2017-18", "2018-19", "2019-20", "2020-21")
MONTHS = (*(f"2017-{month:02}" for month in range(2, 13)), "2018-01", "2018-02")
SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
Facts = dict[str, str]


def facts(name: str) -> list[Facts]:
    with (PUBLISHED / name).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def tables_of(example: str, edition: str, folder: Path) -> dict[str, PrintedTable]:
    """The tables of the example's workbook."""
    project = Path(shutil.copytree(ROOT / "examples" / example, folder / example))
    return printed_tables(build(Order(project, edition)).file)


@dataclass(frozen=True)
class Line:
    """A row of figures: its number, code and title."""

    number: int
    code: str
    title: str


def lines_of(table: PrintedTable) -> list[Line]:
    """The rows of a table that has codes, and no teams."""
    code, title = table.column("Code"), table.column("Indicator")
    texts = (
        (row, *(str(table.sheet.cell(row, n).value) for n in (code, title)))
        for row in range(table.top + 2, table.bottom + 1)
    )
    return [Line(*text) for text in texts]


def shown(cell: SheetCell) -> str:
    """A cell as it is displayed."""
    if not isinstance(cell.value, int | float):
        return str(cell.value or "")
    quoted = re.match(r'"([^"]*)"', cell.number_format)
    decimals = len(re.sub(r'"[^"]*"', "", cell.number_format).partition(".")[2])
    return f"{quoted[1] if quoted else ''}{cell.value:,.{decimals}f}"


def plain(text: str) -> str:
    """A printed number as ours are, thousands separated, its sign apart; other words as they are."""
    sign, number = re.fullmatch(r"([<>]?)(.*)", text).groups()  # type: ignore[union-attr]
    whole, point, rest = number.partition(".")
    number = f"{int(whole):,}{point}{rest}" if re.fullmatch(r"\d{4,}(?:\.\d+)?", number) else number
    return f"{sign} {number}" if sign else number


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PrintedTable]:
    return tables_of("targets_paper", "2017-11", tmp_path_factory.mktemp("paper"))


@pytest.fixture(scope="module")
def contracts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PrintedTable]:
    return tables_of("contracts", "2018-02", tmp_path_factory.mktemp("contracts"))


def of_paper(paper: dict[str, PrintedTable]) -> Iterator[Difference]:
    """Every printed cell of the paper beside ours. What is blank in print is not compared."""
    for id, service in SERVICES.items():
        table = paper[f"Targets_by_service_{id}"]
        printed = [row for row in facts("2017-11_targets_paper.csv") if row["service"] == service]
        for row, of_print in zip(lines_of(table), printed, strict=True):
            assert row.title == of_print["indicator"]
            found = {"kent": "Latest Result", "national": "National average"}
            found |= {f"target_{n}": f"Target\n{year}" for n, year in enumerate(YEARS, 1)}
            for cell, heading in found.items():
                if of_print[cell]:
                    [column] = table.columns_headed(heading)
                    ours = shown(table.sheet.cell(row.number, column))
                    yield Difference(row_name("paper", service, row.title), cell, plain(of_print[cell]), ours)


def test_the_targets_paper_has_every_printed_row_and_figure(paper: dict[str, PrintedTable]) -> None:
    cells = list(of_paper(paper))
    assert len({cell.row for cell in cells}) == 108
    assert len(cells) == sum(
        bool(row[cell]) for row in facts("2017-11_targets_paper.csv") for cell in row if is_cell(cell)
    )
    assert (
        unsettled([c for c in cells if c.printed != c.ours], [c for c in LISTED if c.row.startswith("paper")]) == []
    )


def is_cell(name: str) -> bool:
    return name in ("kent", "national") or name.startswith("target_")


def test_what_is_provisional_in_the_paper_is_marked(paper: dict[str, PrintedTable]) -> None:
    printed = facts("2017-11_targets_paper.csv")
    known = [row for row in printed if row["provisional_or_final"] == "P" and row["kent"]]
    table = paper["Targets_by_service_SI"]
    [column] = table.columns_headed("Latest Result")
    marked = [row.title for row in lines_of(table) if "‡" in table.sheet.cell(row.number, column).number_format]
    assert marked == [row["indicator"] for row in known if row["service"] == "School Improvement"]


def of_contracts(contracts: dict[str, PrintedTable]) -> Iterator[Difference]:
    """Every printed cell of the contracts' indicators beside ours."""
    for of_print in facts("contracts_2018-02/indicators.csv"):
        name = re.sub(r"\W+", "_", of_print["contract"])
        table = contracts[f"{name}_indicators"]
        row = next(row for row in lines_of(table) if row.code == of_print["code"])
        who = row_name("contracts", of_print["contract"], of_print["code"])
        for cell, ours in cells_of(table, row, of_print):
            yield Difference(who, cell, plain(of_print[cell]), ours)


def cells_of(table: PrintedTable, row: Line, of_print: Facts) -> Iterator[tuple[str, str]]:
    headings = table.headings
    are_numbers = "Per cent" in headings
    for month in (month for month in MONTHS if of_print[month]):
        label = f"{SHORT[int(month[5:]) - 1]}-{month[2:4]}"
        places = [n for n, heading in enumerate(headings) if heading == label]
        latest = next(n for n, heading in enumerate(headings) if heading in ("Number", "Result", "Per cent"))
        yield month, shown(table.cells(row.number)[places[0] if places else latest])
        if are_numbers:
            yield f"{month}_percent", shown(table.cells(row.number)[places[1] if len(places) > 1 else latest])
    for cell, heading in (("monthly_target", "Target\nFeb-18"), ("target_2017_18", "Target\n2017-18")):
        if of_print[cell] and heading in headings and not are_numbers:
            yield cell, shown(table.cells(row.number)[headings.index(heading)])
    if of_print["target_2018_19"] and not are_numbers:
        yield "target_2018_19", shown(table.cells(row.number)[headings.index("Target\n2018-19")])
    if of_print["rating"]:
        yield "rating", shown(table.cells(row.number)[next(n for n, h in enumerate(headings) if h.startswith("RAG"))])


def test_every_figure_and_rating_of_the_contracts_is_as_printed(contracts: dict[str, PrintedTable]) -> None:
    cells = list(of_contracts(contracts))
    listed = [one for one in LISTED if one.row.startswith("contracts")]
    assert unsettled([cell for cell in cells if cell.printed != cell.ours], listed) == []
    assert len([cell for cell in cells if cell.cell == "rating"]) == 19
    assert len(cells) > 200


def test_each_contract_has_its_judged_rating_beside_the_share_that_is_green(
    contracts: dict[str, PrintedTable],
) -> None:
    shares = {}
    for of_print in facts("contracts_2018-02/contracts.csv"):
        table = contracts[f"{re.sub(r'[^A-Za-z]+', '_', of_print['contract'])}_indicators"]
        row = next(row for row in lines_of(table) if row.code == "Overall")
        cells = [shown(cell) for cell in table.cells(row.number)]
        assert of_print["overall_rating"] in cells
        shares[of_print["contract"]] = next(
            cells[n] for n, h in enumerate(table.headings) if h in ("Number", "Result", "Per cent")
        )
    assert shares == {
        "Family Support Service": "100.0",
        "NEETs Service": "0.0",
        "Ashford Youth Service": "66.7",
        "Canterbury Youth Service": "66.7",
        "Dartford Youth Service": "33.3",
        "Dover Youth Service": "33.3",
        "Gravesham Youth Service": "66.7",
        "Millmead Childrens Centre": "N/A",
    }


def test_the_yearly_spend_is_printed_in_pounds_with_its_share(contracts: dict[str, PrintedTable]) -> None:
    spent = {}
    for of_print in (one for one in facts("contracts_2018-02/contracts.csv") if one["yearly_spend_pounds"]):
        table = contracts[f"{re.sub(r'[^A-Za-z]+', '_', of_print['contract'])}_spend"]
        spend, share = (shown(table.cells(row.number)[-1]) for row in lines_of(table))
        assert spend == f"£{float(of_print['yearly_spend_pounds']):,.2f}"
        spent[of_print["contract"]] = float(share)
    assert sum(spent.values()) == pytest.approx(100, abs=0.3)
    [total] = [
        shown(contracts["All_contracts_spend"].cells(row.number)[-1])
        for row in lines_of(contracts["All_contracts_spend"])
    ]
    assert total == "£1,897,030.19"


@pytest.mark.parametrize(
    ("example", "edition", "accepted"),
    [
        ("targets_paper", "2017-11", Counter(missing_target=18)),
        ("contracts", "2018-02", Counter(year_to_date=2, ratio=11)),
    ],
)
def test_what_print_contradicts_is_found_by_rule_and_accepted_with_its_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], example: str, edition: str, accepted: Counter[str]
) -> None:
    project = Path(shutil.copytree(ROOT / "examples" / example, tmp_path / example))
    found = json.loads(runner(project, capsys)("check", edition, "--json").out)
    assert Counter(one["rule"] for one in found) == accepted
    assert all(one["accepted"] for one in found)


@pytest.mark.parametrize(("example", "edition"), [("targets_paper", "2017-11"), ("contracts", "2018-02")])
def test_every_output_of_it_is_made_and_an_audit_finds_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], example: str, edition: str
) -> None:
    run = runner(Path(shutil.copytree(ROOT / "examples" / example, tmp_path / example)), capsys)
    done = run("build", edition, "--to", "xlsx,html,csv,docx,pdf")
    assert (done.code, done.err) == (0, "")
    [file] = (tmp_path / example / "outputs").glob("*.xlsx")
    assert json.loads(run("audit", edition, "--against", str(file), "--json").out) == []


@pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
@pytest.mark.parametrize(("example", "edition"), [("targets_paper", "2017-11"), ("contracts", "2018-02")])
def test_its_formulas_say_what_is_printed(tmp_path: Path, example: str, edition: str) -> None:
    project = Path(shutil.copytree(ROOT / "examples" / example, tmp_path / example))
    file = build(Order(project, edition)).file
    assert differing_cells(file, libreoffice.recalculate(file, tmp_path)) == []


@pytest.mark.parametrize(("example", "coming"), [("targets_paper", "2017-12"), ("contracts", "2018-03")])
def test_its_next_edition_can_be_begun(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], example: str, coming: str
) -> None:
    project = Path(shutil.copytree(ROOT / "examples" / example, tmp_path / example))
    assert runner(project, capsys)("new", coming).code == 0
