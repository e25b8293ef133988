"""What the spec's dataclasses are made of: strictness, kinds of text, descriptions for editors."""

from __future__ import annotations

from typing import Annotated, Any

from workbook_builder.names import spelt
from workbook_builder.specs.noted import STRICT, AfterValidator, Field

__all__ = ["STRICT"]
LONGEST_TEXT = 2000
Text = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT)]
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$")]
LONGEST_TAB = 31  # characters that Excel allows in a sheet's name
NOT_IN_TABS = r"\[\]:*?/\\'\x00-\x1f"  # Excel's, and apostrophes, which other programs read wrongly inside a name


def _tab(name: str) -> str:
    """The name of a tab as it is compared; one that begins or ends with a space is left as it is, as Excel does."""
    return spelt(name) if name == name.strip() else name


SheetName = Annotated[
    str, Field(min_length=1, max_length=LONGEST_TAB, pattern=f"^[^{NOT_IN_TABS}]+$"), AfterValidator(_tab)
]
SheetReference = Annotated[str, AfterValidator(_tab)]
Name = Annotated[str, Field(min_length=1, max_length=100, pattern=r"\S"), AfterValidator(spelt)]
Heading = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT), AfterValidator(spelt)]
"""A text that inputs refer to."""
Reference = Annotated[str, AfterValidator(spelt)]
"""The name or id of something that is described elsewhere."""


def described(text: str, **more: Any) -> Any:
    """What an editor shows of a field, and limits on its value."""
    return Field(description=text, **more)
