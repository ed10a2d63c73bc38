"""Rules by which carbon markets give allowances: benchmarks of power and heat, and the numbers of other rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import as_file, files
from operator import itemgetter

import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.messages import LANGUAGES
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import Column, Schema
from carbonpath.core.tables import empty_table, read_table

_ORIGIN = (
    Column("source", "str", "document"),
    Column("clause", "str", "section of the document; blank where it was not read"),
    Column("confidence", "str", "seen-twice, seen, recalled, derived or assumed"),
    Column("note", "str", "what is a draft, a conflict, a limit of validity"),
)

BENCHMARKS = Schema(
    "ALLOWANCE_BENCHMARKS",
    (
        Column("year", "int", "compliance year"),
        Column("product_class", "str", "class of units of the national market"),
        Column("output", "str", "power or heat"),
        Column("benchmark", "float", "allowances per unit of output, in `unit`"),
        Column("unit", "str", "t/MWh or t/GJ"),
        Column("basis", "str", "supplied or generated: the output that counts"),
        *_ORIGIN,
    ),
)
"""Benchmarks of the national market for power and heat."""

RULES = Schema(
    "ALLOWANCE_RULES",
    (
        Column("rule", "str", "name of the rule"),
        Column("parameter", "str", "name of the number within the rule"),
        Column("value", "float", "the number, in `unit`"),
        Column("unit", "str", "unit"),
        Column("first_year", "int", "first compliance year of the number"),
        Column("last_year", "int", "last compliance year; 0: still in force"),
        *_ORIGIN,
    ),
)
"""Numbers of every other rule."""

PLANS = Schema(
    "ALLOWANCE_PLANS",
    (
        Column("market", "str", "national_power, national_steel, national_cement or pilot"),
        Column("first_year", "int", "first compliance year of the plan"),
        Column("last_year", "int", "last compliance year of the plan"),
        Column("zh", "str", "name in Chinese"),
        Column("en", "str", "name in English"),
        Column("status", "str", "final, draft, recalled, or partly (not all of its numbers are known)"),
        *_ORIGIN,
    ),
)
"""The plan that gives the rules of a market in a year."""

VERIFIED = ("seen", "seen-twice")
"""Confidence of what was read in a document."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Allowances per unit of output of one class and year."""

    value: float
    """Allowances, t per MWh or GJ."""
    generated: bool
    """Whether power counts as generated; otherwise as supplied."""
    exact: bool
    """Whether it is of the year asked; otherwise of the last year known."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan by which a market gives allowances in a year."""

    name: Mapping[str, str]
    """Name by language."""
    first_year: int
    """First compliance year for which it is made."""
    last_year: int
    """Last one."""
    status: str
    """``final``, ``draft``, ``recalled`` or ``partly``."""
    extended: bool
    """Whether it is used beyond its last year, for want of a later one."""


@dataclass(frozen=True, eq=False)
class Allowances:
    """Rules of allocation, each number with its source and confidence."""

    benchmarks: pd.DataFrame
    """Table ALLOWANCE_BENCHMARKS."""
    rules: pd.DataFrame
    """Table ALLOWANCE_RULES."""
    plans: pd.DataFrame = field(default_factory=lambda: empty_table(PLANS))
    """Table ALLOWANCE_PLANS."""

    def plan(self, market: str, year: int) -> Plan | None:
        """Return the plan of a market in a year; the last one known for later years, None before the first."""
        known = self.plans[(self.plans["market"] == market) & (self.plans["first_year"] <= year)]
        if known.empty:
            return None
        row = known.sort_values("first_year").iloc[-1]
        last = int(row["last_year"])
        names: dict[str, str] = {language: str(row[language]) for language in LANGUAGES}
        return Plan(names, int(row["first_year"]), last, str(row["status"]), extended=last < year)

    def benchmark(self, year: int, product_class: str, output: str) -> Benchmark | None:
        """Return the benchmark of a class; that of the last year known for later years, None for earlier ones.

        Raises
        ------
        DataError
            CP-730 if the class has no benchmark for that output.
        """
        known = self._known_benchmarks
        if (product_class, output) not in known:
            classes = ", ".join(sorted({name for name, made in known if made == output}))
            raise DataError(Problem("CP-730", value=f"{product_class} ({output})", details={"known": classes}))
        reached = [row for row in known[product_class, output] if row[0] <= year]
        if not reached:
            return None
        last, value, basis = reached[-1]
        return Benchmark(value, basis == "generated", last == year)

    def rule(self, name: str, year: int) -> dict[str, float] | None:
        """Return the numbers of a rule in a year; None where it is not in force."""
        rows = self._known_rules.get(name, ())
        numbers = {
            parameter: value for parameter, value, first, last in rows if first <= year and (last == 0 or last >= year)
        }
        return numbers or None

    @cached_property
    def _known_benchmarks(self) -> Mapping[tuple[str, str], list[tuple[int, float, str]]]:
        """Year, benchmark and basis of each class and output, by year: asked hundreds of times a run."""
        found: dict[tuple[str, str], list[tuple[int, float, str]]] = defaultdict(list)
        columns = ("product_class", "output", "year", "benchmark", "basis")
        rows = zip(*(self.benchmarks[column].tolist() for column in columns), strict=True)
        for product_class, output, *row in sorted(rows, key=itemgetter(2)):
            found[product_class, output].append((int(row[0]), float(row[1]), str(row[2])))
        return dict(found)

    @cached_property
    def _known_rules(self) -> Mapping[str, list[tuple[str, float, int, int]]]:
        """Parameter, value, first and last year of the numbers of each rule."""
        found: dict[str, list[tuple[str, float, int, int]]] = defaultdict(list)
        columns = ("rule", "parameter", "value", "first_year", "last_year")
        for rule, *row in zip(*(self.rules[column].tolist() for column in columns), strict=True):
            found[rule].append((str(row[0]), float(row[1]), int(row[2]), int(row[3])))
        return dict(found)

    def unverified(self) -> pd.DataFrame:
        """Return every number that nobody read in a document, or only in a draft: subject, years, confidence, note."""
        rules = self.rules.assign(
            subject=self.rules["rule"] + "." + self.rules["parameter"], year=self.rules["first_year"]
        )
        benchmarks = self.benchmarks.assign(subject=self.benchmarks["product_class"] + "." + self.benchmarks["output"])
        both = pd.concat([benchmarks, rules])[["subject", "year", "confidence", "source", "note"]]
        doubtful = ~both["confidence"].isin(VERIFIED) | both["source"].str.contains("draft")
        return both.loc[doubtful].reset_index(drop=True)


def load_allowances() -> Allowances:
    """Return the rules shipped with the package.

    Raises
    ------
    DataError
        If a table does not fit its schema.
    """
    with as_file(files(__package__) / "data") as folder:
        return Allowances(
            read_table(folder / "allowance_benchmarks.csv", BENCHMARKS),
            read_table(folder / "allowance_rules.csv", RULES),
            read_table(folder / "allowance_plans.csv", PLANS),
        )
