"""Putting a district together: technologies, markets, exchanges, demands and limits become a System."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from carbonpath.core.horizon import interpolate
from carbonpath.core.schemas import Schema
from carbonpath.core.tables import as_table
from carbonpath.core.units import conversion_factor
from carbonpath.system.calibrate import Calibration
from carbonpath.system.carbon import CarbonTable
from carbonpath.system.district import District
from carbonpath.system.emission_ratio import emission_ratios
from carbonpath.system.limits import build_groups, build_limits
from carbonpath.system.market import build_market, price_path
from carbonpath.system.system import COMMODITIES, TECHNOLOGIES, System, as_parameter

ANNUAL = {"annual": 1.0}
"""The one timeslice of an annual model."""
MODE = "1"
"""The one mode of operation of a district's technologies."""
SCOPE_1 = "co2"
"""Emission: CO2 at the place of release within the district."""
SCOPE_2 = "co2_import"
"""Emission: CO2 of the power bought from beyond the district."""


@dataclass(frozen=True, slots=True)
class SystemSpecification:
    """Choices that turn a district into a model."""

    region: str
    """Name of the one region."""
    first_year: int
    """First model year, the base year of calibration and discounting."""
    last_year: int
    """Last model year."""
    discount_rate: float
    """Real social discount rate."""
    demand_variant: str = "plan"
    """Variant of demand.csv: plan, low, base or high."""
    price_variant: str = "base"
    """Variant of prices.csv after history: low, base or high."""
    emission_price_item: str = "carbon_national_CEA"
    """Item of prices.csv that is the price of CO2."""

    @property
    def years(self) -> tuple[int, ...]:
        """Model years."""
        return tuple(range(self.first_year, self.last_year + 1))


def assemble_system(
    district: District, carbon: CarbonTable, calibration: Calibration, specification: SystemSpecification
) -> System:
    """Return the System of a district.

    Parameters
    ----------
    district
        Technologies, commodities and flows, calibrated.
    carbon
        Carbon by firm and commodity, the inventory's own.
    calibration
        Activity and residual emissions of the base year.
    specification
        Horizon, discounting and variants.
    """
    years = specification.years
    market = build_market(district, specification.price_variant, years)
    technologies = _technologies(district, market, calibration)
    coal = _coal_weights(district, market)
    groups = build_groups(district.tables, technologies, coal)
    flows = _all_flows(district, market)
    build = _Builder(specification)
    limits = build_limits(district.tables, technologies, groups, specification.region, years)
    parameters = {
        **limits,
        **build.flow_ratios(flows),
        **build.capacities(district, calibration),
        "variable_cost": build.variable_costs(district, market),
        "emission_activity_ratio": build.emissions(district, carbon, calibration),
        "free_allocation": build.allocation(district),
        "emission_price": build.emission_price(district),
        "demand": build.demand(district, calibration),
        "discount_rate": as_parameter(
            "discount_rate",
            pd.DataFrame([{"region": specification.region, "value": specification.discount_rate, "source": "project"}]),
        ),
    }
    return build.with_base_year(
        System(
            name=district.name,
            regions=(specification.region,),
            years=years,
            timeslices=ANNUAL,
            modes=(MODE,),
            emissions=(SCOPE_1, SCOPE_2),
            technologies=technologies,
            commodities=_labelled(district.commodities.reset_index(), COMMODITIES, fuel="carbon"),
            groups=groups,
            parameters=parameters,
        ),
        calibration,
    )


def _labelled(table: pd.DataFrame, schema: Schema, **renamed: str) -> pd.DataFrame:
    return as_table(table.rename(columns={old: new for new, old in renamed.items()}), schema)


def _technologies(district: District, market: pd.DataFrame, calibration: Calibration) -> pd.DataFrame:
    units = district.commodities["unit"].groupby(district.commodities["base"]).first()
    own = district.technologies.reset_index()
    own["activity_unit"] = own["main_output"].map(units)
    trades = market.drop_duplicates("technology").copy()
    names = district.commodities[["zh", "en"]]
    trades["sector"] = "market"
    trades["library_id"] = ""
    trades["main_output"] = trades["commodity"]
    trades["activity_unit"] = trades["commodity"].map(district.commodities["unit"])
    verb = trades["role"].map({"purchase": ("购入", "Purchase of "), "sale": ("销售", "Sale of ")})
    trades["zh"] = verb.str[0] + trades["commodity"].map(names["zh"])
    trades["en"] = verb.str[1] + trades["commodity"].map(names["en"])
    exchanges = _exchange_table(district).assign(sector="market", library_id="", role="exchange")
    exchanges["main_output"] = exchanges["output"]
    exchanges["activity_unit"] = exchanges["base"].map(units)
    exchanges["firm"] = exchanges["from_firm"]
    exchanges["zh"] = exchanges["base"].map(names_by_base(district, "zh")) + "转供"
    exchanges["en"] = "Transfer of " + exchanges["base"].map(names_by_base(district, "en"))
    residuals = pd.DataFrame(
        [
            {
                "technology": f"{firm}.RESIDUAL",
                "firm": firm,
                "sector": sector,
                "role": "residual",
                "activity_unit": "1",
                "zh": "未建模排放",
                "en": "Emissions outside the model",
            }
            for (firm, sector) in calibration.residuals
        ]
    )
    table = pd.concat([own, trades, exchanges, residuals], ignore_index=True)
    return as_table(table.sort_values("technology", kind="stable"), TECHNOLOGIES)


def names_by_base(district: District, language: str) -> pd.Series[str]:
    """Return the label of each commodity by its name without firm."""
    return district.tables["commodities"].set_index("commodity")[language]


def _exchange_table(district: District) -> pd.DataFrame:
    table = district.tables["exchanges"].rename(columns={"commodity": "base"})
    table["technology"] = table["from_firm"] + "." + table["to_firm"] + "." + table["base"]
    table["input"] = table["from_firm"] + "." + table["base"]
    table["output"] = table["to_firm"] + "." + table["base"]
    return table


def _all_flows(district: District, market: pd.DataFrame) -> pd.DataFrame:
    columns = ["technology", "commodity", "role", "ratio"]
    trades = market.drop_duplicates("technology").assign(ratio=1.0)
    trades["role"] = trades["role"].map({"purchase": "output", "sale": "input"})
    exchanges = _exchange_table(district).assign(ratio=1.0)
    ends = [exchanges.assign(role=role, commodity=exchanges[role])[columns] for role in ("input", "output")]
    return pd.concat([district.flows[columns], trades[columns], *ends], ignore_index=True)


def _coal_weights(district: District, market: pd.DataFrame) -> pd.DataFrame:
    bought = market[market["role"] == "purchase"].drop_duplicates("technology")
    bought = bought.join(district.commodities[["coal", "tce_per_unit"]], on="commodity")
    return bought.loc[bought["coal"] != "", ["technology", "tce_per_unit"]].rename(columns={"tce_per_unit": "weight"})


@dataclass(frozen=True, slots=True)
class _Builder:
    """Makes PARAMETER tables of one region for all years."""

    specification: SystemSpecification

    def _table(self, name: str, rows: pd.DataFrame, *, every_year: bool = False) -> pd.DataFrame:
        if every_year:
            rows = rows.merge(pd.DataFrame({"year": self.specification.years}), how="cross")
        return as_parameter(name, rows.assign(region=self.specification.region))

    def flow_ratios(self, flows: pd.DataFrame) -> dict[str, pd.DataFrame]:
        summed = flows.groupby(["technology", "commodity", "role"], as_index=False)["ratio"].sum()
        summed = summed.rename(columns={"ratio": "value"}).assign(mode=MODE, source="technology_flows.csv")
        return {
            f"{role}_activity_ratio": self._table(
                f"{role}_activity_ratio", summed[summed["role"] == role], every_year=True
            )
            for role in ("input", "output")
        }

    def capacities(self, district: District, calibration: Calibration) -> dict[str, pd.DataFrame]:
        owned = district.technologies.reset_index()
        owned = owned[owned["capacity_unit"] != ""].copy()
        units = district.commodities["unit"].groupby(district.commodities["base"]).first()
        owned["to_activity"] = [
            conversion_factor(
                f"{capacity}*y" if capacity == "MW" else capacity, activity if capacity == "MW" else f"{activity}/y"
            )
            for capacity, activity in zip(owned["capacity_unit"], owned["main_output"].map(units), strict=True)
        ]
        source = owned["source"].where(owned["source"] != "", "technologies.csv")
        owned = owned.assign(source=source)
        by_technology = owned[["technology", "source"]]
        costs = self._capital_costs(owned, district)
        fixed = costs.merge(owned[["technology", "fixed_cost_share"]], on="technology")
        fixed["value"] *= fixed["fixed_cost_share"]
        first = owned.set_index("technology")["earliest_year"].clip(lower=self.specification.first_year + 1)
        buildable = costs[costs["year"] >= costs["technology"].map(first)]
        availability = by_technology.assign(value=owned["availability_factor"])
        return {
            "capacity_to_activity": self._table(
                "capacity_to_activity", by_technology.assign(value=owned["to_activity"])
            ),
            "operational_life": self._table("operational_life", by_technology.assign(value=owned["operational_life"])),
            "availability_factor": self._table("availability_factor", availability, every_year=True),
            "capital_cost": self._table("capital_cost", buildable),
            "fixed_cost": self._table("fixed_cost", fixed),
            "residual_capacity": self._residual_capacity(district),
        }

    def _capital_costs(self, owned: pd.DataFrame, district: District) -> pd.DataFrame:
        paths = district.tables["capital_cost_paths"]
        years = self.specification.years
        rows = []
        for _, entry in owned[owned["capital_cost"] != ""].iterrows():
            factor = conversion_factor(entry["capital_cost_unit"], f"CNY/({entry['capacity_unit']})") / 1e6
            constant = float(entry["capital_cost"])
            path = paths[paths["library_id"] == entry["library_id"]]
            points = dict(zip(path["year"], path["capital_cost"], strict=True))
            found = interpolate(points, years) if points else {}
            rows += [
                {
                    "technology": entry["technology"],
                    "year": year,
                    "value": found.get(year, constant) * factor,
                    "source": entry["source"],
                }
                for year in years
            ]
        return pd.DataFrame(rows)

    def _residual_capacity(self, district: District) -> pd.DataFrame:
        assets = district.tables["assets"].copy()
        assets["technology"] = assets["firm"] + "." + assets["library_id"]
        assets["target"] = assets["technology"].map(district.technologies["capacity_unit"])
        assets["value"] = assets["capacity"] * [
            conversion_factor(unit, target) for unit, target in zip(assets["unit"], assets["target"], strict=True)
        ]
        standing = assets.merge(pd.DataFrame({"year": self.specification.years}), how="cross")
        standing = standing[
            (standing["start_year"] <= standing["year"]) & (standing["year"] < standing["latest_retire_year"])
        ]
        summed = standing.groupby(["technology", "year"], as_index=False).agg(
            value=("value", "sum"), source=("asset", lambda names: "assets.csv: " + " ".join(names))
        )
        return self._table("residual_capacity", summed)

    def variable_costs(self, district: District, market: pd.DataFrame) -> pd.DataFrame:
        own = district.technologies.reset_index()[["technology", "variable_cost", "source"]]
        own = own[own["variable_cost"] != 0].rename(columns={"variable_cost": "value"})
        own = own.merge(pd.DataFrame({"year": self.specification.years}), how="cross")
        trades = market[["technology", "year", "value", "source"]]
        return self._table("variable_cost", pd.concat([own, trades], ignore_index=True).assign(mode=MODE))

    def emissions(self, district: District, carbon: CarbonTable, calibration: Calibration) -> pd.DataFrame:
        ratios = emission_ratios(district, carbon)
        exchanges = _exchange_table(district)
        moved = exchanges[exchanges["carbon_moves"] == "yes"].copy()
        moved["value"] = [
            -carbon.of(firm, base).content for firm, base in zip(moved["from_firm"], moved["base"], strict=True)
        ]
        moved["source"] = "exchanges.csv: carbon counted at the seller moves with the gas"
        residual = pd.DataFrame(
            [
                {"technology": f"{firm}.RESIDUAL", "value": value, "source": "inventory less model, base year"}
                for (firm, _), value in calibration.residuals.items()
            ]
        )
        columns = ["technology", "value", "source"]
        scope1 = pd.concat([ratios[columns], moved[columns], residual], ignore_index=True)
        scope1 = scope1[scope1["value"] != 0].merge(pd.DataFrame({"year": self.specification.years}), how="cross")
        grid = district.tables["grid_factors"]
        factors = interpolate(dict(zip(grid["year"], grid["value"], strict=True)), self.specification.years)
        bought = pd.DataFrame(
            [
                {"technology": "BUY.electricity", "year": year, "value": value, "source": "grid_factors.csv"}
                for year, value in factors.items()
            ]
        )
        both = pd.concat([scope1.assign(emission=SCOPE_1), bought.assign(emission=SCOPE_2)], ignore_index=True)
        return self._table("emission_activity_ratio", both.assign(mode=MODE))

    def allocation(self, district: District) -> pd.DataFrame:
        share_table = district.tables["free_share"]
        years = self.specification.years
        shares = interpolate(dict(zip(share_table["year"], share_table["value"], strict=True)), years)
        rows = []
        for library_id, entries in district.tables["free_allocation"].groupby("library_id", sort=True):
            benchmarks = interpolate(dict(zip(entries["year"], entries["benchmark"], strict=True)), years)
            owners = district.technologies.index[district.technologies["library_id"] == library_id]
            rows += [
                {"technology": name, "emission": SCOPE_1, "year": year, "value": value * shares[year]}
                for name in owners
                for year, value in benchmarks.items()
                if year in shares
            ]
        return self._table("free_allocation", pd.DataFrame(rows).assign(source="free_allocation.csv x free_share.csv"))

    def emission_price(self, district: District) -> pd.DataFrame:
        spec = self.specification
        path = price_path(district.tables, spec.emission_price_item, spec.price_variant, "CNY/t", spec.years)
        rows = path.rename("value").reset_index()
        return self._table(
            "emission_price", rows.assign(emission=SCOPE_1, source=f"prices.csv: {spec.emission_price_item}")
        )

    def demand(self, district: District, calibration: Calibration) -> pd.DataFrame:
        entries = district.tables["demand"]
        chosen = entries[
            (entries["variant"] == self.specification.demand_variant) & entries["year"].isin(self.specification.years)
        ].copy()
        chosen["target"] = chosen["commodity"].map(district.commodities["unit"]) + "/y"
        chosen["value"] *= [
            conversion_factor(unit, target) for unit, target in zip(chosen["unit"], chosen["target"], strict=True)
        ]
        base = chosen["year"] == self.specification.first_year
        surveyed = chosen["commodity"].map(calibration.base_demand).where(base)
        chosen["value"] = surveyed.fillna(chosen["value"])
        chosen["source"] = "demand.csv: " + chosen["variant"] + "; " + chosen["source"]
        return self._table("demand", chosen)

    def with_base_year(self, system: System, calibration: Calibration) -> System:
        """Fix what the firms reported for the base year, and the residual emissions of every year."""
        fixed = pd.DataFrame(
            [
                {
                    "technology": name,
                    "year": self.specification.first_year,
                    "value": value,
                    "source": "survey of the base year",
                }
                for name, value in calibration.base_activity.items()
            ]
            + [
                {"technology": f"{firm}.RESIDUAL", "year": year, "value": 1.0, "source": "held constant"}
                for firm, _ in calibration.residuals
                for year in self.specification.years
            ]
        )
        if fixed.empty:
            return system
        tables = {}
        for name, slack in (("min_activity", -calibration.tolerance), ("max_activity", calibration.tolerance)):
            bounded = fixed.assign(value=fixed["value"] * (1 + slack))
            own = self._table(name, bounded)
            tables[name] = as_parameter(
                name, pd.concat([own, system.parameter(name)]).drop_duplicates(["region", "technology", "year"])
            )
        return system.with_parameters(tables)
