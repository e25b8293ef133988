"""Real programs that open the built workbook, one module each.

Every client module offers `available() -> bool` and `MISSING`, the reason to give when it is not.
"""

import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

TIME_LIMIT = 300  # seconds for one program: they take 1 to 15


class ClientError(Exception):
    """A client could not do its work: nothing is known about the workbook."""


def run(command: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
    """Run a client in English, without input; give back its exit code, stdout and stderr.

    At the time limit it is ended together with the processes it started, and TimeoutExpired is raised.
    """
    environment = os.environ | {"LC_ALL": "C.UTF-8", "GSETTINGS_BACKEND": "memory"}
    with subprocess.Popen(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        env=environment,
        start_new_session=True,
    ) as process:
        try:
            out, err = process.communicate(timeout=TIME_LIMIT)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def made(path: Path, finished: subprocess.CompletedProcess[str]) -> Path:
    """Give back the path of the file that a finished client was to write; ClientError if it did not."""
    if finished.returncode != 0 or not path.is_file():
        raise ClientError(f"{path.name} was not written: {finished.stdout}{finished.stderr}")
    return path
