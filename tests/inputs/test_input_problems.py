"""Whatever a row cannot mean is named with file, row and column, what was found, what is allowed and what to do."""

from __future__ import annotations

import pytest

from tests.support.reading import BENCHMARKS, OBSERVATIONS, SOURCES, TARGETS, Told, problems_of
from tests.support.small import SmallProject

LATEST = "PLANS,Shire,2024-11,61.5,123,200,,"
REASONS = "N/A, to be supplied, new indicator, suppressed"
A_NUMBER = f"a number such as 22.4 (at most 15 digits), or one of: {REASONS}"
A_MEASURE = f"a measure, or a numerator and denominator that make it, or a status: {REASONS}"
NOT_MADE = ("column measure", "no figure and no reason why", A_MEASURE)
FILL_IN = "fill it in, or write the reason in `status`; delete the row only if its period is not due yet"
NO_PERCENT = "write the number without the % sign (76.5 for 76.5%); in Excel, first give the cell the format Number"
NO_COMMA = "use a point for decimals and commas only for thousands"
INDICATORS = "indicator: PLANS, REPEAT, SECOND"
PLACES = "area or team: Shire, Eastham, Eastham CSWT"
FORM = ("a month (2024-11) or a year (2023-24)", "write the period in that form")
NOT_LATER = (
    "periods that begin no later than the edition's month, 2024-11",
    "correct the period, or move the row to a later edition",
)

UNREADABLE = [
    ("sixty", "correct the cell"),
    ("-", "write 0 if none were counted, N/A if there is no figure"),
    ("6 1.5", "correct the cell"),
    ("61..5", "correct the cell"),
    ("1,23.4", "correct the cell"),
    ("NaN", "correct the cell"),
    ("inf", "correct the cell"),
    ("1e5", "correct the cell"),
    ("1234567890123456", "correct the cell"),
    ("0.1234567890123456", "correct the cell"),
    ("62%", NO_PERCENT),
    ("61,5", NO_COMMA),
    ("1234,56", NO_COMMA),
]


@pytest.mark.parametrize(("text", "remedy"), UNREADABLE)
def test_a_number_that_cannot_be_read_is_a_problem(small: SmallProject, text: str, remedy: str) -> None:
    small.change(OBSERVATIONS, ",61.5,", f',"{text}",')
    assert problems_of(small) == [(f"{OBSERVATIONS}, row 4, column measure", f'"{text}"', A_NUMBER, remedy)]


@pytest.mark.parametrize(
    ("file", "cell", "place"),
    [
        (OBSERVATIONS, "123", "row 4, column numerator"),
        (OBSERVATIONS, "200", "row 4, column denominator"),
        (TARGETS, "25.0", "row 4, column target"),
        (TARGETS, "30", "row 4, column floor"),
        (TARGETS, "17.5", "row 5, column green_from"),
        (TARGETS, "27.5", "row 5, column amber_to"),
        (BENCHMARKS, "50.3", "row 2, column value"),
    ],
)
def test_every_number_is_read_by_the_same_rule(small: SmallProject, file: str, cell: str, place: str) -> None:
    small.change(file, f",{cell},", ',"61,5",')
    assert problems_of(small) == [(f"{file}, {place}", '"61,5"', A_NUMBER, NO_COMMA)]


UNKNOWN = "correct it, delete the row, or add the indicator to indicator_specs.yaml"
ROWS: list[tuple[str, Told]] = [
    ("PLAN,Shire,2024-11,61.5,,,,", ("column indicator", '"PLAN"', INDICATORS, 'did you mean "PLANS"?')),
    (
        "X,Shire,2024-11,61.5,,,,",
        ("column indicator", '"X"', INDICATORS, UNKNOWN),
    ),
    ("PLANS2,Shire,2024-11,61.5,,,,", ("column indicator", '"PLANS2"', INDICATORS, UNKNOWN)),
    ("PLANS,Shyre,2024-11,61.5,,,,", ("column area", '"Shyre"', PLACES, 'did you mean "Shire"?')),
    (
        "PLANS,,2024-11,61.5,,,,",
        ("column area", '""', PLACES, "correct it, delete the row, or add the area or team to indicator_specs.yaml"),
    ),
    (
        "PLANS,Eastham CSWT,2024-11,61.5,,,,",
        (
            "column area",
            '"Eastham CSWT"',
            "places where PLANS exists: county, district",
            "remove the row, or add the place to `exists` in indicator_specs.yaml",
        ),
    ),
    *(
        (f"PLANS,Shire,{text},61.5,,,,", ("column period", f'"{text}"', *FORM))
        for text in ("", "2024-13", "November 2024", "2024-25 Q1", "2024-25 Autumn", "2024-11-30")
    ),
    *(
        (f"PLANS,Shire,{text},61.5,,,,", ("column period", f'"{text}"', *NOT_LATER))
        for text in ("2024-12", "2025-26")
    ),
    *(
        (f"PLANS,Shire,2024-11,,{parts},,", (*NOT_MADE, FILL_IN))
        for parts in (",", "123,", ",200", "0,0", "N/A,200", "123,suppressed")
    ),
    (
        "PLANS,Shire,2024-11,61.5,,,N/A,",
        ("column measure", "a figure and a reason why it is missing", A_MEASURE, "remove one of the two"),
    ),
    (
        "PLANS,Shire,2024-11,,,,surpressed,",
        ("column status", '"surpressed"', REASONS, 'did you mean "suppressed"?'),
    ),
    ("PLANS,Shire,2024-11,,,,soon,", ("column status", '"soon"', REASONS, "use one of these words")),
    *(
        (
            f"PLANS,Shire,2024-11,61.5,,,,{text}",
            ("column decimals", f'"{text}"', "a whole number from 0 to 6", "write 0, 1 or 2"),
        )
        for text in ("7", "1.0", "one")
    ),
    (
        "PLANS,Shire,2024-11,61.5,,,,,,x",
        ("", "10 values under 8 columns", "a value for each column", 'put values with commas in "quotes"'),
    ),
    (
        f"PLANS,Shire,2024-11,61.5,,,{'9' * 5000},",
        ("", f'5000 characters in one cell: "{"9" * 29}…"', "at most 2000 characters", "shorten the text"),
    ),
]


@pytest.mark.parametrize(("row", "told"), ROWS, ids=[row[:40] for row, _ in ROWS])
def test_a_row_that_cannot_stand_is_a_problem(small: SmallProject, row: str, told: Told) -> None:
    small.change(OBSERVATIONS, LATEST, row)
    column, *rest = told
    where = f"{OBSERVATIONS}, row 4, {column}".removesuffix(", ")
    assert problems_of(small) == [(where, *rest)]


def test_a_measure_that_nothing_makes_cannot_be_left_out(small: SmallProject) -> None:
    small.change("indicator_specs.yaml", "measure: percentage", "measure: none")
    small.change(OBSERVATIONS, LATEST, "PLANS,Shire,2024-11,,123,200,,")
    where, *rest = NOT_MADE
    assert problems_of(small) == [(f"{OBSERVATIONS}, row 4, {where}", *rest, FILL_IN)]


OTHER_TABLES: list[tuple[str, str, str, Told]] = [
    (
        TARGETS,
        "17.5,22.5",
        "17.5,",
        ("row 5, column green_from", "one end of the green band", "both ends, or neither", "fill in the other end"),
    ),
    (
        TARGETS,
        "12.5,27.5",
        ",27.5",
        ("row 5, column amber_from", "one end of the amber band", "both ends, or neither", "fill in the other end"),
    ),
    *(
        (
            TARGETS,
            "inferred,\n",
            f"inferred,{text}\n",
            (
                "row 4, column display",
                f'"{text}"',
                "<, <=, > or >= and the target: <= 25",
                "correct it, or leave it empty",
            ),
        )
        for text in ("<= 26", "<= 25.1", "25.0", "up to 25.0", "<=")
    ),
    (
        TARGETS,
        "inferred",
        "guessed",
        ("row 4, column floor_basis", '"guessed"', "published or inferred", "write one of the two words"),
    ),
    (
        TARGETS,
        "PLANS,2024-25,60,,",
        "PLANS,2024-25,60,,X",
        ("row 3, column polarity", '"X"', "H, L or T", "leave it empty where it does not differ"),
    ),
    (
        TARGETS,
        "PLANS,2024-25,60",
        "PLANS,2024-25,",
        (
            "row 3, column target",
            "no target",
            "a number, or N/A",
            "fill it in, write N/A, or delete the row where there is no target",
        ),
    ),
    (
        TARGETS,
        "60,,,50",
        "60,,,n/a",
        ("row 3, column floor", '"N/A"', "a number", "write a number or leave it empty"),
    ),
    (
        TARGETS,
        "PLANS,2024-25",
        "PLANS,2024-11-05",
        (
            "row 3, column year",
            '"2024-11-05"',
            "a month (2024-11) or a quarter (2024-25 Q2) or a term (2024-25 Autumn) or a year (2023-24)",
            "write the period in that form",
        ),
    ),
    (TARGETS, "60,,", "60,Eastam,", ("row 3, column area", '"Eastam"', PLACES, 'did you mean "Eastham"?')),
    (
        BENCHMARKS,
        "england",
        "engand",
        ("row 2, column group", '"engand"', "benchmark group: england", 'did you mean "england"?'),
    ),
    (
        BENCHMARKS,
        "2023-24",
        "2023-24 Q1",
        (
            "row 2, column period",
            '"2023-24 Q1"',
            "a date (2023-12-31) or a month (2024-11) or a year (2023-24)",
            "write the period in that form",
        ),
    ),
    (
        BENCHMARKS,
        "50.3",
        "",
        ("row 2, column value", "no value", "a number, or N/A", "fill it in, write N/A, or delete the row"),
    ),
    *(
        (
            SOURCES,
            words,
            "",
            (
                f"row 2, column {column}",
                "nothing",
                "words such as Dec 2024, or N/A",
                "fill it in, write N/A, or delete the row",
            ),
        )
        for column, words in (("latest_data", "Month of November 2024"), ("released", "Dec 2024"))
    ),
    (SOURCES, "PLANS", "PLAN", ("row 2, column indicator", '"PLAN"', INDICATORS, 'did you mean "PLANS"?')),
]


@pytest.mark.parametrize(("file", "old", "new", "told"), OTHER_TABLES)
def test_targets_benchmarks_and_sources_are_checked_alike(
    small: SmallProject, file: str, old: str, new: str, told: Told
) -> None:
    small.change(file, old, new)
    place, *rest = told
    assert problems_of(small) == [(f"{file}, {place}", *rest)]


def twice(key: str, row: int) -> str:
    return f"{key} for the second time (first in row {row})"


@pytest.mark.parametrize(
    ("file", "again", "row", "found"),
    [
        (OBSERVATIONS, LATEST, 18, twice("PLANS, Shire, 2024-11", 4)),
        (OBSERVATIONS, "plans,SHIRE,Nov-24,9,,,,", 18, twice("PLANS, Shire, 2024-11", 4)),
        (TARGETS, "PLANS,2024-25,60,,,50", 6, twice("PLANS, 2024-25", 3)),
        (BENCHMARKS, "PLANS,england,2023-24,9,", 3, twice("PLANS, england, 2023-24", 2)),
        (SOURCES, "PLANS,Month,Dec 2024", 4, twice("PLANS", 2)),
    ],
)
def test_the_same_statement_twice_in_an_edition_is_a_problem(
    small: SmallProject, file: str, again: str, row: int, found: str
) -> None:
    small.write(file, small.text(file) + again + "\n")
    told = (f"{file}, row {row}", found, "each statement once in an edition", "delete one of the two rows")
    assert problems_of(small) == [told]


def test_the_bare_number_of_a_date_is_told_as_the_date_that_it_is(small: SmallProject) -> None:
    small.change(OBSERVATIONS, LATEST, "PLANS,Shire,45383,61.5,,,,")
    (where, found, _, remedy), *_ = problems_of(small)
    assert (where, found) == (f"{OBSERVATIONS}, row 4, column period", '"45383"')
    assert remedy == "45383 is the number that Excel has for 1 April 2024: write the period in that form"
