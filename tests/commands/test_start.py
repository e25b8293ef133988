"""`start` makes a project that builds at once, from nothing or from a table of figures that somebody has."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.support.clients.compare import opened
from tests.support.commands import runner
from workbook_builder.commands.build import Order, build
from workbook_builder.commands.start import start
from workbook_builder.commands.start.periods_meant import period_meant
from workbook_builder.commands.start.proposing import GUESSED
from workbook_builder.problems import ProblemsFound
from workbook_builder.specs import load_spec

LONG = """\
Indicator,Ward,Month,Value,Numerator,Denominator
Percentage of plans on time,Borough total,Sep 2025,61.5,123,200
Percentage of plans on time,North,Sep 2025,60.0%,60,100
Percentage of plans on time,Borough total,Oct 2025,62.5,125,200
Percentage of plans on time,North,Oct 2025,65.0,65,100
Children waiting,Borough total,Sep 2025,"1,204",,
Children waiting,Borough total,Oct 2025,n/a,,
"""
WIDE = "KPI,2023/24,Q1 2024/25,Q2 2024/25\nCalls answered %,91%,92.5%,93%\nDays to decide,12,11.5,10\n"
CROSSED = "Provider,Period,Seen in a week,Waiting list\nAlpha,2025-09,80.5,12\nAlpha,2025-10,81.0,13\n"


def written(folder: Path, text: str) -> Path:
    file = folder / "figures.csv"
    file.write_text(text, encoding="utf-8")
    return file


def stated(project: Path, edition: str) -> dict[tuple[str, str, str], tuple[str, str]]:
    """The measure and status of every row of the observations."""
    with (project / "inputs" / edition / "observations.csv").open(encoding="utf-8-sig", newline="") as file:
        return {(r["indicator"], r["area"], r["period"]): (r["measure"], r["status"]) for r in csv.DictReader(file)}


def test_from_nothing_it_builds_at_once(tmp_path: Path) -> None:
    started = start(tmp_path / "mine", "2025-10")
    assert started.guesses == 0
    assert build(Order(started.folder, "2025-10")).file.is_file()
    assert set(stated(started.folder, "2025-10").values()) == {("", "to be supplied")}


def test_the_command_says_what_to_do_next_and_that_works(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = runner(tmp_path, capsys)
    ran = run("start", str(tmp_path / "mine"), "--from", str(written(tmp_path, LONG)), project=None)
    assert (ran.code, ran.err) == (0, "")
    program, *arguments = ran.summary["Next"].split()
    assert (program, run(*arguments, project=None).code) == ("workbook-builder", 0)
    refused = run("start", str(tmp_path / "other"), "--month", "soon", project=None)
    assert (refused.code, "--month" in refused.err, (tmp_path / "other").exists()) == (1, True, False)


def test_the_month_before_this_one_is_the_first_edition_unless_another_is_named(tmp_path: Path) -> None:
    month = start(tmp_path / "mine").month
    assert [path.name for path in (tmp_path / "mine" / "inputs").iterdir()] == [str(month)]


def test_a_row_for_each_figure_is_understood(tmp_path: Path) -> None:
    project = tmp_path / "mine"
    start(project, source=written(tmp_path, LONG))
    spec = load_spec(project)
    assert [(area.name, area.level.value) for area in spec.areas] == [
        ("Borough total", "county"),
        ("North", "district"),
    ]
    plans, waiting = spec.indicators
    assert (plans.id, plans.unit.value, plans.decimals, plans.measure.value) == (
        "PLANS-ON-TIME",
        "percent",
        1,
        "percentage",
    )
    assert (waiting.id, waiting.unit.value, waiting.decimals, waiting.exists) == (
        "CHILDREN-WAITING",
        "count",
        0,
        ("county",),
    )
    assert stated(project, "2025-10") == {
        ("PLANS-ON-TIME", "Borough total", "2025-09"): ("61.5", ""),
        ("PLANS-ON-TIME", "North", "2025-09"): ("60.0", ""),
        ("PLANS-ON-TIME", "Borough total", "2025-10"): ("62.5", ""),
        ("PLANS-ON-TIME", "North", "2025-10"): ("65.0", ""),
        ("CHILDREN-WAITING", "Borough total", "2025-09"): ("1204", ""),
        ("CHILDREN-WAITING", "Borough total", "2025-10"): ("", "N/A"),
    }
    assert build(Order(project, "2025-10")).file.is_file()


def test_a_column_for_each_period_is_understood(tmp_path: Path) -> None:
    project = tmp_path / "mine"
    start(project, source=written(tmp_path, WIDE))
    assert stated(project, "2024-09")["DAYS-TO-DECIDE", "Whole area", "2024-25 Q1"] == ("11.5", "")
    file = build(Order(project, "2024-09")).file
    values = {cell.value for row in opened(file, cached=True)["Whole area"].iter_rows() for cell in row}
    assert {93, 92.5, 91} <= values


def test_a_column_for_each_indicator_is_understood(tmp_path: Path) -> None:
    project = tmp_path / "mine"
    start(project, source=written(tmp_path, CROSSED))
    assert stated(project, "2025-10")["WAITING-LIST", "Alpha", "2025-09"] == ("12", "")
    assert build(Order(project, "2025-10")).file.is_file()


def test_a_workbook_is_understood_as_excel_shows_it(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["Indicator", "Period", "Value"], ["Calls", "2025-09", 12], ["Calls", "2025-10", 13]):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "figures.xlsx")
    start(tmp_path / "mine", source=tmp_path / "figures.xlsx")
    assert stated(tmp_path / "mine", "2025-10")["CALLS", "Whole area", "2025-10"] == ("13", "")


def test_what_was_guessed_is_marked_and_counted(tmp_path: Path) -> None:
    started = start(tmp_path / "mine", source=written(tmp_path, WIDE))
    text = (started.folder / "indicator_specs.yaml").read_text(encoding="utf-8")
    assert started.guesses == text.count(GUESSED) > 0
    assert all(GUESSED in line for line in text.splitlines() if "polarity: H" in line)
    assert f"Guessed: {started.guesses} things" in started.outcome.said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nothing\n", "no figures under the headings nothing"),
        ("Indicator,Month,Value\nCalls,some time,12\n", "no figures under the headings Indicator, Month, Value"),
        (
            f"{LONG}Children waiting,Borough total,2025-09,3,,\n",
            "2 figures of 'Children waiting', Borough total, 2025-09",
        ),
    ],
)
def test_a_table_without_figures_or_with_two_is_a_problem_and_nothing_is_made(
    tmp_path: Path, text: str, found: str
) -> None:
    with pytest.raises(ProblemsFound) as raised:
        start(tmp_path / "mine", source=written(tmp_path, text))
    assert [problem.found.replace('"', "'") for problem in raised.value.problems] == [found]
    assert not (tmp_path / "mine").exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    written(tmp_path, "mine")
    with pytest.raises(ProblemsFound) as raised:
        start(tmp_path)
    assert raised.value.problems[0].found == "a folder that holds something"
    assert [path.name for path in tmp_path.iterdir()] == ["figures.csv"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Nov 2024", "2024-11"),
        ("November 2024", "2024-11"),
        ("Nov-24", "2024-11"),
        ("11/2024", "2024-11"),
        ("01/11/2024", "2024-11"),
        ("2023/24", "2023-24"),
        ("2023/2024", "2023-24"),
        ("Q2 2024/25", "2024-25 Q2"),
        ("2024-25 Q2", "2024-25 Q2"),
        ("Autumn term 2024/25", "2024-25 Autumn"),
        ("2023/25", None),
        ("13/2024", None),
        ("Ashford", None),
        ("12", None),
    ],
)
def test_periods_are_understood_as_people_write_them(text: str, meant: str | None) -> None:
    period = period_meant(text)
    assert (str(period) if period else None) == meant
