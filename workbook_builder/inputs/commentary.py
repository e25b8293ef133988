"""`commentary.csv`: what is said of an indicator in this edition. No text is carried over to the next."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbook_builder.inputs.cells import Reader
from workbook_builder.inputs.figures import Origin
from workbook_builder.inputs.opening_ratings import read_opening
from workbook_builder.inputs.tables import Row, TableForm
from workbook_builder.problems import listed, nearest, quoted
from workbook_builder.specs.model import Spec

LONGEST = 32_700  # a cell of Excel holds 32,767 characters, and a rating may be put before the text
FORM = TableForm("commentary", ("page", "section", "indicator", "text", "author", "figures"), 4, LONGEST)
_LIKE_A_FORMULA = ("=", "+", "-", "@")
_ERRORS = re.compile(r"#(?:NAME\?|REF!|VALUE!|DIV/0!|N/A|NUM!|NULL!|SPILL!|CALC!)", re.IGNORECASE)
CommentKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Comment:
    """A text, who wrote it (a file name or team; "" where unknown), and the figures they saw (`RED; 31.6; 60.0`)."""

    text: str
    author: str
    figures: str
    origin: Origin


def read_comment(row: Row, spec: Spec, reader: Reader) -> tuple[CommentKey, Comment] | None:
    """The text a row states, by page, section and indicator; None where there is none or it cannot be read."""
    if not row.cells.get("text"):
        return None
    if not spec.commented:
        found, allowed = "texts, but no page of commentary in the spec", "no texts, or a page of kind commentary"
        remedy = reader.if_dropped or "delete the texts, or put the page back into the spec"
        reader.report.add(row.origin.file, found, allowed, remedy)
        return None
    name = reader.name(row, "indicator", spec.indicator_by_id, "indicator")
    if not name:
        return None
    place = (row.cells.get("page", ""), row.cells.get("section", ""))
    known = sorted(spec.commented.get(name, ()))
    if place not in known:
        texts = [f"{page}, {section}" for page, section in known]
        found, allowed = quoted(", ".join(place)), listed(texts) or f"no section comments on {name}"
        otherwise = "correct page and section, or add it to indicator_specs.yaml"
        remedy = reader.if_dropped or nearest(", ".join(place), texts, otherwise)
        reader.report.add(row.where("section"), found, allowed, remedy)
        return None
    text, author, figures = (unguarded(row.cells.get(column, "")) for column in ("text", "author", "figures"))
    opening = read_opening(text)
    if _ERRORS.fullmatch(opening.rest if opening else text):
        found, allowed = f"{quoted(text)}, which Excel shows where a formula fails", "a text in words"
        reader.report.add(row.where("text"), found, allowed, "type the text that was meant, or empty the cell")
        return None
    return (*place, name), Comment(text, author, figures, row.origin)


def guarded(text: str) -> str:
    """The text as a CSV states it: an apostrophe stands before what Excel, opening the file, takes for a formula."""
    return f"'{text}" if text.lstrip("'").startswith(_LIKE_A_FORMULA) else text


def unguarded(cell: str) -> str:
    """The text that a cell of a CSV states, without the apostrophe that `guarded` puts before it."""
    return cell.removeprefix("'") if cell.lstrip("'").startswith(_LIKE_A_FORMULA) else cell
