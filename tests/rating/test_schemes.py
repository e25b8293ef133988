"""A scheme of rating is data in a file of its own: it judges figures, and writes the formula that says the same.

`tests/support/allowance.py` is added to a copy of the package as whoever works on it would add it: the file, and
its name in the list of schemes.
"""

from __future__ import annotations

import json
import pickle
import re
import shutil
from collections import Counter
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from ironcalc import create

from tests.support.allowance import ALLOWANCE
from tests.support.clients import libreoffice
from tests.support.clients.compare import differing_cells
from tests.support.commands import Ran, python
from tests.support.editing import edit_cells
from tests.support.live import Recalculated
from tests.support.places import SUPPORT
from tests.support.reading import OBSERVATIONS, TARGETS, problems_of, row_of
from tests.support.small import SmallProject
from tests.support.spec_faults import SPEC
from tests.support.tables import named_areas, printed_tables
from workbook_builder.figures import Number
from workbook_builder.grid import address
from workbook_builder.rating import schemes
from workbook_builder.rating.bands import BANDS
from workbook_builder.rating.expressions import TYPED
from workbook_builder.rating.floor import FLOOR
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Rag, Rule, Scheme

CASES = 3000
ALL = [*schemes.SCHEMES.values(), ALLOWANCE]
RULES = [(scheme, polarity, rule) for scheme in ALL for polarity, rule in scheme.rules.items()]
PLANS = "Percentage of plans issued in time"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with one more scheme: a file, and its name where the schemes are listed."""
    folder = tmp_path_factory.mktemp("package")
    copy = Path(shutil.copytree(Path(schemes.__file__).parents[1], folder / "workbook_builder"))
    shutil.copy(SUPPORT / "allowance.py", copy / "rating" / "allowance.py")
    listed = copy / "rating" / "schemes.py"
    text = listed.read_text(encoding="utf-8")
    imported = "from workbook_builder.rating.polarity import Polarity\n"
    text, entered = re.subn(r"(\(FLOOR, BANDS[^)]*)\)", r"\1, ALLOWANCE)", text)
    assert entered == text.count(imported) == 1
    text = text.replace(imported, f"{imported}from workbook_builder.rating.allowance import ALLOWANCE\n")
    listed.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def allowing(small: SmallProject) -> SmallProject:
    """PLANS, of which 61.5 in the county and 41.0 in Eastham, are rated by an allowance of 5% of 63: from 59.85."""
    small.change(SPEC, "    polarity: H\n", "    polarity: H\n    rating: allowance\n")
    text = small.text(TARGETS).replace("floor_basis,display", "floor_basis,display,within")
    lines = [line + ("" if line.endswith("within") else ",") for line in text.splitlines()]
    changed = "\n".join(lines).replace("2023-24,55,,,45,,,,,published,,", "2023-24,55,,,,,,,,,,10")
    small.write(TARGETS, changed.replace("2024-25,60,,,50,,,,,published,,", "2024-25,63,,,,,,,,,,5") + "\n")
    return small


def ran(package: Path, project: SmallProject, *arguments: str) -> Ran:
    """What the program of the copy does with a project."""
    folder = str(project.folder)
    return python("-m", "workbook_builder", *arguments, "--project", folder, cwd=package, PYTHONPATH=str(package))


def built(package: Path, project: SmallProject) -> Path:
    done = ran(package, project, "build", "2024-11", "--quiet")
    assert (done.code, done.err) == (0, "")
    return project.folder / "outputs" / "Small_Scorecard_2024-11.xlsx"


def ratings(file: Path) -> list[object]:
    """Those of PLANS in the county: this year's and the previous year's."""
    table = printed_tables(file)["County_monthly"]
    row = table.row("", PLANS).number
    return [table.sheet.cell(row, column).value for column in table.columns_headed("RAG")]


def test_a_scheme_that_is_added_rates(package: Path, allowing: SmallProject) -> None:
    file = built(package, allowing)
    assert ratings(file) == ["AMBER", "AMBER"]  # 61.5 within 5% of 63, 50.0 within 10% of 55


def test_what_is_not_allowed_is_red(package: Path, allowing: SmallProject) -> None:
    allowing.change(OBSERVATIONS, "2024-11,61.5,123,200", "2024-11,59.5,119,200")
    assert ratings(built(package, allowing)) == ["RED", "AMBER"]


def test_its_standard_stands_on_the_page_of_targets(package: Path, allowing: SmallProject) -> None:
    area = named_areas(built(package, allowing))["Targets"]
    headings = [str(area.sheet.cell(area.top, column).value) for column in area.columns]
    assert headings[5:13] == [
        *("Target", "Floor standard", "Green from", "Green to", "Amber from", "Amber to", "Within %"),
        "Floor or bands are",
    ]
    within = [area.sheet.cell(row, area.left + 11).value for row in range(area.top + 1, area.bottom + 1)]
    assert within == [10, 5, None, None]


@pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
def test_its_formulas_say_the_same_and_are_live(package: Path, allowing: SmallProject, tmp_path: Path) -> None:
    file = built(package, allowing)
    assert differing_cells(file, libreoffice.recalculate(file, tmp_path)) == []
    area = named_areas(file)["Targets"]
    places = {
        name: (area.sheet.title, str(area.sheet.cell(area.top + 2, area.left + n).coordinate))
        for name, n in (("target", 5), ("within", 11))
    }
    table = printed_tables(file)["County_monthly"]
    rag = str(table.sheet.cell(table.row("", PLANS).number, table.columns_headed("RAG")[0]).coordinate)
    for edits, said in (({"within": 2.38}, "RED"), ({"within": 2.39}, "AMBER"), ({"target": 61.5}, "GREEN")):
        folder = tmp_path / "_".join(map(str, [*edits, *edits.values()]))
        folder.mkdir()
        found = Recalculated(file, folder, {places[name]: value for name, value in edits.items()})
        assert found["County", rag] == said


def test_an_audit_judges_by_it(package: Path, allowing: SmallProject, tmp_path: Path) -> None:
    file = built(package, allowing)
    audited = ran(package, allowing, "audit", "2024-11", "--against", str(file), "--json")
    assert (audited.code, json.loads(audited.out)) == (0, [])
    table = printed_tables(file)["County_monthly"]
    rag = str(table.sheet.cell(table.row("", PLANS).number, table.columns_headed("RAG")[0]).coordinate)
    edited = edit_cells(file, tmp_path / "edited.xlsx", {("County", rag): "GREEN"})
    audited = ran(package, allowing, "audit", "2024-11", "--against", str(edited), "--json")
    [found] = json.loads(audited.out)
    assert (found["rule"], found["expected"]) == ("rating", "AMBER: the target is missed, 5% allowed")


def test_a_target_without_its_standard_is_a_problem_in_its_words(package: Path, allowing: SmallProject) -> None:
    allowing.change(TARGETS, "2024-25,63,,,,,,,,,,5", "2024-25,63,,,50,,,,,,,")
    done = ran(package, allowing, "build", "2024-11")
    assert done.code == 1
    assert "a polarity, with an allowance in per cent" in done.err
    assert "fill in `within`" in done.err


def test_its_own_check_of_standards_is_a_warning(package: Path, allowing: SmallProject) -> None:
    allowing.change(TARGETS, "2024-25,63,,,,,,,,,,5", "2024-25,63,,,,,,,,,,0")
    done = ran(package, allowing, "check", "2024-11")
    assert "an allowance of 0%" in done.out + done.err


def test_a_scheme_that_the_spec_does_not_know_is_told_with_those_it_knows(small: SmallProject) -> None:
    small.change(SPEC, "    polarity: H\n", "    polarity: H\n    rating: flor\n")
    [(_, found, allowed, remedy)] = problems_of(small)
    assert (found, allowed) == ('"flor"', ", ".join(schemes.SCHEMES))
    assert "floor" in remedy


def test_a_scheme_that_does_not_rate_the_polarity_is_told(small: SmallProject) -> None:
    small.change(SPEC, "    polarity: H\n", "    polarity: H\n    rating: bands\n")
    [(_, found, allowed, _)] = problems_of(small)
    assert (found, allowed) == ("rating: bands with polarity H", "a polarity of T, which bands rates")


def test_the_scheme_that_is_meant_anyway_may_be_named(small: SmallProject) -> None:
    before = row_of(small, "PLANS", "Shire")
    small.change(SPEC, "    polarity: H\n", "    polarity: H\n    rating: floor\n")
    named = row_of(small, "PLANS", "Shire")
    assert (named.ratings, named.targets) == (before.ratings, before.targets)


@pytest.mark.parametrize(
    ("scheme", "polarity", "told"),
    [
        (FLOOR, Polarity.L, {Rag.GREEN: "", Rag.AMBER: "floor standard", Rag.RED: "floor standard"}),
        (BANDS, Polarity.T, {Rag.GREEN: "green band", Rag.AMBER: "amber band", Rag.RED: "amber band"}),
        (ALLOWANCE, Polarity.H, {Rag.GREEN: "", Rag.AMBER: "", Rag.RED: ""}),  # 5 is no figure to compare with
    ],
    ids=["floor", "bands", "allowance"],
)
def test_a_rating_rests_on_a_limit_that_is_a_figure(scheme: Scheme, polarity: Polarity, told: dict[Rag, str]) -> None:
    resting = {rating: scheme.told_by(rating, polarity) for rating in told}
    assert {rating: standard.name if standard else "" for rating, standard in resting.items()} == told


def test_a_target_is_the_same_after_it_went_to_another_process(small: SmallProject) -> None:
    target = row_of(small, "PLANS", "Shire").target
    assert pickle.loads(pickle.dumps(target)) == target


def test_where_the_spec_names_none_the_polarity_says_how() -> None:
    named = {polarity: schemes.scheme_for(None, polarity) for polarity in Polarity}
    assert {polarity.value: scheme.id for polarity, scheme in named.items() if scheme} == {
        "H": "floor",
        "L": "floor",
        "T": "bands",
    }


@pytest.mark.parametrize("scheme", ALL, ids=lambda scheme: scheme.id)
def test_every_role_that_a_rule_needs_is_stated_or_is_figure_or_target(scheme: Scheme) -> None:
    stated = {role for standard in scheme.standards for role in standard.roles}
    for rule in scheme.rules.values():
        assert {*rule.needs, "target"} == {"figure", "target", *stated}


def ratings_of(rule: Rule) -> set[Rag]:
    """What a rule may give."""
    return {*(step.rating for step in rule.steps), rule.otherwise}


def drawn(random: Random) -> Number:
    """A number among others that it often equals, shown with up to three decimals, of which it may hide some."""
    around, step = random.choice((0, 60, -7)), random.choice(("0.5", "0.05", "0.005", "0.1", "1"))
    return Number(around + random.randint(-8, 8) * Decimal(step), random.randint(0, 3))


def test_a_rule_rates_as_its_formula_does() -> None:
    """By IronCalc. The cells of limits hold what they show, and are judged as typed."""
    random, model, expected = Random(20241122), create("cases", "en", "UTC", "en"), list[str]()
    for row in range(1, CASES + 1):
        *_, rule = random.choice(RULES)
        known = {role: drawn(random) for role in rule.needs}
        expected.append(rule.rate(known).value)
        held = {role: number.value if role == "figure" else number.shown for role, number in known.items()}
        for column, role in enumerate(rule.needs, 2):
            model.set_user_input(0, row, column, f"{held[role]:f}")
        cells = {role: address(row - 1, column) for column, role in enumerate(rule.needs, 1)}
        decimals = {role: number.decimals if role == "figure" else TYPED for role, number in known.items()}
        model.set_user_input(0, row, 1, rule.formula(cells, decimals))
    model.evaluate()
    said = [model.get_formatted_cell_value(0, row, 1) for row in range(1, CASES + 1)]
    assert said == expected
    assert min(Counter(expected).values()) > CASES / 100
    assert set(expected) == {rating.value for *_, rule in RULES for rating in ratings_of(rule)}


@pytest.mark.parametrize(("scheme", "polarity", "rule"), RULES, ids=[f"{s.id} {p and p.value}" for s, p, _ in RULES])
def test_nothing_is_rated_where_a_number_is_missing(scheme: Scheme, polarity: Polarity | None, rule: Rule) -> None:
    known = dict.fromkeys(rule.needs, Number(Decimal(1), 0))
    assert rule.rate(known) is not Rag.NOT_RATED
    for role in rule.needs:
        assert rule.rate(known | {role: None}) is Rag.NOT_RATED
        assert rule.rate({other: number for other, number in known.items() if other != role}) is Rag.NOT_RATED
