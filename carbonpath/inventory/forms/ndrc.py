"""Annex tables 1 to 3 of the NDRC accounting guides: emissions, activity data, factors."""

from __future__ import annotations

import math

import pandas as pd

from carbonpath.core.sheets import Cell, Sheet
from carbonpath.inventory.forms.words import FormInput, amount, content, factor, heating_value, mass, total, unit
from carbonpath.inventory.report import OTHER_LINES


def ndrc_forms(given: FormInput) -> tuple[Sheet, ...]:
    """Return the three tables of one firm and year."""
    return (emission_table(given), activity_table(given), factor_table(given))


def emission_table(given: FormInput) -> Sheet:
    """Return table 1: emissions by source, and their sum."""
    by_line = given.report.groupby("line")["tco2e"].agg(math.fsum)
    rows: list[tuple[Cell, ...]] = [(given.line(line), mass(float(by_line.get(line, 0.0)))) for line in OTHER_LINES]
    rows.append((given.word("enterprise_total"), total(math.fsum(given.report["tco2e"]))))
    return given.sheet("ndrc_1", given.words("entry", "tco2e"), rows)


def activity_table(given: FormInput) -> Sheet:
    """Return table 2: amounts and heating values by source."""
    rows = [
        (
            *_named(given, row),
            amount(float(row["amount"])),
            unit(str(row["base"])),
            heating_value(float(row["ncv"])),
            str(row["source"]),
        )
        for row in _counted(given.report).to_dict("records")
    ]
    headers = given.words("entry", "facility", "item_", "side", "quantity", "unit", "ncv", "cell")
    return given.sheet("ndrc_2", headers, rows)


def factor_table(given: FormInput) -> Sheet:
    """Return table 3: carbon contents, oxidation and emission factors with their origin and confidence."""
    rows = [
        (
            *_named(given, row),
            content(float(row["cc"])),
            content(float(row["carbon"])),
            content(float(row["oxidation"])),
            factor(float(row["ef"])),
            given.how(float(row["tier"])),
            str(row["factor_source"]),
        )
        for row in _counted(given.report).to_dict("records")
    ]
    headers = given.words(
        "entry", "facility", "item_", "side", "cc", "carbon", "oxidation", "ef", "how", "factor_source"
    )
    return given.sheet("ndrc_3", headers, rows)


def _counted(report: pd.DataFrame) -> pd.DataFrame:
    order = {line: place for place, line in enumerate(OTHER_LINES)}
    ranked = report.assign(rank=report["line"].map(order))
    return ranked.sort_values(["rank", "facility", "item", "gas", "source"], ignore_index=True)


def _named(given: FormInput, row: dict[object, object] | dict[str, object]) -> tuple[str, str, str, str]:
    told = {str(key): str(value) for key, value in row.items()}
    did = given.word(f"did.{told['did']}") if told["did"] else ""
    return given.line(told["line"]), given.facility(told["facility"]), given.item(told["item"]), did
