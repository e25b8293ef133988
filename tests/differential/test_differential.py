"""Random valid projects show what the documents say, recalculate to what is stored, and audit clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.differential.expected import Known, shown_pages
from tests.differential.made import make
from tests.differential.reading import agrees
from tests.differential.trial import trial


@pytest.mark.parametrize("seed", range(24))
def test_a_made_project_shows_what_the_documents_say(seed: int, tmp_path: Path) -> None:
    assert trial(seed, tmp_path) == []


def test_the_made_projects_are_of_all_kinds() -> None:
    many = [make(seed) for seed in range(24)]
    facts = [indicator for made in many for indicator in made.indicators.values()]
    assert {fact["polarity"] for fact in facts} == {"H", "L", "T", None}
    assert {fact["data_period"] for fact in facts} == {"R12M", "MS", "YTD", "Q", "T", "A"}
    assert {table["id"] for made in many for page in made.pages for table in page["tables"]} == {
        *("month", "quarter", "term", "year", "mixed")
    }
    shown = {cell for made in many for rows in shown_pages(made).values() for row in rows for cell in row.cells}
    assert {"GREEN", "AMBER", "RED", "N/A", "⇧", "⇩", "⇔", "new indicator", "to be supplied"} <= {s for _, s in shown}


def test_the_comparison_can_fail() -> None:
    made = make(0)
    known = Known(made)
    name, place, _ = next(key for key, row in known.figures.items() if "measure" in row)
    assert not agrees(999.0, next(iter(known.figures.values())) and shown_pages(made)["County"][0].cells[-1][1])
    assert (name in made.indicators, place in made.places) == (True, True)
