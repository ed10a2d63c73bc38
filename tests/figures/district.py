"""An illustrative district in the names of the shipped one: entity tables and a RESULT of five scenarios.

Not solved but written down: simple paths with plausible sizes, closed where the indicators check that sums close. It
lets indicators, charts and exports be tested without a solver, and makes the table that the gallery draws:

    python tests/figures/district.py docs/gallery/indicators.csv
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from carbonpath.core.schemas import RESULT
from carbonpath.core.tables import as_table, write_table
from carbonpath.indicators.build import build_indicators
from carbonpath.indicators.carbon_market import CarbonMarket
from carbonpath.indicators.tables import GDP, LIMITS, POPULATION, Specification, Tables
from carbonpath.system.district_tables import load_district_tables
from carbonpath.workflow.carbon_market import load_carbon_market
from carbonpath.workflow.project import load_project

YEARS = range(2020, 2036)
REGION = "qingshan"
SCENARIOS = ("reference", "coal-cap", "clean-transport", "hydrogen-island", "combined")

SECTORS = {"F01": "steel", "F02": "petrochemical", "F03": "petrochemical", "F04": "power", "F05": "cement"}
SECTORS |= {"F06": "cement", "F07": "glass", "F08": "transport", "F09": "hydrogen", "F10": "heat"}
HEAT_AND_POWER = {"COAL_CHP_SUB300": "power", "COAL_CHP_SC350": "power", "COAL_CHP_HEAT": "heat", "PV_DIST": "power"}

COMMODITIES = {  # base: owner, unit, Mtce per unit, fuel
    "coking_coal": ("F01", "Mt", 0.90, "fuel:washed_coal"),
    "injection_coal": ("F01", "Mt", 0.99, "fuel:anthracite"),
    "steam_coal": ("", "PJ", 0.03412, "fuel:bituminous"),
    "natural_gas": ("", "PJ", 0.03412, "fuel:natural_gas"),
    "diesel": ("", "PJ", 0.03412, "fuel:diesel"),
    "crude_oil": ("F02", "Mt", 1.4286, ""),
    "refinery_gas": ("F02", "PJ", 0.03412, "fuel:refinery_dry_gas"),
    "cracker_gas": ("F03", "PJ", 0.03412, "fuel:cracker_gas"),
    "biomass": ("", "PJ", 0.03412, "fuel:biomass_wood"),
    "electricity": ("", "TWh", 0.1229, ""),
    "electricity_green": ("", "TWh", 0.1229, ""),
    "hydrogen": ("", "Mt", 4.095, "fuel:hydrogen"),
    "crude_steel": ("F01", "Mt", 0.0, ""),
    "hot_metal": ("F01", "Mt", 0.0, ""),
    "hot_metal_coginj": ("F01", "Mt", 0.0, ""),
    "freight": ("", "Gtkm", 0.0, ""),
    "other": ("", "Mt", 0.0, ""),
}

GROUPS = {
    "coal_use": {"F01.BUY.coking_coal": 0.90, "F01.BUY.injection_coal": 0.99, "BUY.steam_coal": 0.03412},
    "belt_freight": {"F08.BELT": 1.0},
    "water_freight": {"F08.SHIP_INLAND": 1.0},
    "rail_freight": {"F08.RAIL_ELEC": 1.0, "F08.RAIL_DIESEL": 1.0},
    "nev_freight": {"F08.TRK_BEV_SWAP": 1.0, "F08.TRK_FC": 1.0},
    "road_freight": {f"F08.TRK_{kind}": 1.0 for kind in ("DIESEL_V", "DIESEL_VI", "BEV_SWAP", "FC")},
}
GROUPS |= {
    "so2": {"F01.SINTER_ULE_RETRO": 0.06, "F01.BF_STD": 0.1, "F04.COAL_CHP_SC350": 0.08, "F03.COAL_CHP_SUB300": 0.11},
    "nox": {"F01.SINTER_ULE_RETRO": 0.09, "F01.BF_STD": 0.12, "F04.COAL_CHP_SC350": 0.13, "F08.TRK_DIESEL_V": 0.216}
    | {"F08.TRK_DIESEL_VI": 0.079, "F08.SHIP_INLAND": 0.123, "F08.RAIL_DIESEL": 0.245},
    "pm25": {"F01.SINTER_ULE_RETRO": 0.02, "F01.BF_STD": 0.05, "F01.BOF": 0.04, "F04.COAL_CHP_SC350": 0.017},
    "voc": {"F01.COKE_OVEN_CDQ": 0.15, "F02.CDU_COMPLEX": 0.2, "F03.CRACKER_NAP": 0.6},
}
GROUPS["clean_freight"] = {**GROUPS["belt_freight"], **GROUPS["water_freight"], **GROUPS["rail_freight"]}
GROUPS["bulk_freight"] = {**GROUPS["clean_freight"], **GROUPS["road_freight"]}


def path(**points: float) -> Callable[[int], float]:
    """Return a path through values given by year (``y2025=...``), constant outside."""
    years = [int(name[1:]) for name in points]
    return lambda year: float(np.interp(year, years, list(points.values())))


STEEL = path(y2020=14.6, y2022=14.7, y2027=15.2, y2035=14.0)
COAL_CAP = path(y2021=11.40, y2025=10.70, y2030=9.35, y2035=7.95)
CLEAN = path(y2020=0.62, y2023=0.68, y2025=0.80)
CLEAN_STRONG = path(y2020=0.62, y2023=0.72, y2025=0.80, y2030=0.87, y2035=0.92)


class Ledger:
    """Rows of one scenario and year."""

    def __init__(self, scenario: str, year: int) -> None:
        self.scenario, self.year = scenario, year
        self.rows: list[dict[str, object]] = []

    def put(self, quantity: str, technology: str, value: float, unit: str, **index: str) -> None:
        """Add a row unless it is zero."""
        if value:
            row = {"scenario": self.scenario, "quantity": quantity, "region": REGION, "technology": technology}
            self.rows.append({**row, **index, "year": self.year, "value": value, "unit": unit})

    def act(self, technology: str, amount: float, output: str, co2: float = 0.0, **used: float) -> None:
        """Add activity, production of `output`, use of other commodities and emissions of a technology."""
        self.put("activity", technology, amount, COMMODITIES[output][1], mode="1")
        self.put("production", technology, amount, COMMODITIES[output][1], commodity=local(output))
        for base, coefficient in used.items():
            self.put("use", technology, amount * coefficient, COMMODITIES[base][1], commodity=local(base))
        self.put("technology_emissions", technology, amount * co2, "Mt", emission="co2")

    def total(self, quantity: str, base: str = "") -> float:
        """Return the sum of a quantity, of one commodity if it is named."""
        wanted = (row for row in self.rows if row["quantity"] == quantity)
        return sum(float(str(row["value"])) for row in wanted if not base or row.get("commodity") == local(base))


def local(base: str) -> str:
    """Return the name of a commodity with its owner."""
    owner = COMMODITIES[base][0]
    return f"{owner}.{base}" if owner else base


def steelworks(book: Ledger, capped: float, hydrogen: float) -> None:
    """Write the steelworks: `capped` is the response to the coal cap, `hydrogen` the push for hydrogen."""
    year, steel = book.year, STEEL(book.year)
    scrap = path(y2026=0.0, y2035=0.4 + 1.1 * capped)(year)
    direct = hydrogen * path(y2031=0.0, y2032=0.3, y2035=0.5)(year)
    rich = path(y2024=0.0, y2030=2.5, y2035=5.0)(year)
    converter = steel - scrap - direct - rich
    book.act("F01.BOF", converter, "crude_steel", co2=0.015)
    book.act("F01.BOF_HISCRAP", rich, "crude_steel", co2=0.015)
    book.act("F01.EAF_SCRAP", scrap, "crude_steel", co2=0.06)
    book.act("F01.EAF_DRI", direct, "crude_steel", co2=0.05, hydrogen=0.0)
    book.act("F01.DRI_H2", direct * 0.75, "other", hydrogen=0.063)
    book.act("F01.ROLL_FLAT", steel * 0.95, "other", hydrogen=0.0003)
    metal = 0.92 * converter + 0.72 * rich
    relined = min(metal, path(y2025=0.0, y2026=2.5, y2027=5.15, y2028=5.15, y2029=9.6)(year))
    large = min(metal - relined, path(y2021=0.0, y2022=3.1)(year))
    coke = 0.365 - 0.03 * capped
    coal = {"coking_coal": coke * 1.36, "injection_coal": 0.150}
    book.act("F01.BF_STD", metal - relined - large, "hot_metal", injection_coal=coal["injection_coal"])
    book.act("F01.BF_BAT", large, "hot_metal", injection_coal=coal["injection_coal"])
    book.act("F01.BF_RELINE", relined, "hot_metal", injection_coal=coal["injection_coal"])
    book.act("F01.BF_COG_H2", metal * path(y2024=0.0, y2035=0.35 + 0.5 * hydrogen)(year), "hot_metal_coginj")
    book.act("F01.COKE_OVEN_CDQ", metal * coke, "other", coking_coal=1.36)
    book.act("F01.POOL_BFG", metal * (0.74 + 1.9 * coke), "other", co2=1.0)
    book.act("F01.POOL_COG", metal * 0.16, "other", co2=1.0)
    book.act("F01.SINTER_ULE_RETRO", metal * 1.2, "other", co2=0.20)
    book.act("F01.BFGP_HTHP", 2.5, "electricity")
    book.act("F01.BFGP_UHT", path(y2023=0.0, y2025=2.1)(year), "electricity")
    book.act("F01.BFGP_LOW", path(y2020=1.3, y2025=0.0)(year), "electricity")
    book.act("F01.CCPP", 2.2, "electricity")
    book.act("F01.TRT", metal * 0.04, "electricity")
    cofired = path(y2022=5.0, y2031=0.0)(year)
    book.act("F01.COFIRE_COAL", cofired, "other", co2=0.095, steam_coal=1.0)


def energy_and_chemicals(book: Ledger, capped: float) -> None:
    """Write power, heat, refinery, crackers, minerals and the park."""
    year = book.year
    less = 1.0 - 0.55 * capped
    for firm, unit, twh in (("F04", "SUB300", 1.45), ("F03", "SUB300", 1.7), ("F04", "SC350", 3.0)):
        closed = 0.0 if (firm, unit) == ("F04", "SUB300") and year > 2031 else 1.0
        co2 = 0.90 if unit == "SUB300" else 0.83
        book.act(f"{firm}.COAL_CHP_{unit}", twh * less * closed, "electricity", co2=co2, steam_coal=co2 / 0.095)
    book.act("F04.COAL_CHP_HEAT", 11.0 * less, "other", co2=0.11, steam_coal=1.15)
    book.act("F03.COAL_CHP_HEAT", 7.5 * less, "other", co2=0.11, steam_coal=1.15)
    book.act("F10.BOILER_GAS", path(y2020=4.0, y2035=3.0 + 3.0 * capped)(year), "other", co2=0.06, natural_gas=1.08)
    book.act("F10.PV_DIST", path(y2020=0.02, y2035=0.70)(year), "electricity")
    crude = path(y2020=8.0, y2025=8.5)(year)
    book.act("F02.CDU_COMPLEX", crude, "other", co2=0.08, crude_oil=1.0, hydrogen=0.01)
    book.put("production", "F02.CDU_COMPLEX", crude * 0.005, "Mt", commodity="hydrogen")
    book.act("F02.FCC", crude * 0.33, "other", co2=0.19)
    book.put("production", "F02.CDU_COMPLEX", crude * 1.5, "PJ", commodity="F02.refinery_gas")
    book.act("F03.CRACKER_NAP", 0.8, "other", co2=1.0)
    book.put("production", "F03.CRACKER_NAP", 0.8 * 17.0, "PJ", commodity="F03.cracker_gas")
    book.act("F03.CRACKER_LIGHT", path(y2020=0.0, y2021=0.15, y2022=0.3)(year), "other", co2=0.9)
    book.act("F06.CLINKER_OLD", 0.9, "other", co2=0.84)
    book.act("F07.GLASS_PETCOKE", 0.6 if year < 2027 else 0.0, "other", co2=0.85)
    book.act("F07.GLASS_GAS", 0.0 if year < 2027 else 0.6, "other", co2=0.6, natural_gas=6.5)


def freight(book: Ledger, clean: float, new_energy: float) -> None:
    """Write bulk freight with its clean share and the new-energy share of the road."""
    total = 8.6 * STEEL(book.year) / 14.6
    road = total * (1.0 - clean)
    book.act("F08.BELT", total * 0.02, "freight")
    book.act("F08.SHIP_INLAND", total * (0.40 + 0.35 * (clean - 0.62)), "freight", co2=0.008, diesel=0.11)
    book.act("F08.RAIL_DIESEL", total * (clean - 0.42 - 0.35 * (clean - 0.62)), "freight", co2=0.012, diesel=0.16)
    fuel_cell = 0.12 * new_energy
    book.act("F08.TRK_BEV_SWAP", road * (new_energy - fuel_cell), "freight")
    book.act("F08.TRK_FC", road * fuel_cell, "freight")
    old = 0.76 if book.year < 2026 else 0.0
    diesel = road * (1.0 - new_energy)
    book.act("F08.TRK_DIESEL_V", diesel * old, "freight", co2=0.056, diesel=0.75)
    book.act("F08.TRK_DIESEL_VI", diesel * (1.0 - old), "freight", co2=0.053, diesel=0.72)


def hydrogen_chain(book: Ledger, strength: float) -> None:
    """Write hydrogen: what is used is made, by reforming last."""
    year = book.year
    transport = path(y2020=0.0001, y2035=0.006 + 0.029 * strength)(year)
    industry = path(y2020=0.003, y2035=0.020 + 0.025 * strength)(year)
    book.act("F09.H2_COMP_TT", transport, "other", hydrogen=1.01)
    gas = min(0.05, path(y2020=0.0078, y2035=0.030 + 0.04 * strength)(year))
    tail = path(y2022=0.0, y2035=0.018 + 0.010 * strength)(year)
    green = strength * path(y2025=0.0, y2035=0.048)(year)
    book.act("F09.COG_PSA", gas, "hydrogen")
    book.act("F09.OFFGAS_PSA", tail, "hydrogen")
    book.act("F09.ELY_GREEN", green, "hydrogen", electricity_green=52.0)
    wanted = book.total("use", "hydrogen") + industry
    reformed = max(0.0, wanted - book.total("production", "hydrogen"))
    book.act("F02.H2_SMR", reformed, "hydrogen", co2=9.3, natural_gas=165.0)


def markets(book: Ledger) -> None:
    """Write purchases of what is used and not made, power bought or sold, and the stated totals."""
    for base in (
        "coking_coal",
        "injection_coal",
        "steam_coal",
        "natural_gas",
        "diesel",
        "crude_oil",
        "electricity_green",
    ):
        owner = COMMODITIES[base][0]
        book.act(f"{owner}.BUY.{base}" if owner else f"BUY.{base}", book.total("use", base), base)
    demand = path(y2020=13.4, y2035=14.6)(book.year)
    net = demand - book.total("production", "electricity")
    book.act("BUY.electricity", max(0.0, net), "electricity")
    book.put("technology_emissions", "BUY.electricity", max(0.0, net) * 0.5, "Mt", emission="co2_import")
    sold = max(0.0, -net)
    book.put("activity", "SELL.electricity", sold, "TWh", mode="1")
    book.put("use", "SELL.electricity", sold, "TWh", commodity="electricity")
    for emission in ("co2", "co2_import"):
        parts = (row for row in book.rows if row.get("emission") == emission)
        book.put("annual_emissions", "", sum(float(str(row["value"])) for row in parts), "Mt", emission=emission)


def costs(book: Ledger, extra: float) -> None:
    """Write cost by kind, and once the present value."""
    book.put("capital_investment", "F01.BF_RELINE", 950.0 if book.year == 2029 else 300.0, "million CNY")
    book.put("capital_investment", "F10.PV_DIST", 180.0, "million CNY")
    book.put("capital_investment", "F09.COG_PSA", extra * 40.0, "million CNY")
    book.put("fixed_operating_cost", "F01.BOF", 2100.0, "million CNY")
    book.put("variable_operating_cost", "F01.BUY.coking_coal", 14000.0 + 90.0 * extra, "million CNY")
    book.put("emission_cost", "F04.COAL_CHP_SC350", 120.0, "million CNY", emission="co2")
    if book.year == YEARS[0]:
        book.put("total_discounted_cost", "", 461_000.0 + 1_500.0 * extra, "million CNY")


def rows_of(scenario: str) -> Iterator[dict[str, object]]:
    """Yield the RESULT rows of a scenario, year by year."""
    capped = float(scenario in ("coal-cap", "combined"))
    island = float(scenario in ("hydrogen-island", "combined"))
    clean = CLEAN_STRONG if scenario in ("clean-transport", "combined") else CLEAN
    new_energy = path(y2020=0.0, y2035=1.0 if scenario in ("clean-transport", "combined") else 0.6)
    for year in YEARS:

        def written(strength: float, year: int = year) -> Ledger:
            book = Ledger(scenario, year)
            steelworks(book, strength, island)
            energy_and_chemicals(book, strength)
            freight(book, clean(year), new_energy(year))
            hydrogen_chain(book, island)
            markets(book)
            costs(book, capped * 4.0 + island)
            return book

        yield from within_cap(written, COAL_CAP(year) if capped else np.inf).rows


def within_cap(written: Callable[[float], Ledger], cap: float) -> Ledger:
    """Return the weakest response to a coal cap that keeps within it."""
    weak, strong = 0.0, 1.0
    if coal(written(weak)) <= cap:
        return written(weak)
    for _ in range(40):
        middle = (weak + strong) / 2.0
        weak, strong = (weak, middle) if coal(written(middle)) <= cap else (middle, strong)
    return written(strong)


def coal(book: Ledger) -> float:
    """Return the coal bought, Mtce."""
    weights = GROUPS["coal_use"]
    bought = (row for row in book.rows if row["quantity"] == "activity" and row["technology"] in weights)
    return sum(float(str(row["value"])) * weights[str(row["technology"])] for row in bought)


def technologies(names: pd.Series) -> pd.DataFrame:
    """Return TECHNOLOGIES of the names found in the result."""
    rows = []
    for name in sorted(names.unique()):
        firm, _, rest = name.rpartition(".") if ".BUY." not in name and ".SELL." not in name else name.partition(".")
        firm = "" if firm in ("BUY", "SELL") else firm
        role = {"BUY": "purchase", "SELL": "sale"}.get(name.removeprefix(f"{firm}.").partition(".")[0], "process")
        entry = rest if role == "process" else ""
        sector = HEAT_AND_POWER.get(entry, SECTORS.get(firm, "market")) if role == "process" else "market"
        output = name.rpartition(".")[2] if role != "process" else ""
        rows.append(
            {"technology": name, "firm": firm, "library_id": entry, "sector": sector, "role": role}
            | {"main_output": local(output) if output in COMMODITIES else output}
        )
    return pd.DataFrame(rows)


def commodities() -> pd.DataFrame:
    """Return COMMODITIES of the district."""
    return pd.DataFrame(
        [
            {"commodity": local(base), "base": base, "firm": owner, "unit": unit, "tce_per_unit": tce, "fuel": fuel}
            | {"kind": "material" if base == "crude_oil" else "fuel"}
            for base, (owner, unit, tce, fuel) in COMMODITIES.items()
        ]
    )


def limits(scenarios: tuple[str, ...]) -> pd.DataFrame:
    """Return LIMITS: the coal cap where there is one, the rule of clean transport everywhere."""
    rows: list[dict[str, object]] = []
    for scenario in scenarios:
        strong = scenario in ("clean-transport", "combined")
        for year in YEARS:
            where: dict[str, object] = {"scenario": scenario, "region": REGION, "year": year}
            rule = (CLEAN_STRONG if strong else CLEAN)(year)
            share = {"parameter": "min_group_share", "group": "clean_freight", "reference_group": "bulk_freight"}
            rows.append({**where, **share, "value": rule})
            if scenario in ("coal-cap", "combined"):
                cap = {"parameter": "max_group_activity", "group": "coal_use", "value": COAL_CAP(year)}
                rows.append({**where, **cap})
    return as_table(rows, LIMITS)


def district_tables(scenarios: tuple[str, ...] = SCENARIOS) -> Tables:
    """Return the tables of the illustrative district for some of its scenarios."""
    result = as_table([row for scenario in scenarios for row in rows_of(scenario)], RESULT)
    names = pd.concat([result["technology"], pd.Series(["BUY.electricity", "SELL.electricity"])])
    members = [
        {"group": group, "technology": name, "weight": weight, "unit": ""}
        for group, weights in GROUPS.items()
        for name, weight in weights.items()
    ]
    growth = [{"region": REGION, "year": year, "value": 1.05 ** (year - YEARS[0])} for year in YEARS]
    people = [{"region": REGION, "year": year, "value": 463.0 + 3.0 * (year - YEARS[0])} for year in YEARS]
    return Tables(
        result,
        technologies(names[names != ""]),
        commodities(),
        pd.DataFrame(members),
        limits(scenarios),
        as_table(growth, GDP),
        as_table(people, POPULATION),
        carbon_market(),
    )


def carbon_market() -> CarbonMarket | None:
    """Return the participants of the shipped district."""
    project = load_project(Path(__file__).parents[2])
    tables = load_district_tables(project.inventory_folder / "system")
    return load_carbon_market(project, tables, "base", tuple(YEARS))


def main(path_to: Path) -> None:
    """Write the INDICATOR table of the gallery, to seven digits."""
    indicators = build_indicators(district_tables(), Specification())
    indicators["value"] = [float(f"{value:.7g}") for value in indicators["value"]]
    write_table(indicators, path_to)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
