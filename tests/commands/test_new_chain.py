"""`new`, month after month: once all that it asks for is filled in the edition builds; nothing is asked too early."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.support.changing import follow
from tests.support.small import SPEC, SmallProject
from workbook_builder.commands.build import Order, build
from workbook_builder.commands.new import make_edition
from workbook_builder.periods import Frequency, Period, YearBasis, month, parse_period
from workbook_builder.problems import ProblemsFound

PROJECTS = "indicator_specs.yaml"
Rows = list[dict[str, str]]
INDICATOR = """\
  - id: {id}
    title: {id}
    polarity: {polarity}
    data_period: {data_period}
    unit: count
    counted: plans
    decimals: 0
    measure: none
    source: Case system
    definition: Plans.
    exists: [county, district]
"""
TABLE = """\
          - id: {id}
            title: {id}
            columns: {columns}
            year: {year}
            sections:
              - indicators: [{id}]
"""
MORE_COLUMNS = """\
  - id: A
    columns:
      - {kind: indicator}
      - {kind: trend, periods: 2}
      - {kind: measure}
      - {kind: dot}
      - {kind: target, year: this}
      - {kind: rag, year: this}
      - {kind: target, year: next}
  - id: L
    columns:
      - {kind: indicator}
      - {kind: latest}
      - {kind: earlier}
      - {kind: target, year: this}
      - {kind: rag, year: this}
indicators:
"""
ADDED = {  # id: polarity, data period, columns, year
    "QUARTERS": ("H", "Q", "M", "financial"),
    "TERMS": ("T", "T", "A", "academic"),
    "YEARS": ("L", "A", "A", "financial"),
    "SCHOOLS": ("H", "A", "A", "academic"),
    "TODATE": ("T", "YTD", "L", "financial"),
}
COMMENTARY = """\
      - kind: commentary
        name: Commentary
        sections:
          - {page: County, title: Plans, indicators: [PLANS, QUARTERS, YEARS]}
      - {kind: targets, name: Targets}
"""
ACTIVITY = """\
      - kind: activity
        name: Activity
        title: "Activity: {area}"
        area: Shire
        periods: 3
        benchmark: england
        groups:
          - {title: All, indicators: [VISITS, PLACES]}
      - {kind: targets, name: Targets}
"""
BASES = {name: YearBasis(year) for name, (_, _, _, year) in ADDED.items()} | {"PLACES": YearBasis.ACADEMIC}


def spec() -> str:
    """The small spec with indicators of every frequency and polarity, in tables of several kinds."""
    indicators = [INDICATOR.format(id=name, polarity=p, data_period=d) for name, (p, d, _, _) in ADDED.items()]
    indicators += [INDICATOR.format(id="VISITS", polarity="H", data_period="MS").replace("    polarity: H\n", "")]
    indicators += [INDICATOR.format(id="PLACES", polarity="H", data_period="A").replace("    polarity: H\n", "")]
    tables = "".join(TABLE.format(id=name, columns=c, year=y) for name, (_, _, c, y) in ADDED.items())
    text = SPEC.replace("indicators:\n  - id: PLANS", MORE_COLUMNS + "".join(indicators) + "  - id: PLANS")
    text = text.replace("            notes: [A note.]\n", "            notes: [A note.]\n" + tables)
    for page in (COMMENTARY, ACTIVITY):
        text = text.replace("      - {kind: targets, name: Targets}\n", page)
    return text.replace("[PLANS, REPEAT, SECOND]\n", f"[PLANS, REPEAT, SECOND, {', '.join(ADDED)}]\n", 2).replace(
        f"- indicators: [PLANS, REPEAT, SECOND, {', '.join(ADDED)}]", "- indicators: [PLANS, REPEAT, SECOND]"
    )


def rows_of(folder: Path, table: str) -> Rows:
    """The rows of a table of an edition."""
    path = folder / f"{table}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(folder: Path, table: str, rows: Rows) -> None:
    """Write a table of an edition anew; none without rows, which is as good as a header alone."""
    if rows:
        with (folder / f"{table}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)


def standards(indicator: str) -> dict[str, str]:
    """What a target consists of: bands or a floor standard."""
    polarity = {"SECOND": "T", "REPEAT": "L", "PLANS": "H"}.get(indicator) or ADDED[indicator][0]
    if polarity == "T":
        return {"green_from": "45", "green_to": "55", "amber_from": "40", "amber_to": "60"}
    return {"floor": "60" if polarity == "L" else "40"}


def is_announced(row: dict[str, str], folder: Path) -> bool:
    """Whether the year of a target has not ended and its standards are not asked for."""
    edition = parse_period(folder.name)
    assert edition
    is_asked_again = "not stated yet" in row["last_value"] and row["last_value"].endswith(f"({row['year']})")
    return ended(row["indicator"], stated(row, "year")) > edition and not is_asked_again


WITH_DECIMALS = ("PLANS", "REPEAT", "SECOND")


def fill(folder: Path, only_announced: tuple[str, ...] = ()) -> None:
    """Fill in every row; the targets of the indicators that are `only_announced` at first without standards."""
    for row in (figures := rows_of(folder, "observations")):
        row["measure"] = "50.0" if row["indicator"] in WITH_DECIMALS else "50"
    for row in (targets := rows_of(folder, "targets")):
        bare = row["indicator"] in only_announced and is_announced(row, folder)
        row |= {"target": "50", "decimals": "0"} | ({} if bare else standards(row["indicator"]))
    for row in (benchmarks := rows_of(folder, "benchmarks")):
        row["value"] = "49.0" if row["indicator"] in WITH_DECIMALS else "49"
    for row in (sources := rows_of(folder, "sources")):
        row |= {"latest_data": folder.name, "released": folder.name}
    for row in (texts := rows_of(folder, "commentary")):
        row["text"] = f"What was done by {folder.name} is in hand."
    tables = {"observations": figures, "targets": targets, "benchmarks": benchmarks, "sources": sources}
    for table, rows in (tables | {"commentary": texts}).items():
        write(folder, table, rows)


def ended(indicator: str, period: Period) -> Period:
    """The month in which a period of an indicator ends."""
    return period.last_month(BASES.get(indicator, YearBasis.FINANCIAL))


def stated(row: dict[str, str], column: str = "period") -> Period:
    """The period of a row."""
    period = parse_period(row[column])
    assert period is not None
    return period


def months(first: Period, number: int) -> Iterator[Period]:
    """So many months, one after the other."""
    return (first.back(-step) for step in range(number))


@pytest.fixture
def started(small: SmallProject) -> SmallProject:
    """A project with a spec and no edition."""
    shutil.rmtree(small.folder / "inputs")
    small.write(PROJECTS, spec())
    return small


def test_fourteen_months_build_once_filled_in_and_ask_for_exactly_what_is_due(started: SmallProject) -> None:
    asked: dict[tuple[str, str], list[Period]] = {}
    for now in months(month(2024, 3), 14):
        folder = make_edition(started.folder, str(now)).folder
        for row in rows_of(folder, "observations"):
            period = stated(row)
            assert ended(row["indicator"], period) <= now
            asked.setdefault((row["indicator"], row["area"]), []).append(period)
        fill(folder)
        summary = build(Order(started.folder, str(now)))
        assert summary.open_findings == ()
        assert sum(summary.ratings.values()) > 0
    own = {"QUARTERS": Frequency.QUARTER, "TERMS": Frequency.TERM, "YEARS": Frequency.YEAR}
    own |= {"SCHOOLS": Frequency.YEAR, "PLACES": Frequency.YEAR}
    for (indicator, _), periods in asked.items():
        series = sorted(p for p in periods if p.frequency is own.get(indicator, Frequency.MONTH))
        assert all(later == earlier.back(-1) for earlier, later in pairwise(series)), indicator
        assert ended(indicator, series[-1].back(-1)) > month(2025, 4)
        assert len(periods) == len(set(periods))


def test_a_target_is_asked_for_again_with_its_standards_when_its_year_is_rated(started: SmallProject) -> None:
    announced = ("YEARS", "SCHOOLS", "TERMS")
    again: dict[str, set[str]] = {}
    for now in months(month(2024, 8), 14):
        folder = make_edition(started.folder, str(now)).folder
        for row in rows_of(folder, "targets"):
            if "not stated yet" in row["last_value"] and row["last_value"].endswith(f"({row['year']})"):
                again.setdefault(row["indicator"], set()).add(f"{row['year']} in {now}")
        fill(folder, only_announced=announced)
        build(Order(started.folder, str(now)))
    assert again == {
        "TERMS": {"2024-25 in 2024-12"},
        "YEARS": {"2024-25 in 2025-03"},
        "SCHOOLS": {"2024-25 in 2025-08"},
    }


def test_a_first_edition_has_a_row_for_every_figure_target_and_source(started: SmallProject) -> None:
    made = make_edition(started.folder, "2024-11")
    assert made.previous is made.kept_spec is None
    figures = {(row["indicator"], row["area"]): row["period"] for row in rows_of(made.folder, "observations")[::-1]}
    assert figures == {
        ("PLANS", "Shire"): "2024-11",
        ("PLANS", "Eastham"): "2024-11",
        ("REPEAT", "Shire"): "2024-11",
        ("REPEAT", "Eastham CSWT"): "2024-11",
        ("SECOND", "Shire"): "2024-11",
        ("QUARTERS", "Shire"): "2024-25 Q2",
        ("TERMS", "Shire"): "2023-24 Summer",
        ("YEARS", "Shire"): "2023-24",
        ("SCHOOLS", "Shire"): "2023-24",
        ("TODATE", "Shire"): "2024-11",
        ("VISITS", "Shire"): "2024-11",
        ("PLACES", "Shire"): "2023-24",
    }
    targets = {(row["indicator"], row["year"]) for row in rows_of(made.folder, "targets")}
    assert targets >= {("PLANS", "2024-25"), ("PLANS", "2023-24"), ("YEARS", "2023-24"), ("YEARS", "2024-25")}
    assert {row["indicator"] for row in rows_of(made.folder, "sources")} == {"PLANS", "REPEAT", "SECOND", *ADDED}
    fill(made.folder)
    assert build(Order(started.folder, "2024-11")).open_findings == ()


def test_what_stands_on_several_pages_is_asked_for_once(started: SmallProject) -> None:
    text = started.text(PROJECTS).replace("teams:\n", "  - {name: Westham, level: district}\nteams:\n", 1)
    started.write(PROJECTS, text.replace("districts: [Eastham]", "districts: [Eastham, Westham]"))
    rows = rows_of(make_edition(started.folder, "2024-11").folder, "observations")
    asked = [(row["indicator"], row["area"], row["period"]) for row in rows]
    assert ("REPEAT", "Eastham CSWT", "2023-24") in asked
    assert len(asked) == len(set(asked))


def test_a_first_edition_that_cannot_be_made_leaves_nothing_behind(
    started: SmallProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("workbook_builder.commands.new._write_csv", fail)
    with pytest.raises(ProblemsFound, match="No space left"):
        make_edition(started.folder, "2024-11")
    assert not (started.folder / "inputs").exists()


def test_a_new_indicator_and_a_new_district_are_asked_for_with_target_and_source(small: SmallProject) -> None:
    small.write(f"inputs/2024-11/{PROJECTS}", SPEC)
    text = SPEC.replace(
        "indicators:\n  - id: PLANS",
        "indicators:\n" + INDICATOR.format(id="FRESH", polarity="H", data_period="MS") + "  - id: PLANS",
    )
    text = text.replace("[PLANS, REPEAT, SECOND]", "[PLANS, REPEAT, SECOND, FRESH]")
    small.write(PROJECTS, text.replace("teams:\n", "  - {name: Westham, level: district}\nteams:\n"))
    folder = make_edition(small.folder, "2024-12").folder
    rows = [(row["indicator"], row["area"], row["period"]) for row in rows_of(folder, "observations")]
    assert rows[5:] == [("FRESH", "Shire", "2024-12"), ("PLANS", "Westham", "2024-12")]
    assert [(row["indicator"], row["year"]) for row in rows_of(folder, "targets")] == [("FRESH", "2024-25")]
    assert [row["indicator"] for row in rows_of(folder, "sources")] == ["PLANS", "REPEAT", "FRESH"]


INERT = {
    "a title": (PROJECTS, "title: Percentage of plans issued in time", 'title: "=1+1 plans"'),
    "a source": ("inputs/2024-11/sources.csv", "Month of November 2024", "=HYPERLINK(A1)"),
    "a release": ("inputs/2024-11/sources.csv", "2024,Dec 2024", "2024,+1+1"),
    "an area": (PROJECTS, "name: Eastham CSWT", 'name: "@Eastham CSWT"'),
    "a title after a blank": (PROJECTS, "title: Percentage of plans issued in time", 'title: "\\t =1+1 plans"'),
    "a negative figure": ("inputs/2024-11/observations.csv", "2024-11,61.5,123,200", "2024-11,-61.5,,"),
}


@pytest.mark.parametrize("as_workbook", [False, True], ids=["files", "workbook"])
@pytest.mark.parametrize(("file", "old", "new"), INERT.values(), ids=INERT)
def test_no_cell_of_a_new_edition_is_a_formula_to_excel(
    small: SmallProject, file: str, old: str, new: str, as_workbook: bool
) -> None:
    small.change(file, old, new)
    if "@" in new:
        path = "inputs/2024-11/observations.csv"
        small.write(path, small.text(path).replace("Eastham CSWT", "@Eastham CSWT"))
    folder = make_edition(small.folder, "2024-12", as_workbook).folder
    if as_workbook:
        from openpyxl import load_workbook

        book = load_workbook(folder / "inputs.xlsx")
        cells = [str(cell or "") for sheet in book for row in sheet.values for cell in row]
    else:
        cells = [text for path in folder.glob("*.csv") for row in rows_of(folder, path.stem) for text in row.values()]
    assert cells
    assert [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))] == []


def test_a_name_with_such_a_sign_is_read_back(small: SmallProject) -> None:
    small.change(PROJECTS, "name: Eastham CSWT", 'name: "@Eastham CSWT"')
    path = "inputs/2024-11/observations.csv"
    small.write(path, small.text(path).replace("Eastham CSWT", "@Eastham CSWT"))
    folder = make_edition(small.folder, "2024-12").folder
    assert "'@Eastham CSWT" in [row["area"] for row in rows_of(folder, "observations")]
    fill(folder)
    assert build(Order(small.folder, "2024-12")).missing == {"N/A": 1}


PROBLEMS = {
    "a figure that nobody explains": ("inputs/2024-12/observations.csv", "PLANS,Shire,2024-12,62.0,,,,\n", ""),
    "a table that is not filled in": ("inputs/2024-12/observations.csv", "62.0", ""),
    "a target without its floor": ("inputs/2024-11/targets.csv", "PLANS,2024-25,60,,,50", "PLANS,2024-25,60,,,"),
    "a faulty edition.yaml": ("inputs/2024-12/edition.yaml", "status: draft", "status: ready"),
}


@pytest.mark.parametrize(("file", "old", "new"), PROBLEMS.values(), ids=PROBLEMS)
def test_nothing_is_made_after_an_edition_with_problems_and_no_spec_kept(
    small: SmallProject, file: str, old: str, new: str
) -> None:
    follow(small)
    small.change(file, old, new)
    before = {path: path.read_bytes() for path in small.folder.rglob("*") if path.is_file()}
    with pytest.raises(ProblemsFound):
        make_edition(small.folder, "2025-01")
    assert {path: path.read_bytes() for path in small.folder.rglob("*") if path.is_file()} == before
    assert not (small.folder / "inputs/2025-01").exists()


def test_the_report_says_which_spec_is_in_use(small: SmallProject) -> None:
    follow(small)
    small.write(f"inputs/2024-12/{PROJECTS}", SPEC)
    small.change("inputs/2024-12/observations.csv", "PLANS,Shire,2024-12,62.0,,,,\n", "")
    with pytest.raises(ProblemsFound) as raised:
        make_edition(small.folder, "2025-01")
    assert raised.value.problems[0].found == f"an edition with problems, by inputs/2024-12/{PROJECTS}"
    assert raised.value.problems[1].found == "no PLANS of 2024-12 for Shire"
