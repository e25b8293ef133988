"""Headings whose months or years are not those of the edition: one finding for each table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from workbook_builder.audit.comparison import Comparison, Published, elsewhere
from workbook_builder.audit.placed import Placed, label
from workbook_builder.audit.printed import MEASURE, Heading
from workbook_builder.findings import Finding
from workbook_builder.periods import Frequency
from workbook_builder.problems import listed

_WORDS = {Frequency.MONTH: "month", Frequency.QUARTER: "quarter", Frequency.TERM: "term", Frequency.YEAR: "year"}


def _find(published: Published) -> Iterator[Finding]:
    for _, rows in groupby(published.placed, key=lambda placed: (placed.ours.page, placed.ours.table.spec.id)):
        wrong: dict[Heading, Placed] = {}
        for placed in rows:
            for heading in placed.printed.headings:
                if _is_wrong(placed, heading):
                    wrong.setdefault(heading, placed)
        if wrong:
            yield _finding(wrong)
    yield from elsewhere("heading")(published)


def _is_wrong(placed: Placed, heading: Heading) -> bool:
    """Whether a heading is another than ours or, where only its period is known, does not name ours."""
    if heading.expected:
        return heading.text != heading.expected
    return label(placed.ours, heading.slot) not in heading.text


def _finding(wrong: Mapping[Heading, Placed]) -> Finding:
    first, placed = next(iter(wrong.items()))
    table = placed.ours.table
    shifted = [heading for heading in wrong if heading.slot[0] == MEASURE[0]] if placed.shift else []
    others = [heading for heading in wrong if heading not in shifted]
    pairs = dict.fromkeys(
        (heading.text or "an empty cell", heading.expected or label(placed.ours, heading.slot)) for heading in others
    )
    return Finding(
        rule="",
        page=placed.ours.page,
        indicator="",
        title=table.spec.title,
        place=table.area.name,
        period=table.latest.label,
        where=f"{placed.printed.origin}, {first.place}",
        found=listed([*_span([heading.text for heading in shifted]), *(found for found, _ in pairs)]),
        expected=listed([*_span(_labels(placed, shifted)), *(expected for _, expected in pairs)]),
        difference=_how_far(placed, shifted) if shifted else f"{len(pairs)} heading{'s' if len(pairs) > 1 else ''}",
    )


def _labels(placed: Placed, headings: Sequence[Heading]) -> list[str]:
    return [label(placed.ours, heading.slot) for heading in headings]


def _span(labels: Sequence[str]) -> list[str]:
    """`Apr-24 to Oct-24`, from the first to the last."""
    ends = dict.fromkeys([labels[0], labels[-1]]) if labels else {}
    return [" to ".join(ends)] if ends else []


def _how_far(placed: Placed, headings: Sequence[Heading]) -> str:
    steps = abs(placed.shift)
    word = _WORDS[placed.ours.table.latest.frequency] + ("s" if steps > 1 else "")
    side = "behind" if placed.shift > 0 else "ahead"
    [span] = _span(_labels(placed, headings))
    below = "and so are the figures below them" if placed.late else f"but the figures below them are those of {span}"
    return f"{steps} {word} {side}, {below}"


COMPARISON = Comparison(
    "heading",
    "A heading that was not moved on makes every figure below it that of another month or year.",
    "Apr-24 to Oct-24 above the figures of May-24 to Nov-24.",
    _find,
)
