"""Words and numbers of the forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from carbonpath.core.labels import label
from carbonpath.core.messages import Language, text
from carbonpath.core.sheets import Cell, Figure, Sheet
from carbonpath.inventory.activity import Activity

UNITS = {"1e4_nm3": "万Nm3"}
"""Units as the forms write them."""


@dataclass(frozen=True, slots=True)
class FirmFacts:
    """Who reports, as far as the bureau and the workbook say."""

    firm: str
    """Code."""
    name: str
    """Name."""
    credit_code: str = ""
    """Unified social credit code; blank if not given."""
    illustrative: bool = False
    """Whether the firm does not exist."""
    facilities: dict[str, str] = field(default_factory=dict)
    """Names of its facilities by code."""
    capacities: tuple[tuple[str, str, float, str], ...] = ()
    """Facility, product, capacity and unit of what the register lists."""


@dataclass(frozen=True, slots=True)
class FormInput:
    """What the forms of one firm and year are made of."""

    facts: FirmFacts
    """The firm."""
    year: int
    """Year."""
    language: Language
    """Language of the forms; the official ones are Chinese."""
    activity: Activity
    """The prepared activity of all firms."""
    emissions: pd.DataFrame
    """Table EMISSIONS of the firm and year."""
    report: pd.DataFrame
    """`report_details` of the firm and year."""
    months: dict[str, list[float]]
    """Amounts by month of each cell, where they were given."""

    @property
    def guideline(self) -> str:
        """Guideline under which the firm reports."""
        return self.activity.specification.guideline_of(self.facts.firm)

    @property
    def rows(self) -> pd.DataFrame:
        """ACTIVITY rows of the firm and year, texts as plain text."""
        rows = self.activity.rows
        own = rows[(rows["firm"] == self.facts.firm) & (rows["year"] == self.year)]
        texts = ("firm", "facility", "category", "activity", "item", "counterparty", "unit", "base", "source")
        return own.astype(dict.fromkeys(texts, "str"))

    def word(self, key: str, **values: object) -> str:
        """Return a text of the forms."""
        return text(f"inventory.form.{key}", self.language, **values)

    def words(self, *keys: str) -> tuple[str, ...]:
        """Return several texts of the forms."""
        return tuple(self.word(key) for key in keys)

    def item(self, name: str) -> str:
        """Return the name of a fuel or material."""
        factors = self.activity.factors
        for table, key in ((factors.fuels, "fuel"), (factors.materials, "material")):
            found = table.loc[table[key] == name, self.language]
            if not found.empty:
                return str(found.iloc[0])
        return label("item", name, self.language)

    def facility(self, code: str) -> str:
        """Return the name of a facility, or what stands for the whole firm."""
        return self.facts.facilities.get(code, code) or self.word("whole_firm")

    def line(self, name: str) -> str:
        """Return the name of a line of the report."""
        return text(f"inventory.line.{name}", self.language)

    def how(self, tier: float) -> str:
        """Return how a factor was obtained."""
        return self.word({3: "measured", 2: "guideline_default"}.get(int(tier), "default"))

    def sheet(self, name: str, headers: Sequence[str], rows: Sequence[Sequence[Cell]], *notes: str) -> Sheet:
        """Return a form with its official number and title, and the notes that every form carries."""
        common = [self.word("note"), *([self.word("illustrative")] if self.facts.illustrative else [])]
        title = f"{self.word(f'title.{name}')}  {self.facts.name}  {self.year}"
        sheet_name = self.word(f"sheet.{name}")
        return Sheet(sheet_name, title, tuple(headers), tuple(tuple(row) for row in rows), (*notes, *common))


def unit(base: str) -> str:
    """Return a unit as the forms write it."""
    return UNITS.get(base, base)


def amount(value: float) -> Figure:
    """Return an amount of t, 万Nm3 or GJ."""
    return Figure(value, 2)


def heating_value(value: float) -> Figure:
    """Return a net calorific value."""
    return Figure(value, 3)


def content(value: float) -> Figure:
    """Return a carbon content."""
    return Figure(value, 5)


def factor(value: float) -> Figure:
    """Return an emission factor."""
    return Figure(value, 3)


def mass(value: float) -> Figure:
    """Return a mass of CO2."""
    return Figure(value, 2)


def total(value: float) -> Figure:
    """Return the total of a firm: whole tonnes."""
    return Figure(value, 0)


def intensity(value: float) -> Figure:
    """Return an emission per unit of product."""
    return Figure(value, 4)
