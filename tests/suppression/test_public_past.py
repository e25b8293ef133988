"""What public editions printed is read by those after them: it stays withheld, and protects nothing any more."""

from __future__ import annotations

import csv

import pytest

from tests.support.commands import Run, files, runner
from tests.support.public import RECORD, next_edition, public, second_district
from tests.support.reading import OBSERVATIONS
from tests.support.small import SmallProject

DECEMBER = (
    "PLANS,Shire,2024-12,62.0,6200,10000,,",
    "PLANS,Eastham,2024-12,50.0,50,100,,",
    "REPEAT,Shire,2024-12,21.0,21,100,,",
    "REPEAT,Eastham CSWT,2024-12,,,,N/A",
    "SECOND,Shire,2024-12,18.0,18,100,,",
)
LATER = "inputs/2024-12/public.csv"


@pytest.fixture(name="run")
def fixture_run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small project."""
    return runner(small.folder, capsys)


def record(small: SmallProject, file: str = RECORD) -> dict[tuple[str, ...], list[str]]:
    """The figures of `public.csv` by printing, indicator, area and period."""
    rows = list(csv.reader(small.text(file).splitlines()))
    return {tuple(row[1:5]): row[5:8] for row in rows[1:]}


def data_of(small: SmallProject, name: str, month: str = "2024-12") -> list[dict[str, str]]:
    """A file of the public data of an edition."""
    path = f"outputs/Small_Scorecard_{month}_public_data/{name}.csv"
    return list(csv.DictReader(small.text(path).splitlines()))


def test_built_again_the_same_edition_leaves_its_record_as_it_is(small: SmallProject, run: Run) -> None:
    public(small)
    run("build", "2024-11", "--public")
    before = files(small.folder)
    assert run("build", "2024-11", "--public").code == 0
    assert files(small.folder) == before


def test_an_edition_that_is_published_again_otherwise_is_recorded_beside_what_readers_have(
    small: SmallProject, run: Run
) -> None:
    public(small)
    run("build", "2024-11", "--public")
    first = small.text(RECORD)
    small.change(OBSERVATIONS, "PLANS,Shire,2024-10,60.0", "PLANS,Shire,2024-10,60.5")
    assert run("build", "2024-11", "--public").code == 0
    assert small.text(RECORD).startswith(first)
    told = record(small)
    assert (told["1", "PLANS", "Shire", "2024-10"][0], told["2", "PLANS", "Shire", "2024-10"][0]) == ("60.0", "60.5")


def test_what_was_withheld_once_stays_withheld_when_it_is_no_longer_small(small: SmallProject, run: Run) -> None:
    public(small)
    run("build", "2024-11", "--public")
    next_edition(small, *DECEMBER, "PLANS,Eastham,2024-11,1.0,79,7919,,")
    assert run("build", "2024-12", "--public").code == 0
    assert record(small, LATER)["1", "PLANS", "Eastham", "2024-11"] == ["withheld"] * 3
    assert record(small, LATER)["1", "PLANS", "Eastham", "2024-12"] == ["50.0", "50", "100"]


def test_withhold_lists_what_was_withheld_before(small: SmallProject, run: Run) -> None:
    public(small)
    run("build", "2024-11", "--public")
    next_edition(small, *DECEMBER, "PLANS,Eastham,2024-11,1.0,79,7919,,")
    ran = run("withhold", "2024-12")
    assert (ran.code, ran.summary["Withheld"]) == (0, "1")
    assert "  withheld in an earlier edition: PLANS, 2024-11: Eastham" in ran.out.splitlines()


def test_without_its_record_the_same_row_would_be_told(small: SmallProject, run: Run) -> None:
    public(small)
    run("build", "2024-11", "--public")
    (small.folder / RECORD).unlink()
    next_edition(small, *DECEMBER, "PLANS,Eastham,2024-11,1.0,79,7919,,")
    assert run("build", "2024-12", "--public").code == 0
    assert record(small, LATER)["1", "PLANS", "Eastham", "2024-11"] == ["1.0", "79", "7919"]


def test_a_second_pattern_that_would_give_the_first_away_is_not_printed(small: SmallProject, run: Run) -> None:
    """Two small districts are withheld; one turns out large. To print it now would give the other away."""
    public(small)
    second_district(small)
    run("build", "2024-11", "--public")
    assert record(small)["1", "PLANS", "Westham", "2024-11"] == ["withheld"] * 3
    westham = "PLANS,Westham,2024-12,40.0,40,100,,"
    next_edition(small, *DECEMBER, westham, "PLANS,Westham,2024-11,5.0,104,2081,,")
    assert run("build", "2024-12", "--public").code == 0
    assert record(small, LATER)["1", "PLANS", "Westham", "2024-11"] == ["withheld"] * 3


def test_a_small_count_that_was_printed_before_is_told_to_be_known(small: SmallProject, run: Run) -> None:
    public(small, rules="suppress: {preset: dfe, unknown_numerators: show, to: 2}\n")
    run("build", "2024-11", "--public")
    assert record(small)["1", "PLANS", "Eastham", "2024-11"] == ["0.04", "3", "7919"]
    small.change("indicator_specs.yaml", ", to: 2}", "}")
    next_edition(small, *DECEMBER)
    ran = run("build", "2024-12", "--public")
    assert ran.code == 0
    assert "1 small count can be found out from earlier public editions alone" in ran.err
    assert record(small, LATER)["1", "PLANS", "Eastham", "2024-11"] == ["withheld"] * 3


def test_an_edition_that_a_later_one_rests_on_is_not_published_otherwise(small: SmallProject, run: Run) -> None:
    public(small)
    run("build", "2024-11", "--public")
    next_edition(small, *DECEMBER)
    run("build", "2024-12", "--public")
    assert run("build", "2024-11", "--public").code == 0
    small.change(OBSERVATIONS, "PLANS,Shire,2024-10,60.0", "PLANS,Shire,2024-10,60.5")
    ran = run("build", "2024-11", "--public")
    assert (ran.code, LATER in ran.err, "correct it in the next edition" in ran.err) == (1, True, True)


def test_a_record_that_no_build_wrote_is_refused(small: SmallProject, run: Run) -> None:
    public(small)
    run("build", "2024-11", "--public")
    small.change(RECORD, "6000", "some")
    ran = run("build", "2024-11", "--public")
    assert (ran.code, f"{RECORD}, row" in ran.err) == (1, True)
    assert run("build", "2024-11").code == 0


def test_what_changed_compares_with_what_the_edition_before_printed(small: SmallProject, run: Run) -> None:
    """A figure that was withheld then is not compared, and one that is withheld now is not told from then."""
    public(small)
    compare = "      - {kind: changes, name: What changed}\n      - {kind: targets, name: Targets}\n"
    small.change("indicator_specs.yaml", "      - {kind: targets, name: Targets}\n", compare)
    run("build", "2024-11", "--public")
    revised = ("PLANS,Shire,2024-11,61.0,6100,10000,,", "PLANS,Eastham,2024-11,1.0,79,7919,,")
    next_edition(small, *DECEMBER, *revised)
    assert run("build", "2024-12", "--public", "--to", "csv,xlsx").code == 0
    said = "".join(map(str, data_of(small, "changes")))
    assert "61.0" in said
    assert "7919" not in said
    assert "79" not in said


def test_without_a_record_the_edition_before_is_told_as_far_as_it_is_so_still(small: SmallProject, run: Run) -> None:
    public(small)
    compare = "      - {kind: changes, name: What changed}\n      - {kind: targets, name: Targets}\n"
    small.change("indicator_specs.yaml", "      - {kind: targets, name: Targets}\n", compare)
    next_edition(small, *DECEMBER, "PLANS,Shire,2024-11,61.0,6100,10000,,")
    assert run("build", "2024-12", "--public", "--to", "csv").code == 0
    said = "".join(map(str, data_of(small, "changes")))
    assert "61.0" in said
    assert "60.0" not in said
    assert "stated" in said


def test_the_managers_edition_knows_no_record(small: SmallProject, run: Run) -> None:
    public(small)
    run("build", "2024-11", "--to", "html")
    before = files(small.folder)
    run("build", "2024-11", "--public")
    run("build", "2024-11", "--to", "html")
    after = files(small.folder)
    assert {name: after[name] for name in before} == before
