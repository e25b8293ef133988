"""A title, code, source or other text that is not the edition's."""

from __future__ import annotations

from workbook_builder.audit.comparison import Comparison, elsewhere

COMPARISON = Comparison(
    "other_text",
    "A reader finds a row by its title and code, and learns from texts which month it is and whence figures come.",
    'A page that says "October 2024" in the edition of November.',
    elsewhere("other_text"),
)
