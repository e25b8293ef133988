"""The spec of an earlier edition in the names of today, so that a renamed area or team is compared with itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from workbook_builder.names import plain
from workbook_builder.specs.catalogue import Area, Team
from workbook_builder.specs.model import Spec
from workbook_builder.specs.pages import TablesPage
from workbook_builder.specs.tabs import tab_of

Place = TypeVar("Place", Area, Team)
_PLACES = ("districts", "exists", "areas", "area")  # what fields are called that hold names of areas and teams
_TABS = ("page",)  # and those that hold names of their sheets


def renamed_places(earlier: Spec, now: Spec) -> dict[str, str]:
    """What areas and teams of an earlier spec are called now, by their names then, where the two differ."""
    return {old: new for new, (old, *others) in _predecessors(earlier, now).items() if old != new and not others}


def merged_places(earlier: Spec, now: Spec) -> dict[str, tuple[str, ...]]:
    """The areas or teams of an earlier spec, by the one that they were merged into since."""
    return {new: tuple(old) for new, old in _predecessors(earlier, now).items() if len(old) > 1}


def _predecessors(earlier: Spec, now: Spec) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for old in earlier.places:
        if new := now.place_called(old):
            found.setdefault(new, []).append(old)
    return found


def in_present_names(earlier: Spec, now: Spec) -> Spec:
    """An earlier spec with the areas and teams that are called otherwise now by their names and tabs of today.

    Districts that were merged since keep their names: what they make is another place. `earlier` itself where nothing
    is called otherwise.
    """
    names = renamed_places(earlier, now)
    areas = tuple(_area_now(area, names, now) for area in earlier.areas)
    if areas == earlier.areas and not names:
        return earlier
    tabs = _tabs(earlier, {old.name: new for old, new in zip(earlier.areas, areas, strict=True)})
    teams = tuple(_called(team, names.get(team.name, team.name)) for team in earlier.teams)
    parts = {name: _renamed(getattr(earlier, name), names, tabs) for name in ("indicators", "scorecards")}
    return replace(earlier, areas=areas, teams=_renamed(teams, names, tabs), **parts)


def as_areas_are_spelt(spec: Spec) -> Spec:
    """The spec with each reference to an area, team or sheet spelt as that is: Word makes ’ of an apostrophe."""
    tabs = [tab_of(page.name, area) for page in _tables_pages(spec) for area in spec.areas_named(page.areas)]
    names, sheets = _Alike(dict.fromkeys(spec.places)), _Alike(dict.fromkeys(tabs))
    parts = {name: _renamed(getattr(spec, name), names, sheets) for name in ("teams", "indicators", "scorecards")}
    return spec if all(getattr(spec, name) == part for name, part in parts.items()) else replace(spec, **parts)


class _Alike(dict[str, str]):
    """Each name, by itself and by those that look like it."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__({plain(name): name for name in names})

    def get(self, name: str, default: str = "") -> str:  # type: ignore[override]
        """The name that looks like this one."""
        return super().get(plain(name), default)


def _area_now(area: Area, names: Mapping[str, str], now: Spec) -> Area:
    present = now.area_by_name.get(names.get(area.name, area.name))
    return replace(_called(area, present.name), sheet=present.sheet) if present else area


def _called(place: Place, name: str) -> Place:
    """A place by another name; the one that it had is a former one."""
    if name == place.name:
        return place
    former = dict.fromkeys(old for old in (place.name, *place.former_names) if old != name)
    return replace(place, name=name, formerly=tuple(former))


def _tables_pages(spec: Spec) -> list[TablesPage]:
    return [page for card in spec.scorecards for page in card.pages if isinstance(page, TablesPage)]


def _tabs(earlier: Spec, areas: Mapping[str, Area]) -> dict[str, str]:
    """What the sheets of areas are called now, by what they were called then."""
    pages = _tables_pages(earlier)
    return {
        tab_of(page.name, area): tab_of(page.name, areas[area.name])
        for page in pages
        for area in earlier.areas_named(page.areas)
    }


def _renamed(value: Any, names: Mapping[str, str], tabs: Mapping[str, str]) -> Any:
    """A part of a spec with other names of places and tabs in it."""
    if isinstance(value, tuple):
        return tuple(_renamed(one, names, tabs) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for field in fields(value):
        held, known = getattr(value, field.name), names if field.name in _PLACES else tabs
        is_name = field.name in (*_PLACES, *_TABS)
        changed[field.name] = _mapped(held, known) if is_name else _renamed(held, names, tabs)
    return replace(value, **changed)


def _mapped(held: str | tuple[str, ...], known: Mapping[str, str]) -> str | tuple[str, ...]:
    return known.get(held, held) if isinstance(held, str) else tuple(known.get(name, name) for name in held)
