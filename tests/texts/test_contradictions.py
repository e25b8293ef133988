"""What is said beside what the table says: true texts pass, false ones are told, and how well is measured."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.statements import (
    BRIEFINGS,
    BULLETINS,
    CABINET,
    COMMITTEE,
    HELD_OUT,
    LAST,
    LEARNED,
    MINUTES,
    PRACTICE,
    REPORTS,
    SCHOOLS,
    SCRUTINY,
    SEEDED,
    Said,
)
from workbook_builder.commentary.draft import draft_of
from workbook_builder.commentary.facts import Facts, facts_of
from workbook_builder.inputs import Inputs
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards import Scorecard
from workbook_builder.specs.model import Spec
from workbook_builder.texts import contradictions

SETS = {
    "seeded": SEEDED,
    "learned": LEARNED,
    "held out": HELD_OUT,
    "last": LAST,
    "reports": REPORTS,
    "briefings": BRIEFINGS,
    "committee": COMMITTEE,
    "cabinet": CABINET,
    "scrutiny": SCRUTINY,
    "bulletins": BULLETINS,
    "schools": SCHOOLS,
    "practice": PRACTICE,
    "minutes": MINUTES,
}
CAUGHT = {
    "seeded": (208, 208),
    "learned": (153, 166),
    "held out": (154, 169),
    "reports": (112, 142),
    "briefings": (71, 108),
    "committee": (83, 115),
    "cabinet": (79, 96),
    "scrutiny": (28, 44),
}
DRAFTS, FEWEST_CAUGHT = 1_000, 980
EVERY_TRUE = [pytest.param(said, id=f"{name} {n}") for name, texts in SETS.items() for n, said in enumerate(texts)]
PIECES = [
    *(
        "GREEN:",
        "RED",
        "AMBER",
        "–",
        ",",
        ".",
        ";",
        "(",
        ")",
        "%",
        "-",
        "<N0>",
        "<P1>",
        "<",
        "not",
        "no",
        "and",
        "but",
    ),
    *("by", "of", "from", "to", "since", "in", "on", "at", "than", "the", "target", "was", "is", "half"),
    *(
        "54.7%",
        "589 of 1,077",
        "10.3 percentage points",
        "November",
        "October 2024",
        "2023-24",
        "last year",
        "Q2 24-25",
    ),
    *("floor standard", "England", "Benchmark Group", "outturn", "above", "below", "rose", "fell", "improved", "met"),
    *(
        "the same month last year",
        "between",
        "about",
        "care leavers",
        "Thanet",
        "It",
        "Performance",
        "unchanged",
        "missed",
    ),
]


@pytest.fixture(scope="module")
def every_facts(spec: Spec, inputs: Inputs, scorecard: Scorecard) -> list[Facts]:
    """The facts of every row of every page, districts and teams too."""
    tables = [table for page in scorecard.pages for table in page.tables]
    return [facts_of(spec, inputs, table, row) for table in tables for row in table.rows if row.exists]


@pytest.fixture(scope="module")
def county(every_facts: list[Facts]) -> Mapping[str, Facts]:
    """The facts of the county's rows, by indicator."""
    facts: dict[str, Facts] = {}
    for each in every_facts:
        if each.row.place == "Kent":
            facts.setdefault(each.row.indicator.id, each)
    return facts


@pytest.fixture(scope="module")
def drafts(every_facts: list[Facts]) -> list[tuple[Facts, str]]:
    """The draft of every rated row, with its facts."""
    return [(facts, draft_of(facts)) for facts in every_facts if facts.rating is not Rag.NOT_RATED]


@pytest.mark.parametrize("said", EVERY_TRUE)
def test_a_true_text_raises_nothing(said: Said, county: Mapping[str, Facts], spec: Spec) -> None:
    assert contradictions(said.text, county[said.indicator], spec.places) == ()


@pytest.mark.parametrize("name", CAUGHT)
def test_as_many_spoiled_texts_are_caught_as_is_stated(name: str, county: Mapping[str, Facts], spec: Spec) -> None:
    spoiled = [(county[said.indicator], text) for said in SETS[name] for text in said.spoiled]
    caught = [text for facts, text in spoiled if contradictions(text, facts, spec.places)]
    assert (len(caught), len(spoiled)) == CAUGHT[name]


@pytest.mark.parametrize(
    ("indicator", "text"),
    [
        ("SCS34", "In 2017, a new service began. It is 54.7% now."),
        ("SCS29", "In 2017, the average was 560 days, and in summer 2019 it was 512."),
        ("SCS34", "The target for this measure is 65.0%."),
        ("SCS34", "Against the target for this indicator of 65.0% we achieved 54.7%."),
        ("SCS34", "54.7% are in work. The service has its own target of 40 apprenticeships."),
        ("CYPE8", "33.2%, which compares with an average of 35.0% in Wales for 2022 and 30.1% in Surrey."),
        ("SCS03", "For 2021/22 the rates were South East at 25.4% and England at 24.7%."),
        ("SEND10", "For 2021/22 the published averages are: South East at 4.1% and England at 4.0%."),
        ("CYPE8", "The rate increased from 32.9% to 33.2% since the previous quarter."),
        ("SCS34", "Performance rose by 0.6 percentage points in the month."),
    ],
)
def test_what_is_said_of_another_time_place_or_target_is_no_contradiction(
    indicator: str, text: str, county: Mapping[str, Facts], spec: Spec
) -> None:
    assert contradictions(text, county[indicator], spec.places) == ()


@pytest.mark.parametrize(
    ("indicator", "text", "expected"),
    [
        ("CYPE8", "The rate increased from 31.1% to 33.2% since the previous quarter.", "Q1 24-25: 32.9"),
        ("CYPE8", "Since the previous quarter, from 31.1%, it rose to 33.2%.", "Q1 24-25: 32.9"),
        ("SCS34", "The target for this measure is 60.0%.", "the target: 65.0"),
        ("SCS34", "It is 56.7% now.", "Nov-24: 54.7"),
        ("SCS34", "Performance rose by 1.6 percentage points in the month.", "54.7, the figure before: 54.1"),
        ("SCS34", "RED: 54.7% (598 care leavers).", "the numerator: 589"),
        ("SCS34", "RED: 589 young people (57.4%) are in work.", "Nov-24: 54.7"),
        ("SCS34", "RED: 4.0 percentage points below the 2023-24 outturn.", "54.7, 2023-24: 57.7"),
    ],
)
def test_what_is_said_of_the_row_itself_is_judged(
    indicator: str, text: str, expected: str, county: Mapping[str, Facts], spec: Spec
) -> None:
    found = contradictions(text, county[indicator], spec.places)
    assert [each.expected for each in found if each.expected.startswith(expected)]


def test_the_sets_are_as_large_as_they_have_to_be() -> None:
    for name, texts in SETS.items():
        assert len({said.text for said in texts}) == len(texts) >= 30
        assert (
            name not in CAUGHT
            or len({text for said in texts for text in said.spoiled} - {said.text for said in texts}) >= 40
        )


def test_the_documents_state_what_was_measured(root: Path) -> None:
    page = " ".join((root / "docs" / "explanation" / "texts.md").read_text(encoding="utf-8").split())
    for caught, spoiled in CAUGHT.values():
        assert f"{caught} of {spoiled}" in page
    assert f"{FEWEST_CAUGHT} of {DRAFTS:,}" in page
    assert f"{sum(map(len, SETS.values()))} true texts" in page


def test_no_draft_contradicts_its_row(drafts: list[tuple[Facts, str]], spec: Spec) -> None:
    assert len(drafts) > 400
    assert [text for facts, text in drafts if contradictions(text, facts, spec.places)] == []


def spoil(text: str, chance: random.Random) -> str:
    """A draft with one figure's digits changed, or its rating or one word of direction turned round."""
    opposites = {"above": "below", "below": "above", "improved": "worsened", "worsened": "improved"}
    opposites |= {"more": "fewer", "fewer": "more"}
    opposites |= {"RED": "GREEN", "GREEN": "AMBER", "AMBER": "RED"}
    form = (
        r"(?<!quarter )(?<!Stage )(?<!Attainment )(?<!Progress )(?<![\w.,-])\d+(?:,\d{3})*(?:\.\d+)?(?=[% ).,])"
        r"(?! (?:months|weeks|school|working))"
    )
    figures = [found.span() for found in re.finditer(form, text)]
    words = [m.span() for m in re.finditer(rf"\b(?:{'|'.join(opposites)})\b", text)]
    start, end = chance.choice([*(f for f in figures if not re.fullmatch(r"20\d\d", text[slice(*f)])), *words])
    old = text[start:end]
    if old in opposites:
        return text[:start] + opposites[old] + text[end:]
    return f"{text[:start]}{old[:-1]}{(int(old[-1]) + chance.randint(3, 7)) % 10}{text[end:]}"


def test_drafts_spoiled_at_random_are_caught(drafts: list[tuple[Facts, str]], spec: Spec) -> None:
    chance = random.Random(2024)
    chosen = [chance.choice(drafts) for _ in range(DRAFTS)]
    missed = [
        text
        for facts, text in ((f, spoil(d, chance)) for f, d in chosen)
        if not contradictions(text, facts, spec.places)
    ]
    print(*missed, sep="\n")
    assert DRAFTS - len(missed) >= FEWEST_CAUGHT


@settings(derandomize=True, max_examples=300, deadline=timedelta(seconds=5))
@given(
    text=st.one_of(
        st.text(max_size=2_000),
        st.lists(st.sampled_from(PIECES), max_size=250).map(lambda pieces: " ".join(pieces)[:2_000]),
        st.tuples(st.sampled_from(PIECES), st.integers(1, 400)).map(lambda each: (f"{each[0]} " * each[1])[:2_000]),
    ),
    indicator=st.sampled_from(["SCS34", "SCS13", "SCS29", "EH43", "CYPE8", "EY2", "SISE12", "APP17-A", "CYPE2"]),
)
def test_whatever_is_written_is_read(text: str, indicator: str, county: Mapping[str, Facts], spec: Spec) -> None:
    for each in contradictions(text, county[indicator], spec.places):
        assert each.found
        assert each.expected
        assert each.difference


@pytest.mark.parametrize(
    ("indicator", "text", "is_told"),
    [
        ("EH46", "It was 19.1% two years ago.", False),
        ("EH46", "It was 17.2% two years ago.", True),
        ("EH46", "It was 9.7% three years earlier.", False),
        ("SCS08", "It was 85.9% two months ago.", False),
        ("SCS08", "It was 86.4% two months ago.", True),
        ("SCS08", "To meet the target another 97 interviews are needed.", False),
        ("SCS08", "In order to reach the target, visits are made at weekends.", False),
        ("SCS08", "Performance reached the target.", True),
        ("SCS13", "Repeat plans make up 23.2% of the total.", False),
        ("SCS13", "The rate is up 3.2 percentage points since October.", True),
        ("SCS34", "The last time we were above the floor standard was July.", False),
        ("SCS34", "We were above the floor standard.", True),
        ("SCS37", "The year before ended at 86.3%, when the floor standard was 79.0%.", False),
        ("SCS37", "The floor standard was 79.0%.", True),
    ],
)
def test_a_purpose_a_last_time_and_years_ago_are_read_as_they_are_meant(
    county: Mapping[str, Facts], indicator: str, text: str, is_told: bool
) -> None:
    assert bool(contradictions(text, county[indicator])) is is_told
