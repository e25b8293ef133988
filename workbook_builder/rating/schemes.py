"""Every scheme of rating, and which of them judges what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from workbook_builder.figures import Figure, Number
from workbook_builder.rating.bands import BANDS
from workbook_builder.rating.expected_range import EXPECTED_RANGE
from workbook_builder.rating.expressions import TARGET, Known
from workbook_builder.rating.floor import FLOOR
from workbook_builder.rating.four_colours import FOUR_COLOURS
from workbook_builder.rating.judged import JUDGED
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import USUAL, WORST_FIRST, Rag, Rule, Scheme, Standard
from workbook_builder.rating.share_of_target import SHARE_OF_TARGET
from workbook_builder.rating.tolerance import TOLERANCE, TOLERANCE_POINTS
from workbook_builder.rating.two_colours import TWO_COLOURS

_ALL = (
    *(FLOOR, BANDS, TOLERANCE, TOLERANCE_POINTS, TWO_COLOURS, FOUR_COLOURS, SHARE_OF_TARGET),
    *(EXPECTED_RANGE, JUDGED),
)
SCHEMES: Mapping[str, Scheme] = {scheme.id: scheme for scheme in _ALL}
"""The schemes by the word of the spec. Where the spec names none, the first that rates its polarity is meant."""


class Judge(Protocol):
    """What figures of a year are judged by: a target with its standards."""

    @property
    def polarity(self) -> Polarity | None:
        """Which way is better; None where nobody said."""

    @property
    def scheme(self) -> Scheme | None:
        """How it rates; None where that cannot be said."""

    @property
    def known(self) -> Known:
        """The target and its standards, by role."""


def scheme_for(word: str | None, polarity: Polarity | None) -> Scheme | None:
    """The scheme that the spec names, else the first that rates the polarity; None where there is none that can."""
    if word:
        return SCHEMES[word] if polarity in SCHEMES[word].rules else None
    return next((scheme for scheme in SCHEMES.values() if polarity and polarity in scheme.rules), None)


def remedy_for(word: str | None) -> tuple[str, str]:
    """What a target that cannot rate its figures needs, and what to fill in, under the scheme that the spec names."""
    named = [SCHEMES[word]] if word else [scheme_for(None, polarity) for polarity in Polarity]
    schemes = dict.fromkeys(scheme for scheme in named if scheme)
    needs = " or ".join(scheme.asks for scheme in schemes)
    return f"a polarity, with {needs}", f"fill in {', or '.join(scheme.remedy for scheme in schemes)}"


def standards_of(scheme: Scheme | None) -> tuple[Standard, ...]:
    """What a scheme asks for beside the target."""
    return scheme.standards if scheme else ()


def all_standards() -> tuple[Standard, ...]:
    """What any scheme asks for, each once."""
    return tuple(dict.fromkeys(standard for scheme in SCHEMES.values() for standard in scheme.standards))


def standards_shown(words: Iterable[str | None]) -> tuple[Standard, ...]:
    """What stands beside targets, where indicators are rated by such schemes: those of the defaults, and theirs."""
    defaults = [scheme for polarity in Polarity if (scheme := scheme_for(None, polarity))]
    schemes = (*defaults, *(SCHEMES[word] for word in words if word))
    return tuple(dict.fromkeys(standard for scheme in schemes for standard in scheme.standards))


def ratings_given(words: Iterable[str | None]) -> tuple[Rag, ...]:
    """The ratings that such schemes compute, the worst first; the usual ones in any case."""
    computed = (SCHEMES[word] for word in words if word and not is_judged(word))
    given = {*USUAL, *(rating for scheme in computed for rating in scheme.ratings)}
    return in_order(given)


def in_order(ratings: Collection[Rag]) -> tuple[Rag, ...]:
    """Ratings, the worst first, without what is not rated."""
    return tuple(rating for rating in WORST_FIRST if rating in ratings)


def is_judged(word: str | None) -> bool:
    """Whether somebody's judgement is the rating."""
    return word == JUDGED.id


def rule_of(judge: Judge | None) -> Rule | None:
    """The rule that a judge rates by; None where it cannot rate."""
    return judge.scheme.rules.get(judge.polarity) if judge and judge.scheme else None


def needs_target(scheme: Scheme | None, polarity: Polarity | None) -> bool:
    """Whether a scheme rates nothing without a target."""
    rule = scheme.rules.get(polarity) if scheme else None
    return rule is None or rule.needs_target


def green_meets_target(judge: Judge | None) -> bool:
    """Whether GREEN says that the target itself is met, not a band around it or a share of it."""
    return judge is not None and judge.scheme is not None and green_is_target(judge.scheme, judge.polarity)


def green_is_target(scheme: Scheme, polarity: Polarity | None) -> bool:
    """The same of a scheme."""
    rule = scheme.rules.get(polarity)
    green = rule.step(Rag.GREEN) if rule else None
    return green is not None and all(test.limit == TARGET for test in green.tests)


def rate(figure: Figure | None, judge: Judge | None) -> Rag:
    """The rating of a figure. NOT_RATED where it or the target is missing, or the target lacks its standards."""
    rule = rule_of(judge)
    if rule is None or judge is None or not isinstance(figure, Number):
        return Rag.NOT_RATED
    return rule.rate({**judge.known, "figure": figure})
