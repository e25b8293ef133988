"""With WORKBOOK_BUILDER_NO_SKIPS set, a run in which a test was skipped is a failed run."""

import os

import pytest

VARIABLE = "WORKBOOK_BUILDER_NO_SKIPS"


def _skipped(config: pytest.Config) -> int:
    """How many tests or test files were skipped, where that is forbidden; otherwise 0."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if not os.environ.get(VARIABLE) or reporter is None:
        return 0
    return len(reporter.stats.get("skipped", []))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Make the exit status 1 if all passed but some were skipped."""
    if _skipped(session.config) and session.exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say why the run failed, above the closing line."""
    if count := _skipped(config):
        terminalreporter.section(f"{count} skipped, and {VARIABLE} is set: this run fails", red=True, bold=True)
