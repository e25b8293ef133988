"""Keeps every text that was collected or replaced, and writes commentary.csv only after that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from workbook_builder.commands.collect.rewriting import Change, Text, appended, rewritten
from workbook_builder.files import content, replacing
from workbook_builder.inputs.cells import unguarded
from workbook_builder.inputs.commentary import FORM, CommentKey
from workbook_builder.inputs.csv_files import read_text
from workbook_builder.inputs.strangers import COLLECTED
from workbook_builder.inputs.tables import read_file
from workbook_builder.problems import ProblemsFound, Report
from workbook_builder.scorecards.versions import checksum

KEPT = f"{COLLECTED}/texts.csv"
"""In an edition's folder; what stands in a folder of that is not read as input."""
_FORM = replace(FORM, longest=100_000)  # a field of a CSV file must be shorter than 131,072


def kept_before(folder: Path, shown: str) -> list[Text]:
    """What was collected or replaced before. Raises `ProblemsFound` where that cannot be read."""
    report = Report()
    rows = list(read_file(folder / KEPT, f"{shown}/{KEPT}", _FORM, report)) if (folder / KEPT).exists() else []
    report.raise_if_any()
    return [_text([row.cells.get(column, "") for column in FORM.columns]) for row in rows]


def _text(cells: Sequence[str]) -> Text:
    page, section, indicator, *typed = cells
    text, author, figures = map(unguarded, typed)
    return Text((page, section, indicator), text, author, figures)


def checksums(texts: Iterable[Text]) -> dict[CommentKey, set[str]]:
    """The checksums of the texts by what they are about."""
    by_key: dict[CommentKey, set[str]] = {}
    for text in texts:
        by_key.setdefault(text.key, set()).add(checksum(text.text))
    return by_key


def write(
    folder: Path,
    changes: Mapping[CommentKey, Change],
    kept: Iterable[Text],
    before: Iterable[Text],
    order: Sequence[CommentKey],
    read: bytes | None,
) -> tuple[Path | None, Path | None]:
    """Write what is new into the two files of an edition; which were written: commentary.csv, what is kept.

    A text that is replaced is kept first, so that it always stands in one of them. `read` is commentary.csv as it was
    when the edition was read. Raises `ProblemsFound` where a file cannot be written or has changed since.
    """
    csv_file, kept_file = folder / FORM.file, folder / KEPT
    known = {(text.key, text.text, text.author) for text in before}
    stated = {(text.key, text.text, text.author): text for text in kept if len(text.text) <= _FORM.longest}
    new = [text for key, text in stated.items() if key not in known]
    if not changes:
        return None, _keep(kept_file, new)
    former = content(kept_file)
    try:
        with replacing(csv_file, read=read) as temporary:
            _save(temporary, rewritten(_stated(csv_file), changes, order))
            return csv_file, _keep(kept_file, new)
    except ProblemsFound:  # else what is kept would count as collected
        _put_back(kept_file, former)
        raise


def _put_back(file: Path, former: bytes | None) -> None:
    if former is None:
        file.unlink(missing_ok=True)
    elif file.read_bytes() != former:
        with replacing(file) as temporary:
            temporary.write_bytes(former)


def _keep(file: Path, texts: Sequence[Text]) -> Path | None:
    if not texts:
        return None
    with replacing(file, read=content(file)) as temporary:
        _save(temporary, appended(_stated(file), texts))
    return file


def _stated(file: Path) -> str:
    """What a file that has been read before says; "" where there is none."""
    return (read_text(file, file.name, Report()) or "") if file.exists() else ""


def _save(file: Path, text: str) -> None:
    """With a byte order mark, so that Excel reads arrows and accents as they are."""
    file.write_text(text, encoding="utf-8-sig", newline="")
