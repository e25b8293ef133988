"""The rating that a text opens with: read in one place, taken off when it is built, told where it is another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.commented import commented, said
from tests.support.recipes import check
from tests.support.small import SmallProject
from workbook_builder.commentary import opened
from workbook_builder.inputs.opening_ratings import read_opening, unopened
from workbook_builder.rating.scheme import Rag

REST = "Plans were late."
OPENINGS = [
    *("RED:", "RED -", "RED –", "RED—", "Red:", "red,", "Red.", "RED!", "red:", "- RED:", "• RED –", "RED rating:"),
    *("[RED]", "(Red)", "*RED*", "**RED**", "_Red_:", "{RED}", "<RED>", "[RED]:", "(RED) -", "[ RED ]", '"RED":'),
    *(
        "Rating: RED.",
        "Rating RED.",
        "RAG: Red -",
        "RAG = RED:",
        "RAG rating: Red -",
        "RAG status is RED.",
        "RAG RED:",
    ),
    *("Status: RED.", "Overall rating: RED.", "The overall RAG rating is RED.", "Current status: RED.", "Rated RED."),
    *("[Rating: RED]", "(RAG: red)", "Rating: [RED]", "Rating (RED):", "Rating: *RED*.", "Our rating is red;"),
    *("We are RED.", "We're RED.", "It is red.", "This is RED.", "This indicator is RED.", "Performance is RED."),
    *("This measure is rated RED.", "We are currently RED.", "This month's rating is RED.", "The county is RED."),
]
NO_OPENINGS = [
    *("Red tape was cut.", "Red-rated teams have caught up.", "Reductions were made.", "Greenwich did so too."),
    *(
        "Red, amber and green are explained elsewhere.",
        "Amber Valley is another.",
        "RED-rated teams.",
        '"Red" teams.',
    ),
    *("RED/AMBER: see below.", "RED to AMBER: it rose.", "RED and AMBER measures.", "It is not RED.", "We were RED."),
    *("We aim for GREEN.", "In November, RED: it fell.", "54.7% were.", "(589 of 1,077) were.", "#N/A", "", "n/as"),
    *("We are redesigning it.", "This is greener.", "The service is green-minded."),
]
PARTS_OF_SENTENCES = [
    "RED as in October.",
    "We are RED because plans were late.",
    "RED (was AMBER): plans were late.",
]


@pytest.mark.parametrize("opening", OPENINGS)
def test_an_opening_rating_is_read_and_taken_off(opening: str) -> None:
    for between in (" ", "\n", "  "):
        read = read_opening(f"{opening}{between}{REST}")
        assert read
        assert (read.rating, read.rest, read.is_apart) == ("RED", REST, True)
        assert opened(f"{opening}{between}{REST}", "GREEN") == f"GREEN: {REST}"
        assert opened(f"{opening}{between}{REST}", "N/A") == REST


@pytest.mark.parametrize("text", NO_OPENINGS)
def test_what_only_looks_like_an_opening_is_none(text: str) -> None:
    assert read_opening(text) is None
    assert unopened(text) == text


@pytest.mark.parametrize("text", PARTS_OF_SENTENCES)
def test_a_rating_that_is_part_of_its_sentence_is_read_and_stays(text: str) -> None:
    read = read_opening(text)
    assert read
    assert (read.rating, read.is_apart) == ("RED", False)
    assert opened(text, "GREEN") == f"GREEN: {text}"
    assert opened(text, "RED") in (text, f"RED: {text}")


@pytest.mark.parametrize("opening", [*OPENINGS, "RED as in October:", "We are RED because"])
def test_another_rating_than_the_rows_is_told(small: SmallProject, opening: str) -> None:
    quoted = f"{opening} {REST}".replace('"', '""')
    commented(small, f'County,Plans,PLANS,"{quoted}",,')
    assert said(small)["PLANS"].startswith("GREEN: ")
    (told,) = [found for found in check(small.folder, "2024-11") if found.rule == "contradiction"]
    assert (told.expected, told.difference) == ("GREEN", "another rating")
    assert "red" in told.found.casefold()


@pytest.mark.parametrize("opening", [opening.replace("RED", "GREEN") for opening in OPENINGS if "RED" in opening])
def test_the_rows_own_rating_is_not_said_twice(small: SmallProject, opening: str) -> None:
    quoted = f"{opening} Plans were in time.".replace('"', '""')
    assert said(commented(small, f'County,Plans,PLANS,"{quoted}",,'))["PLANS"] == "GREEN: Plans were in time."
    assert [found for found in check(small.folder, "2024-11") if found.rule == "contradiction"] == []


@given(text=st.text(max_size=400), rating=st.sampled_from([rag.value for rag in Rag]))
def test_whatever_a_text_opens_with_it_is_built_with_its_rows_rating(text: str, rating: str) -> None:
    built = opened(text, rating)
    assert built.startswith(rating) or rating == "N/A"
    assert opened(built, rating) == built


@pytest.mark.parametrize("piece", ["(", " ", "the ", "rag ", "red, ", "[", "*", "-", "this a "])
def test_a_long_beginning_is_read_at_once(piece: str) -> None:
    assert opened(piece * 4_000, "GREEN").startswith("GREEN")
