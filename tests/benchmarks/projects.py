"""Projects of any size, made from the shipped one: more districts, more indicators, more months."""

from __future__ import annotations

import copy
import csv
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
SPEC = "indicator_specs.yaml"
EDITIONS = ("2024-10", "2024-11")
Copies = Mapping[str, list[str]]
"""The names of what was added beside what stands in the shipped project."""


class _Quoting(yaml.SafeDumper):
    """Writes every text in quotes, which reads the same everywhere, and no alias."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def shipped(target: Path) -> Path:
    """A copy of the shipped project."""
    target.mkdir(parents=True)
    shutil.copy(ROOT / SPEC, target)
    for folder in ("inputs", "styles"):
        shutil.copytree(ROOT / folder, target / folder)
    return target


def with_districts(target: Path, number: int) -> Path:
    """A project of so many districts, 12 at least: the others have the figures and teams of one of the twelve."""
    spec = _shipped_spec()
    districts = [area["name"] for area in spec["areas"] if area["level"] == "district"]
    named = {place for indicator in spec["indicators"] for place in indicator["exists"]}
    usual = [name for name in districts if name not in named]  # others have indicators that exist nowhere else
    added: dict[str, list[str]] = {name: [] for name in districts}
    for n in range(len(districts), number):
        like = usual[n % len(usual)]
        added[like].append(f"{like[:18]} {n + 1:04d}")
    spec["areas"] += [{"name": name, "level": "district"} for names in added.values() for name in names]
    places = {**added, **_more_teams(spec, added)}
    return _made(target, spec, lambda row, at: _copies(row, at.get("area"), places))


def _more_teams(spec: dict[str, Any], added: Copies) -> Copies:
    """A team of each kind for every added district; a team of several districts serves their copies as well."""
    copies: dict[str, list[str]] = {}
    new: dict[str, dict[str, Any]] = {}
    for team in spec["teams"]:
        own = team["districts"]
        if len(own) > 1:
            own += [name for district in tuple(own) for name in added[district]]
            continue
        names = {f"{name} {team['kind']}": name for name in added[own[0]]}
        copies[team["name"]] = [name for name in names if name not in new]
        new |= {
            name: {"name": name, "kind": team["kind"], "districts": [names[name]]} for name in copies[team["name"]]
        }
    spec["teams"] += new.values()
    return copies


def with_indicators(target: Path, times: int) -> Path:
    """A project of so many times the indicators, each with the figures of the shipped one that it is a copy of."""
    spec = _shipped_spec()
    pages = [page for scorecard in spec["scorecards"] for page in scorecard["pages"]]
    fixed = {name for page in pages for group in page.get("groups", ()) for name in _ids(group["indicators"])}
    copies = {
        one["id"]: [f"{one['id']}-x{n}" for n in range(2, times + 1)]
        for one in spec["indicators"]
        if one["id"] not in fixed
    }
    for one in tuple(spec["indicators"]):
        for name in copies.get(one["id"], ()):
            title = f"{one['title']} {name.rpartition('-')[2]}"
            spec["indicators"].append({**copy.deepcopy(one), "id": name, "code": name, "title": title})
    sections = [s for page in pages for table in page.get("tables", ()) for s in table["sections"]]
    for listing in (*sections, *(group for one in spec["scorecards"] for group in one["groups"])):
        listing["indicators"] += [more for entry in listing["indicators"] for more in _entries(entry, copies)]
    return _made(target, spec, lambda row, at: _copies(row, at.get("indicator"), copies))


def _ids(entries: Iterable[Any]) -> list[str]:
    return [entry if isinstance(entry, str) else entry.get("indicator", entry.get("id")) for entry in entries]


def _entries(entry: Any, copies: Copies) -> list[Any]:
    names = copies.get(_ids([entry])[0], [])
    return names if isinstance(entry, str) else [{**entry, "indicator": name} for name in names]


def with_months(target: Path, months: int) -> Path:
    """The shipped project after so many months more, each of which stated its own monthly figures."""
    shipped(target)
    head, rows = _table(ROOT / "inputs" / EDITIONS[0] / "observations.csv")
    monthly = [row for row in rows if row[2] == EDITIONS[0]]
    for ago in range(1, months + 1):
        month = _month_before(EDITIONS[0], ago)
        folder = target / "inputs" / month
        folder.mkdir()
        edition = f"month: {month}\npublished: {_month_before(month, -2)}-22\nstatus: final\n"
        (folder / "edition.yaml").write_text(edition, encoding="utf-8")
        _write(folder / "observations.csv", head, [[*row[:2], month, *row[3:]] for row in monthly])
    return target


def _month_before(month: str, ago: int) -> str:
    year, number = map(int, month.split("-"))
    at = year * 12 + number - 1 - ago
    return f"{at // 12}-{at % 12 + 1:02d}"


def _shipped_spec() -> dict[str, Any]:
    spec: dict[str, Any] = yaml.safe_load((ROOT / SPEC).read_text(encoding="utf-8"))
    return spec


def _made(target: Path, spec: dict[str, Any], more: Any) -> Path:
    """The shipped project with another spec, and in its tables `more` rows after each."""
    shipped(target)
    text = yaml.dump(spec, Dumper=_Quoting, allow_unicode=True, sort_keys=False, width=100_000)
    (target / SPEC).write_text(text, encoding="utf-8")
    for edition in EDITIONS:
        for name in ("observations", "targets", "benchmarks", "sources"):
            file = target / "inputs" / edition / f"{name}.csv"
            head, rows = _table(file)
            at = {column: n for n, column in enumerate(head)}
            _write(file, head, [each for row in rows for each in (row, *more(row, at))])
    return target


def _copies(row: list[str], column: int | None, copies: Copies) -> Iterable[list[str]]:
    """The row for each copy of what stands in a column."""
    if column is not None:
        for name in copies.get(row[column], ()):
            yield [*row[:column], name, *row[column + 1 :]]


def _table(file: Path) -> tuple[list[str], list[list[str]]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        head, *rows = csv.reader(opened)
    return head, rows


def _write(file: Path, head: list[str], rows: Iterable[list[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, lineterminator="\n").writerows([head, *rows])
