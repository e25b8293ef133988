"""Python's collector of rubbish, which a command does without."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def none_collected() -> Iterator[None]:
    """A command makes very many small things and hardly any rubbish: looking for that takes a tenth of the time.

    Nor is anything looked through when the process ends.
    """
    gc.disable()
    atexit.register(gc.freeze)
    try:
        yield
    finally:
        gc.enable()
