"""The markers of statisticians are refused with the word that says the same here."""

from __future__ import annotations

import pytest

from tests.support.reading import BENCHMARKS, OBSERVATIONS, TARGETS, problems_of
from tests.support.small import SmallProject
from workbook_builder.inputs.figures import Missing
from workbook_builder.inputs.markers import marker_remedy

MEANS = {
    "suppressed": ["<5", "< 10", "≤5", "<=4", "1-4", "1 to 4", "*", "[c]", "c", "C", "(c)", "[C]", "~", "supp"],
    "N/A": ["..", "...", ".", "[x]", "x", "[z]", "z", ":", "NA", "n.a.", "n/k", "Not available", "[u]", "#N/A"],
    "to be supplied": ["tbc", "TBC", "tba", "To be confirmed", "awaited", "[tbc]"],
    "new indicator": ["new"],
}
EVERY = [(marker, word) for word, markers in MEANS.items() for marker in markers]


@pytest.mark.parametrize(("marker", "word"), EVERY)
def test_a_marker_is_told_with_the_word_that_says_the_same(small: SmallProject, marker: str, word: str) -> None:
    small.change(OBSERVATIONS, "2024-11,61.5,123,200,,", f'2024-11,"{marker}",,,,')
    ((where, found, _, remedy),) = problems_of(small)
    assert (where, found) == (f"{OBSERVATIONS}, row 4, column measure", f'"{marker}"')
    assert remedy == f"write {word}, which says the same here, in its place"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (OBSERVATIONS, "2024-11,61.5,123,200,,", "2024-11,,,,[c],"),
        (OBSERVATIONS, ",123,200", ",[c],200"),
        (TARGETS, "2024-25,60,", "2024-25,[c],"),
        (BENCHMARKS, "50.3", "[c]"),
    ],
)
def test_a_marker_is_told_in_every_column_of_figures_and_reasons(
    small: SmallProject, file: str, old: str, new: str
) -> None:
    small.change(file, old, new)
    assert [remedy for *_, remedy in problems_of(small)] == [
        "write suppressed, which says the same here, in its place"
    ]


@pytest.mark.parametrize("text", ["-", "–", "nil", "none"])
def test_what_may_be_none_or_unknown_is_asked(text: str) -> None:
    assert marker_remedy(text) == "write 0 if none were counted, N/A if there is no figure"


@pytest.mark.parametrize("text", ["low", "[low]"])
def test_what_rounds_to_nothing_is_asked(text: str) -> None:
    assert marker_remedy(text) == "write the figure as it rounds (0.0), or suppressed if it may not be told"


@pytest.mark.parametrize("text", ["62.5*", "62.5 [p]", "62.5r", "~62", "1,234 (e)", "62.5†"])
def test_a_marked_number_is_to_be_written_alone(text: str) -> None:
    assert marker_remedy(text) == "write the number alone, without the mark"


@pytest.mark.parametrize("text", ["62.5", "62%", "61,5", "sixty", "1e5", "", *(word.value for word in Missing)])
def test_what_is_no_marker_has_no_such_remedy(text: str) -> None:
    assert marker_remedy(text) == ("" if text != "N/A" else marker_remedy("n/a"))
