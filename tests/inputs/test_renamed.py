"""A district or team that is renamed keeps its history; what merged districts have stated is nobody's sum."""

from __future__ import annotations

import pytest

from tests.support.changing import december, follow
from tests.support.commands import Run, runner
from tests.support.reading import OBSERVATIONS, inputs_of
from tests.support.recipes import check
from tests.support.small import SPEC, SmallProject
from workbook_builder.commands.build import Order, build
from workbook_builder.commands.new import make_edition
from workbook_builder.figures import Withheld
from workbook_builder.inputs.figures import Missing, Number
from workbook_builder.periods import month
from workbook_builder.problems import ProblemsFound
from workbook_builder.rating.travel import Travel
from workbook_builder.scorecards.changes import Kind, find_changes
from workbook_builder.scorecards.model import Row

PROJECTS = "indicator_specs.yaml"
DECEMBER = month(2024, 12)
DECEMBERS = "inputs/2024-12/observations.csv"
HEADER = "indicator,area,period,measure,numerator,denominator,status,decimals\n"


@pytest.fixture
def run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small project."""
    return runner(small.folder, capsys)


def rename(
    small: SmallProject, formerly: str = "formerly: Eastham, ", team: str = "formerly: Eastham CSWT, "
) -> None:
    """Let Eastham and its team be called East Coast from now on."""
    text = small.text(PROJECTS)
    text = text.replace("{name: Eastham,", f"{{name: East Coast, {formerly}").replace("[Eastham]", "[East Coast]")
    small.write(PROJECTS, text.replace("{name: Eastham CSWT,", f"{{name: East Coast CSWT, {team}"))


def renamed(small: SmallProject, called: str = "East Coast") -> None:
    """A December in which Eastham is called otherwise; `called` is what December's rows call it."""
    follow(small)
    rename(small)
    small.write(DECEMBERS, small.text(DECEMBERS).replace("Eastham", called))


def row(small: SmallProject, indicator: str, place: str) -> Row:
    """A row of December's edition."""
    return next(r for r in december(small).rows if (r.indicator.id, r.place) == (indicator, place))


def shown(found: Row) -> list[str]:
    """The figures of a row as printed."""
    measures = [stated.measure for stated in found.figures.values()]
    return [measure.text if isinstance(measure, Number) else measure.value for measure in measures]


def test_an_acceptance_may_call_a_renamed_district_by_its_former_name(small: SmallProject) -> None:
    renamed(small)
    own = next(line for line in small.text(DECEMBERS).splitlines() if line.startswith("PLANS,East Coast,"))
    small.change(DECEMBERS, own, "PLANS,East Coast,2024-12,80.0,41,100,,")
    small.write(
        "inputs/2024-12/edition.yaml",
        "month: 2024-12\npublished: 2025-01-22\nstatus: draft\naccepted:\n"
        "  - {rule: ratio, indicator: PLANS, area: Eastham, reason: The numbers were confirmed.}\n",
    )
    found = [each for each in check(small.folder, "2024-12") if each.rule in ("ratio", "acceptance")]
    assert [(each.rule, each.place, each.accepted) for each in found] == [
        ("ratio", "East Coast", "The numbers were confirmed.")
    ]


@pytest.mark.parametrize("called", ["East Coast", "Eastham"])
def test_a_renamed_district_and_its_team_keep_their_history(small: SmallProject, called: str) -> None:
    renamed(small, called)
    assert shown(row(small, "PLANS", "East Coast"))[:3] == ["41.0", "41.0", "41.0"]
    assert shown(row(small, "REPEAT", "East Coast CSWT")) == ["N/A", "to be supplied", "to be supplied"]
    assert {place for _, place, _ in inputs_of(small, DECEMBER).observations} == {
        "Shire",
        "East Coast",
        "East Coast CSWT",
    }


def test_without_the_spec_of_its_time_as_well(small: SmallProject) -> None:
    renamed(small)
    (small.folder / "inputs/2024-11" / PROJECTS).unlink()
    assert shown(row(small, "PLANS", "East Coast"))[:3] == ["41.0", "41.0", "41.0"]


def test_what_changed_says_who_was_renamed_and_compares_it_with_itself(small: SmallProject) -> None:
    renamed(small)
    small.change(DECEMBERS, "PLANS,East Coast,2024-12,41.0", "PLANS,East Coast,2024-12,55.0")
    now = december(small)
    assert now.previous is not None
    changes = find_changes(now.previous, now)
    assert [(c.what, c.page, c.place, c.before, c.now, c.row) for c in changes[Kind.RENAMED]] == [
        ("renamed", "East Coast", "East Coast", "Eastham", "East Coast", ("PLANS", "East Coast")),
        (
            "renamed",
            "East Coast",
            "East Coast CSWT",
            "Eastham CSWT",
            "East Coast CSWT",
            ("REPEAT", "East Coast CSWT"),
        ),
    ]
    assert [(c.place, c.before.value, c.now.value) for c in changes[Kind.MOVED]] == [("East Coast", "RED", "AMBER")]
    assert changes[Kind.ADDED] == changes[Kind.REMOVED] == ()


def test_what_is_suppressed_of_a_renamed_district_is_not_told_under_its_former_name(small: SmallProject) -> None:
    renamed(small)
    small.write(DECEMBERS, small.text(DECEMBERS) + "PLANS,East Coast,2024-11,,,,suppressed,\n")
    now = december(small)
    assert now.previous is not None
    [change] = find_changes(now.previous, now)[Kind.REVISED]
    assert (change.what, change.place, change.before) == ("figure of Nov-24", "East Coast", Withheld.STATED)
    assert change.now is Missing.SUPPRESSED


def test_a_sheet_that_only_is_called_otherwise_is_no_new_page(small: SmallProject) -> None:
    follow(small)
    small.change(PROJECTS, "{name: Eastham,", "{name: Eastham, sheet: East,")
    now = december(small)
    assert now.previous is not None
    assert [page.name for page in now.pages] == [page.name for page in now.previous.pages]
    assert not any(find_changes(now.previous, now).values())


def test_a_renamed_district_is_built_by_either_name_and_earlier_editions_as_they_were(
    small: SmallProject, run: Run
) -> None:
    renamed(small)
    for name in ("East Coast", "eastham"):
        assert run("build", "2024-12", "--area", name).code == 0
    assert run("build", "2024-11", "--area", "Eastham").code == 0
    assert sorted(path.name for path in (small.folder / "outputs").iterdir()) == [
        "Small_Scorecard_2024-11_Eastham.xlsx",
        "Small_Scorecard_2024-12_East_Coast.xlsx",
    ]
    assert run("audit", "2024-11", "--against", str(build(Order(small.folder, "2024-11")).file), "--strict").code == 0
    assert run("audit", "2024-12", "--against", str(build(Order(small.folder, "2024-12")).file), "--strict").code == 0


def test_new_continues_the_series_of_a_renamed_district(small: SmallProject) -> None:
    small.write(f"inputs/2024-11/{PROJECTS}", SPEC)
    rename(small)
    rows = (make_edition(small.folder, "2024-12").folder / "observations.csv").read_text(encoding="utf-8-sig")
    assert "PLANS,East Coast,2024-12,,,,,,,,,Percentage of plans issued in time,41.0 (2024-11)\n" in rows
    assert "Eastham" not in rows


def test_a_district_may_be_renamed_more_than_once(small: SmallProject) -> None:
    renamed(small)
    small.write(f"inputs/2024-12/{PROJECTS}", small.text(PROJECTS))
    small.change(
        PROJECTS, "name: East Coast, formerly: Eastham,", "name: The Coast, formerly: [Eastham, East Coast],"
    )
    small.change(PROJECTS, "districts: [East Coast]", "districts: [The Coast]")
    small.write(
        "inputs/2025-01/edition.yaml", small.text("inputs/2024-12/edition.yaml").replace("2024-12", "2025-01")
    )
    january = small.text(DECEMBERS).replace("2024-12", "2025-01").replace("East Coast,", "The Coast,")
    small.write("inputs/2025-01/observations.csv", january)
    stated = inputs_of(small, month(2025, 1)).observations
    places = [period for indicator, place, period in stated if (indicator, place) == ("PLANS", "The Coast")]
    assert sorted(map(str, places)) == ["2024-09", "2024-10", "2024-11", "2024-12", "2025-01"]


def test_a_figure_stated_under_both_names_is_stated_twice(small: SmallProject) -> None:
    renamed(small)
    small.write(DECEMBERS, small.text(DECEMBERS) + "PLANS,Eastham,2024-12,40.0,,,,\n")
    with pytest.raises(ProblemsFound, match="PLANS, East Coast, 2024-12 for the second time"):
        inputs_of(small, DECEMBER)


def test_a_place_that_is_gone_is_named_where_another_has_no_history(small: SmallProject) -> None:
    follow(small)
    rename(small, formerly="", team="")
    small.write(DECEMBERS, HEADER + "PLANS,Shire,2024-12,62.0,,,,\n")
    with pytest.raises(ProblemsFound) as raised:
        december(small)
    remedies = {p.found: p.remedy for p in raised.value.problems}
    assert remedies["no PLANS of 2024-12 for East Coast"].endswith(
        "; only earlier editions know Eastham, Eastham CSWT: a place that was renamed keeps its history if the spec "
        "says what it was called (`formerly: Eastham`)"
    )
    assert "formerly" not in remedies["no SECOND of 2024-12 for Shire"]


FAULTS = {
    "a name that another has": ("formerly: Shire", '"Shire"', "a name that no area or team has now"),
    "its own name": ("formerly: [Oldham, Eastham]", '"Eastham"', "a name that no area or team has now"),
    "a name twice": (
        "formerly: [Oldham, oldham]",
        '"oldham" as a former name of Eastham, too',
        "each former name once",
    ),
    "no name": ("formerly: 3", "3", "text"),
    "an empty list entry": ('formerly: [""]', '""', "text, not empty"),
}


@pytest.mark.parametrize(("line", "found", "allowed"), FAULTS.values(), ids=FAULTS)
def test_a_former_name_that_leads_nowhere_is_a_problem(
    small: SmallProject, line: str, found: str, allowed: str
) -> None:
    small.change(PROJECTS, "{name: Eastham,", f"{{name: Eastham, {line},")
    with pytest.raises(ProblemsFound) as raised:
        inputs_of(small)
    [problem] = raised.value.problems
    assert problem.where.startswith(f"{PROJECTS}, line 3: areas → Eastham → formerly")
    assert (problem.found, problem.allowed) == (found, allowed)


TWO = SPEC.replace(
    "  - {name: Eastham, level: district}\n",
    "  - {name: Eastham, level: district}\n  - {name: Westham, level: district}\n",
)
ONE = SPEC.replace("{name: Eastham,", "{name: Ham, formerly: [Eastham, Westham],").replace("[Eastham]", "[Ham]")
WESTHAM = "PLANS,Westham,2024-10,20.0,,,,\nPLANS,Westham,2024-11,21.0,21,100,,\n"


def merge(small: SmallProject, *, kept: bool = True, one: str = ONE, restated: str = "") -> None:
    """Let Eastham and Westham, which November has, be one district, Ham, in December."""
    follow(small)
    small.write(OBSERVATIONS, small.text(OBSERVATIONS) + WESTHAM)
    small.write(PROJECTS, one)
    if kept:
        small.write(f"inputs/2024-11/{PROJECTS}", TWO)
    else:
        (small.folder / f"inputs/2024-11/{PROJECTS}").unlink()
    rows = small.text(DECEMBERS).replace("PLANS,Eastham", "PLANS,Ham")
    small.write(DECEMBERS, rows.replace("41.0,,", "33.0,33,100") + restated)


@pytest.mark.parametrize("kept", [True, False], ids=["spec kept", "no spec kept"])
def test_districts_that_are_merged_are_neither_added_up_nor_refused(small: SmallProject, kept: bool) -> None:
    merge(small, kept=kept)
    found = row(small, "PLANS", "Ham")
    assert shown(found)[:3] == ["N/A", "N/A", "33.0"]
    assert found.travel is Travel.UNKNOWN
    assert {place for name, place, _ in inputs_of(small, DECEMBER).observations if name == "PLANS"} == {
        "Shire",
        "Ham",
    }


def test_what_is_stated_of_a_merged_district_is_its_history(small: SmallProject) -> None:
    merge(small, restated="PLANS,Ham,2024-11,31.0,62,200,,\nPLANS,Eastham,2024-10,44.0,,,,\n")
    assert shown(row(small, "PLANS", "Ham"))[:3] == ["N/A", "31.0", "33.0"]


def test_what_changed_says_which_districts_were_merged(small: SmallProject) -> None:
    merge(small)
    now = december(small)
    assert now.previous is not None
    changes = find_changes(now.previous, now)
    assert [(c.what, c.place, c.before, c.now) for c in changes[Kind.RENAMED]] == [
        ("merged", "Ham", "Eastham and Westham", "Ham")
    ]
    assert {change.place for change in changes[Kind.REMOVED]} >= {"Eastham", "Westham"}
    assert check(small.folder, "2024-12") == ()
    assert build(Order(small.folder, "2024-12")).rows


def test_a_district_that_takes_in_another_keeps_its_own_figures_only(small: SmallProject) -> None:
    takes_in = SPEC.replace("{name: Eastham,", "{name: Eastham, formerly: Westham,")
    merge(small, one=takes_in)
    small.write(DECEMBERS, small.text(DECEMBERS).replace("PLANS,Ham", "PLANS,Eastham"))
    assert shown(row(small, "PLANS", "Eastham"))[:3] == ["41.0", "41.0", "33.0"]


def test_a_merged_district_that_is_renamed_keeps_what_was_stated_of_it(small: SmallProject) -> None:
    merge(small)
    small.write(f"inputs/2024-12/{PROJECTS}", ONE)
    small.write(
        PROJECTS, ONE.replace("name: Ham, formerly: [", "name: Hams, formerly: [Ham, ").replace("[Ham]", "[Hams]")
    )
    small.write(
        "inputs/2025-01/edition.yaml", small.text("inputs/2024-12/edition.yaml").replace("2024-12", "2025-01")
    )
    small.write("inputs/2025-01/observations.csv", HEADER + "PLANS,Hams,2025-01,35.0,,,,\n")
    stated = inputs_of(small, month(2025, 1)).observations
    figures = {str(key[2]): one.measure for key, one in stated.items() if key[:2] == ("PLANS", "Hams")}
    assert {key: value.text for key, value in figures.items() if not isinstance(value, Missing)} == {
        "2024-12": "33.0",
        "2025-01": "35.0",
    }
