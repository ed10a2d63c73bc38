"""In which language carbonpath speaks."""

from __future__ import annotations

import locale
from collections.abc import Mapping, Sequence
from pathlib import Path

from carbonpath.core.messages import LANGUAGES, Language
from carbonpath.workflow.location import peek_language

VARIABLE = "CARBONPATH_LANG"
"""Environment variable that sets the language of every command."""


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language: option, else environment, else project file, else the machine's locale, else Chinese.

    The arguments are searched before they are parsed, for errors of parsing have a language too.
    """
    asked = _known(_value_of(arguments, "--lang")) or _known(environment.get(VARIABLE))
    return asked or _of_project(arguments) or _of_machine(environment) or "zh"


def _known(name: str | None) -> Language | None:
    return next((language for language in LANGUAGES if language == name), None)


def _of_project(arguments: Sequence[str]) -> Language | None:
    return peek_language(Path(_value_of(arguments, "--project") or _value_of(arguments, "-C") or "."))


def _of_machine(environment: Mapping[str, str]) -> Language | None:
    named = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    place = next((value for value in named if value), None) or locale.getlocale()[0] or ""
    return "en" if place.lower().startswith("en") else None


def _value_of(arguments: Sequence[str], option: str) -> str | None:
    for position, argument in enumerate(arguments):
        if argument == option and position + 1 < len(arguments):
            return arguments[position + 1]
        if argument.startswith(f"{option}="):
            return argument.removeprefix(f"{option}=")
    return None
