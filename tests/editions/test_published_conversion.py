"""The published edition becomes inputs by rule, repeatably, and without losing a fact."""

import csv
import re
import shutil
import sys
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.support.places import PUBLISHED

INPUTS = PUBLISHED.parents[1] / "inputs" / "2024-11"
sys.path.insert(0, str(PUBLISHED))

from convert import by_area, convert  # noqa: E402
from floors import Bounds, all_floors, plain, roundest  # noqa: E402
from printed import Row, level_of, months_late, moved, period, place_of, published_rows, without_remark  # noqa: E402
from self_check import LossError, check  # noqa: E402

FILES = ("observations", "targets", "benchmarks", "sources")


def rows_of(name: str) -> list[Row]:
    with (INPUTS / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def bounds(polarity: str, target: str, worst_amber: str = "", best_red: str = "") -> Bounds:
    amber, red = (Decimal(text) if text else None for text in (worst_amber, best_red))
    return Bounds(polarity, Decimal(target), amber, red)


@pytest.fixture
def converted(tmp_path: Path) -> tuple[Path, str]:
    """A fresh conversion and its report."""
    return tmp_path, convert(PUBLISHED, tmp_path)


def test_shipped_inputs_and_report_are_what_the_conversion_writes(converted: tuple[Path, str]) -> None:
    folder, report = converted
    assert sorted(path.stem for path in folder.iterdir()) == sorted(FILES)
    for name in FILES:
        assert (folder / f"{name}.csv").read_bytes() == (INPUTS / f"{name}.csv").read_bytes()
    assert (PUBLISHED / "conversion_report.txt").read_bytes() == report.encode()


def test_every_printed_row_is_observed_or_reported_as_of_nothing() -> None:
    observed = {(row["indicator"], row["area"]) for row in rows_of("observations")}
    report = (PUBLISHED / "conversion_report.txt").read_text(encoding="utf-8")
    cells = published_rows(PUBLISHED, "cells")
    assert len(cells) == 552
    for row in cells:
        indicator, place = row["id"], place_of(row)
        assert (indicator, place) in observed or f"not there: {indicator}, {level_of(place)} (" in report


def test_report_counts_every_row_and_fact_once() -> None:
    report = (PUBLISHED / "conversion_report.txt").read_text(encoding="utf-8")
    for block in re.findall(r"((?:  \d+ .*\n)+)  (\d+) in all\n", report):
        assert sum(int(number) for number in re.findall(r"^  (\d+)", block[0], re.M)) == int(block[1])
    assert "  552 in all\n" in report
    assert "  0 converted into nothing\n" in report


def test_no_rating_and_no_arrow_is_an_input() -> None:
    results = {"GREEN", "AMBER", "RED", "up", "down", "same"}
    for name in FILES:
        assert not any(results & set(row.values()) for row in rows_of(name))


def test_observations_stand_once_each_and_in_order_of_time() -> None:
    keys = [(row["indicator"], row["area"], row["period"]) for row in rows_of("observations")]
    assert len(set(keys)) == len(keys)
    assert all(a[2] < b[2] for a, b in pairwise(keys) if a[:2] == b[:2])


@pytest.mark.parametrize(
    ("label", "read"),
    [
        ("Nov-24", "2024-11"),
        ("Q2 24-25", "2024-25 Q2"),
        ("Autumn 23-24", "2023-24 Autumn"),
        ("2020-21", "2020-21"),
    ],
)
def test_period_labels_are_read(label: str, read: str) -> None:
    assert period(label) == read


def test_only_monthly_headings_that_lag_are_moved_to_the_edition() -> None:
    assert months_late({"section": "education monthly", "measure_period": "Oct-24"}) == 1
    assert months_late({"section": "education monthly", "measure_period": "Nov-24"}) == 0
    assert months_late({"section": "quarterly", "measure_period": "Q1 24-25"}) == 0
    assert moved("2024-12", 1) == "2025-01"


def test_titles_match_without_their_trailing_remark() -> None:
    assert without_remark("A title [seasonal]") == "A title"
    assert without_remark("A [very] long title") == "A [very] long title"


def test_commonest_statement_holds_everywhere_and_the_others_for_their_places() -> None:
    values = {"Kent": "12", "Ashford": "N/A", "Dover": "N/A"}
    assert by_area("X", values, set()) == [("", "N/A"), ("Kent", "12")]


def test_places_where_the_indicator_does_not_exist_have_no_say() -> None:
    values = {"Kent": "70.0", "Ashford CSWT": "", "Dover CSWT": ""}
    assert by_area("X", values, {("X", "CSWT")}) == [("", "70.0")]
    with pytest.raises(ValueError, match="nothing is printed for Dover"):
        by_area("X", {"Kent": "7", "Ashford": "7", "Dover": ""}, set())


@pytest.mark.parametrize(
    ("limits", "floor"),
    [
        (bounds("L", "9", "10.5", "11.1"), "11"),
        (bounds("L", "12", "", "26.0"), "20"),
        (bounds("L", "25"), "30"),
        (bounds("L", "25", "", "26"), "25.1"),
        (bounds("H", "85.0", "75.0", "66.7"), "70"),
        (bounds("H", "70.0"), "60"),
        (bounds("H", "100"), "90"),
        (bounds("H", "-0.60", "", "-0.84"), "-0.7"),
        (bounds("L", "4.8", "5.2", "5.4"), "5.2"),
    ],
)
def test_floor_is_the_roundest_value_and_then_the_nearest_the_target(limits: Bounds, floor: str) -> None:
    value = roundest([limits])
    assert value is not None
    assert plain(value) == floor


def test_floor_fits_the_other_year_where_a_bound_is_missing_and_it_can() -> None:
    columns = ("id", "polarity", "year", "target", "worst_amber", "best_red")
    printed = ["X,H,2023-24,45,36.4,", "X,H,2024-25,60,55.6,", "Y,L,2023-24,12,,26.0", "Y,L,2024-25,<= 25,,"]
    rows = [dict(zip(columns, line.split(","), strict=True)) for line in printed]
    floors = {key: plain(floor.value) for key, floor in all_floors(rows).items()}
    assert list(floors.values()) == ["30", "30", "20", "30"]


tenths = st.integers(-999, 999).filter(bool).map(lambda number: Decimal(number) / 10)


@settings(deadline=None)
@given(polarity=st.sampled_from("HL"), target=tenths, amber=st.none() | tenths, red=st.none() | tenths)
def test_floor_lies_inside_its_bounds_and_no_rounder_value_does(
    polarity: str, target: Decimal, amber: Decimal | None, red: Decimal | None
) -> None:
    limits = Bounds(polarity, target, amber, red)
    assume(limits.start < limits.end)
    floor = roundest([limits])
    assert floor is not None
    assert limits.admits(floor)
    digits = len(floor.normalize().as_tuple().digits)
    assert not any(limits.admits(value) for value in numbers(digits - 1))
    as_round = [value for value in numbers(digits) if limits.admits(value)] if digits < 3 else []
    assert all(abs(value - target) >= abs(floor - target) for value in as_round)


def numbers(digits: int) -> Iterator[Decimal]:
    """The numbers with up to so many significant digits and up to three decimals, either sign."""
    for mantissa in range(1, 10**digits):
        for exponent in range(-3, 3):
            yield from (Decimal(sign * mantissa).scaleb(exponent) for sign in (1, -1))


def test_every_row_of_the_bounds_file_has_a_floor_inside_its_bounds() -> None:
    floors = all_floors(published_rows(PUBLISHED, "floor_bounds"))
    assert len(floors) == len(published_rows(PUBLISHED, "floor_bounds"))
    assert all(floor.bounds.admits(floor.value) for floor in floors.values())


@pytest.mark.parametrize("name", FILES)
def test_a_lost_row_is_found(converted: tuple[Path, str], name: str) -> None:
    path = converted[0] / f"{name}.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:5] + lines[6:]), encoding="utf-8")
    with pytest.raises(LossError, match="lost: "):
        check(PUBLISHED, *converted)


@pytest.mark.parametrize(("figure", "changed"), [(",78.9,90,114,", ",78.90,90,114,"), (",78.9,90,", ",78.9,91,")])
def test_a_changed_figure_is_found(converted: tuple[Path, str], figure: str, changed: str) -> None:
    replace(converted[0] / "observations.csv", figure, changed)
    with pytest.raises(LossError, match=r"lost: (.|\n)*invented: "):
        check(PUBLISHED, *converted)


def test_a_dropped_figure_that_the_report_hides_is_found(converted: tuple[Path, str]) -> None:
    folder, report = converted
    for kind in ("dropped: ", "not there: "):
        hidden = "\n".join(line for line in report.splitlines() if kind not in line)
        with pytest.raises(LossError, match="lost: "):
            check(PUBLISHED, folder, hidden)


def test_a_target_that_loses_its_floor_is_found(converted: tuple[Path, str]) -> None:
    replace(converted[0] / "targets.csv", ",75.0,,,,,published,", ",,,,,,,")
    with pytest.raises(LossError, match="neither floor nor bands"):
        check(PUBLISHED, *converted)


def test_a_figure_in_a_column_that_its_section_lacks_is_found(tmp_path: Path) -> None:
    published = Path(shutil.copytree(PUBLISHED, tmp_path / "published"))
    replace(published / "2024-11_cells.csv", ",79.0,RED,,,,,,\n", ",79.0,RED,,,,78.0,,\n")
    with pytest.raises(LossError, match="has no column"):
        convert(published, tmp_path)
