"""Indicators that are new, dropped or defined otherwise, and rows that are new on a page or have left it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from workbook_builder.scorecards.changes.model import Change, Editions, Kind, titled
from workbook_builder.scorecards.changes.places import EVERY_ROW
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.scorecards.spots import ActivitySpot, Spot, all_spots
from workbook_builder.specs.catalogue import Indicator

AnySpot = Spot | ActivitySpot
_EVERYWHERE = ""
_THERE = {True: "there", False: "not there"}


def indicators_of(editions: Editions) -> Iterator[Change]:
    """Indicators that only one of the editions has, or that they define differently.

    The workbook of one area tells only of those that its pages show.
    """
    before, now = _shown(editions.before), _shown(editions.now)
    was, stands = _told(editions.before), _told(editions.now)
    yield from (_one_sided(Kind.NEW, now[name], editions.now) for name in stands if name not in before)
    yield from (_one_sided(Kind.DROPPED, before[name], editions.before) for name in was if name not in now)
    for name in stands:
        if name in before:
            yield from _redefined(before[name], now[name], editions.now)


def rows_of(editions: Editions) -> Iterator[Change]:
    """Rows that a page of one edition has and the other's has not, of indicators that both have.

    All rows of an area or team that only one edition has are one change.
    """
    for here in (True, False):
        having, lacking = (editions.now, editions.before) if here else (editions.before, editions.now)
        indicators, rows = _shown(lacking), _rows(lacking)
        places = {place for _, _, place in rows}
        alone = [spot for at, spot in _rows(having).items() if at not in rows and at[1] in indicators]
        yield from _by_place([spot for spot in alone if spot.key[1] not in places], here)
        yield from (_row(spot, here) for spot in alone if spot.key[1] in places)


def existence_of(editions: Editions) -> Iterator[Change]:
    """Rows of which there are figures from now on, or no longer."""
    for pair in editions.pairs:
        was, exists = pair.before.row.exists, pair.now.row.exists
        if was is not exists:
            kind = Kind.ADDED if exists else Kind.REMOVED
            what = "measured here from now on" if exists else "no longer measured here"
            yield pair.change(kind, what, _THERE[was], _THERE[exists])


def titles_of(editions: Editions) -> Iterator[Change]:
    """Titles that rows have of their own, where the indicator's did not change; each once."""
    told = set()
    for pair in editions.pairs:
        before, now = pair.before.row, pair.now.row
        known = (now.indicator.id, before.title, now.title)
        if before.title != now.title and before.indicator.title == now.indicator.title and known not in told:
            told.add(known)
            yield replace(pair.change(Kind.REDEFINED, "title of the row", before.title, now.title), place=_EVERYWHERE)


def _by_place(spots: list[AnySpot], here: bool) -> Iterator[Change]:
    counted: dict[tuple[str, str], list[AnySpot]] = {}
    for spot in spots:
        counted.setdefault((spot.page.name, spot.key[1]), []).append(spot)
    for first, *others in counted.values():
        rows = f"{len(others) + 1} rows" if others else "1 row"
        what = f"{'new' if here else 'no longer there'}: {rows}"
        yield replace(_row(first, here), what=what, title=EVERY_ROW)


def _row(spot: AnySpot, here: bool) -> Change:
    """A row that only one edition has; `here`: this one."""
    kind = Kind.ADDED if here else Kind.REMOVED
    what = "new on this page" if here else "no longer on this page"
    row = spot.key if here else None
    return Change(kind, what, spot.page.name, titled(spot), spot.key[1], _THERE[not here], _THERE[here], row=row)


def _rows(scorecard: Scorecard) -> dict[tuple[str, str, str], AnySpot]:
    """Every row by page, indicator and place."""
    return {(spot.page.name, *spot.key): spot for spot in all_spots(scorecard)}


def _shown(scorecard: Scorecard) -> Mapping[str, Indicator]:
    """The indicators of which a scorecard shows rows or definitions."""
    by_id = scorecard.catalogue.indicator_by_id
    listed = [row.indicator for group in scorecard.spec.groups for row in group.rows]
    return {name: by_id[name] for name in dict.fromkeys((*_standing(scorecard), *listed))}


def _told(scorecard: Scorecard) -> Iterable[str]:
    """The indicators, by id, that a workbook tells of."""
    return _standing(scorecard) if scorecard.only_area else _shown(scorecard)


def _standing(scorecard: Scorecard) -> Iterable[str]:
    """The indicators, by id, that have rows, in order."""
    return dict.fromkeys(spot.key[0] for spot in all_spots(scorecard))


def _one_sided(kind: Kind, indicator: Indicator, scorecard: Scorecard) -> Change:
    """An indicator that only this scorecard shows, at its first row."""
    spot, definition = _spot(indicator, scorecard), indicator.definition
    page = spot.page.name if spot else ""
    if kind is Kind.DROPPED:
        return Change(kind, "dropped", page, _titled(indicator), _EVERYWHERE, definition, None)
    row = spot.key if spot else None
    return Change(kind, "new", page, _titled(indicator), _EVERYWHERE, None, definition, row=row)


def _redefined(before: Indicator, now: Indicator, scorecard: Scorecard) -> Iterator[Change]:
    if before == now:
        return
    spot = _spot(now, scorecard)
    page, row = (spot.page.name, spot.key) if spot else ("", None)
    earlier, later = _definition(before), _definition(now)
    for name, text in later.items():
        if text != earlier[name]:
            yield Change(Kind.REDEFINED, name, page, _titled(now), _EVERYWHERE, earlier[name], text, row=row)


def _definition(indicator: Indicator) -> dict[str, str]:
    """What an indicator is, by name, in words."""
    return {
        "title": indicator.title,
        "code": indicator.code or "none",
        "definition": indicator.definition,
        "polarity": indicator.polarity.value if indicator.polarity else "none",
        "data period": indicator.data_period.value,
        "unit": indicator.unit.value.replace("_", " "),
        "decimals": str(indicator.decimals),
        "measure": indicator.measure.value,
        "source": indicator.source,
        "reported in the QPR": "yes" if indicator.qpr else "no",
    }


def _titled(indicator: Indicator) -> str:
    return f"{indicator.code} {indicator.title}".strip()


def _spot(indicator: Indicator, scorecard: Scorecard) -> AnySpot | None:
    """The first row of an indicator."""
    return next((spot for spot in all_spots(scorecard) if spot.key[0] == indicator.id), None)
