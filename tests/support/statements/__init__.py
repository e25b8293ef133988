"""Texts about the county's rows of November 2024, true and spoiled, by which the patterns are made and measured."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Said:
    """A true text about a county's indicator, and changes (of what, into what) each of which makes it false."""

    indicator: str
    text: str
    spoils: tuple[tuple[str, str], ...] = ()

    @property
    def spoiled(self) -> tuple[str, ...]:
        """The text with one thing made false, as often as there are such changes."""
        absent = [old for old, _ in self.spoils if old not in self.text]
        assert absent == [], self.text
        return tuple(self.text.replace(old, new, 1) for old, new in self.spoils)


def read_set(name: str) -> tuple[Said, ...]:
    """The texts of a file beside this one: `seeded`, `learned`, `held_out` …"""
    entries = yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8"))
    return tuple(Said(entry["indicator"], entry["text"], _changes(entry.get("spoils", []))) for entry in entries)


def _changes(spoils: list[dict[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(change for each in spoils for change in each.items())


SEEDED = read_set("seeded")
LEARNED = read_set("learned")
HELD_OUT = read_set("held_out")
LAST = read_set("last")
REPORTS = read_set("reports")
BRIEFINGS = read_set("briefings")
COMMITTEE = read_set("committee")
CABINET = read_set("cabinet")
SCRUTINY = read_set("scrutiny")
BULLETINS = read_set("bulletins")
SCHOOLS = read_set("schools")
PRACTICE = read_set("practice")
MINUTES = read_set("minutes")
