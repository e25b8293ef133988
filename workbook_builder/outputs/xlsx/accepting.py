"""XlsxWriter tells of some faults by its return value only."""

from __future__ import annotations


class WriteError(Exception):
    """XlsxWriter refused something: our fault, not the user's."""


def accepted(code: int | None, what: str) -> None:
    """Raises `WriteError` where the code is not that of success."""
    if code:
        raise WriteError(f"XlsxWriter refused {what} (code {code})")
