"""Totals of one year: firms, sectors, district, without double counting.

Territorial view: scope 1 is the sum at the place of release. Scope 2 of a firm is its own net purchase of power and
heat; scope 2 of the district is its net import only, ``max(0, bought - sold) x EF``, because what one firm sells
another is in scope 1 of the seller already. A net export is a memo and is not subtracted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import pandas as pd

from carbonpath.inventory.activity import Activity
from carbonpath.inventory.energy import coal_use, energy_use
from carbonpath.inventory.net_import import NetImport, net_imports
from carbonpath.inventory.shared_errors import pooled_gases
from carbonpath.inventory.totals import direct, indirect, memo, total, totals_by
from carbonpath.inventory.uncertainty import combined_uncertainty

BOUNDARY = "scope1+import"
"""Territorial scope 1 and net imported power and heat."""


@dataclass(frozen=True, slots=True)
class FirmTotal:
    """What one firm emitted."""

    firm: str
    """Firm."""
    sector: str
    """Sector in which it emits most."""
    scope1_tco2e: float
    """Released by the firm."""
    scope2_tco2e: float
    """Of its net purchase of power and heat."""
    uncertainty_pct: float
    """Half-width of the 95 % interval of scope 1."""


@dataclass(frozen=True, slots=True)
class SectorTotal:
    """What one sector emitted, by the sector of the facilities."""

    sector: str
    """Sector."""
    scope1_tco2e: float
    """Released by its facilities."""


@dataclass(frozen=True, slots=True)
class InventorySummary:
    """Totals of a district in one year."""

    year: int
    """Year."""
    boundary: str
    """What the total counts."""
    gwp_metric: str
    """GWP metric of all numbers in tCO2e."""
    total_tco2e: float
    """Scope 1 and scope 2 of the district."""
    scope1_tco2e: float
    """Released in the district."""
    scope2_tco2e: float
    """Of net imported power and heat."""
    uncertainty_pct: float
    """Half-width of the 95 % interval of the total."""
    firms: tuple[FirmTotal, ...]
    """Firms."""
    sectors: tuple[SectorTotal, ...]
    """Sectors."""
    gases_tco2e: Mapping[str, float]
    """Scope 1 by gas."""
    biogenic_tco2: float
    """CO2 of biomass, not in the total."""
    imports: tuple[NetImport, ...]
    """Net import of power and heat; negative: net export, a memo."""
    energy_tce: Mapping[str, float]
    """Energy use by firm."""
    coal_tce: Mapping[str, float]
    """Coal use by firm, with coking coal and purchased coke."""

    def as_json(self) -> dict[str, object]:
        """Return the keys that `inventory build --json` promises, without the problems."""
        promised = ("year", "boundary", "total_tco2e", "scope1_tco2e", "scope2_tco2e", "uncertainty_pct")
        firm = ("firm", "sector", "scope1_tco2e", "scope2_tco2e")
        return {name: getattr(self, name) for name in promised} | {
            "firms": [{name: asdict(one)[name] for name in firm} for one in self.firms]
        }


def summarise(emissions: pd.DataFrame, activity: Activity, year: int) -> InventorySummary:
    """Return the totals of `year`.

    Parameters
    ----------
    emissions
        Table EMISSIONS of `build_inventory`.
    activity
        The activity prepared by `prepare_activity` under the same rules.
    year
        Year; a year without data gives zeros.
    """
    table = emissions[emissions["year"] == year]
    amounts = activity.where((activity.rows["year"] == year).to_numpy())
    imports = net_imports(amounts)
    scope1 = total(direct(table)["co2_equivalent"])
    scope2 = total(one.tco2e for one in imports)
    energy = energy_use(amounts)
    by_sector = _mapping(totals_by(direct(table), ["sector"]), "sector", "co2_equivalent")
    return InventorySummary(
        year=year,
        boundary=BOUNDARY,
        gwp_metric=activity.specification.gwp_metric,
        total_tco2e=scope1 + scope2,
        scope1_tco2e=scope1,
        scope2_tco2e=scope2,
        uncertainty_pct=_district_uncertainty(direct(table), imports, pooled_gases(activity.factors)),
        firms=_firms(table, amounts),
        sectors=tuple(SectorTotal(*pair) for pair in by_sector.items()),
        gases_tco2e=_mapping(totals_by(direct(table), ["gas"]), "gas", "co2_equivalent"),
        biogenic_tco2=total(memo(table)["value"]),
        imports=imports,
        energy_tce=_mapping(totals_by(energy, ["firm"], "standard_coal"), "firm", "standard_coal"),
        coal_tce=_mapping(coal_use(energy), "firm", "standard_coal"),
    )


def _firms(table: pd.DataFrame, activity: Activity) -> tuple[FirmTotal, ...]:
    sectors = main_sectors(table, activity)
    scope1 = _mapping(totals_by(direct(table), ["firm"]), "firm", "co2_equivalent")
    scope2 = _mapping(totals_by(indirect(table), ["firm"]), "firm", "co2_equivalent")
    rows = dict(list(direct(table).groupby("firm")))
    pooled = pooled_gases(activity.factors)
    return tuple(
        FirmTotal(
            firm,
            sector,
            scope1.get(firm, 0.0),
            scope2.get(firm, 0.0),
            combined_uncertainty(rows[firm], pooled) if firm in rows else 0.0,
        )
        for firm, sector in sectors.items()
    )


def main_sectors(table: pd.DataFrame, activity: Activity) -> dict[str, str]:
    """Return for each firm the sector of its firm-level rows, else the sector in which it emits most."""
    rows = activity.rows[["firm", "facility", "sector"]].astype("str")
    whole = rows[(rows["facility"] == "") & (rows["sector"] != "")].drop_duplicates("firm")
    emitted = totals_by(direct(table), ["firm", "sector"]).sort_values(
        ["firm", "co2_equivalent", "sector"], ascending=[True, False, True]
    )
    found = dict(zip(rows["firm"], rows["sector"], strict=True))
    found |= dict(emitted.drop_duplicates("firm")[["firm", "sector"]].itertuples(index=False))
    found |= dict(whole[["firm", "sector"]].itertuples(index=False))
    return {firm: found[firm] for firm in sorted(found)}


def _district_uncertainty(emissions: pd.DataFrame, imports: tuple[NetImport, ...], pooled: frozenset[str]) -> float:
    """Return the uncertainty of scope 1 and import together, which are independent."""
    scope1 = total(emissions["co2_equivalent"])
    squares = [(combined_uncertainty(emissions, pooled) * scope1) ** 2]
    squares += [(one.uncertainty_pct * one.tco2e) ** 2 for one in imports]
    amount = scope1 + total(one.tco2e for one in imports)
    return total(squares) ** 0.5 / abs(amount) if amount else 0.0


def _mapping(table: pd.DataFrame, key: str, value: str) -> dict[str, float]:
    return {str(name): float(number) for name, number in zip(table[key], table[value], strict=True)}
