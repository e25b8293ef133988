"""`commentary.csv`: who says what of which indicator, and what is wrong with it; nothing is carried over."""

from __future__ import annotations

import csv

import pytest

from tests.support.commented import COMMENTARY, HEADER, commented, paragraphs, said
from tests.support.excel import TABLES, to_workbook
from tests.support.reading import problems_of
from tests.support.small import SmallProject
from workbook_builder.commands.new import make_edition
from workbook_builder.rating.scheme import Rag

ROW = "County,Plans,PLANS,Plans were in time.,A team,GREEN; 61.5; 60"


def test_a_text_stands_instead_of_the_draft(small: SmallProject) -> None:
    plans, *others = paragraphs(commented(small, ROW))
    assert (plans.row.indicator.id, plans.text, plans.is_draft) == ("PLANS", "GREEN: Plans were in time.", False)
    assert (plans.author, plans.figures) == ("A team", "GREEN; 61.5; 60")
    assert str(plans.origin) == "inputs/2024-11/commentary.csv, row 2"
    assert [other.is_draft for other in others] == [True, True]


def test_texts_can_stand_in_the_workbook_of_inputs(small: SmallProject) -> None:
    commented(small, ROW)
    to_workbook(small, tables=(*TABLES, "commentary"))
    assert not (small.folder / COMMENTARY).exists()
    assert said(small)["PLANS"] == "GREEN: Plans were in time."


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Plans were in time.", "GREEN: Plans were in time."),
        ("GREEN: Plans were in time.", "GREEN: Plans were in time."),
        ("Green - plans were in time.", "GREEN: plans were in time."),
        ("amber - 61.5% were.", "GREEN: 61.5% were."),
        ("amber: 61.5% were.", "GREEN: 61.5% were."),
        ("RED – Plans were late.", "GREEN: Plans were late."),
        ("RED- Plans were late.", "GREEN: Plans were late."),
        ("Green. Plans were in time.", "GREEN: Plans were in time."),
        ("GREEN plans were in time.", "GREEN plans were in time."),
        ("Red-rated teams have caught up.", "GREEN: Red-rated teams have caught up."),
        ('"Red, amber and green are explained elsewhere."', "GREEN: Red, amber and green are explained elsewhere."),
        ("RED: Plans were late.", "GREEN: Plans were late."),
        ("Reductions were made.", "GREEN: Reductions were made."),
        ("Greenwich did so too.", "GREEN: Greenwich did so too."),
        ("Amber.", "GREEN"),
        ("Red tape was cut.", "GREEN: Red tape was cut."),
    ],
)
def test_a_text_opens_with_the_rating_of_its_row(small: SmallProject, text: str, printed: str) -> None:
    assert said(commented(small, f"County,Plans,PLANS,{text},,"))["PLANS"] == printed


def test_what_is_not_rated_has_a_text_without_a_rating_and_no_draft(small: SmallProject) -> None:
    small.change("inputs/2024-11/targets.csv", "REPEAT,2024-25,25.0,,,30,,,,,inferred,\n", "")
    small.change("inputs/2024-11/targets.csv", "SECOND,2024-25,20.0,,,,17.5,22.5,12.5,27.5,inferred,\n", "")
    commented(small, "County,Children,REPEAT,No target has been set.,,")
    assert [(p.row.indicator.id, p.rating, p.text) for p in paragraphs(small)][1:] == [
        ("REPEAT", Rag.NOT_RATED, "No target has been set.")
    ]


def test_red_stands_before_amber_before_green_before_what_is_not_rated(small: SmallProject) -> None:
    assert list(said(commented(small))) == ["PLANS", "REPEAT", "SECOND"]
    small.change("inputs/2024-11/observations.csv", "2024-11,21.0,21,100", "2024-11,31.0,31,100")
    assert list(said(small)) == ["PLANS", "SECOND", "REPEAT"]
    small.change("inputs/2024-11/targets.csv", "SECOND,2024-25", "SECOND,2023-24")
    small.write(COMMENTARY, f"{HEADER}County,Children,SECOND,No target has been set.,,\n")
    assert list(said(small)) == ["PLANS", "REPEAT", "SECOND"]


@pytest.mark.parametrize(
    ("row", "where", "found", "remedy"),
    [
        ("County,Plans,PLAN,Text.,,", "indicator", '"PLAN"', 'did you mean "PLANS"?'),
        ("County,Plan,PLANS,Text.,,", "section", '"County, Plan"', 'did you mean "County, Plans"?'),
        ("Shire,Plans,PLANS,Text.,,", "section", '"Shire, Plans"', "correct page and section, or add it to"),
        ("County,Plans,REPEAT,Text.,,", "section", '"County, Plans"', 'did you mean "County, Children"?'),
    ],
)
def test_a_text_that_belongs_nowhere_is_a_problem(
    small: SmallProject, row: str, where: str, found: str, remedy: str
) -> None:
    (told,) = problems_of(commented(small, row))
    assert told[0] == f"{COMMENTARY}, row 2, column {where}"
    assert told[1] == found
    assert told[3].startswith(remedy)


def test_two_texts_of_one_indicator_are_a_problem(small: SmallProject) -> None:
    (told,) = problems_of(commented(small, ROW, ROW.replace("in time", "late")))
    assert told[:2] == (f"{COMMENTARY}, row 3", "County, Plans, PLANS for the second time (first in row 2)")


@pytest.mark.parametrize("error", ["#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!"])
@pytest.mark.parametrize("opening", ["", "GREEN: ", "red - ", "AMBER "])
def test_an_error_of_excel_is_no_text(small: SmallProject, error: str, opening: str) -> None:
    (told,) = problems_of(commented(small, f"County,Plans,PLANS,{opening}{error},,"))
    assert told == (
        f"{COMMENTARY}, row 2, column text",
        f'"{opening}{error}", which Excel shows where a formula fails',
        "a text in words",
        "type the text that was meant, or empty the cell",
    )


def test_a_text_may_speak_of_an_error_of_excel(small: SmallProject) -> None:
    assert said(commented(small, "County,Plans,PLANS,Last month it said #REF! here.,,"))["PLANS"].endswith(" here.")


def test_texts_without_any_page_of_commentary_are_one_problem(small: SmallProject) -> None:
    small.write(COMMENTARY, f"{HEADER}{ROW}\nCounty,Children,REPEAT,Text.,,\nCounty,Children,NOBODY,Text.,,\n")
    assert problems_of(small) == [
        (
            COMMENTARY,
            "texts, but no page of commentary in the spec",
            "no texts, or a page of kind commentary",
            "delete the texts, or put the page back into the spec",
        )
    ]


def test_a_row_without_a_text_says_nothing(small: SmallProject) -> None:
    assert said(commented(small, "County,Plans,PLANS,,,", "Anywhere,,NOBODY,,,"))["PLANS"].endswith("[draft]")


def test_a_new_edition_asks_for_texts_and_carries_none_over(small: SmallProject) -> None:
    commented(small, ROW, "County,Children,REPEAT,'=1+1,,")
    made = make_edition(small.folder, "2024-12")
    assert made.rows["commentary"] == 3
    with (made.folder / "commentary.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [(r["page"], r["section"], r["indicator"], r["text"], r["last_value"]) for r in csv.DictReader(file)]
    assert rows == [
        ("County", "Plans", "PLANS", "", "Plans were in time."),
        ("County", "Children", "REPEAT", "", "'=1+1"),
        ("County", "Children", "SECOND", "", ""),
    ]
