"""Each scheme that is shipped: it rates, stands on the page of targets, follows what is edited, and is audited."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from docx import Document

from tests.support.clients import libreoffice
from tests.support.clients.compare import differing_cells
from tests.support.commands import Run, runner
from tests.support.drafts import rated_facts
from tests.support.editing import edit_cells
from tests.support.live import Recalculated, target_sheet_of
from tests.support.reading import OBSERVATIONS, TARGETS, inputs_of, problems_of, row_of, scorecard_of
from tests.support.small import SmallProject
from tests.support.spec_faults import SPEC
from tests.support.tables import printed_tables
from workbook_builder.commentary.draft import draft_of
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.schemes import SCHEMES
from workbook_builder.texts import contradictions

PLANS = "Percentage of plans issued in time"
"""Of which the county has issued 61.5 per cent."""


@dataclass(frozen=True)
class Case:
    """A scheme, the target and standards of PLANS, its rating, and what it becomes as cells are edited."""

    scheme: str
    cells: dict[str, str]
    rated: str
    edited: dict[tuple[str, float], str] = field(default_factory=dict)
    polarity: str = "H"


CASES = (
    Case(
        "tolerance", {"target": "63", "tolerance": "5%"}, "AMBER", {("Tolerance %", 2): "RED", ("Target", 65): "RED"}
    ),
    Case("tolerance", {"target": "60", "tolerance": "5"}, "AMBER", {("Target", 58): "RED"}, "L"),
    Case("tolerance_points", {"target": "63", "tolerance_points": "1.5"}, "AMBER", {("Target", 63.01): "RED"}),
    Case("two_colours", {"target": "61.5"}, "GREEN", {("Target", 61.6): "RED"}),
    Case(
        "four_colours",
        {"target": "55", "floor": "50", "exceeds": "61.5"},
        "BLUE",
        {("Exceeded from", 62): "GREEN", ("Target", 63): "BLUE"},
    ),
    Case(
        "share_of_target",
        {"target": "100", "green_share": "65", "amber_share": "50%"},
        "AMBER",
        {("Green from % of target", 61.5): "GREEN", ("Target", 130): "RED"},
    ),
    Case(
        "expected_range",
        {"expected_from": "50", "expected_to": "61.4"},
        "ABOVE",
        {("Expected to", 61.5): "WITHIN", ("Expected from", 61.6): "BELOW"},
    ),
)
IDS = [f"{case.scheme} {case.polarity}" for case in CASES]
every_case = pytest.mark.parametrize("case", CASES, ids=IDS)


def rated(small: SmallProject, case: Case) -> SmallProject:
    """The small project, PLANS rated by the scheme of a case."""
    small.change(SPEC, "    polarity: H\n", f"    polarity: {case.polarity}\n    rating: {case.scheme}\n")
    columns = ["indicator", "year", "target", *(column for column in case.cells if column != "target")]
    row = {"indicator": "PLANS", "year": "2024-25", "target": "", **case.cells}
    small.write(TARGETS, f"{','.join(columns)}\n{','.join(row[column] for column in columns)}\n")
    return small


def built(small: SmallProject, run: Run, to: str = "xlsx") -> Path:
    done = run("build", "2024-11", "--quiet", "--to", to)
    assert (done.code, done.err) == (0, "")
    [file, *_] = sorted((small.folder / "outputs").glob(f"Small_Scorecard_2024-11.{to}"))
    return file


def rating_cell(file: Path) -> tuple[str, str]:
    """Sheet and cell of the county's rating of PLANS."""
    table = printed_tables(file)["County_monthly"]
    cell = table.sheet.cell(table.row("", PLANS).number, table.columns_headed("RAG")[0])
    return "County", str(cell.coordinate)


def test_every_shipped_scheme_but_the_judged_one_is_tried_here() -> None:
    assert {case.scheme for case in CASES} == set(SCHEMES) - {"floor", "bands", "judged"}


@every_case
def test_it_rates(small: SmallProject, case: Case) -> None:
    assert row_of(rated(small, case), "PLANS", "Shire").rating.value == case.rated


@every_case
def test_its_standards_stand_on_the_page_of_targets(
    small: SmallProject, case: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = target_sheet_of(built(rated(small, case), runner(small.folder, capsys)))
    standards = SCHEMES[case.scheme].standards
    headings = {h: role for standard in standards for h, role in zip(standard.headings, standard.roles, strict=True)}
    for heading, role in headings.items():
        _, cell = sheet.place(PLANS, "Everywhere", "2024-25", heading)
        assert sheet.area.sheet[cell].value == float(case.cells[role].removesuffix("%"))


@pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
@every_case
def test_its_formulas_say_the_same_and_follow_what_is_edited(
    small: SmallProject, case: Case, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = built(rated(small, case), runner(small.folder, capsys))
    assert differing_cells(file, libreoffice.recalculate(file, tmp_path)) == []
    sheet = target_sheet_of(file)
    for number, ((heading, value), said) in enumerate(case.edited.items()):
        folder = tmp_path / str(number)
        folder.mkdir()
        place = sheet.place(PLANS, "Everywhere", "2024-25", heading)
        assert Recalculated(file, folder, {place: value})[rating_cell(file)] == said


@every_case
def test_an_audit_judges_by_it(small: SmallProject, case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    run = runner(rated(small, case).folder, capsys)
    file = built(small, run)
    audited = run("audit", "2024-11", "--against", str(file), "--json")
    assert (audited.code, json.loads(audited.out)) == (0, [])
    other = "GREEN" if case.rated != "GREEN" else "RED"
    edited = edit_cells(file, small.folder / "edited.xlsx", {rating_cell(file): other})
    [found] = json.loads(run("audit", "2024-11", "--against", str(edited), "--json").out)
    assert (found["rule"], found["expected"].partition(":")[0]) == ("rating", case.rated)


@every_case
def test_every_output_shows_the_rating(small: SmallProject, case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    run = runner(rated(small, case).folder, capsys)
    page = built(small, run, "html").read_text(encoding="utf-8")
    assert f'class="rag {case.rated.lower()} mid"' in page
    assert f'<option value="{case.rated}">' in page
    words = Document(str(built(small, run, "docx")))
    assert case.rated in {cell.text for table in words.tables for row in table.rows for cell in row.cells}
    built(small, run, "pdf")
    file = built(small, run)
    [colours] = [
        rule.dxf.fill.bgColor.rgb
        for ranges, rules in printed_tables(file)["County_monthly"].sheet.conditional_formatting._cf_rules.items()
        for rule in rules
        if rule.formula == [f'"{case.rated}"'] and rating_cell(file)[1] in ranges.sqref
    ]
    assert re.fullmatch("FF[0-9A-F]{6}", colours)


@pytest.mark.parametrize("case", [case for case in CASES if SCHEMES[case.scheme].standards], ids=lambda c: c.scheme)
def test_without_its_standards_a_target_is_a_problem_in_its_words(small: SmallProject, case: Case) -> None:
    scheme = SCHEMES[case.scheme]
    rated(small, Case(case.scheme, {"target": "63"}, "", polarity=case.polarity))
    [(_, _, allowed, remedy), *_] = problems_of(small)
    assert (allowed, remedy) == (f"a polarity, with {scheme.asks}", f"fill in {scheme.remedy}")


@pytest.mark.parametrize(
    ("scheme", "cells", "told"),
    [
        ("tolerance", {"target": "60", "tolerance": "0"}, "a tolerance of 0%"),
        ("tolerance_points", {"target": "60", "tolerance_points": "0"}, "a tolerance of 0"),
        ("four_colours", {"target": "60", "floor": "50", "exceeds": "60"}, "an exceeded level of 60"),
        ("four_colours", {"target": "60", "floor": "61", "exceeds": "70"}, "a floor standard of 61"),
        (
            "share_of_target",
            {"target": "60", "green_share": "50", "amber_share": "65"},
            "GREEN from 50% of the target, AMBER from 65%",
        ),
        ("expected_range", {"expected_from": "60", "expected_to": "50"}, "an expected range of 60 to 50"),
    ],
)
def test_standards_that_contradict_each_other_are_told(
    small: SmallProject, capsys: pytest.CaptureFixture[str], scheme: str, cells: dict[str, str], told: str
) -> None:
    rated(small, Case(scheme, cells, ""))
    assert told in runner(small.folder, capsys)("check", "2024-11").out


def test_a_floor_of_five_per_cent_is_never_read_as_five(small: SmallProject) -> None:
    """Of a count: 5% of the target is a tolerance, not the floor standard 5."""
    small.change(SPEC, "    unit: percent\n    counted: plans", "    unit: count\n    counted: plans")
    small.change(TARGETS, "2024-25,60,,,50", "2024-25,60,,,5%")
    [(where, found, allowed, remedy)] = problems_of(small)
    assert where.endswith("column floor")
    assert (found, allowed) == ('"5%"', "a floor standard in the unit of the figure, since that is no percentage")
    assert "`rating: tolerance`" in remedy


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (CASES[0], "1.5 percentage points below the target of 63%."),
        (CASES[4], "above the target of 55% and at the exceeded level of 61.5%."),
        (CASES[5], "38.5 percentage points below the target of 100%."),
        (CASES[6], "above the expected range of 50% to 61.4%."),
    ],
    ids=["tolerance", "four_colours", "share_of_target", "expected_range"],
)
def test_a_draft_says_what_the_rating_rests_on(small: SmallProject, case: Case, said: str) -> None:
    assert said in draft(rated(small, case))


def draft(small: SmallProject) -> str:
    """What is drafted of the county's PLANS, without a reason to doubt it."""
    facts = rated_facts(scorecard_of(small), inputs_of(small))
    text = draft_of(facts[0])
    assert contradictions(text, facts[0]) == ()
    return text


def judged(small: SmallProject, rating: str = "AMBER", reason: str = "Two posts are vacant.") -> SmallProject:
    """PLANS rated by judgement."""
    small.change(SPEC, "    polarity: H\n", "    polarity: H\n    rating: judged\n")
    lines = small.text(OBSERVATIONS).splitlines()
    judgement = f"{rating},{reason}" if rating or reason else ","
    rows = [line + (f",{judgement}" if line.startswith("PLANS,Shire,2024-11") else ",,") for line in lines[1:]]
    small.write(OBSERVATIONS, "\n".join([f"{lines[0]},rating,reason", *rows]) + "\n")
    small.write(TARGETS, "indicator,year,target\n")
    return small


def test_a_judged_rating_is_printed_with_its_reason(small: SmallProject) -> None:
    card = scorecard_of(judged(small))
    row = row_of(small, "PLANS", "Shire")
    assert row.rating is Rag.AMBER
    [table] = card.pages[2].tables
    assert f"{PLANS}, Shire: judged AMBER. Two posts are vacant." in table.notes


def test_a_draft_says_why_it_was_judged_so(small: SmallProject) -> None:
    assert "and was judged AMBER: Two posts are vacant." in draft(judged(small))


def test_what_nobody_has_judged_is_not_rated(small: SmallProject) -> None:
    assert row_of(judged(small), "PLANS", "Eastham").rating is Rag.NOT_RATED


def test_an_audit_knows_what_was_judged(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> None:
    run = runner(judged(small).folder, capsys)
    file = built(small, run)
    edited = edit_cells(file, small.folder / "edited.xlsx", {rating_cell(file): "GREEN"})
    [found] = json.loads(run("audit", "2024-11", "--against", str(edited), "--json").out)
    assert found["expected"] == "AMBER: Two posts are vacant."


@pytest.mark.parametrize(
    ("rating", "reason", "told"),
    [
        ("AMBRE", "Why.", ('"AMBRE"', "RED, AMBER, GREEN, BLUE")),
        ("WITHIN", "Why.", ('"WITHIN"', "RED, AMBER, GREEN, BLUE")),
        ("AMBER", "", ("AMBER, and no reason", "a reason, in words")),
        ("", "Why.", ("nothing", "RED, AMBER, GREEN, BLUE")),
    ],
)
def test_a_judgement_that_cannot_be_read_is_told(
    small: SmallProject, rating: str, reason: str, told: tuple[str, str]
) -> None:
    [(_, found, allowed, _)] = problems_of(judged(small, rating, reason))
    assert (found, allowed) == told


def test_a_judgement_of_what_is_rated_by_a_target_is_told(small: SmallProject) -> None:
    judged(small).change(SPEC, "    rating: judged\n", "")
    [(where, found, allowed, _)] = problems_of(small)
    assert where.endswith("column rating")
    assert (found, allowed) == ('"AMBER"', "nothing: PLANS is rated by its target, not judged")
