"""The version beside each paragraph: of which edition it is, and, when it comes back, whether it was changed."""

from __future__ import annotations

import hashlib
import re

from workbook_builder.periods import Period
from workbook_builder.scorecards.model import Paragraph

_VERSION = re.compile(r"(\d{4}-\d\d) (?:draft|text) ([0-9a-f]{8})")


def version_of(edition: Period, paragraph: Paragraph) -> str:
    """`2024-11 draft 7c1e09ab`: the edition, what the paragraph is, and the checksum of its text."""
    return f"{edition} {'draft' if paragraph.is_draft else 'text'} {checksum(paragraph.text)}"


def read_version(text: str) -> tuple[str, str] | None:
    """The edition and the checksum that a version states; None where the text is no version."""
    version = _VERSION.fullmatch(text)
    return (version[1], version[2]) if version else None


def checksum(text: str) -> str:
    """Eight hexadecimal digits that differ where a text does, but for white space."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8")).hexdigest()[:8]
