"""What is wrong with an input, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from carbonpath.core.messages import Language, problem_text

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about an input, told in either language.

    The words are in the message catalogue under `code`; `details` fills their placeholders, and so do `value`,
    `place` and `file`.
    """

    code: str
    """Stable code of the message catalogue, e.g. ``CP-203``."""
    file: str = ""
    """File in which the finding is, as the user knows it (relative to the project where possible)."""
    place: str = ""
    """Sheet and cell (``燃料!D7``), or key path and line (``levers.coal_cap.limit, line 12``)."""
    value: str = ""
    """The offending value, as it was read."""
    details: Mapping[str, str] = field(default_factory=dict)
    """Texts for the other placeholders of the catalogue entry."""
    severity: Severity = "error"
    """Whether the step must stop."""

    def told(self, language: Language) -> dict[str, str]:
        """Return the finding in words, with the keys that `--json` promises.

        Returns
        -------
        dict[str, str]
            ``code, message, file, place, value, expected, fix``.
        """
        values = {"value": self.value, "place": self.place, "file": self.file, **self.details}
        text = problem_text(self.code, language, values)
        return {
            "code": self.code,
            "message": text.message,
            "file": self.file,
            "place": self.place,
            "value": self.value,
            "expected": text.expected,
            "fix": text.fix,
        }


def errors_among(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return those findings that must stop the step."""
    return tuple(problem for problem in problems if problem.severity == "error")


def as_json(problems: Iterable[Problem], language: Language) -> list[dict[str, Any]]:
    """Return findings as JSON objects, each with its severity."""
    return [{**problem.told(language), "severity": problem.severity} for problem in problems]
