"""The small project with a page of commentary on its county's three indicators."""

from __future__ import annotations

from tests.support.recipes import scorecard_of
from tests.support.small import SmallProject
from workbook_builder.scorecards.model import Paragraph

COMMENTARY = "inputs/2024-11/commentary.csv"
APPROVED = "drafts_approved_by: Head of Management Information\n"
HEADER = "page,section,indicator,text,author,figures\n"
_PAGE = """\
      - kind: commentary
        name: Commentary
        sections:
          - page: County
            title: Plans
            indicators: [PLANS]
          - page: County
            title: Children
            indicators: [REPEAT, SECOND]
      - {kind: targets, name: Targets}
"""


def commented(small: SmallProject, *rows: str) -> SmallProject:
    """The project with that page, and with these rows of commentary.csv, if any."""
    small.change("indicator_specs.yaml", "      - {kind: targets, name: Targets}\n", _PAGE)
    if rows:
        small.write(COMMENTARY, HEADER + "\n".join(rows) + "\n")
    return small


def paragraphs(small: SmallProject, edition: str = "2024-11") -> tuple[Paragraph, ...]:
    """What is said in an edition of the project."""
    return scorecard_of(small.folder, edition)[0].commentary


def said(small: SmallProject) -> dict[str, str]:
    """The text about each indicator, in printed order."""
    return {paragraph.row.indicator.id: paragraph.text for paragraph in paragraphs(small)}
