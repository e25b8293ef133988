"""The edition before is made again beside the one that is built; what is wrong with it stops nothing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.support.commands import Run, runner
from tests.support.reading import inputs_of, scorecard_of
from tests.support.recipes import compared
from tests.support.small import EDITION, OBSERVATIONS, SPEC, SmallProject
from workbook_builder.commands.build import Order, build
from workbook_builder.inputs.figures import Number
from workbook_builder.periods import month
from workbook_builder.scorecards.model import Scorecard

OCTOBER = month(2024, 10)
EARLIER = [line for line in OBSERVATIONS.splitlines() if ",2024-11," not in line]
LOST = "Nothing is compared with the previous edition."
AUGUST = """\
PLANS,Shire,2024-08,55.0,,,,
PLANS,Eastham,2024-08,40.0,,,,
REPEAT,Shire,2024-08,22.5,,,,
REPEAT,Eastham CSWT,2024-08,22.0,,,,
SECOND,Shire,2024-08,16.0,,,,
"""


def add_october(small: SmallProject, observations: str = "\n".join(EARLIER) + "\n" + AUGUST) -> None:
    """Give the small project the edition of October 2024."""
    small.write("inputs/2024-10/edition.yaml", EDITION.replace("2024-11", "2024-10").replace("draft", "final"))
    small.write("inputs/2024-10/observations.csv", observations)
    small.write("inputs/2024-10/targets.csv", small.text("inputs/2024-11/targets.csv"))


def rename(small: SmallProject) -> None:
    """Give the scorecard another id than it had in October."""
    add_october(small)
    small.write("inputs/2024-10/indicator_specs.yaml", SPEC)
    small.change("indicator_specs.yaml", "id: Small_Scorecard", "id: Renamed")


def add_page(small: SmallProject, kind: str) -> None:
    """Give the scorecard a page that compares editions."""
    contents = "      - {kind: contents, name: Contents}\n"
    small.change("indicator_specs.yaml", contents, f"{contents}      - {{kind: {kind}, name: Compared}}\n")


@pytest.fixture
def run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small project."""
    return runner(small.folder, capsys)


def november(small: SmallProject) -> Scorecard:
    """The edition of November 2024 with the one before it."""
    return compared(scorecard_of(small), small.folder, inputs_of(small))


def test_the_first_edition_has_none_and_says_so(small: SmallProject) -> None:
    made = november(small)
    assert (made.previous, made.no_previous) == (None, "There is no earlier edition.")


def test_the_previous_edition_is_the_scorecard_of_its_own_month(small: SmallProject) -> None:
    add_october(small)
    made = november(small)
    assert made.previous == scorecard_of(small, OCTOBER)
    assert made.no_previous == ""
    assert made.previous is not None
    assert made.previous.previous is None


def test_it_is_the_latest_of_several_and_never_a_later_one(small: SmallProject) -> None:
    add_october(small)
    for other in ("2024-09", "2024-12"):
        small.write(f"inputs/{other}/edition.yaml", EDITION.replace("2024-11", other))
    previous = november(small).previous
    assert previous is not None
    assert previous.edition.month == OCTOBER


def test_of_one_area_only_that_area(small: SmallProject) -> None:
    add_october(small)
    made = compared(scorecard_of(small, only_area="Eastham"), small.folder, inputs_of(small))
    assert made.previous is not None
    assert {row.place for row in made.previous.rows} == {"Eastham", "Eastham CSWT"}


def test_old_rows_that_are_missing_are_unknown_and_stop_nothing(small: SmallProject) -> None:
    add_october(small, "\n".join(line for line in EARLIER if "PLANS,Shire,2024-10" not in line) + "\n")
    small.write("inputs/2024-10/targets.csv", small.text("inputs/2024-11/targets.csv").replace(",,,50,", ",,,,"))
    previous = november(small).previous
    assert previous is not None
    plans = next(previous.rows)
    assert (plans.indicator.id, plans.place, plans.figure(OCTOBER)) == ("PLANS", "Shire", None)
    assert isinstance(plans.figure(month(2024, 9)), Number)
    build(Order(small.folder, "2024-11"))


def test_an_edition_that_cannot_be_made_again_is_explained(small: SmallProject) -> None:
    add_october(small)
    small.write("inputs/2024-10/edition.yaml", "month: 2024-10\nstatus: final\n")
    made = november(small)
    assert made.previous is None
    assert made.no_previous == (
        "The October 2024 edition cannot be made again: inputs/2024-10/edition.yaml, line 1: no `published`."
    )
    build(Order(small.folder, "2024-11"))


def test_a_row_that_was_of_the_future_then_is_explained(small: SmallProject) -> None:
    add_october(small)
    text = small.text("inputs/2024-10/observations.csv")
    small.write("inputs/2024-10/observations.csv", text + "PLANS,Shire,2024-11,61.5,123,200,,\n")
    assert 'observations.csv, row 18, column period: "2024-11".' in november(small).no_previous


def test_a_scorecard_that_had_another_id_is_explained(small: SmallProject) -> None:
    rename(small)
    made = november(small)
    assert made.previous is None
    assert made.no_previous == (
        'The October 2024 edition had no scorecard with the id "Renamed" (it had: Small_Scorecard).'
    )


def test_an_area_without_a_page_then_is_explained(small: SmallProject) -> None:
    add_october(small)
    small.write("inputs/2024-10/indicator_specs.yaml", SPEC.replace("Eastham", "Northam"))
    small.write("inputs/2024-10/observations.csv", "\n".join(EARLIER).replace("Eastham", "Northam") + "\n")
    made = compared(scorecard_of(small, only_area="Eastham"), small.folder, inputs_of(small))
    assert (made.previous, made.no_previous) == (None, "The October 2024 edition had no page about Eastham.")


@pytest.mark.parametrize("kind", ["changes", "exceptions"])
def test_a_comparison_that_is_lost_is_told_by_build_and_check(small: SmallProject, run: Run, kind: str) -> None:
    rename(small)
    add_page(small, kind)
    said = f"{LOST} The October 2024 edition had no scorecard with the id"
    for command in (["build"], ["build", "--area", "Eastham"], ["check"], ["check", "--json"]):
        ran = run(*command, "2024-11")
        assert (ran.code, ran.err.strip().startswith(said)) == (0, True), ran
    assert json.loads(run("check", "2024-11", "--json").out) == []


def test_no_comparison_is_missed_in_the_first_edition_or_without_a_page_that_compares(
    small: SmallProject, run: Run
) -> None:
    add_page(small, "changes")
    first = [run(command, "2024-11") for command in ("build", "check")]
    add_october(small)
    compared = [run(command, "2024-11") for command in ("build", "check")]
    small.write("indicator_specs.yaml", SPEC)
    rename(small)
    without = [run(command, "2024-11") for command in ("build", "check")]
    assert {(ran.code, ran.err) for ran in (*first, *compared, *without)} == {(0, "")}


def test_it_changes_nothing_of_the_edition_itself(small: SmallProject) -> None:
    add_october(small)
    made = november(small)
    assert replace(made, previous=None) == scorecard_of(small)
