"""Whether a sentence states a figure that is suppressed: small whole numbers are read in the context they stand in.

The rows are those of the small project, whose PLANS counts plans and whose SECOND counts children.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from workbook_builder.disclosure.hidden import Hidden, HiddenNumber, nouns_of
from workbook_builder.periods import month
from workbook_builder.specs.catalogue import DataPeriod, Indicator, Making, Unit

PLANS = Indicator(
    "PLANS",
    "Percentage of Education, Health and Care Plans (EHCPs) issued within 20 weeks",
    DataPeriod.MS,
    Unit.PERCENT,
    "plans",
    1,
    Making.PERCENTAGE,
    "Case system",
    "Plans.",
    ("county", "district"),
    code="APP17",
)
CHILDREN = replace(PLANS, id="SECOND", code="", title="Percentage of second plans", counted="children")
ENTRANTS = replace(
    PLANS, id="FTE", code="", title="Number of entrants", unit=Unit.COUNT, measure=Making.NONE, decimals=0
)
NOVEMBER = month(2024, 11)


def hidden(indicator: Indicator, place: str = "Swale", **numbers: str) -> Hidden:
    """Suppressed of November: the numbers by their part. Beside them 41.0 and 60 stand in the row."""
    made = (HiddenNumber.of(indicator, place, NOVEMBER, part, Decimal(number)) for part, number in numbers.items())
    beside = {(indicator.id, place): frozenset({Decimal("41.0"), Decimal(60)})}
    codes = {one.id: frozenset({one.id, one.code} - {""}) for one in (PLANS, CHILDREN, ENTRANTS)}
    nouns = {indicator.id: nouns_of(indicator)}
    return Hidden(tuple(made), beside, nouns, ("Kent", "Swale", "Ashford"), codes)


def is_stated(text: str, indicator: Indicator = PLANS, **numbers: str) -> bool:
    """Whether the text, which is about Swale's row, states one of the numbers."""
    numbers = numbers or {"measure": "72.7", "numerator": "8", "denominator": "11"}
    return any(hidden(indicator, **numbers).stated_in(text, (indicator.id, "Swale")))


STATING = (
    "8 of 11 plans were in time.",
    "Only 8 of the 11 plans were issued within 20 weeks.",
    "Eight plans were issued within 20 weeks.",
    "We issued 8 new plans in time.",
    "8 EHCPs were completed in time.",
    "In November 8 plans were in time.",
    "There were only 8 in time.",
    "The numerator of 8 is low.",
    "8 out of 11 were in time.",
    "The team issued eight out of eleven plans in time.",
    "The number of plans in time fell to 8.",
    "The number of plans fell to 11 in November.",
    "Performance was 72.7% in the month.",
    "Performance was about 73%.",
    "It stood at 72.7 per cent.",
    "In Swale, 8 of 11 plans were in time; in Ashford 20 of 30.",
    "Staff sickness played its part. 8 of 11 plans were in time. This will improve.",
    "We lost 2 officers in 2024, and 8 plans were in time.",
    "Of 11 plans, most were in time.",
)
TRUE = (
    "Plans have to be issued within 20 weeks.",
    "8 officers left the team in the autumn.",
    "We met 8 schools and 11 head teachers.",
    "Performance has improved for 8 months.",
    "The next review is on 8 November.",
    "The review of 11 November 2024 found no fault.",
    "The target has been missed for 11 weeks.",
    "Of the 12 districts, 8 met the target.",
    "All 11 teams were trained.",
    "8 more plans would have met the target.",
    "Performance rose by 8 percentage points.",
    "It rose by 8 since last month.",
    "The recovery plan has 8 steps and 11 owners.",
    "Children aged 8 to 11 wait longest.",
    "Pupils in Year 8 and Year 11 are waiting.",
    "Key Stage 2 children, 8 of whom moved away, wait.",
    "A panel sits at 8:30 on weekdays.",
    "Section 8 of the guidance applies.",
    "See page 11 for the recovery plan.",
    "Costs rose by £8 a head.",
    "The 8th meeting of the board was held.",
    "Figures for 2008-11 are not comparable.",
    "In 2011 the process was changed.",
    "The waiting time is 8 weeks on average.",
    "SECOND was 8 in the month.",
    "In Ashford 8 plans were in time.",
    "In October 8 plans were in time.",
    "The backlog will be cleared within 8 working days.",
    "Two of the 8 vacancies have been filled.",
    "It was 72.6 then, or 172.7, or 72.75.",
    "We target 60% and reached 41.0%.",
    "About 80% of parents were content.",
    "11% of the staff were absent.",
    "Form AB8 and B11 are out of use.",
    "Tribunals heard 8 appeals.",
    "8 caseworkers hold 11 cases each.",
    "The score was 8-11.",
    "It takes 8 hours to write one.",
    "Quarter 2 saw 11 new starters in the service.",
    "Eleven of our officers are new.",
    "There are 8 vacancies.",
    "Between 8 and 11 officers are needed.",
)


@pytest.mark.parametrize("text", STATING)
def test_a_text_that_states_a_suppressed_figure_is_found(text: str) -> None:
    assert is_stated(text)


@pytest.mark.parametrize("text", TRUE)
def test_a_number_that_is_something_else_is_not_the_figure(text: str) -> None:
    assert not is_stated(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 children started a second plan.", True),
        ("Three young people came back.", True),
        ("One of the 3 pupils moved away.", True),
        ("3 of 7 came back.", True),
        ("3 siblings of one family moved.", False),
        ("3 social workers work with these children.", False),
        ("We held 3 workshops.", False),
        ("7 children wait for a school place.", True),
    ],
)
def test_people_are_called_by_many_names(text: str, expected: bool) -> None:
    assert is_stated(text, CHILDREN, numerator="3", denominator="7") is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were 4 in the month.", True),
        ("4 were recorded.", True),
        ("It fell from 9 to 4.", True),
        ("The total of 4 is the lowest.", True),
        ("4 panels met.", False),
        ("It is 4 fewer.", False),
        ("It will take 4 months.", False),
    ],
)
def test_a_count_is_stated_by_what_is_said_of_it(text: str, expected: bool) -> None:
    assert is_stated(text, replace(ENTRANTS, counted="entrants"), measure="4") is expected


def test_what_is_printed_beside_it_is_not_the_figure_unless_its_month_is_named() -> None:
    assert not is_stated("It was 41.0%.", measure="41.0")
    assert is_stated("It was 41.0% in November.", measure="41.0")
    assert not is_stated("It was 41.0% in October.", measure="41.0")


def test_a_place_that_the_sentence_names_has_its_own_figures() -> None:
    numbers = hidden(PLANS, "Swale", numerator="8", denominator="11")
    about_kent = ("PLANS", "Kent")
    assert any(numbers.stated_in("In Swale, 8 of 11 plans were in time.", about_kent))
    assert not any(numbers.stated_in("8 of 11 plans were in time.", about_kent))


def test_a_text_is_told_without_the_figure() -> None:
    numbers = hidden(PLANS, numerator="8", denominator="11", measure="72.7")
    text = "It was 72.7% (8 of 11 plans), after 20 weeks."
    assert numbers.without(text, ("PLANS", "Swale")) == (
        "It was [suppressed] ([suppressed] of [suppressed] plans), after 20 weeks."
    )


def test_no_number_can_be_read_off_what_is_held() -> None:
    assert [
        number for number in ("72.7", "'8'", "'11'") if number in repr(hidden(PLANS, measure="72.7", numerator="8"))
    ] == []
