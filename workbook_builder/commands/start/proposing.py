"""Writes the spec that a table of figures seems to ask for; whatever was guessed has a remark."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbook_builder.commands.start.figures import WHOLE, Given
from workbook_builder.periods import Frequency, Period, YearBasis
from workbook_builder.specs.catalogue import DataPeriod, Unit

GUESSED = "# guessed"
_PERIODS = {
    Frequency.MONTH: DataPeriod.MS,
    Frequency.QUARTER: DataPeriod.Q,
    Frequency.TERM: DataPeriod.T,
    Frequency.YEAR: DataPeriod.A,
    Frequency.DAY: DataPeriod.MS,
}
_PERCENT = re.compile(r"per ?cent|%|proportion", re.IGNORECASE)
_WHOLE = re.compile(r"\b(county|total|all|whole|council|overall|authority|borough wide|countywide)\b", re.IGNORECASE)
_FIRST_WORDS = re.compile(r"^(percentage|number|average|rate|proportion)( number)? of ", re.IGNORECASE)
_MOST_TREND = 6
_LONGEST_ID = 24


def ids_of(given: Iterable[Given]) -> dict[str, str]:
    """The id of each indicator by its title: the title itself where it is a code, else its first words."""
    found: dict[str, str] = {}
    for title in dict.fromkeys(one.title for one in given):
        short = _short(title)
        names = (short, *(f"{short}-{n}" for n in range(2, len(found) + 3)))
        found[title] = next(name for name in names if name not in found.values())
    return found


def _short(title: str) -> str:
    """`PLANS-ON-TIME` of `Percentage of plans on time`."""
    words = re.findall(r"[A-Z0-9]+", _FIRST_WORDS.sub("", title).upper())
    while len("-".join(words)) > _LONGEST_ID and len(words) > 1:
        words.pop()
    return "-".join(words)[:_LONGEST_ID] or "INDICATOR"


def edition_of(given: Iterable[Given]) -> Period:
    """The month of the newest figure."""
    return max(one.period.last_month(_basis(one.period.frequency)) for one in given)


def propose(given: Sequence[Given], source: str) -> str:
    """The spec, as YAML with remarks; `source` is what its figures come from."""
    about = _Proposal(tuple(given), source)
    return "\n".join([*about.areas(), "", *about.column_sets(), "", *about.indicators(), "", *about.scorecards(), ""])


def _basis(frequency: Frequency) -> YearBasis:
    return YearBasis.ACADEMIC if frequency is Frequency.TERM else YearBasis.FINANCIAL


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@dataclass(frozen=True)
class _Proposal:
    """What the figures say, part by part of the spec."""

    given: tuple[Given, ...]
    source: str

    def areas(self) -> Iterator[str]:
        """The places, the whole first: one whose name says so, else one of that name is added."""
        yield "# Proposed from " + self.source.replace("\n", " ") + ". Look at everything that was guessed."
        yield "areas:"
        yield f"  - {{name: {_quoted(self.whole)}, level: county}}  {GUESSED}"
        yield from (f"  - {{name: {_quoted(name)}, level: district}}" for name in self.places if name != self.whole)
        yield "benchmark_groups: []"

    @property
    def places(self) -> list[str]:
        return list(dict.fromkeys(one.area for one in self.given))

    @property
    def whole(self) -> str:
        """The place that is the whole."""
        return next(
            (name for name in self.places if _WHOLE.search(name)), self.places[0] if len(self.places) == 1 else WHOLE
        )

    @property
    def frequencies(self) -> list[Frequency]:
        """How often there are figures, the most frequent first."""
        found = {_frequency(figures) for figures in self.by_title.values()}
        return [frequency for frequency in _PERIODS if frequency in found]

    @property
    def by_title(self) -> dict[str, list[Given]]:
        """The figures of each indicator."""
        found: dict[str, list[Given]] = {}
        for one in self.given:
            found.setdefault(one.title, []).append(one)
        return found

    def column_sets(self) -> Iterator[str]:
        """A set for each frequency."""
        yield "column_sets:"
        for frequency in self.frequencies:
            yield f"  - id: {frequency.value}"
            yield "    columns:"
            yield from (f"      - {{kind: {column}}}" for column in self._columns(frequency))

    def _columns(self, frequency: Frequency) -> Iterator[str]:
        """With as many periods before the latest as there are, and with last year's figure where there is one."""
        figures = [one for group in self.by_title.values() if _frequency(group) is frequency for one in group]
        earlier = min(len({one.period for one in figures if one.period.frequency is frequency}) - 1, _MOST_TREND)
        yield from ("indicator", "polarity", *([f"trend, periods: {earlier}"] if earlier else []), "measure")
        yield from ("dot", "target, year: this", "rag, year: this")
        if frequency is not Frequency.YEAR and any(one.period.frequency is Frequency.YEAR for one in figures):
            yield "outturn, year: previous"

    def indicators(self) -> Iterator[str]:
        """Each with what can be seen of it."""
        yield "indicators:"
        for title, name in ids_of(self.given).items():
            yield from self._indicator(name, title, self.by_title[title])

    def _indicator(self, name: str, title: str, figures: Sequence[Given]) -> Iterator[str]:
        decimals = max((len(one.cells.get("measure", "").partition(".")[2]) for one in figures), default=0)
        is_percent = any(one.is_percent for one in figures) or bool(_PERCENT.search(title))
        unit = Unit.PERCENT if is_percent else Unit.COUNT if decimals == 0 else Unit.RATE
        has_parts = any("denominator" in one.cells for one in figures)
        levels = dict.fromkeys("county" if one.area == self.whole else "district" for one in figures)
        yield f"  - id: {name}"
        yield f"    title: {_quoted(title)}"
        yield f"    polarity: H  {GUESSED}: H high is good, L low is good, T near the target; left out: not rated"
        yield f"    data_period: {_PERIODS[_frequency(figures)].value}  {GUESSED}: or R12M, YTD"
        yield f"    unit: {unit.value}  {GUESSED}"
        yield f"    counted: cases  {GUESSED}: the plural noun for what is counted"
        yield f"    decimals: {decimals}"
        yield f"    measure: {'percentage' if is_percent and has_parts else 'none'}"
        yield f"    source: {_quoted(self.source)}"
        yield f"    definition: {_quoted(title)}  {GUESSED}: what it counts, in plain English"
        yield f"    exists: [{', '.join(levels)}]"

    def scorecards(self) -> Iterator[str]:
        """One, with a page for each place."""
        ids = ids_of(self.given)
        levels = ["county", "district"] if len({*self.places, self.whole}) > 1 else ["county"]
        yield from (
            *("scorecards:", "  - id: Scorecard", f"    title: Performance scorecard  {GUESSED}"),
            *(f"    produced_by: Performance Team  {GUESSED}", f"    contact: performance@example.org  {GUESSED}"),
            *("    pages:", "      - {kind: cover, name: Cover}", "      - {kind: contents, name: Contents}"),
            *("      - kind: tables", '        name: "{area}"', '        title: "{area}: indicators"'),
            *(f"        areas: [{', '.join(levels)}]", "        tables:"),
        )
        for frequency in self.frequencies:
            of_it = [ids[title] for title, figures in self.by_title.items() if _frequency(figures) is frequency]
            yield from (
                *(f"          - id: {frequency.value}", f"            title: {frequency.adjective} indicators"),
                *(
                    f"            columns: {frequency.value}",
                    f"            year: {_basis(frequency).value}  {GUESSED}",
                ),
                *("            sections:", f"              - indicators: [{', '.join(of_it)}]"),
            )
        yield "      - {kind: targets, name: Targets}"
        yield "      - {kind: sources, name: Data sources}"
        yield "      - {kind: definitions, name: Definitions}"
        yield "    groups:"
        yield f"      - {{title: Indicators, indicators: [{', '.join(ids.values())}]}}"


def _frequency(figures: Sequence[Given]) -> Frequency:
    """That of most of an indicator's figures."""
    found = [one.period.frequency for one in figures]
    return max(dict.fromkeys(found), key=found.count)
