"""Command lines that cannot be understood, in the words of the catalogue instead of click's."""

from __future__ import annotations

import difflib
from typing import Any

import click

from carbonpath.core.errors import UsageError
from carbonpath.core.messages import Language, text
from carbonpath.core.problems import Problem


def usage_problem(error: click.UsageError) -> Problem:
    """Return what click found wrong with the command line."""
    place = error.ctx.command_path if error.ctx else ""
    if isinstance(error, click.NoSuchOption):
        return Problem("CP-100", place=place, value=error.option_name, details=_nearest(_options(error)))
    if isinstance(error, click.MissingParameter):
        return Problem("CP-102", place=place, value=shown(error.param))
    if isinstance(error, click.BadOptionUsage):
        return Problem("CP-102", place=place, value=error.option_name)
    return Problem("CP-105", place=place, details={"reason": error.format_message()})


def value_error(parameter: click.Parameter, value: Any, context: click.Context, language: Language) -> UsageError:
    """Return the error of a value that an option or argument does not accept."""
    kind = parameter.type
    choices = isinstance(kind, click.Choice) and ", ".join(map(str, kind.choices))
    known = choices or text(f"cli.kind.{kind.name.replace(' ', '_')}", language, range=_range(kind))
    details = {"option": shown(parameter), "known": known}
    return UsageError(Problem("CP-103", place=context.command_path, value=_flat(value), details=details))


def no_such_command(name: str, known: tuple[str, ...], context: click.Context) -> UsageError:
    """Return the error of a command that a group does not have."""
    nearest = difflib.get_close_matches(name, known, n=3) or known
    return UsageError(Problem("CP-101", place=context.command_path, value=name, details=_nearest(nearest)))


def surplus_error(arguments: list[str], context: click.Context) -> UsageError:
    """Return the error of arguments that a command has no use for."""
    return UsageError(Problem("CP-104", place=context.command_path, value=" ".join(arguments)))


def shown(parameter: click.Parameter | None) -> str:
    """Return a parameter as it is written on the command line."""
    if parameter is None:
        return ""
    if isinstance(parameter, click.Argument):
        return parameter.metavar or (parameter.name or "").upper()
    return max(parameter.opts, key=len)


def _options(error: click.NoSuchOption) -> list[str]:
    if error.possibilities or error.ctx is None:
        return list(error.possibilities or ())
    parameters = error.ctx.command.get_params(error.ctx)
    return [shown(parameter) for parameter in parameters if isinstance(parameter, click.Option)]


def _range(kind: object) -> str:
    """Return the range of a number in signs: ``>= 1``, ``> 0, <= 100``."""
    if not isinstance(kind, (click.IntRange, click.FloatRange)):
        return ""
    low = "" if kind.min is None else f"{'>' if kind.min_open else '>='} {kind.min:g}"
    high = "" if kind.max is None else f"{'<' if kind.max_open else '<='} {kind.max:g}"
    return ", ".join(filter(None, (low, high)))


def _nearest(possibilities: Any) -> dict[str, str]:
    return {"nearest": ", ".join(possibilities or ())}


def _flat(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, (tuple, list)) else str(value)
