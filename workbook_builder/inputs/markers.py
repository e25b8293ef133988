"""What statisticians write in the place of a figure, and the word that says the same here.

The markers are those of the Government Statistical Service (`[c]`, `[x]`, `[z]`, `[low]`: "Using symbols in
tables"), of the Department for Education's open data standards (`c`, `x`, `z`, `low`, `:`) and of older tables
(`*`, `..`, `-`).
"""

from __future__ import annotations

import re

from workbook_builder.inputs.figures import Missing

_SMALL = re.compile(r"(?:<|<=|≤|less than |under |fewer than )\s*\d+|\d+\s*(?:-|–|to)\s*\d+", re.IGNORECASE)
_MEANS = {
    Missing.SUPPRESSED: "* ** # ~ c s conf confidential supp suppr redacted withheld",
    Missing.NOT_AVAILABLE: (
        ". .. ... … : - -- – — / \\ x z u w na n.a. n.a nap nav nil none null n/k nk not-available "
        "not-applicable unavailable unknown #n/a ?"
    ),
    Missing.TO_BE_SUPPLIED: "tbc tba tbd tbs t.b.c. t.b.c pending awaited awaiting to-be-confirmed to-follow",
    Missing.NEW_INDICATOR: "new",
}
_WORDS = {marker: word for word, markers in _MEANS.items() for marker in markers.split()}
_NONE_COUNTED = {"-", "--", "–", "—", "nil", "none"}
_ROUNDS_TO_NOTHING = {"low", "k"}
_DIGITS = r"[-−]?[\d,]*\.?\d+"
_MARKED_NUMBER = re.compile(
    rf"[~<>≤≥]\s*{_DIGITS}|{_DIGITS}\s*(?:[*†‡#^]+|[a-z]|\[[a-z]{{1,4}}\]|\([a-z]{{1,4}}\))", re.IGNORECASE
)


def marker_remedy(text: str) -> str:
    """What to write instead of a marker, or of a figure with one; "" where the text is neither."""
    plain = "-".join(re.sub(r"^[\[(](.*)[\])]$", r"\1", text.strip()).split()).casefold()
    if plain in _ROUNDS_TO_NOTHING:
        return f"write the figure as it rounds (0.0), or {Missing.SUPPRESSED.value} if it may not be told"
    if plain in _NONE_COUNTED:
        return f"write 0 if none were counted, {Missing.NOT_AVAILABLE.value} if there is no figure"
    word = Missing.SUPPRESSED if _SMALL.fullmatch(text.strip()) else _WORDS.get(plain)
    if word:
        return f"write {word.value}, which says the same here, in its place"
    return "write the number alone, without the mark" if _MARKED_NUMBER.fullmatch(text.strip()) else ""
