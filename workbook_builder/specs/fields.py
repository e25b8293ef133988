"""What the spec's dataclasses are made of: strictness, kinds of text, descriptions for editors."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field

STRICT = ConfigDict(extra="forbid", strict=True)
LONGEST_TEXT = 2000
Text = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT)]
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$")]
SheetName = Annotated[str, Field(min_length=1, max_length=31, pattern=r"^[^\[\]:*?/\\'\x00-\x1f]+$")]


def described(text: str, **more: Any) -> Any:
    """What an editor shows of a field, and limits on its value."""
    return Field(description=text, **more)
