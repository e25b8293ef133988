"""The gate of the public edition: inputs that hold only what it may tell, as if the rest had never been stated.

Everything behind it is made anew from these: ratings, changes, charts, texts. Nothing is taken out afterwards.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from workbook_builder.disclosure import Disclosed, Earlier
from workbook_builder.disclosure.hidden import Hidden, HiddenNumber, hidden_in
from workbook_builder.disclosure.suppressing import stated_before, suppressed_in
from workbook_builder.inputs.figures import Missing, Number
from workbook_builder.inputs.folders import Folder
from workbook_builder.inputs.observations import PARTS, Key, Observation
from workbook_builder.problems import Problem
from workbook_builder.specs.model import Spec

Told = Mapping[Key, Observation]


def disclose_to_the_public(spec: Spec, inputs: Disclosed, told: Told, approved: Collection[str]) -> Disclosed:
    """The inputs with the figures that are `told`, and the texts about indicators that are `approved` for it."""
    public = _bare(inputs, told)
    texts = {key: replace(said, figures="") for key, said in inputs.commentary.items() if key[2] in approved}
    return replace(public, commentary=texts, hidden=_hidden(spec, inputs, public))


def disclose_earlier_to_the_public(earlier: Earlier, told: Told) -> Earlier:
    """The edition before as it is `told`; where it cannot be read, no more than that."""
    if earlier.known is None:
        return replace(earlier, problems=(Problem(f"edition {earlier.month}", "it cannot be read", "", ""),))
    spec, inputs = earlier.known
    return replace(earlier, known=(spec, _bare(inputs, told)))


def _bare(inputs: Disclosed, told: Told) -> Disclosed:
    """The figures that are told, without what inputs keep of files, folders and former texts."""
    return replace(
        inputs,
        observations=dict(told),
        suppressed=suppressed_in(told),
        commentary={},
        last_commentary={},
        revisions=(),
        files=(),
        folders=tuple(map(_emptied, inputs.folders)),
        hidden=Hidden(),
        derivable=(),
    )


def _emptied(folder: Folder) -> Folder:
    """A folder that states nothing, nor knows where that could be read again."""
    nothing: dict[str, dict[Any, Any]] = {name: {} for name in folder.statements}
    return replace(folder, rows=dict.fromkeys(folder.rows, ()), statements=nothing, sources=None)


def _hidden(spec: Spec, inputs: Disclosed, public: Disclosed) -> Hidden:
    """What no text may state: the numbers that are not told, whichever edition stated them, as digests."""
    numbers = dict.fromkeys((*inputs.hidden.numbers, *_withheld_numbers(spec, inputs, public)))
    return hidden_in(spec, public, tuple(numbers))


def _withheld_numbers(spec: Spec, inputs: Disclosed, public: Disclosed) -> Iterator[HiddenNumber]:
    for key, stated in inputs.observations.items():
        told = public.observations[key]
        for part in PARTS:
            number = getattr(stated, part)
            if isinstance(number, Number) and getattr(told, part) is Missing.SUPPRESSED:
                yield from _both(spec, key, part, number)
    for one in stated_before(inputs, public.suppressed):
        yield from _both(spec, one.key, one.part, one.number)


def _both(spec: Spec, key: Key, part: str, number: Number) -> Iterator[HiddenNumber]:
    """The number as displayed, and as it was written."""
    name, place, period = key
    for value in dict.fromkeys((number.shown, number.value)):
        yield HiddenNumber.of(spec.indicator_by_id[name], place, period, part, value)


def telling(texts: Iterable[str], public: Disclosed) -> list[str]:
    """Of texts about no row in particular those that state a number which is not told, of a place that they name."""
    indicators = dict.fromkeys(number.row[0] for number in public.hidden.numbers)
    return [text for text in texts if any(_states(public.hidden, text, (name, "")) for name in indicators)]


def telling_reasons(public: Disclosed) -> list[Key]:
    """The rows whose reason for being provisional states a number of theirs which is not told."""
    return [
        key
        for key, stated in public.observations.items()
        if stated.provisional and _states(public.hidden, stated.provisional, key[:2])
    ]


def _states(hidden: Hidden, text: str, row: tuple[str, str]) -> bool:
    return next(hidden.stated_in(text, row), None) is not None
