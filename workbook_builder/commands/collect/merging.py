"""Decides what becomes of each text that somebody typed. Nothing is dropped: it is stated, kept or told of.

A text that was typed over the one that stands now takes its place. One that was typed over another, because
somebody has changed the text since, stands beside it, as do different texts of several copies: a conflict.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum

from workbook_builder.commands.collect.copies import Returned, plain
from workbook_builder.commands.collect.remarks import Kind, Remark, first_words
from workbook_builder.commands.collect.rewriting import Change, Text
from workbook_builder.commands.collect.standing import Standing
from workbook_builder.commentary.figures_seen import joined
from workbook_builder.commentary.lengths import MOST_BREAKS, MOST_CHARACTERS
from workbook_builder.inputs.commentary import LONGEST, CommentKey
from workbook_builder.scorecards.versions import checksum

_NOT_IN_SPEC = "no section of the scorecard's commentary names it (is it another scorecard's? see --scorecard)"


class Fate(Enum):
    """What became of a row of a copy."""

    TAKEN = "taken"
    IN_CONFLICT = "in conflict"
    NOT_TAKEN = "not taken"
    EMPTIED = "emptied"
    THERE = "there already"
    BEFORE = "collected before"
    UNTOUCHED = "untouched"


class Merge:
    """What the rows of returned copies come to: changes of the file by indicator, texts to keep beside it, remarks,
    and how many rows of each file met which fate.

    `before` holds the checksums of the texts that were collected earlier, `words` all that the builder itself wrote.
    """

    def __init__(
        self, standing: Mapping[str, Standing], before: Mapping[CommentKey, Collection[str]], words: Container[str]
    ) -> None:
        self.standing, self.before, self.words = standing, before, words
        self.changes: dict[CommentKey, Change] = {}
        self.kept: list[Text] = []
        self.remarks: list[Remark] = []
        self.fates: defaultdict[str, Counter[Fate]] = defaultdict(Counter)

    def add(self, rows: Iterable[Returned]) -> None:
        """Settle what becomes of these rows, which must be all."""
        typed: dict[str, list[Returned]] = {}
        for row in rows:
            why = self._why_not_taken(row)
            fate = Fate.NOT_TAKEN if why else self._fate(row)
            if fate is None:
                continue
            if fate is Fate.TAKEN:
                typed.setdefault(row.indicator, []).append(row)
            else:
                self.fates[row.file][fate] += 1
            self._tell_of(row, fate, why)
        for indicator in (name for name in self.standing if name in typed):
            self._settle(self.standing[indicator], typed[indicator])

    def _why_not_taken(self, row: Returned) -> str:
        """Why a row's text has no place in the file; "" where it has one, or nothing was typed."""
        if not row.is_changed or not (row.text or row.is_uncalculated) or self._is_ours(row):
            return ""
        if row.is_uncalculated:
            return f"a formula without its value: {row.cell.formula}"
        if not row.edition:
            return f"no version beside it, which says what it is about:\n{row.text}"
        if row.indicator not in self.standing:
            return f"{_NOT_IN_SPEC}:\n{row.text}"
        return f"{len(row.text)} characters, at most {LONGEST}:\n{row.text}" if len(row.text) > LONGEST else ""

    def _is_ours(self, row: Returned) -> bool:
        """Whether the builder wrote it: a heading between the rows."""
        return not row.edition and plain(row.typed) in self.words

    def _fate(self, row: Returned) -> Fate | None:
        """What becomes of a row by itself; None where it is no row of commentary."""
        if not row.edition:
            return None
        if not row.is_changed:
            return Fate.UNTOUCHED
        if not row.text:
            return Fate.EMPTIED
        now = self.standing[row.indicator]
        if checksum(row.text) in now.shown:
            return Fate.THERE
        is_known = checksum(row.text) in self.before.get(now.key, ())
        return Fate.BEFORE if is_known and _is_stale(row, now) else Fate.TAKEN

    def _tell_of(self, row: Returned, fate: Fate, why: str) -> None:
        if fate is Fate.NOT_TAKEN:
            text = row.cell.formula if row.is_uncalculated else row.text
            self.kept.append(replace(_text(row, ("", "", row.indicator)), text=text))
            self.remarks.append(Remark(Kind.NOT_TAKEN, row.where, why))
        elif fate is Fate.EMPTIED:
            self.remarks.append(Remark(Kind.EMPTIED, row.where, ""))
        elif fate is Fate.BEFORE:
            self.remarks.append(Remark(Kind.BEFORE, row.where, first_words(row.text)))
        elif fate is Fate.TAKEN:
            self.remarks.extend(_oddities(row))
            if changed := self.standing[row.indicator].changed_figures(row.figures):
                self.remarks.append(Remark(Kind.FIGURES, row.where, changed))

    def _settle(self, now: Standing, rows: Sequence[Returned]) -> None:
        """State the texts that were typed for one indicator, in the place of the one there or beside it."""
        fresh = [row for row in rows if not _is_stale(row, now)]
        texts = _distinct([*fresh, *(row for row in rows if _is_stale(row, now))], now.key)
        replaced = [now.text] if now.text and fresh else []
        staying = [now.text] if now.text and not fresh else []
        self.changes[now.key] = Change(tuple(texts), not staying)
        self.kept += [*replaced, *texts]
        is_conflict = len(texts) + len(staying) > 1
        for row in rows:
            self.fates[row.file][Fate.IN_CONFLICT if is_conflict else Fate.TAKEN] += 1
            if is_conflict:
                self.remarks.append(Remark(Kind.CONFLICT, row.where, first_words(row.text)))
        kind, stated = (Kind.CONFLICT, staying) if is_conflict and staying else (Kind.REPLACED, replaced)
        for text in stated:
            self.remarks.append(Remark(kind, f"commentary.csv ({text.key[2]})", first_words(text.text)))


def _is_stale(row: Returned, now: Standing) -> bool:
    """Whether somebody has changed the text that the row's was typed over."""
    return now.text is not None and row.base not in now.bases


def _text(row: Returned, key: CommentKey) -> Text:
    return Text(key, row.text, row.author, joined(row.figures))


def _distinct(rows: Iterable[Returned], key: CommentKey) -> list[Text]:
    """Each text once; who wrote it are all who did."""
    texts: dict[str, Text] = {}
    for row in rows:
        text = _text(row, key)
        same = texts.setdefault(checksum(row.text), text)
        if text.author not in same.author.split("; "):
            texts[checksum(row.text)] = replace(same, author=f"{same.author}; {text.author}")
    return list(texts.values())


def _oddities(row: Returned) -> Iterator[Remark]:
    """What Excel or we made of the text, and what its length means."""
    if row.cell.formula:
        said = f"a formula, {row.cell.formula}, of which the value was taken: {row.text}"
        yield Remark(Kind.NOT_AS_TYPED, row.where, said)
    elif row.cell.kind != "text":
        said = f"Excel made a {row.cell.kind} of it, which was taken as {row.text}"
        yield Remark(Kind.NOT_AS_TYPED, row.where, said)
    if row.has_lost_control:
        said = f"characters that show nothing were left out: {first_words(row.text)}"
        yield Remark(Kind.NOT_AS_TYPED, row.where, said)
    length, breaks = len(row.text), row.text.count("\n")
    if length > MOST_CHARACTERS or breaks > MOST_BREAKS:
        said = f"{length:,} characters and {breaks} line breaks: {first_words(row.text)}"
        yield Remark(Kind.LONG, row.where, said)
