"""What changed in rows that both editions have: ratings, arrows and what they are judged by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbook_builder.inputs.figures import Figure, Number, Withheld
from workbook_builder.inputs.targets import Basis, Target
from workbook_builder.periods import Period
from workbook_builder.rating.scheme import Band, Rag
from workbook_builder.rating.schemes import all_standards
from workbook_builder.rating.travel import Travel
from workbook_builder.scorecards.changes.figures import is_same
from workbook_builder.scorecards.changes.model import Change, Kind, Limit, Pair, Value
from workbook_builder.scorecards.model import Row
from workbook_builder.scorecards.spots import Spot
from workbook_builder.specs.catalogue import Indicator

_NOT_PUBLISHED = "not published"
_WORDS = {Travel.IMPROVED: "now improving", Travel.WORSENED: "now worsening", Travel.SAME: "now the same"}
_WORDS |= {Travel.UNKNOWN: "no arrow any more"}


def ratings_of(pair: Pair) -> Iterator[Change]:
    """The rating of the latest figure, where it is another, or was not given, or is given no more.

    Nothing is said of a rating whose figure is suppressed since: it would tell within which limits that lay.
    """
    before, now = pair.before.rating, pair.now.rating
    if before is now or pair.before.row.figure(pair.before.row.latest) is Withheld.STATED:
        return
    if before is Rag.NOT_RATED:
        kind, what = Kind.NEWLY_RATED, "newly rated"
    elif now is Rag.NOT_RATED:
        kind, what = Kind.NO_LONGER_RATED, "no longer rated"
    else:
        kind, what = Kind.MOVED, _moved(before, now)
    yield pair.change(kind, what, before, now, _detail(pair, list(_judged_otherwise(pair))))


def _moved(before: Rag, now: Rag) -> str:
    """`better` or `worse`; of ratings without merit only that it is another."""
    if before.merit is None or now.merit is None:
        return "other"
    return "better" if now.merit > before.merit else "worse"


def travel_of(pair: Pair) -> Iterator[Change]:
    """The arrow, where it is another, or was not given, or is given no more.

    Nothing is said of one between figures of which one is suppressed since.
    """
    before, now = pair.before.row.travel, pair.now.row.travel
    if before is now or not (_shows_arrows(pair.before) and _shows_arrows(pair.now)) or _is_withheld(pair.before.row):
        return
    by_target = {"target"} if _is_nearest_best(pair.now.row) else set()
    remarks = [name for name in _judged_otherwise(pair) if name in {"definition", "polarity", *by_target}]
    what = f"{_WORDS[now]}, without an arrow before" if before is Travel.UNKNOWN else _WORDS[now]
    yield pair.change(Kind.TRAVEL, what, _arrow(before), _arrow(now), _detail(pair, remarks))


def _shows_arrows(spot: Spot) -> bool:
    return spot.row.exists and any(column.kind == "dot" for column in spot.table.columns.columns)


def _is_withheld(row: Row) -> bool:
    return Withheld.STATED in (row.figure(row.latest), row.figure(row.latest.back()))


def _arrow(travel: Travel) -> Travel | None:
    return None if travel is Travel.UNKNOWN else travel


def standards_of(pair: Pair) -> Iterator[Change]:
    """Targets, floor standards, bands and polarities of the years that both editions show, where they are others."""
    for year in sorted(_years(pair.before) & _years(pair.now), key=lambda year: year.year):
        before, now = pair.before.row.targets.get(year), pair.now.row.targets.get(year)
        is_general = not any(target.area for target in (before, now) if target)
        for name, earlier, later in (*_standards(before, now), *_polarities(pair, before, now)):
            if not _reads_same(earlier, later):
                change = pair.change(Kind.STANDARD, f"{name} {year.label}", earlier, later)
                yield replace(change, place="") if is_general else change
        for what, earlier_basis, later_basis in _bases(before, now):
            change = pair.change(Kind.STANDARD, f"{what} {year.label}", earlier_basis, later_basis)
            yield replace(change, place="") if is_general else change


def _bases(before: Target | None, now: Target | None) -> Iterator[tuple[str, str, str]]:
    """Standards that were only inferred from ratings and are published now, or the other way round."""
    if before and now and (before.basis is Basis.INFERRED) != (now.basis is Basis.INFERRED):
        for standard in all_standards():
            if standard.of(before.limits) and standard.of(now.limits):
                words = [
                    _NOT_PUBLISHED if target.basis is Basis.INFERRED else "published" for target in (before, now)
                ]
                yield f"basis of the {standard.name}", words[0], words[1]


def _in_words(basis: Basis | None) -> str:
    return _NOT_PUBLISHED if basis is Basis.INFERRED else "published"


def _polarities(pair: Pair, before: Target | None, now: Target | None) -> Iterator[tuple[str, Value, Value]]:
    """A year's polarity, where the indicator's own, which is part of its definition, is not another."""
    if before and now and pair.before.row.indicator.polarity is pair.now.row.indicator.polarity:
        earlier, later = ((polarity.value if polarity else None) for polarity in (before.polarity, now.polarity))
        yield "polarity", earlier, later


def _reads_same(old: Value, new: Value) -> bool:
    if isinstance(old, Limit) and isinstance(new, Limit):
        return old.sign == new.sign and is_same(old.number, new.number)
    if isinstance(old, Band) and isinstance(new, Band):
        return is_same(old.lowest, new.lowest) and is_same(old.highest, new.highest)
    if isinstance(old, Number) and isinstance(new, Number):
        return is_same(old, new)
    return old == new


def _years(spot: Spot) -> set[Period]:
    """The years whose targets a row's table shows, or rates by."""
    return {spot.table.judged(spot.row, which)[1] for which in spot.table.judging}


def _standards(before: Target | None, now: Target | None) -> Iterator[tuple[str, Value, Value]]:
    """What targets consist of, by name; numbers as displayed."""
    yield "target", _limit(before) if before else None, _limit(now) if now else None
    for standard in all_standards():
        earlier, later = (standard.of(target.limits) if target else None for target in (before, now))
        yield standard.name, earlier, later


def _limit(target: Target) -> Value:
    """The target; None where it is said that there is none."""
    figure = target.target
    if not isinstance(figure, Number):
        return None
    return Limit(target.sign, figure) if target.sign else figure


def _judged_otherwise(pair: Pair) -> Iterator[str]:
    """By name, what judges the latest figure otherwise than it judged that of the earlier edition."""
    before, now = pair.before.row, pair.now.row
    if _meaning(before.indicator) != _meaning(now.indicator):
        yield "definition"
    if before.polarity is not now.polarity:
        yield "polarity"
    was, is_now = before.target, now.target
    if was is None and before.year != now.year:
        return  # another year's figure, which nothing judged
    for name, earlier, later in _standards(was, is_now):
        if not _reads_same(_number(earlier), _number(later)):
            yield name


def _number(value: Value) -> Value:
    """A limit without its sign, which judges nothing."""
    return value.number if isinstance(value, Limit) else value


def _meaning(indicator: Indicator) -> tuple[object, ...]:
    return indicator.definition, indicator.data_period, indicator.unit, indicator.measure


def _detail(pair: Pair, remarks: Sequence[str]) -> str:
    """The figures and, after a semicolon, what judges them otherwise: `; polarity, target changed`.

    Of polarity T also which figure is best, since neither higher nor lower is.
    """
    row = pair.now.row
    aim = row.target.target if row.target and _is_nearest_best(row) else None
    best = f" (best near {aim.text})" if isinstance(aim, Number) else ""
    return _figures(pair) + best + (f"; {', '.join(remarks)} changed" if remarks else "")


def _is_nearest_best(row: Row) -> bool:
    return bool(row.polarity and row.polarity.is_nearest_best)


def _figures(pair: Pair) -> str:
    """`Oct-24: 76.9, Nov-24: 78.9`; of one period `2023-24: 62 (was to be supplied)`."""
    before, now = pair.before.row, pair.now.row
    was, is_now = (_text(row.figure(row.latest)) for row in (before, now))
    if before.latest == now.latest:
        return f"{now.latest.label}: {is_now}" + (f" (was {was})" if was != is_now else "")
    return f"{before.latest.label}: {was}, {now.latest.label}: {is_now}"


def _text(figure: Figure | None) -> str:
    if isinstance(figure, Number):
        return f"{figure.text} (provisional)" if figure.is_provisional else figure.text
    return figure.value if figure else "not stated"
