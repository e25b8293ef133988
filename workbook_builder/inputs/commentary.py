"""`commentary.csv`: what is said of an indicator in this edition. No text is carried over to the next."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbook_builder.inputs.cells import Reader, unguarded
from workbook_builder.inputs.figures import Origin
from workbook_builder.inputs.opening_ratings import read_opening
from workbook_builder.inputs.tables import Row, TableForm
from workbook_builder.names import folded
from workbook_builder.problems import listed, nearest, quoted
from workbook_builder.specs.model import Spec

LONGEST = 32_700  # a cell of Excel holds 32,767 characters, and a rating may be put before the text
FORM = TableForm.described(
    "commentary",
    "what is said of an indicator this month",
    {
        "page": "where it stands: the sheet of tables, as a section of the commentary page in the spec names it",
        "section": "the title of that section",
        "indicator": "its id",
        "text": "one paragraph, of at most 2,000 characters; its row's rating is put before it, in the place of one "
        "that it opens with (`RED: `, `[Red]`, `Rating: RED.`, `We are RED.`; another than the row's is a warning); "
        "Excel's error texts (`#REF!`) are refused",
        "author": "who wrote it; `collect` writes the file's name",
        "figures": "rating, figure and target that the author saw: `RED; 31.6; 60.0`",
    },
    needed=4,
    longest=LONGEST,
)
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
    known = sorted(spec.commented.get(name, ()))
    page, section = (unguarded(row.cells.get(column, "")) for column in ("page", "section"))
    place = next((one for one in known if [*map(folded, one)] == [folded(page), folded(section)]), None)
    if place is None:
        texts = [f"{page}, {section}" for page, section in known]
        found, allowed = quoted(f"{page}, {section}"), listed(texts) or f"no section comments on {name}"
        otherwise = f"correct page and section, or add it to {reader.spec_file}"
        remedy = reader.if_dropped or nearest(f"{page}, {section}", texts, otherwise)
        reader.report.add(row.where("section"), found, allowed, remedy)
        return None
    text, author, figures = (unguarded(row.cells.get(column, "")) for column in ("text", "author", "figures"))
    opening = read_opening(text)
    if _ERRORS.fullmatch(opening.rest if opening else text):
        found, allowed = f"{quoted(text)}, which Excel shows where a formula fails", "a text in words"
        reader.report.add(row.where("text"), found, allowed, "type the text that was meant, or empty the cell")
        return None
    return (*place, name), Comment(text, author, figures, row.origin)
