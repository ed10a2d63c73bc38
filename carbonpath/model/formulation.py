"""The formulation page, made from the docstrings of the code that runs."""

from __future__ import annotations

import inspect
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from carbonpath.core.files import write_text
from carbonpath.core.vocabulary import dimensions, quantities, quantity
from carbonpath.model import objective
from carbonpath.model.constraints import CONSTRAINTS
from carbonpath.model.expressions import EXPRESSIONS
from carbonpath.model.solution import PRICE_OF
from carbonpath.model.variables import VARIABLES

INLINE = re.compile(r":math:`([^`]*)`")
LITERAL = re.compile(r"``([^`]*)``")

INTRODUCTION = """# Formulation

This page is generated from the modules of `carbonpath/model` by `python -m carbonpath.model.formulation`; a test keeps
the two equal. Symbols are those of the vocabulary (`carbonpath/core/vocabulary.toml`); indices are always in the order
region, technology, group, commodity, emission, mode, timeslice, year. A limit that is not given has no row. Capacity
can be built only in a year that has a capital cost, even if it is zero.

Timeslices have two levels, as in TIMES. Unless a system says otherwise, every commodity balances and every technology
runs in each timeslice. A commodity at the level of the year balances once a year, so what is made in summer serves
winter; a technology at the level of the year has one activity a year and takes and gives what balances by timeslice
alike all year, or after a stated load profile. Limits, groups, emissions and costs add up over the timeslices; the year
as one is called `annual` where a timeslice would stand.
"""


@dataclass(frozen=True, slots=True)
class Formula:
    """What a module says of itself."""

    name: str
    """Name of the module."""
    sentence: str
    """First paragraph of its docstring."""
    equations: tuple[str, ...]
    """Its displayed equations, in LaTeX."""
    text: tuple[str, ...]
    """Its other paragraphs, as Markdown."""


def read_formula(module: ModuleType) -> Formula:
    """Return the sentence, equations and remarks in the docstring of `module`."""
    equations: list[str] = []
    text: list[str] = []
    for paragraph in re.split(r"\n\s*\n", inspect.cleandoc(module.__doc__ or "")):
        if paragraph.startswith(".. math::"):
            equations.append(_flat(paragraph.removeprefix(".. math::")))
        elif paragraph.startswith("    "):
            equations.append(_flat(paragraph))
        else:
            text.append(_markdown(paragraph))
    return Formula(module.__name__.rpartition(".")[2], text[0], tuple(equations), tuple(text[1:]))


def formulation_page() -> str:
    """Return the formulation page as Markdown."""
    parts = [INTRODUCTION, "## Variables\n", _variables()]
    for title, modules in (
        ("Derived quantities", EXPRESSIONS),
        ("Objective", (objective,)),
        ("Constraints", CONSTRAINTS),
    ):
        parts.append(f"## {title}\n")
        parts += [_section(read_formula(module)) for module in modules]
    return "\n".join([*parts, "## Symbols\n", _indices(), _symbols()])


def _section(formula: Formula) -> str:
    lines = [f"### {formula.name}\n", f"{formula.sentence}\n"]
    lines += [f"$$\n{equation}\n$$\n" for equation in formula.equations]
    lines += [f"{paragraph}\n" for paragraph in formula.text]
    price = PRICE_OF.get(formula.name)
    if price:
        entry = quantity(price)
        lines.append(f"Dual: ${entry.symbol}$ `{price}`, {entry.unit}: {entry.meaning}.\n")
    return "\n".join(lines)


def _variables() -> str:
    lines = ["| symbol | name | unit | meaning |", "|---|---|---|---|"]
    for family in VARIABLES:
        entry = quantity(family.name)
        lines.append(f"| ${_indexed(family.name)}$ | `{family.name}` | {entry.unit} | {entry.meaning} |")
    return "\n".join([*lines, ""])


def _indices() -> str:
    lines = ["| index | name | OSeMOSYS |", "|---|---|---|"]
    lines += [f"| ${entry.symbol}$ | {entry.en} | {entry.osemosys} |" for entry in dimensions().values()]
    return "\n".join([*lines, ""])


def _symbols() -> str:
    lines = ["| symbol | name | kind | unit | meaning |", "|---|---|---|---|---|"]
    for name, entry in quantities().items():
        lines.append(f"| ${_indexed(name)}$ | `{name}` | {entry.kind} | {entry.unit} | {entry.meaning} |")
    return "\n".join([*lines, ""])


def _indexed(name: str) -> str:
    entry = quantity(name)
    subscript = "".join(dimensions()[index].symbol for index in entry.indices)
    return f"{entry.symbol}_{{{subscript}}}" if subscript else entry.symbol


def _flat(equation: str) -> str:
    return " ".join(equation.split())


def _markdown(paragraph: str) -> str:
    told = LITERAL.sub(r"`\1`", INLINE.sub(r"$\1$", paragraph))
    return re.sub(r"^(\w+)\n-+\n", r"**\1.** ", told)


if __name__ == "__main__":
    write_text(Path(sys.argv[1]), formulation_page())
