"""Positions in carbon markets as tables on a terminal, with what a reader must know beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from carbonpath.cli.console import Console
from carbonpath.cli.numbers import shown_unit, shown_value
from carbonpath.cli.run_table import MILESTONES
from carbonpath.cli.tables import show_table
from carbonpath.core.labels import label
from carbonpath.core.units import conversion_factor
from carbonpath.workflow.ets import Position
from carbonpath.workflow.ets_tables import OWN, PATHS

PETAJOULE = 1e6
"""GJ in a PJ."""
WORDS = {"own_gas": "own_gas_out", "biomass": "biomass_out"}
"""Words for what becomes of a unit, where the column of the same name says something else."""
AMOUNTS = ("emissions", "allowances", "surplus")
"""Amounts of a position."""
SETTLED = (
    "emissions",
    "allowances",
    "pre_allocation",
    "opening",
    "used",
    "offset_limit",
    "must_buy",
    "sold",
    "closing",
)
"""Amounts of compliance."""
EXTENDED = "*"
"""Mark of a plan that is used beyond its last year."""
NOTHING = 0.005
"""Mt by which what a plan booked may differ from what the rules give before it is told."""


def show_positions(console: Console, position: Position, paths: Sequence[str] | None) -> None:
    """Print emissions, allowances, surplus, cost under the price paths (all, if None) and the plan behind them."""
    shown = paths or (*PATHS, *([OWN] if (position.costs["prices"] == OWN).any() else []))
    amount, money = shown_unit("Mt", console.language), console.word("ets.money_head")
    headers = [console.word(f"ets.{name}") for name in ("firm", "market", "year")]
    headers += [f"{console.word(f'ets.{name}')}\n{amount}" for name in AMOUNTS]
    costs = [console.word("ets.cost_of", path=console.word(f"ets.{path}")) for path in shown]
    headers += [f"{name}\n{money}" for name in (costs if len(shown) > 1 else [console.word("ets.cost")])]
    headers += [console.word("ets.method"), console.word("ets.plan")]
    known = {(row["firm"], row["market"], row["year"], row["prices"]): row["cost"] for row in _records(position.costs)}
    rows = [
        [
            row["firm"],
            label("item", row["market"], console.language),
            str(row["year"]),
            *(_amount(console, row[name]) for name in AMOUNTS),
            *(_money(console, known.get((row["firm"], row["market"], row["year"], path))) for path in shown),
            console.word(f"ets.by_{row['method']}"),
            row[f"plan_{console.language}"] + (EXTENDED if row["extended"] else ""),
        ]
        for row in _chosen(console, position, _records(position.table))
    ]
    rows += _totals(console, position, shown)
    show_table(console, headers, rows, title=_title(console, position, shown))


def show_compliance(console: Console, position: Position) -> None:
    """Print carry-over, pre-allocation, offsets and what must be bought."""
    amount = shown_unit("Mt", console.language)
    headers = [console.word(f"ets.{name}") for name in ("firm", "account", "year")]
    headers += [f"{console.word(f'ets.{name}')}\n{amount}" for name in SETTLED]
    rows = [
        [row["firm"], console.word(f"ets.{row['account']}"), str(row["year"])]
        + [
            "-" if name == "pre_allocation" and not row["pre_allocation_known"] else _amount(console, row[name])
            for name in SETTLED
        ]
        for row in _chosen(console, position, _records(position.compliance))
    ]
    show_table(console, headers, rows, title=console.word("ets.compliance"))
    console.say(console.word("ets.compliance_note"))


def show_notes(console: Console, position: Position) -> None:
    """Print what counts, what plan is extended, what the optimum booked instead, and what is not verified."""
    console.say(console.word("ets.boundary"))
    extended = position.table[position.table["extended"] == "yes"]
    if len(extended):
        lasts = extended.groupby("market")["last_year"].max()
        told = [f"{label('item', str(market), console.language)} {year}" for market, year in lasts.items()]
        console.say(console.word("ets.extended", markets=console.word("ets.between").join(told)))
    booked = position.booked
    if len(booked) and (booked["booked"] - booked["allowances"]).abs().max() > NOTHING:
        unit = shown_unit("Mt", console.language)
        sums = {name: shown_value(booked[name].sum(), "Mt", console.language) for name in ("booked", "allowances")}
        console.say(console.word("ets.booked_otherwise", unit=unit, **sums))
    elif len(booked):
        console.say(console.word("ets.booked_alike"))
    console.say(console.word("ets.unverified", count=len(position.unverified)))


def show_units(console: Console, position: Position) -> None:
    """Print the generating units of the surveyed years and whether they take part."""
    headers = [console.word(f"ets.{name}") for name in ("firm", "facility", "year")]
    headers += [
        f"{console.word('ets.heat')}\nPJ",
        *(f"{console.word(f'ets.{name}')}\n%" for name in ("own_gas", "biomass")),
    ]
    headers.append(console.word("ets.status"))
    rows = [
        [unit["firm"], unit["facility"], str(unit["year"]), f"{unit['energy'] / PETAJOULE:.2f}"]
        + [f"{100 * unit[name]:.1f}" for name in ("own_gas", "biomass")]
        + [console.word(f"ets.{WORDS.get(unit['status'], unit['status'])}")]
        for unit in _records(position.units)
    ]
    show_table(console, headers, rows, title=console.word("ets.units"))


def _totals(console: Console, position: Position, paths: Sequence[str]) -> list[list[str]]:
    """Return the sum of all firms by year; no cost where a market of the year has no price."""
    amounts = position.table.groupby("year")[list(AMOUNTS)].sum()
    costs = position.costs.groupby(["year", "prices"])["cost"].agg(["sum", "count"]).to_dict("index")
    counted = position.table.groupby("year").size().to_dict()
    rows = []
    for row in _chosen(console, position, _records(amounts.reset_index())):
        year = row["year"]
        paid = (costs.get((year, path), {"sum": 0.0, "count": 0}) for path in paths)
        money = [_money(console, each["sum"] if each["count"] == counted[year] else None) for each in paid]
        told = [_amount(console, row[name]) for name in AMOUNTS]
        rows.append([console.word("ets.all"), "", str(year), *told, *money, "", ""])
    return rows


def _title(console: Console, position: Position, paths: Sequence[str]) -> str:
    prices = console.word("ets.between").join(console.word(f"ets.{path}") for path in paths)
    if not position.run:
        return console.word("ets.surveyed", prices=prices)
    return console.word("ets.title", scenario=position.title[console.language], run=position.run, prices=prices)


def _chosen(console: Console, position: Position, rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    every = console.verbose > 0 or not position.run
    return [row for row in rows if every or str(row["year"]) in MILESTONES]


def _records(table: Any) -> list[dict[str, Any]]:
    return [{str(key): value for key, value in row.items()} for row in table.to_dict("records")]


def _amount(console: Console, value: float) -> str:
    return _unsigned(shown_value(value, "Mt", console.language))


def _money(console: Console, value: float | None) -> str:
    if value is None:
        return "-"
    unit = console.word("ets.money")
    return _unsigned(f"{value * conversion_factor('million CNY', unit):,.{1 if unit == 'million CNY' else 0}f}")


def _unsigned(text: str) -> str:
    """Return a number without the sign of a zero."""
    return text.lstrip("-") if not text.strip("-0.,") else text
