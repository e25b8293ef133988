"""`public.csv` keeps what was printed, so that it is read again as it was."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.support.public_tables.by_hand import PERCENTAGE, SHIRE, A, B, figure, figures, row
from tests.support.public_tables.judging import two_editions
from tests.support.public_tables.making import COUNTY, NOVEMBER, spec_of
from workbook_builder.problems import Report
from workbook_builder.specs.model import Spec
from workbook_builder.specs.suppress import Preset, Suppress
from workbook_builder.suppression import Publication, printed
from workbook_builder.suppression.record import public_csv, read_publications

HEADING = "format,printing,indicator,area,period,measure,numerator,denominator,rounding\n"


def read(folder: Path, text: str, spec: Spec, report: Report | None = None) -> Publication:
    """What a file with this text says."""
    path = folder / "public.csv"
    path.write_text(text, encoding="utf-8")
    found = read_publications(path, "public.csv", NOVEMBER, spec, report or Report())
    return found[-1] if found else Publication(NOVEMBER, {})


@pytest.mark.parametrize("seed", range(4))
def test_what_is_written_is_read_again(tmp_path: Path, seed: int) -> None:
    published = two_editions(seed)
    last, spec = published.publications[-1], published.scorecard.spec
    assert read(tmp_path, public_csv(last, COUNTY), spec) == last


def test_the_format_is_pinned() -> None:
    spec = spec_of(2, [], PERCENTAGE)
    facts = {
        (PERCENTAGE.id, COUNTY, NOVEMBER): row("47.5", 75, 158),
        (PERCENTAGE.id, A, NOVEMBER): row("20.0", 30, 150),
        (PERCENTAGE.id, B, NOVEMBER): row("37.5", 3, 8),
    }
    rules = Suppress(preset=Preset.NHS, county_rounding=10)
    publication = printed(spec, rules, NOVEMBER, facts, [(PERCENTAGE.id, B, NOVEMBER)])
    assert public_csv(publication, COUNTY) == HEADING + (
        "1,1,PLANS,District 0,2024-11,20.0,30,150,5\n"
        "1,1,PLANS,District 1,2024-11,withheld,withheld,withheld,5\n"
        "1,1,PLANS,Shire,2024-11,50.0,80,160,10\n"
    )


def test_decimals_are_kept_since_they_tell_how_exact_a_percentage_is(tmp_path: Path) -> None:
    text = f"{HEADING}1,1,PLANS,{A},2024-11,44.0,,,0\n"
    (value,) = read(tmp_path, text, spec_of(2, [], PERCENTAGE)).figures.values()
    assert str(value) == "44.0"


def test_places_are_called_as_they_are_now_and_what_is_dropped_is_passed_over(tmp_path: Path) -> None:
    rows = [f"1,1,{row},2024-11,7,,,0\n" for row in ("PLANS,district 0", "PLANS,Elsewhere", f"GONE,{A}")]
    text = HEADING + "".join(rows)
    assert read(tmp_path, text, SHIRE).figures == {figure(A): Decimal(7)} == figures({A: 7})


@pytest.mark.parametrize(
    ("line", "column", "found", "allowed"),
    [
        ("2,1,PLANS,Shire,2024-11,7,,,0", "format", '"2"', "1"),
        ("1,1,PLANS,Shire,November,7,,,0", "period", '"November"', "a month, quarter, term or year"),
        ("1,1,PLANS,Shire,2024-11,few,,,0", "measure", '"few"', "a number, withheld or nothing"),
        ("1,1,PLANS,Shire,2024-11,7,N/A,,0", "numerator", '"N/A"', "a number, withheld or nothing"),
        ("1,1,PLANS,Shire,2024-11,7,,,five", "rounding", '"five"', "a whole number"),
        ("1,first,PLANS,Shire,2024-11,7,,,0", "printing", '"first"', "a whole number"),
    ],
)
def test_a_file_that_no_build_wrote_is_refused(
    tmp_path: Path, line: str, column: str, found: str, allowed: str
) -> None:
    report = Report()
    read(tmp_path, f"{HEADING}{line}\n", SHIRE, report)
    (problem,) = report.problems
    assert (problem.where, problem.found, problem.allowed) == (f"public.csv, row 2, column {column}", found, allowed)


def test_what_was_printed_otherwise_is_a_printing_after_the_one_before(tmp_path: Path) -> None:
    first, second = (Publication(NOVEMBER, figures({A: n, B: None})) for n in (7, 8))
    text = public_csv(second, COUNTY, public_csv(first, COUNTY))
    path = tmp_path / "public.csv"
    path.write_text(text, encoding="utf-8")
    assert read_publications(path, "public.csv", NOVEMBER, SHIRE, Report()) == (first, second)


def test_what_was_printed_as_before_is_no_other_printing() -> None:
    before = public_csv(Publication(NOVEMBER, figures({A: 7, B: None})), COUNTY)
    assert public_csv(Publication(NOVEMBER, figures({A: 7, B: None})), COUNTY, before) == before
