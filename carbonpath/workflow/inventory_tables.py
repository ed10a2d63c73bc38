"""Tables T1 to T4 of a report on the inventory, as one workbook."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pandas as pd

from carbonpath.core.labels import label
from carbonpath.core.messages import Language, text
from carbonpath.core.sheets import Cell, Figure, Sheet
from carbonpath.core.units import conversion_factor
from carbonpath.exports.book import write_book
from carbonpath.inventory.energy import energy_use
from carbonpath.inventory.forms.details import SYMBOLS, emission_details
from carbonpath.inventory.intervals import uncertainty_table
from carbonpath.inventory.net_import import net_imports
from carbonpath.inventory.totals import direct
from carbonpath.workflow.firms import firm_labels
from carbonpath.workflow.inventory import ProjectInventory
from carbonpath.workflow.project import Project

DRAWS = 10_000
"""Draws of the intervals."""
FACTOR_DECIMALS = 5
"""Decimals of factors."""


def write_tables(
    project: Project, inventory: ProjectInventory, year: int, path: Path, language: Language, seed: int = 0
) -> None:
    """Write T1 energy by fuel and firm, T2 emission factors, T3 emissions by sector and year, T4 uncertainty.

    Parameters
    ----------
    project, inventory
        The project and its inventory.
    year
        Year of T1, T2 and T4; T3 has all years.
    path
        The workbook.
    language
        Its language.
    seed
        Seed of the intervals.

    Raises
    ------
    UsageError
        CP-131 for a year that was not surveyed.
    StorageError
        CP-901 if the disk refuses.
    """
    inventory.require_year(year)
    notes = [_word("boundary", language, boundary=label("boundary", project.file.boundary, language))]
    notes += [_word("illustrative", language)] if project.file.illustrative else []
    base_year = project.file.base_year
    intervals = uncertainty_table(
        inventory.emissions, inventory.prepared, (base_year, year), np.random.default_rng(seed), DRAWS
    )
    names = dict(firm_labels(inventory.firms, language))
    sheets = (
        _energy(inventory, year, language, names, notes),
        _factors(inventory, year, language, notes),
        _emissions(inventory, language, notes),
        _uncertainty(intervals, language, names, notes),
    )
    write_book(sheets, path, text("inventory.table.title", language))


def _energy(
    inventory: ProjectInventory, year: int, language: Language, names: dict[str, str], notes: list[str]
) -> Sheet:
    """Return T1: energy use by firm and kind, with heat and standard coal."""
    used = energy_use(inventory.prepared)
    own = used[used["year"] == year].groupby(["firm", "item"], sort=True)[["energy", "standard_coal"]].agg(math.fsum)
    rows: list[tuple[Cell, ...]] = [
        (names.get(firm, firm), _item(inventory, item, language), Figure(energy, 0), Figure(coal * 1e-4, 3))
        for (firm, item), (energy, coal) in zip(own.index, own.to_numpy().tolist(), strict=True)
    ]
    sums = [math.fsum(own[name]) for name in ("energy", "standard_coal")]
    rows.append((_word("district", language), "", Figure(sums[0], 0), Figure(sums[1] * 1e-4, 3)))
    headers = _words(("firm", "item", "energy", "standard_coal"), language)
    return _sheet("t1", language, headers, rows, [*notes, _word("net_energy", language)], year)


def _factors(inventory: ProjectInventory, year: int, language: Language, notes: list[str]) -> Sheet:
    """Return T2: factors in use, each once, with origin, confidence and how many sources use it."""
    own = inventory.emissions[inventory.emissions["year"] == year]
    details = emission_details(own, inventory.prepared)
    keys = ["item", "gas", "factor_source", "tier", "base", *SYMBOLS]
    used = details[details["tco2e"] != 0].groupby(keys, sort=True, dropna=False)["tco2e"]
    counted = used.agg(["size", math.fsum]).reset_index()
    rows: list[tuple[Cell, ...]] = [
        (
            _item(inventory, entry["item"], language),
            entry["gas"],
            *(Figure(float(entry[name]), FACTOR_DECIMALS) for name in SYMBOLS),
            entry["base"],
            int(entry["tier"]),
            int(entry["size"]),
            Figure(float(entry["fsum"]) * 1e-4, 2),
            entry["factor_source"],
        )
        for entry in counted.to_dict("records")
    ]
    names = ("item", "gas", *SYMBOLS, "per", "tier", "used", "emission", "origin")
    return _sheet("t2", language, _words(names, language), rows, [*notes, _word("confidence", language)], year)


def _emissions(inventory: ProjectInventory, language: Language, notes: list[str]) -> Sheet:
    """Return T3: scope 1 by sector and year, net import, total and biogenic memo."""
    years = inventory.years
    scope1 = direct(inventory.emissions)
    table = scope1.pivot_table(index="sector", columns="year", values="co2_equivalent", aggfunc=math.fsum)
    rows: list[tuple[Cell, ...]] = [
        (label("sector", str(sector), language), *(_wan(float(table.loc[sector].get(year, 0.0))) for year in years))
        for sector in table.index
    ]
    imports = net_imports(inventory.prepared)
    summaries = {year: inventory.summary(year) for year in years}
    more = {
        "scope1": {year: summaries[year].scope1_tco2e for year in years},
        "electricity": {one.year: one.tco2e for one in imports if one.energy == "electricity"},
        "heat": {one.year: one.tco2e for one in imports if one.energy == "heat"},
        "total": {year: summaries[year].total_tco2e for year in years},
        "biogenic": {year: summaries[year].biogenic_tco2 for year in years},
    }
    rows += [
        (_word(name, language), *(_wan(by_year.get(year, 0.0)) for year in years)) for name, by_year in more.items()
    ]
    headers = (_word("sector", language), *(f"{year}\n{_word('emission', language)}" for year in years))
    return _sheet("t3", language, headers, rows, notes)


def _uncertainty(intervals: pd.DataFrame, language: Language, names: dict[str, str], notes: list[str]) -> Sheet:
    """Return T4: 95 % intervals of totals and trend."""
    percent = ("approach_1_pct", "lower_pct", "upper_pct", "change_pct", "change_lower_pct", "change_upper_pct")
    rows = [
        (
            _word("district", language)
            if entry["level"] == "district"
            else label("sector", entry["name"], language)
            if entry["level"] == "sector"
            else names.get(entry["name"], entry["name"]),
            _wan(float(entry["tco2e"])),
            *(Figure(float(entry[name]), 1) for name in percent),
        )
        for entry in intervals.to_dict("records")
    ]
    headers = _words(("name", "emission", *percent), language)
    return _sheet("t4", language, headers, rows, notes, int(intervals["year"].iloc[0]))


def _sheet(
    name: str,
    language: Language,
    headers: tuple[str, ...],
    rows: list[tuple[Cell, ...]],
    notes: list[str],
    year: int = 0,
) -> Sheet:
    title = _word(f"{name}_title", language)
    return Sheet(_word(name, language), f"{title}  {year or ''}".rstrip(), headers, tuple(rows), tuple(notes))


def _item(inventory: ProjectInventory, name: str, language: Language) -> str:
    factors = inventory.factors
    for table, key in ((factors.fuels, "fuel"), (factors.materials, "material")):
        found = table.loc[table[key] == name, language]
        if not found.empty:
            return str(found.iloc[0])
    return label("item", name, language)


def _wan(tonnes: float) -> Figure:
    return Figure(tonnes * conversion_factor("t", "万t"), 2)


def _word(key: str, language: Language, **values: object) -> str:
    return text(f"inventory.table.{key}", language, **values)


def _words(keys: tuple[str, ...], language: Language) -> tuple[str, ...]:
    return tuple(_word(key, language) for key in keys)
