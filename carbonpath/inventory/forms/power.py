"""Forms C.1 to C.6 of CETS-AG-01.01 (power generation facilities), numbered as since purchased power was dropped."""

from __future__ import annotations

import math

from carbonpath.core.sheets import Cell, Figure, Sheet
from carbonpath.core.units import conversion_factor
from carbonpath.inventory.forms.common import (
    UNIT_HEADERS,
    energy_form,
    facility_form,
    firm_form,
    unit_cells,
    unit_rows,
)
from carbonpath.inventory.forms.words import FormInput, intensity, mass, total
from carbonpath.inventory.methods import stationary_combustion


def power_forms(given: FormInput) -> tuple[Sheet, ...]:
    """Return the six forms of one power plant and year."""
    return (
        firm_form(given, "power_c1"),
        facility_form(given, "power_c2"),
        fuel_form(given),
        production_form(given),
        other_form(given),
        energy_form(given, "power_c6"),
    )


def fuel_form(given: FormInput) -> Sheet:
    """Return form C.3: fuel burnt by each unit, its factors and CO2."""
    details = unit_rows(given)
    details = details[details["method"] == stationary_combustion.NAME]
    rows = [unit_cells(given, {str(k): v for k, v in row.items()}) for row in details.to_dict("records")]
    emission: list[Cell] = [""] * len(UNIT_HEADERS)
    emission[0], emission[10] = given.word("enterprise_total"), total(math.fsum(details["tco2e"]))
    return given.sheet("power_c3", given.words(*UNIT_HEADERS), [*rows, tuple(emission)])


def production_form(given: FormInput) -> Sheet:
    """Return form C.4: power and heat of each unit with its CO2."""
    rows, details = given.rows, unit_rows(given)
    made = rows[(rows["activity"] == "output") & (rows["base"] == "GJ")]
    cells = [
        (
            given.facility(str(row["facility"])),
            given.item(str(row["item"])),
            Figure(float(row["value"]), 3 if row["unit"] == "MWh" else 2),
            str(row["unit"]),
            mass(math.fsum(details.loc[details["facility"] == row["facility"], "tco2e"])),
            str(row["source"]),
        )
        for row in made.sort_values(["facility", "item", "source"]).to_dict("records")
    ]
    headers = given.words("facility", "product", "quantity", "unit", "unit_co2", "cell")
    return given.sheet("power_c4", headers, cells, given.word("heat_share_note"))


def other_form(given: FormInput) -> Sheet:
    """Return form C.5: emissions of the plant and per MWh generated, heat not split off."""
    rows = given.rows
    power = rows[(rows["activity"] == "output") & (rows["item"] == "electricity")]
    generated = math.fsum(power["amount"]) * conversion_factor("GJ", "MWh")
    emission = math.fsum(given.report.loc[given.report["line"] == "combustion", "tco2e"])
    ratio = intensity(emission / generated) if generated else intensity(math.nan)
    told: list[tuple[Cell, ...]] = [
        (given.word("enterprise_total"), total(emission), "tCO2"),
        (given.word("power_generated"), Figure(generated, 3), "MWh"),
        (given.word("intensity"), ratio, "tCO2/MWh"),
    ]
    return given.sheet("power_c5", given.words("entry", "content", "unit"), told, given.word("heat_share_note"))
