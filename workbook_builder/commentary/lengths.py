"""How long a text may be, so that one row of a sheet holds all of it."""

from __future__ import annotations

MOST_CHARACTERS, MOST_BREAKS = 2000, 12
