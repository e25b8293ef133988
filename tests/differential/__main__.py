"""Many trials by hand: `python -m tests.differential 1000 [first seed]`."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from multiprocessing import Pool
from pathlib import Path

from tests.differential.trial import trial


def tried(seed: int) -> list[str]:
    """A trial in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return trial(seed, Path(folder))


if __name__ == "__main__":
    count, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with Pool() as pool:
        results = list(pool.imap(tried, range(first, first + count), chunksize=5))
    for said in [said for result in results for said in result][:200]:
        print(said)
    print(
        f"{count} projects, {sum(map(bool, results))} with differences, {Counter(map(len, results)).most_common(3)}"
    )
