"""Forms that several guidelines share: the firm, its facilities, and the units that burn fuel."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.sheets import Cell, Figure, Sheet
from carbonpath.inventory.forms.details import emission_details
from carbonpath.inventory.forms.words import FormInput, amount, content, factor, heating_value, mass, unit
from carbonpath.inventory.methods import mobile_combustion

CAPACITY = 4
"""Decimals of a capacity."""


def firm_form(given: FormInput, name: str) -> Sheet:
    """Return the form on the firm itself; what no survey asks stays blank."""
    facts = given.facts
    known = {
        "firm_name": facts.name,
        "firm_code": facts.firm,
        "credit_code": facts.credit_code,
        "year": str(given.year),
        "guideline": given.guideline,
        "legal_person": "",
        "address": "",
        "contact": "",
        "power_market": "",
    }
    rows = [(given.word(key), value) for key, value in known.items()]
    return given.sheet(name, given.words("entry", "content"), rows, given.word("not_surveyed"))


def facility_form(given: FormInput, name: str) -> Sheet:
    """Return the list of facilities with the capacities of the register."""
    codes = sorted({*given.rows["facility"], *given.facts.facilities} - {""})
    by_code: dict[str, list[tuple[str, float, str]]] = {}
    for code, item, capacity, measured in given.facts.capacities:
        by_code.setdefault(code, []).append((item, capacity, measured))
    rows: list[tuple[Cell, ...]] = []
    for code in [*codes, *sorted(set(by_code) - set(codes))]:
        for item, capacity, measured in by_code.get(code, [("", float("nan"), "")]):
            rows.append((given.facility(code), code, given.item(item), Figure(capacity, CAPACITY), measured))
    headers = given.words("facility", "code", "product", "capacity", "unit")
    return given.sheet(name, headers, rows, given.word("not_surveyed"))


def unit_rows(given: FormInput) -> pd.DataFrame:
    """Return CO2 of scope 1 by facility with the numbers behind it; vehicles are no unit."""
    own = given.emissions
    chosen = own[(own["scope"] == 1) & (own["gas"] == "CO2") & (own["method"] != mobile_combustion.NAME)]
    details = emission_details(chosen, given.activity)
    return details[details["did"] != ""].sort_values(["facility", "did", "item", "source"], ignore_index=True)


UNIT_HEADERS = (
    *("facility", "side", "item_", "quantity", "unit", "ncv", "cc", "carbon", "oxidation", "ef"),
    *("co2", "how", "factor_source", "cell"),
)
"""Headers of `unit_cells`."""


def unit_cells(given: FormInput, row: dict[str, object]) -> tuple[Cell, ...]:
    """Return the cells of one row of details."""
    number = {name: float(str(row[name])) for name in ("amount", "ncv", "cc", "carbon", "oxidation", "ef", "tco2e")}
    return (
        given.facility(str(row["facility"])),
        given.word(f"did.{row['did']}"),
        given.item(str(row["item"])),
        amount(number["amount"]),
        unit(str(row["base"])),
        heating_value(number["ncv"]),
        content(number["cc"]),
        content(number["carbon"]),
        content(number["oxidation"]),
        factor(number["ef"]),
        mass(number["tco2e"]),
        given.how(float(str(row["tier"]))),
        str(row["factor_source"]),
        str(row["source"]),
    )


def energy_form(given: FormInput, name: str) -> Sheet:
    """Return power and heat used and made by each facility, and bought and sold by the firm."""
    rows = given.rows
    energy = rows[rows["item"].isin(("electricity", "heat_steam", "heat_hot_water")) & (rows["base"] == "GJ")]
    cells = [
        (
            given.facility(str(row["facility"])),
            given.item(str(row["item"])),
            given.word(f"did.{row['activity']}"),
            Figure(float(row["value"]), 3 if row["unit"] == "MWh" else 2),
            str(row["unit"]),
            str(row["source"]),
        )
        for row in energy.sort_values(["facility", "item", "activity", "source"]).to_dict("records")
    ]
    headers = given.words("facility", "energy", "side", "quantity", "unit", "cell")
    return given.sheet(name, headers, cells, given.word("auxiliary_note"))
