"""The edition: its month, when it is published, whether it is still a draft (`edition.yaml`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Annotated

from workbook_builder.kept import kept
from workbook_builder.periods import Frequency, Period, full_month, parse_period
from workbook_builder.problems import Problem, ProblemsFound, Report, listed, quoted
from workbook_builder.specs.fields import LONGEST_TEXT, Reference
from workbook_builder.specs.noted import STRICT, Field, StringConstraints

INPUTS = "inputs"
EDITION_FILE = "edition.yaml"
PUBLIC_FILE = "public.csv"
"""What the public edition printed: `build --public` writes it, and public editions are made with all of them."""


class Status(Enum):
    """Whether the edition may be published."""

    DRAFT = "draft"
    FINAL = "final"


@dataclass(frozen=True)
class Acceptance:
    """A warning that somebody has looked at and lets stand."""

    __pydantic_config__ = STRICT
    rule: Annotated[Reference, Field(description="The rule that warns.")]
    indicator: Annotated[Reference, Field(description='The indicator\'s id; "" for a warning that is of none.')]
    reason: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=10, max_length=LONGEST_TEXT),
        Field(description="Why the figure stands."),
    ]
    area: Annotated[Reference, Field(description="The area or team; left out: wherever the rule warns.")] = ""


@dataclass(frozen=True)
class PublicTexts:
    """The texts of the commentary that the public edition prints, and who answers for that."""

    __pydantic_config__ = STRICT
    approved_by: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
        Field(description="The role or team that approved them for the public."),
    ]
    indicators: Annotated[tuple[Reference, ...], Field(description="The indicators whose texts are approved.")]


@dataclass(frozen=True)
class EditionFile:
    """What `edition.yaml` may state."""

    __pydantic_config__ = STRICT
    month: Annotated[str, Field(description="The edition's month, as the folder is called: 2024-11.")]
    published: Annotated[date, Field(description="When it is published: 2025-01-22.", ge=date(2000, 1, 1))]
    status: Annotated[Status, Field(description="draft or final.")]
    accepted: Annotated[tuple[Acceptance, ...], Field(description="Warnings that stand, with reasons.")] = ()
    note: Annotated[
        str,
        StringConstraints(strip_whitespace=True, max_length=LONGEST_TEXT),
        Field(description="What a reader must know of this edition, in full sentences."),
    ] = ""
    drafts_approved_by: Annotated[
        str,
        StringConstraints(strip_whitespace=True, max_length=200),
        Field(description="The role or team that lets texts stand which were made from the figures."),
    ] = ""
    public_texts: Annotated[
        PublicTexts | None,
        Field(description="The texts that the public edition prints, which has no others; left out: none."),
    ] = None


@dataclass(frozen=True, slots=True)
class Edition:
    """One month's scorecard; `note` is what a reader must know of it, such as what it does not cover.

    `drafts_approved_by` is the role or team that lets texts stand which were made from the figures, "" if none does.
    `public_texts` are the indicators whose texts are approved for the public edition.
    """

    month: Period
    published: date
    status: Status
    accepted: tuple[Acceptance, ...] = ()
    note: str = ""
    drafts_approved_by: str = ""
    public_texts: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """`November 2024`."""
        return full_month(self.month)

    @property
    def is_draft(self) -> bool:
        """Whether every page must say DRAFT."""
        return self.status is Status.DRAFT


def editions(project: Path) -> list[Period]:
    """The months for which the project has a folder of inputs, oldest first."""
    folder = project / INPUTS
    names = [path.name for path in folder.iterdir() if path.is_dir()] if folder.is_dir() else []
    months = [month for name in names if (month := parse_period(name)) and str(month) == name]
    return sorted(month for month in months if month.frequency is Frequency.MONTH)


def find_edition(project: Path, name: str) -> Period:
    """The month an edition's name stands for. Raises `ProblemsFound` where there is no such folder."""
    wanted = parse_period(name)
    known = editions(project)
    if wanted in known:
        return wanted
    names = [str(month) for month in known]
    allowed = f"an edition: {listed(names[::-1])}" if names else f"a folder such as {INPUTS}/2024-11"
    remedy = "make it with `workbook-builder new`, or check --project"
    raise ProblemsFound([Problem(f"{INPUTS}/", f"no edition {quoted(name)}", allowed, remedy)])


def read_edition(project: Path, month: Period, report: Report) -> Edition | None:
    """What an edition's folder says of itself."""
    path, before = project / INPUTS / str(month) / EDITION_FILE, len(report.problems)
    if not path.is_file():
        return _read(project, month, report)
    text = path.read_bytes()

    def is_sound() -> bool:
        return len(report.problems) == before and path.read_bytes() == text

    return kept("edition", (str(month), text), lambda: _read(project, month, report), is_sound)


def _read(project: Path, month: Period, report: Report) -> Edition | None:
    from workbook_builder.specs.document import read_document
    from workbook_builder.specs.validation import validate  # and with it pydantic

    shown = f"{INPUTS}/{month}/{EDITION_FILE}"
    document = read_document(project / INPUTS / str(month) / EDITION_FILE, shown, report)
    stated = validate(document, EditionFile, report) if document else None
    if not document or not stated:
        return None
    if parse_period(stated.month) != month:
        where = document.where(("month",))
        report.add(where, quoted(stated.month), f"{month}, as the folder is called", "make the two agree")
        return None
    if (stated.published.year, stated.published.month) < (month.year, month.part):
        where = document.where(("published",))
        allowed = f"a date in {full_month(month)} or after it"
        report.add(where, quoted(stated.published), allowed, "correct the date, or the month")
        return None
    approved = stated.public_texts.indicators if stated.public_texts else ()
    own = (stated.published, stated.status, stated.accepted, stated.note, stated.drafts_approved_by)
    return Edition(month, *own, approved)
