"""The gate: what an edition may tell. It stands right after the inputs; nothing behind it holds what is suppressed.

What is suppressed now is suppressed in all that was ever stated: earlier editions, revisions, what authors saw. Two
questions about it may be asked: whether a text states it, and whether readers can work it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from workbook_builder.disclosure.hidden import INSTEAD, Hidden, HiddenNumber, hidden_in
from workbook_builder.disclosure.suppressing import Parts, Statement, stated_before, suppressed_in, untold
from workbook_builder.disclosure.working_out import Derivable, Reader, derivable, readers
from workbook_builder.findings import Finding
from workbook_builder.inputs import Inputs, read_earlier
from workbook_builder.inputs.commentary import Comment, CommentKey
from workbook_builder.inputs.figures import Missing, Withheld
from workbook_builder.inputs.folders import Folder
from workbook_builder.inputs.observations import PARTS, Key, Observation
from workbook_builder.inputs.tables import Row
from workbook_builder.periods import Period
from workbook_builder.problems import Problem, ProblemsFound
from workbook_builder.specs.model import Spec
from workbook_builder.specs.pages import TablesPage

__all__ = ["Derivable", "Disclosed", "disclose", "disclose_earlier", "seen", "without_figures", "without_hidden"]
_NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True)
class Disclosed(Inputs):
    """Inputs that may be told: of what is `suppressed` they hold no number.

    `hidden` says whether a text states one, `derivable` which of them follow from what is printed.
    """

    suppressed: Mapping[Key, Parts] = field(default_factory=dict)
    hidden: Hidden = field(default_factory=Hidden)
    derivable: tuple[Derivable, ...] = ()


def disclose(spec: Spec, inputs: Inputs) -> Disclosed:
    """What an edition, which `spec` describes, may tell of its inputs."""
    suppressed = suppressed_in(inputs.observations)
    if not suppressed:
        return _disclosed(inputs)
    before = tuple(stated_before(inputs, suppressed))
    known = tuple(readers(spec, inputs.observations, suppressed, before))
    safe = replace(
        inputs,
        revisions=tuple(
            (key, untold(old, suppressed.get(key, frozenset())), new) for key, old, new in inputs.revisions
        ),
        commentary=_unseen(spec, inputs, suppressed),
        last_commentary={key: replace(said, figures="") for key, said in inputs.last_commentary.items()},
        folders=tuple(_folder(folder, spec, suppressed) for folder in inputs.folders),
    )
    numbers = tuple(dict.fromkeys(_hidden_numbers(spec, before, known)))
    follows = tuple(each for reader in known for each in derivable(reader))
    return _disclosed(safe, suppressed, hidden_in(spec, inputs, numbers), follows)


def _disclosed(
    inputs: Inputs,
    suppressed: Mapping[Key, Parts] | None = None,
    hidden: Hidden | None = None,
    follows: tuple[Derivable, ...] = (),
) -> Disclosed:
    stated = {each.name: getattr(inputs, each.name) for each in fields(Inputs)}
    return Disclosed(**stated, suppressed=suppressed or {}, hidden=hidden or Hidden(), derivable=follows)


@dataclass(frozen=True)
class Earlier:
    """The edition before: by the spec of its time what it may tell now, or else what is wrong with it."""

    month: Period
    known: tuple[Spec, Disclosed] | None
    problems: tuple[Problem, ...] = ()


def disclose_earlier(project: Path, inputs: Disclosed) -> Earlier | None:
    """The edition before that which the inputs are of, as this one may tell it; None where there is none.

    What it stated and is suppressed since is `Withheld.STATED`.
    """
    if len(inputs.folders) < 2:
        return None
    month = inputs.folders[-2].month
    try:
        return Earlier(month, _as_told_now(*read_earlier(project, inputs), inputs))
    except ProblemsFound as error:
        return Earlier(month, None, error.problems)


def _as_told_now(spec: Spec, known: Inputs, inputs: Disclosed) -> tuple[Spec, Disclosed]:
    told = {one.origin: one for folder in inputs.folders for one in folder.statements["observations"].values()}
    own = {
        key: told.get(stated.origin, stated)
        if stated.measure is Missing.SUPPRESSED or _has_hidden(stated)
        else stated
        for key, stated in known.observations.items()
    }
    return spec, _disclosed(replace(known, observations=own), inputs.suppressed)


def seen(then: str, now: str) -> str:
    """What an author saw of a figure, as it may be told: not where it is suppressed now."""
    return Withheld.STATED.value if then and now == Missing.SUPPRESSED.value else then


def without_hidden(finding: Finding, inputs: Disclosed) -> Finding:
    """The finding without any suppressed number of its row: it may quote a text that states one."""
    if not inputs.hidden.numbers:
        return finding
    row = finding.indicator, finding.place
    told = (finding.found, finding.expected, finding.difference)
    return _saying(finding, *(inputs.hidden.without(text, row) for text in told))


def without_figures(finding: Finding, inputs: Disclosed) -> Finding:
    """A finding about what somebody printed: of a figure that is suppressed it says that it was, not what.

    A finding that names no period is about any of its row.
    """
    row = finding.indicator, finding.place
    if not any(key[:2] == row and finding.period in ("", key[2].label) for key in inputs.suppressed):
        return without_hidden(finding, inputs)
    told = (finding.found, finding.expected, finding.difference)
    safe = _saying(finding, *(_NUMBER.sub(INSTEAD, text) for text in told))
    return replace(safe, found_number=None, expected_number=None)


def _saying(finding: Finding, found: str, expected: str, difference: str) -> Finding:
    """The finding in other words; where these leave a number out, it states none as a number either."""
    if (found, expected, difference) == (finding.found, finding.expected, finding.difference):
        return finding
    words = replace(finding, found=found, expected=expected, difference=difference)
    return replace(words, found_number=None, expected_number=None)


def _has_hidden(observation: Observation) -> bool:
    """Whether a numerator or denominator is suppressed beside a figure that is not."""
    return Missing.SUPPRESSED in (observation.numerator, observation.denominator)


def _folder(folder: Folder, spec: Spec, suppressed: Mapping[Key, Parts]) -> Folder:
    """An edition's folder, its statements and the rows that they were read from, without what is suppressed now.

    What is suppressed bears the names of now (`spec`), an earlier edition may have others: its rows tell which it is.
    Nor does it keep what authors saw: that is asked of the edition's own texts only.
    """
    stated: Mapping[Key, Observation] = folder.statements["observations"]
    now: Mapping[Key, Observation] = folder.by(spec)["observations"]
    hidden = {each.origin: suppressed[key] for key, each in now.items() if key in suppressed}
    safe = {key: untold(each, hidden.get(each.origin, frozenset())) for key, each in stated.items()}
    said = {key: replace(comment, figures="") for key, comment in folder.statements["commentary"].items()}
    rows = {
        **folder.rows,
        "observations": tuple(_row(row, hidden.get(row.origin, frozenset())) for row in folder.rows["observations"]),
        "commentary": tuple(replace(r, cells={**r.cells, "figures": ""}) for r in folder.rows["commentary"]),
    }
    return replace(
        folder, rows=rows, sources=None, statements={**folder.statements, "observations": safe, "commentary": said}
    )


def _row(row: Row, parts: Parts) -> Row:
    """A row of a table that states what is suppressed now, as if it had been suppressed when it was written."""
    if not parts:
        return row
    if "measure" in parts:
        return replace(row, cells={**row.cells, **dict.fromkeys(PARTS, ""), "status": Missing.SUPPRESSED.value})
    return replace(row, cells={**row.cells, **dict.fromkeys(parts, Missing.SUPPRESSED.value)})


def _unseen(spec: Spec, inputs: Inputs, suppressed: Mapping[Key, Parts]) -> dict[CommentKey, Comment]:
    """The texts without the rating and figure that their authors saw, where the row's latest figure is suppressed."""
    pages = {
        page.name.replace("{area}", area.name): area.name
        for scorecard in spec.scorecards
        for page in scorecard.pages
        if isinstance(page, TablesPage)
        for area in spec.areas_named(page.areas)
    }
    return {
        key: _unseen_of(comment, _rows_of(spec, pages.get(key[0]), key[2]), inputs, suppressed)
        for key, comment in inputs.commentary.items()
    }


def _rows_of(spec: Spec, area: str | None, indicator: str) -> list[tuple[str, str]]:
    """The rows of an indicator that a page has: the area's, else its teams'; all, where the page is not known."""
    teams = [team.name for team in spec.teams if area in team.districts]
    places = [place for place in ([area, *teams] if area else spec.places) if place]
    exist = [place for place in places if spec.exists(spec.indicator_by_id[indicator], place)]
    return [(indicator, place) for place in (exist[:1] if area else exist)]


def _unseen_of(
    comment: Comment, rows: Iterable[tuple[str, str]], inputs: Inputs, suppressed: Mapping[Key, Parts]
) -> Comment:
    latest = [(*row, inputs.series[row][-1]) for row in rows if row in inputs.series]
    if not any("measure" in suppressed.get(key, ()) for key in latest):
        return comment
    _, _, target = (*comment.figures.split(";"), "", "")[:3]
    return replace(comment, figures=f"; {Withheld.STATED.value};{target}" if comment.figures else "")


def _hidden_numbers(spec: Spec, before: Iterable[Statement], known: Iterable[Reader]) -> Iterator[HiddenNumber]:
    """What earlier editions stated, and what can be worked out: a text may state that, too."""
    for one in before:
        name, place, period = one.key
        for number in dict.fromkeys((one.number.shown, one.number.value)):  # as displayed, and as it was written
            yield HiddenNumber.of(spec.indicator_by_id[name], place, period, one.part, number)
    for reader in known:
        for cell in reader.hidden:
            (_, place, period), part = cell
            if (shown := reader.worked_out[cell].bounds.displayed(reader.decimals(cell))) is not None:
                yield HiddenNumber.of(reader.indicator, place, period, part, shown)
