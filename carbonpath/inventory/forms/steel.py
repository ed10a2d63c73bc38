"""Forms C.1 to C.6 of CETS-AG-03.01-V01-2024 (iron and steel), Appendix C."""

from __future__ import annotations

import math

import pandas as pd

from carbonpath.core.sheets import Cell, Sheet
from carbonpath.inventory.choice import GUIDELINE_TIER, MEASURED_TIER
from carbonpath.inventory.forms.common import (
    UNIT_HEADERS,
    energy_form,
    facility_form,
    firm_form,
    unit_cells,
    unit_rows,
)
from carbonpath.inventory.forms.details import MONTHS, origin_of
from carbonpath.inventory.forms.words import (
    FormInput,
    amount,
    content,
    factor,
    heating_value,
    intensity,
    mass,
    total,
    unit,
)
from carbonpath.inventory.report import STEEL_LINES

STEEL = "crude_steel"
POWER = "1A1a"
"""Category of own power units, which are told apart from the processes."""


def steel_forms(given: FormInput) -> tuple[Sheet, ...]:
    """Return the six forms of one steelworks and year."""
    return (
        firm_form(given, "steel_c1"),
        facility_form(given, "steel_c2"),
        enterprise_form(given),
        process_form(given),
        summary_form(given),
        energy_form(given, "steel_c6"),
    )


def enterprise_form(given: FormInput) -> Sheet:
    """Return form C.3: the terms of the enterprise equation by month and year, and the emission per tonne of steel."""
    rows: list[tuple[Cell, ...]] = []
    for line, item, part in _ordered(given.report):
        rows += _term_rows(given, f"{given.line(line)}: {given.item(item)}", line, part)
    emission, steel = _emission(given), _crude_steel(given)
    blank: tuple[Cell, ...] = ("",) * len(MONTHS)
    rows.append((given.word("enterprise_total"), given.word("co2"), "tCO2", *blank, total(emission), "", "", ""))
    rows.append((given.item(STEEL), given.word("output"), "t", *blank, amount(steel), "", "", ""))
    per_tonne = intensity(emission / steel) if steel else intensity(math.nan)
    rows.append((given.word("intensity"), "", "tCO2/t", *blank, per_tonne, "", "", ""))
    months = tuple(given.word("month", month=month) for month in MONTHS)
    headers = (
        *given.words("entry", "parameter", "unit"),
        *months,
        *given.words("whole_year", "how", "cell", "factor_source"),
    )
    return given.sheet("steel_c3", headers, rows, given.word("month_note"))


def process_form(given: FormInput) -> Sheet:
    """Return form C.4: what enters and leaves each process unit, and its emission per unit of output."""
    rows: list[tuple[Cell, ...]] = []
    details = unit_rows(given)
    width = len(UNIT_HEADERS)
    for facility, part in details.groupby("facility", sort=True):
        rows += [unit_cells(given, {str(k): v for k, v in row.items()}) for row in part.to_dict("records")]
        emission = math.fsum(part["tco2e"])
        product, output, measured = _output(given, str(facility))
        ratio = intensity(emission / output) if output else intensity(math.nan)
        name, made, blank = given.facility(str(facility)), given.item(product), [""] * (width - 5)
        sums: list[Cell] = [name, given.word("unit_total"), made, amount(output), measured, *blank]
        sums[UNIT_HEADERS.index("co2")] = mass(emission)
        rows.append(tuple(sums))
        if output:
            rows.append((name, given.word("per_output"), made, ratio, f"tCO2/{measured}", *blank))
    return given.sheet("steel_c4", given.words(*UNIT_HEADERS), rows, given.word("process_note"))


def summary_form(given: FormInput) -> Sheet:
    """Return form C.5: the enterprise, its processes, its own power units, and the rest."""
    details = unit_rows(given)
    power = math.fsum(details.loc[details["category"].str.startswith(POWER), "tco2e"])
    processes = math.fsum(details["tco2e"]) - power
    emission = _emission(given)
    known = {
        "enterprise_total": emission,
        "sum_of_processes": processes,
        "sum_of_power_units": power,
        "other_emissions": emission - processes - power,
    }
    rows = [(given.word(key), total(value)) for key, value in known.items()]
    return given.sheet("steel_c5", given.words("entry", "tco2"), rows, given.word("other_note"))


def _ordered(report: pd.DataFrame) -> list[tuple[str, str, pd.DataFrame]]:
    """Return line, item and rows of each fuel and material, in the order of the equation."""
    groups = [(str(line), str(item), part) for (line, item), part in report.groupby(["line", "item"], sort=True)]
    return sorted(groups, key=lambda group: (STEEL_LINES.index(group[0]), group[1]))


def _term_rows(given: FormInput, name: str, line: str, part: pd.DataFrame) -> list[tuple[Cell, ...]]:
    """Return quantity, factors and emission of one fuel or material."""
    quantity, emission = math.fsum(part["amount"].fillna(0.0)), math.fsum(part["tco2e"])
    first = part.iloc[0]
    blank: tuple[Cell, ...] = ("",) * len(MONTHS)
    cells = ";".join(sorted(set(part["source"])))
    base = unit(str(first["base"]))
    months = tuple(amount(value) for value in _months(given, part))
    rows: list[tuple[Cell, ...]] = [
        (
            name,
            given.word("net_quantity" if line == "fuel" else "quantity"),
            base,
            *months,
            amount(quantity),
            "",
            cells,
            "",
        )
    ]
    known = {
        "ncv": (heating_value(float(first["ncv"])), f"GJ/{base}"),
        "cc": (content(float(first["cc"])), "tC/GJ"),
        "carbon": (content(float(first["carbon"])), f"tC/{base}"),
        "ef": (factor(float(first["ef"])), f"tCO2/{base}"),
    }
    for key, (figure, measured) in known.items():
        if math.isfinite(figure.value):
            origin = origin_of(key, str(first["factor_source"]))
            how = given.how(MEASURED_TIER if "(measured:" in origin else min(first["tier"], GUIDELINE_TIER))
            rows.append((name, given.word(key), measured, *blank, figure, how, "", origin))
    rows.append((name, given.word("co2"), "tCO2", *blank, mass(emission), "", "", ""))
    return rows


def _months(given: FormInput, part: pd.DataFrame) -> list[float]:
    """Return the net amounts of each month; NaN where a cell was not given by month."""
    unknown = [math.nan] * len(MONTHS)
    signed = [
        [(-1.0 if value < 0 else 1.0) * month for month in given.months.get(str(cell), unknown)]
        for cell, value in zip(part["source"], part["amount"], strict=True)
    ]
    return [math.fsum(column) if all(map(math.isfinite, column)) else math.nan for column in zip(*signed, strict=True)]


def _emission(given: FormInput) -> float:
    return math.fsum(given.report["tco2e"])


def _crude_steel(given: FormInput) -> float:
    rows = given.rows
    made = rows[(rows["activity"] == "output") & (rows["item"] == STEEL)]
    return math.fsum(made["amount"])


def _output(given: FormInput, facility: str) -> tuple[str, float, str]:
    """Return the main product of a facility: its largest output by mass, else the energy that it sends out."""
    rows = given.rows
    made = rows[(rows["facility"] == facility) & (rows["activity"] == "output")]
    for base in ("t", "GJ"):
        own = made[made["base"] == base].sort_values(["amount", "item"], ascending=[False, True])
        if not own.empty:
            return str(own["item"].iloc[0]), float(own["amount"].iloc[0]), base
    return "", 0.0, ""
