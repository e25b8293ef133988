"""Places in a text for the figures of its row: `{value} were in time, {change} since {previous_period}`.

They are filled in when the edition is built, so that what they say is what the table says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from workbook_builder.commentary.facts import Dated, Facts
from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.targets import Basis
from workbook_builder.periods import Period
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.model import Cited, Part
from workbook_builder.wording.dating import during
from workbook_builder.wording.measures import apart, change, compared, difference, limit, quantity

_PLACE = re.compile(r"(?<!\{)\{ ?(?P<name>[A-Za-z][A-Za-z _-]{0,30}?) ?\}(?!\})")
_RATING_FIRST = re.compile(r"\A(?P<before>\W{0,6})\{ ?rating ?\}", re.IGNORECASE)
_WITH_UNIT = re.compile(r"(?P<number>[-+]?[\d,.]*\d)(?P<unit>\D+)")


def placed(template: str, facts: Facts) -> tuple[Part, ...]:
    """A text in parts: words as they are, and the figures of the row in the places that the text leaves for them."""
    parts: list[Part] = []
    end = 0
    for found in _PLACE.finditer(template):
        name = re.sub("[ -]+", "_", found["name"].casefold())
        words = PLACEHOLDERS[name].words(facts) if name in PLACEHOLDERS else ""
        parts += [template[end : found.start()], Cited(name, _without_unit(words, template[found.end() :]), found[0])]
        end = found.end()
    return tuple(part for part in (*parts, template[end:]) if part)


def in_words(parts: Iterable[Part]) -> str:
    """The text that is printed; a place that cannot be filled stays as it was written."""
    return "".join(part if isinstance(part, str) else part.words or part.written for part in parts)


def with_rating_first(template: str, rating: str) -> str:
    """The text with its first word filled in, where that is the rating: `{rating}: …`."""
    return _RATING_FIRST.sub(lambda found: f"{found['before']}{rating}", template)


def unfilled(parts: Iterable[Part]) -> Iterator[Cited]:
    """The places that are unknown, or of which the row has no figure."""
    return (part for part in parts if isinstance(part, Cited) and not part.words)


def _without_unit(words: str, after: str) -> str:
    """The words, without their unit where the text goes on with it: `{value}%`, `{change} percentage points`."""
    found = _WITH_UNIT.fullmatch(words)
    is_said = found and after.lstrip().casefold().startswith(found["unit"].strip().casefold())
    return found["number"] if found and is_said else words


def _measure(number: Number | None, facts: Facts) -> str:
    return compared(number, facts.row.indicator) if number else ""


def _then(dated: Dated | None, facts: Facts) -> str:
    return _measure(dated[1], facts) if dated else ""


def _value(facts: Facts) -> str:
    return quantity(facts.value, facts.row.indicator) if facts.value else ""


def _count(number: Number | None) -> str:
    return number.text if number else ""


def _goal(facts: Facts) -> Number | None:
    target = facts.target.target if facts.target else None
    return target if isinstance(target, Number) else None


def _target(facts: Facts) -> str:
    goal = _goal(facts)
    return limit(goal, facts.target.sign, facts.row.indicator) if goal and facts.target else ""


def _floor(facts: Facts) -> str:
    """The floor standard, if it was ever published."""
    target = facts.target
    return _measure(target.limits.get("floor"), facts) if target and target.basis is not Basis.INFERRED else ""


def _gap(facts: Facts) -> str:
    goal = _goal(facts)
    return _signed(apart(facts.value, goal), facts) if facts.value and goal else ""


def _change(facts: Facts) -> str:
    return _signed(change(facts.value, facts.previous[1]), facts) if facts.value and facts.previous else ""


def _signed(size: Decimal, facts: Facts) -> str:
    """`+2.0 percentage points`, `-3`."""
    sign = "+" if size > 0 else "-" if size < 0 else ""
    return sign + difference(size, facts.row.indicator)


def _when(period: Period, facts: Facts) -> str:
    """`November 2024`, `the 12 months to November 2024`."""
    return during(period, facts.row.indicator.data_period, facts.basis).partition(" ")[2]


@dataclass(frozen=True)
class Placeholder:
    """A place that a text may leave: what it means, and what it is filled with ("" where the row has no figure)."""

    meaning: str
    words: Callable[[Facts], str]


PLACEHOLDERS: Mapping[str, Placeholder] = {
    "value": Placeholder("the latest figure", _value),
    "numerator": Placeholder("its numerator", lambda facts: _count(facts.numerator)),
    "denominator": Placeholder("its denominator", lambda facts: _count(facts.denominator)),
    "target": Placeholder("the target of its year", _target),
    "floor": Placeholder("the floor standard, if it was published", _floor),
    "gap": Placeholder("value less target", _gap),
    "previous": Placeholder("the figure of the period before", lambda facts: _then(facts.previous, facts)),
    "change": Placeholder("value less previous", _change),
    "last_year": Placeholder(
        "the figure of the same period a year before", lambda facts: _then(facts.last_year, facts)
    ),
    "outturn": Placeholder("that of the year before as a whole", lambda facts: _then(facts.outturn, facts)),
    "rating": Placeholder(
        "RED, AMBER or GREEN", lambda facts: "" if facts.rating is Rag.NOT_RATED else facts.rating.value
    ),
    "period": Placeholder("the time that the figure is of", lambda facts: _when(facts.row.latest, facts)),
    "previous_period": Placeholder("the period before", lambda facts: _when(facts.row.latest.back(), facts)),
    "indicator": Placeholder("the title of the row", lambda facts: facts.row.title),
}
