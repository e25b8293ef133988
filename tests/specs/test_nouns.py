"""What is counted is called by its singular where there is one of it."""

from __future__ import annotations

import pytest

from workbook_builder.specs.model import Spec
from workbook_builder.specs.nouns import noun_for, singular

NOUNS = {
    "plans": "plan",
    "cases": "case",
    "families": "family",
    "addresses": "address",
    "searches": "search",
    "boxes": "box",
    "houses": "house",
    "children": "child",
    "young people": "young person",
    "young people in the cohort": "young person in the cohort",
    "weeks of waiting": "week of waiting",
    "two-year-olds": "two-year-old",
    "child protection plans": "child protection plan",
    "progress": "progress",
}


@pytest.mark.parametrize(("plural", "one"), NOUNS.items(), ids=NOUNS)
def test_one_of_what_is_counted(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_only_one_is_singular() -> None:
    assert [noun_for(count, "plans") for count in (0, 1, 2)] == ["plans", "plan", "plans"]


def test_everything_that_the_shipped_spec_counts_has_a_singular(spec: Spec) -> None:
    nouns = {indicator.counted for indicator in spec.indicators}
    assert [noun for noun in nouns if singular(noun) == noun] == []
