"""Opens a page in headless Firefox, without a driver: it speaks WebDriver BiDi itself."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Any

PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox")
MISSING = "no Firefox on the PATH, or websockets (the Python package) is not installed"
_PATIENCE = 60.0
_KEPT = {"awaitPromise": True, "resultOwnership": "root"}
_OFFLINE = {"network.proxy.type": 1, "network.proxy.socks": "127.0.0.1", "network.proxy.socks_port": 9}
_QUIET = {
    "app.normandy.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
}


def available() -> bool:
    """Whether there is a Firefox, and what drives it."""
    return PROGRAM is not None and find_spec("websockets") is not None


class Firefox:
    """A tab of Firefox."""

    def __init__(self, connection: Any) -> None:
        self.connection, self.number = connection, 0
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.ask("session.new", capabilities={})
        self.ask("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        self.context = self.ask("browsingContext.getTree")["contexts"][0]["context"]

    def ask(self, method: str, **parameters: Any) -> Any:
        """What a command of the protocol gives."""
        self.number += 1
        self.connection.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            told = json.loads(self.connection.recv(timeout=_PATIENCE))
            if told.get("method") == "network.beforeRequestSent":
                self.requests.append(str(told["params"]["request"]["url"]))
            if told.get("method") == "log.entryAdded" and told["params"]["level"] == "error":
                self.faults.append(str(told["params"]["text"]))
            if told.get("id") == self.number:
                assert told["type"] == "success", told
                return told["result"]

    def open(self, file: Path) -> None:
        """Show a file."""
        self.ask("browsingContext.navigate", context=self.context, url=file.as_uri(), wait="complete")

    def run(self, script: str) -> Any:
        """What an expression in the page gives, a text, number or truth value."""
        target = {"context": self.context}
        told = self.ask("script.evaluate", expression=script, target=target, **_KEPT)
        assert told["type"] == "success", told
        return told["result"].get("value")

    def wait(self, script: str) -> None:
        """Wait until an expression is true."""
        until = monotonic() + _PATIENCE
        while not self.run(f"Boolean({script})"):
            assert monotonic() < until, script
            sleep(0.1)

    def choose(self, selector: str, *files: Path) -> None:
        """Choose files in a field for them."""
        target = {"context": self.context}
        script = f"document.querySelector({json.dumps(selector)})"
        node = self.ask("script.evaluate", expression=script, target=target, **_KEPT)
        shared = {"sharedId": node["result"]["sharedId"]}
        self.ask("input.setFiles", context=self.context, element=shared, files=[str(file) for file in files])


@contextmanager
def opened(file: Path) -> Iterator[Firefox]:
    """A tab that shows a file, without a network. Anything that the page reports as an error fails the test."""
    from websockets.sync.client import connect

    with TemporaryDirectory() as profile:
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in (_OFFLINE | _QUIET).items()
        ]
        (Path(profile) / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [str(PROGRAM), "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
        said = Path(profile) / "said.txt"
        with said.open("w") as stderr:
            process = subprocess.Popen(command, stderr=stderr, stdout=subprocess.DEVNULL)
        try:
            with connect(f"{_address(said)}/session", max_size=None) as connection:
                firefox = Firefox(connection)
                firefox.open(file)
                yield firefox
                assert firefox.faults == []
        finally:
            process.terminate()
            process.wait(_PATIENCE)


def _address(said: Path) -> str:
    """Where it listens, which it says itself."""
    until = monotonic() + _PATIENCE
    while monotonic() < until:
        for line in said.read_text(encoding="utf-8").splitlines():
            if "WebDriver BiDi listening on" in line:
                return line.split()[-1]
        sleep(0.1)
    raise AssertionError("Firefox does not listen")
