"""A text may leave figures to its row: `{value}` is filled in from the facts, and cannot be but true."""

from __future__ import annotations

import pytest

from tests.support.commented import COMMENTARY, commented, paragraphs, said
from tests.support.drafts import rated_facts
from tests.support.reading import OBSERVATIONS, TARGETS
from tests.support.recipes import check
from tests.support.returned import typed
from tests.support.small import SmallProject
from workbook_builder.commands.build import Order, build
from workbook_builder.commands.collect import collect
from workbook_builder.commentary.placeholders import PLACEHOLDERS, in_words, placed
from workbook_builder.inputs import Inputs
from workbook_builder.problems import ProblemsFound
from workbook_builder.scorecards import Scorecard
from workbook_builder.scorecards.model import Cited
from workbook_builder.texts import contradictions

TEMPLATE = "{value} were in time, {change} since {previous_period} ({previous}), where {target} is the target."
FILLED = "61.5% were in time, +1.5 percentage points since October 2024 (60.0%), where 60% is the target."


def texted(small: SmallProject, text: str, indicator: str = "PLANS") -> SmallProject:
    """The project with such a text about an indicator of the county."""
    section = "Plans" if indicator == "PLANS" else "Children"
    quoted = text.replace('"', '""')
    return commented(small, f'County,{section},{indicator},"{quoted}",,')


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("{value}", "61.5%"),
        ("{numerator}", "123"),
        ("{denominator}", "200"),
        ("{target}", "60%"),
        ("{floor}", "50%"),
        ("{gap}", "+1.5 percentage points"),
        ("{previous}", "60.0%"),
        ("{change}", "+1.5 percentage points"),
        ("{outturn}", "50.0%"),
        ("{rating}", "GREEN"),
        ("{period}", "November 2024"),
        ("{previous_period}", "October 2024"),
        ("{indicator}", "Percentage of plans issued in time"),
        ("{Value}", "61.5%"),
        ("{ value }", "61.5%"),
        ("{previous period}", "October 2024"),
    ],
)
def test_a_place_is_filled_with_the_figure_of_its_row(small: SmallProject, place: str, words: str) -> None:
    assert said(texted(small, f"Plans: {place}."))["PLANS"] == f"GREEN: Plans: {words}."


def test_the_places_are_those_that_are_tried_above() -> None:
    assert set(PLACEHOLDERS) - {"last_year"} == {
        *("value", "numerator", "denominator", "target", "floor", "gap", "previous", "change", "outturn", "rating"),
        *("period", "previous_period", "indicator"),
    }


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{value}% were.", "61.5% were."),
        ("{value} % were.", "61.5 % were."),
        ("It rose by {change} percentage points.", "It rose by +1.5 percentage points."),
        ("{value} of plans", "61.5% of plans"),
        ("{numerator} of {denominator} plans", "123 of 200 plans"),
        ("A set {1, 2} and {} and {a.b} stay.", "A set {1, 2} and {} and {a.b} stay."),
    ],
)
def test_a_unit_that_is_written_is_not_said_twice(small: SmallProject, text: str, printed: str) -> None:
    assert said(texted(small, text))["PLANS"] == f"GREEN: {printed}"


@pytest.mark.parametrize("opening", ["{rating}: ", "{Rating} - ", "[{rating}] ", "GREEN: ", "RED: ", ""])
def test_the_rating_may_be_left_to_the_row_too(small: SmallProject, opening: str) -> None:
    assert said(texted(small, f"{opening}{{value}} were."))["PLANS"] == "GREEN: 61.5% were."


def test_the_parts_are_the_text_with_the_figures_of_the_row_apart(small: SmallProject) -> None:
    (paragraph,) = [p for p in paragraphs(texted(small, TEMPLATE)) if p.origin]
    assert paragraph.text == f"GREEN: {FILLED}" == in_words(paragraph.parts)
    cited = [part.name for part in paragraph.parts if isinstance(part, Cited)]
    assert cited == ["value", "change", "previous_period", "previous", "target"]
    assert paragraph.cited == frozenset(cited)


def test_an_unknown_place_is_a_problem_that_lists_the_known_ones(small: SmallProject) -> None:
    (told,) = unprintable(texted(small, "{vlaue} were in time."))
    assert told[:2] == (f"{COMMENTARY}, row 2, column text", '"{vlaue}" about PLANS')
    assert all(f"{{{name}}}" in told[2] for name in PLACEHOLDERS)
    assert told[3] == 'did you mean "{value}"?'


@pytest.mark.parametrize(
    ("indicator", "place", "edit"),
    [
        ("PLANS", "last_year", None),
        ("PLANS", "numerator", (OBSERVATIONS, "61.5,123,200", "61.5,,")),
        ("PLANS", "previous", (OBSERVATIONS, "PLANS,Shire,2024-10,60.0,,,,", "PLANS,Shire,2024-10,,,,N/A,")),
        ("PLANS", "change", (OBSERVATIONS, "PLANS,Shire,2024-10,60.0,,,,", "PLANS,Shire,2024-10,,,,suppressed,")),
        ("PLANS", "value", (OBSERVATIONS, "PLANS,Shire,2024-11,61.5,123,200,,", "PLANS,Shire,2024-11,,,,N/A,")),
        ("PLANS", "rating", (OBSERVATIONS, "PLANS,Shire,2024-11,61.5,123,200,,", "PLANS,Shire,2024-11,,,,N/A,")),
        ("REPEAT", "floor", None),
        ("SECOND", "floor", None),
        ("REPEAT", "target", (TARGETS, "REPEAT,2024-25,25.0,,,30,,,,,inferred,\n", "")),
    ],
)
def test_a_place_whose_figure_is_missing_is_a_problem(
    small: SmallProject, indicator: str, place: str, edit: tuple[str, str, str] | None
) -> None:
    if edit:
        small.change(*edit)
    (told,) = unprintable(texted(small, f"It is {{{place}}} now.", indicator))
    assert told[1] == f'"{{{place}}}", but {indicator} has no such figure'


def test_all_that_cannot_be_filled_is_told_at_once(small: SmallProject) -> None:
    told = unprintable(texted(small, "{vlaue} of {last_year}, {tagret}. " + "Word. " * 400))
    assert len(told) == 4


def test_a_text_that_leaves_its_figures_to_the_row_follows_a_correction(small: SmallProject) -> None:
    texted(small, TEMPLATE)
    small.change(OBSERVATIONS, "2024-11,61.5,123,200", "2024-11,62.0,124,200")
    assert said(small)["PLANS"] == (
        "GREEN: 62.0% were in time, +2.0 percentage points since October 2024 (60.0%), where 60% is the target."
    )
    assert check(small.folder, "2024-11") == ()


def test_it_is_not_outdated_by_a_figure_that_it_leaves_to_the_row(small: SmallProject) -> None:
    commented(small, 'County,Plans,PLANS,"{value} were in time.",Team,GREEN; 60.5; 60')
    assert check(small.folder, "2024-11") == ()
    small.change(COMMENTARY, "GREEN; 60.5; 60", "RED; 60.5; 60")
    assert [found.rule for found in check(small.folder, "2024-11")] == ["outdated"]


def test_a_collected_text_that_is_the_filled_in_one_keeps_its_places(small: SmallProject) -> None:
    sent = build(Order(texted(small, TEMPLATE).folder, "2024-11")).file
    before = small.text(COMMENTARY)
    for text in (f"GREEN: {FILLED}", FILLED):
        copy = typed(sent, small.folder / "returned" / "North.xlsx", {"PLANS": text})
        assert collect(small.folder, [copy]).written is None
        assert small.text(COMMENTARY) == before


def test_a_text_that_was_typed_over_it_takes_its_place(small: SmallProject) -> None:
    sent = build(Order(texted(small, TEMPLATE).folder, "2024-11")).file
    copy = typed(sent, small.folder / "returned" / "North.xlsx", {"PLANS": "{numerator} plans were in time."})
    assert collect(small.folder, [copy]).written
    assert "{value}" not in small.text(COMMENTARY)
    assert said(small)["PLANS"] == "GREEN: 123 plans were in time."


def test_no_filled_in_text_contradicts_its_row(scorecard: Scorecard, inputs: Inputs) -> None:
    template = "{rating}: {value} {period}, {gap} against a target of {target}; the previous figure was {previous}."
    told = [(in_words(placed(template, facts)), facts) for facts in rated_facts(scorecard, inputs)]
    assert len(told) > 400
    assert [text for text, facts in told if contradictions(text, facts)] == []


def unprintable(small: SmallProject) -> list[tuple[str, str, str, str]]:
    """What the report says of texts that cannot be printed."""
    with pytest.raises(ProblemsFound) as raised:
        build(Order(small.folder, "2024-11"))
    return [(told.where, told.found, told.allowed, told.remedy) for told in raised.value.problems]
