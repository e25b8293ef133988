"""The marks behind figures, of those rated on few or provisional: which signs they may be, and a figure without them.

They stand within a number format, so that the figure stays a number. There some programs take `*` for "fill with the
next character", `_` for a space, letters for dates, and so on, even between quotation marks.
"""

from __future__ import annotations

import unicodedata

DEFAULT_MARK = "†"
PROVISIONAL_MARKS = ("‡", "§")
"""Behind a provisional figure; the second where the first marks those that are rated on few."""
ALLOWED_MARKS = (
    "one to three signs such as † ‡ § ¶, no letter or digit and none that number formats read "
    '(* _ ? # @ % ; \\ " and others)'
)
_REFUSED = "!\"#$%&'()*+,-./:;<=>?@[\\]_`{}‰‱"
_SIGNS = ("Po", "So", "Sk")  # Unicode's other punctuation, other symbols, modifier symbols
_FORMER = "*"  # the mark of workbooks that were built before styles had one


def is_mark(text: str) -> bool:
    """Whether a text may be a mark: one to three signs that mean nothing in a number format."""
    return 0 < len(text) <= 3 and all(map(_is_sign, text))


def without_mark(text: str) -> str:
    """The text of a figure as displayed (`10.4†`) without its mark, whatever sign that is; other text as it is."""
    end = len(text)
    while end and (_is_sign(text[end - 1]) or text[end - 1] in f"{_FORMER} "):
        end -= 1
    return text[:end] if text[:end].removesuffix("%")[-1:].isdecimal() else text


def _is_sign(character: str) -> bool:
    """Whether it is a sign, and no other way of writing a refused one (`％`)."""
    plain = unicodedata.normalize("NFKC", character)
    return unicodedata.category(character) in _SIGNS and not any(c in _REFUSED or c.isalnum() for c in plain)
