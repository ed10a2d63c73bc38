"""Accounting guidelines by version: which factors they use and what a firm's report counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from carbonpath.core.errors import DataError
from carbonpath.core.messages import Language
from carbonpath.core.problems import Problem
from carbonpath.reference.factors import Factors

GENERAL_TABLE = "general"
"""Table of factors that serves where a guideline says nothing."""

Oxidation = Literal["table", "complete"]
PurchasedEnergy = Literal["net", "purchased", "none"]


@dataclass(frozen=True, slots=True)
class Guideline:
    """One version of one guideline."""

    id: str
    """Id, with its version, e.g. CETS-AG-03.01-V01-2024."""
    version: str
    """Version as printed."""
    zh: str
    """Chinese name."""
    en: str
    """English name."""
    sector: str
    """Sector for which it is written."""
    factor_table: str
    """Table of default factors that it asks before `general`; blank if it has none of its own."""
    oxidation: Oxidation
    """``table``: oxidation factors of the table; ``complete``: all carbon counts as CO2."""
    purchased_energy: PurchasedEnergy
    """How the firm's report counts purchased power and heat."""
    vehicles: bool
    """Whether the firm's report counts vehicles."""
    clinker_by_analysis: bool
    """Whether clinker is counted by its CaO and MgO, with kiln dust and the carbon of raw meal."""
    desulphurisation: bool
    """Whether the firm's report counts CO2 of desulphurisation."""
    recovered_co2: bool
    """Whether the firm's report deducts CO2 recovered and handed over."""
    equipment_table: str
    """Table of oxidation by equipment; blank: oxidation by fuel alone."""
    gases: tuple[str, ...]
    """Gases of the firm's report."""
    confidence: str
    """Confidence of these rules."""

    @property
    def tables(self) -> tuple[str, ...]:
        """Factor tables in the order in which they are asked."""
        return (self.factor_table, GENERAL_TABLE) if self.factor_table else (GENERAL_TABLE,)

    def label(self, language: Language) -> str:
        """Return the name in `language`."""
        return self.zh if language == "zh" else self.en


def guidelines_by_id(factors: Factors) -> dict[str, Guideline]:
    """Return all guidelines by id."""
    return {
        str(row["guideline"]): Guideline(
            id=str(row["guideline"]),
            version=str(row["version"]),
            zh=str(row["zh"]),
            en=str(row["en"]),
            sector=str(row["sector"]),
            factor_table=str(row["factor_table"]),
            oxidation="complete" if row["oxidation"] == "complete" else "table",
            purchased_energy=_purchased(str(row["purchased_energy"])),
            vehicles=bool(row["vehicles"]),
            clinker_by_analysis=row["clinker"] == "analysis",
            desulphurisation=bool(row["desulphurisation"]),
            recovered_co2=bool(row["recovered_co2"]),
            equipment_table=str(row["equipment_table"]),
            gases=tuple(str(row["gases"]).split()),
            confidence=str(row["confidence"]),
        )
        for row in factors.guidelines.to_dict("records")
    }


def guideline(factors: Factors, name: str) -> Guideline:
    """Return a guideline by id.

    Raises
    ------
    DataError
        CP-311 if it is unknown.
    """
    known = guidelines_by_id(factors)
    if name not in known:
        raise DataError(Problem("CP-311", value=name, details={"known": ", ".join(known)}))
    return known[name]


def _purchased(rule: str) -> PurchasedEnergy:
    for known in ("net", "purchased"):
        if rule == known:
            return known
    return "none"
