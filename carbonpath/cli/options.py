"""Commands and options whose help comes from the catalogue, with the global options before or after the command."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

import click

from carbonpath.cli.console import Console
from carbonpath.cli.usage import no_such_command, surplus_error, value_error
from carbonpath.core.messages import LANGUAGES

F = TypeVar("F", bound=Callable[..., Any])
FOLDER = click.Path(file_okay=False, path_type=Path)
"""A folder, there or not."""
FILE = click.Path(dir_okay=False, path_type=Path)
"""A file, there or not."""


def console_of(context: click.Context) -> Console:
    """Return the console of a command."""
    return context.ensure_object(Console)


def module_of(context: click.Context, command: str) -> Any:
    """Return the module of another command, loaded now and not before."""
    root: Any = context.find_root().command
    return root.load_module(command)


pass_console = click.make_pass_decorator(Console)
"""Decorator that hands the console to a command as its first argument."""


class Option(click.Option):
    """Option whose `help` is a key of the catalogue."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return names and help in the language of the console."""
        record = super().get_help_record(ctx)
        return None if record is None or not self.help else (record[0], console_of(ctx).word(self.help))

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """Return the value in its type, or say in our words why not."""
        try:
            return super().type_cast_value(ctx, value)
        except click.BadParameter as refused:
            raise value_error(self, value, ctx, console_of(ctx).language) from refused


class Argument(click.Argument):
    """Argument that says in our words what it does not accept."""

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """Return the value in its type, or say in our words why not."""
        try:
            return super().type_cast_value(ctx, value)
        except click.BadParameter as refused:
            raise value_error(self, value, ctx, console_of(ctx).language) from refused


def option(*names: str, help: str, **attributes: Any) -> Callable[[F], F]:
    """Return a decorator that adds an option, `help` being a key of the catalogue."""
    return click.option(*names, help=help, cls=Option, **attributes)


def argument(*names: str, **attributes: Any) -> Callable[[F], F]:
    """Return a decorator that adds an argument."""
    return click.argument(*names, cls=Argument, **attributes)


def _remember(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    if value is not None and value is not False and parameter.name:
        setattr(console_of(context), parameter.name, value)


def _quieten(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    console_of(context).verbose -= int(bool(value))


def _speak_up(context: click.Context, _parameter: click.Parameter, value: int) -> None:
    console_of(context).verbose += value or 0


def _show_help(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        console_of(context).print(context.get_help())
        context.exit()


def _show_version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        console_of(context).print(f"carbonpath {version('carbonpath')}")
        context.exit()


def _global(*names: str, help: str, callback: Callable[..., None] = _remember, **attributes: Any) -> Option:
    return Option(list(names), help=help, callback=callback, expose_value=False, **attributes)


GLOBAL_OPTIONS = (
    _global("-C", "--project", help="global.project", type=FOLDER, metavar="DIR"),
    _global("--lang", "language", help="global.lang", type=click.Choice(LANGUAGES)),
    _global("--json", help="global.json", is_flag=True),
    _global("-q", "--quiet", help="global.quiet", is_flag=True, callback=_quieten),
    _global("-v", "--verbose", help="global.verbose", count=True, callback=_speak_up),
    _global("--no-color", help="global.no_color", is_flag=True),
    _global("--no-input", help="global.no_input", is_flag=True),
    _global("--seed", help="global.seed", type=click.IntRange(min=0), metavar="N"),
    _global("--version", help="global.version", is_flag=True, is_eager=True, callback=_show_version),
    _global("-h", "--help", help="global.help", is_flag=True, is_eager=True, callback=_show_help),
)
"""Options that every command takes."""


class Told(click.Command):
    """Help in the language of the console, and the global options."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return own parameters, then the global options."""
        return [*self.params, *GLOBAL_OPTIONS]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        pieces = ["[OPTIONS]"] if not isinstance(self, click.Group) else ["COMMAND [ARGS]..."]
        pieces += [piece for parameter in self.params for piece in parameter.get_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=console_of(ctx).word("help.usage"))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(console_of(ctx).word(f"command.{self.key(ctx)}"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write own options; the global ones in full where they are carbonpath's own, else where to read them."""
        word = console_of(ctx).word
        listed = GLOBAL_OPTIONS if ctx.parent is None else self.params
        options = [parameter for parameter in listed if isinstance(parameter, Option)]
        records = [record for record in (parameter.get_help_record(ctx) for parameter in options) if record]
        if records:
            with formatter.section(word("help.options")):
                formatter.write_dl(records)
        if ctx.parent is not None:
            formatter.write_paragraph()
            formatter.write_text(word("help.global_options"))

    def key(self, ctx: click.Context) -> str:
        """Return the key of the command in the catalogue: ``run``, ``survey.import``; carbonpath itself is ``root``."""
        names = ctx.command_path.split()[1:]
        return ".".join([*names, "about"]) if isinstance(self, click.Group) and names else ".".join(names) or "root"


class Command(Told):
    """A command of carbonpath."""

    def __init__(self, name: str | None, **attributes: Any) -> None:
        super().__init__(name, **attributes)
        self.add_help_option = False
        self.allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and refuse arguments that the command has no use for."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise surplus_error(list(rest), ctx)
        return rest


class Group(Told, click.Group):
    """A noun with its verbs."""

    def __init__(self, name: str | None, **attributes: Any) -> None:
        super().__init__(name, **attributes)
        self.add_help_option = False
        self.no_args_is_help = False

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in reading order."""
        return list(self.commands)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse; a noun alone asks for its help."""
        return super().parse_args(ctx, args or ["--help"])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the verb, or say which there are."""
        known = self.list_commands(ctx)
        if args[0] not in known and not ctx.resilient_parsing:
            raise no_such_command(args[0], tuple(known), ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs, then the options."""
        path = ".".join(ctx.command_path.split()[1:])
        word = console_of(ctx).word
        with formatter.section(word("help.commands")):
            formatter.write_dl([(name, word(self._summary_key(path, name))) for name in self.list_commands(ctx)])
        super().format_options(ctx, formatter)

    def _summary_key(self, path: str, name: str) -> str:
        return f"command.{path}.{name}" if path else f"summary.{name}"


def define_command(name: str) -> Callable[[Callable[..., Any]], Command]:
    """Return a decorator that makes a command."""
    return click.command(name, cls=Command)


def define_group(name: str) -> Group:
    """Return a noun without verbs yet."""
    return Group(name)
