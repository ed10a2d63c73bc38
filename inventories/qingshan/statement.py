"""What the ten illustrative firms state for 2020 to 2022, derived from the district's own data.

Production follows demand.csv (variant plan); choices.csv fixes what a balance leaves open; practice.csv says where a
firm deviates from the technology library; carbonates.csv and outside_model.csv add what the library does not carry.
Gas, steam and hydrogen balances close by the unit that balances them in practice: low-parameter gas power, gas boilers,
coke-oven-gas purification.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from carbonpath.core.schemas import ACTIVITY
from carbonpath.core.tables import as_table, read_csv
from carbonpath.core.units import conversion_factor
from carbonpath.system.district import District, build_district
from carbonpath.system.district_tables import load_district_tables

HERE = Path(__file__).parent
YEARS = (2020, 2021, 2022)
COMBUSTION_CATEGORY = {"2C1": "1A2a", "2A1": "1A2f", "2A3": "1A2f", "2B8": "1A2c"}
"""Category of fuel burnt in a facility whose process has another category."""
EXCHANGED = {
    "cracker_gas",
    "hydrogen_rich_off_gas",
    "hydrogen",
    "blast_furnace_slag",
    "ggbs",
    "heat_steam",
    "naphtha",
}
"""Items that firms of the district sell to each other; everything else is traded outside."""
NOT_TRADED = {"refined_crude", "fcc_product", "chemical_value_added", "freight_road", "freight_rail", "freight_water"}
NOT_TRADED |= {"freight_belt", "pig_iron", "fcc_coke", "raw_meal"}
POOLED = {"mixed_works_gas": ("F01", "F05"), "coke_oven_gas": ("F01", "F09"), "psa_tail_gas": ("F09", "F01")}
"""Gases of the works' pool that leave or enter it, with seller and buyer; the rest stays inside."""
INSIDE = {"blast_furnace_gas", "converter_gas"}
"""Gases that only the works' own pool takes."""
MEASURING_FIRMS = {"F01", "F02", "F03", "F04"}
"""Firms with meters and laboratories of their own; the small ones report invoices."""
TRIFLE = 0.5
"""Amount of an item, in its survey unit, below which nobody writes an invoice."""

Levels = dict[tuple[str, str], float]


def statement(year: int) -> pd.DataFrame:
    """Return the ACTIVITY rows of all firms for one year; the column source is blank."""
    district = build_district("qingshan", load_district_tables(HERE / "system"))
    facilities = district.tables["facilities"].set_index(["firm", "facility"])
    flows = _practised_flows(district, facilities)
    levels = _levels(district, flows, year)
    rows = [*_flow_rows(flows, facilities, levels), *_carbonate_rows(levels), *_outside_rows(year)]
    table = pd.DataFrame(rows)
    table = pd.concat([table, _trades(table), _properties(flows, levels)], ignore_index=True)
    table["sector"] = [
        _sector(facilities, firm, name) for firm, name in zip(table["firm"], table["facility"], strict=True)
    ]
    table["year"] = year
    table["quality"] = table["quality"].fillna(
        table["firm"].map(lambda firm: "measured" if firm in MEASURING_FIRMS else "invoiced")
    )
    return as_table(table[table["value"] != 0], ACTIVITY)


def _sector(facilities: pd.DataFrame, firm: str, name: str) -> str:
    return str(facilities.loc[(firm, name), "sector"]) if name else ""


def _read(name: str) -> pd.DataFrame:
    return read_csv(HERE / "statement" / f"{name}.csv")


def _practised_flows(district: District, facilities: pd.DataFrame) -> dict[tuple[str, str], pd.DataFrame]:
    """Return the flows of each facility, per unit of activity, with the firm's own practice."""
    practice = {
        (row.firm, row.facility, row.commodity): float(row.factor) for row in _read("practice").itertuples(index=False)
    }
    found = {}
    for (firm, facility), entry in facilities.iterrows():
        if not entry["library_id"]:
            continue
        own = district.flows[district.flows["technology"] == f"{firm}.{entry['library_id']}"].copy()
        own["ratio"] *= [practice.get((firm, facility, base), 1.0) for base in own["base"]]
        found[(firm, facility)] = own
    return found


def _ratio(flows: Mapping[tuple[str, str], pd.DataFrame], place: tuple[str, str], base: str, role: str) -> float:
    own = flows[place]
    return float(own.loc[(own["base"] == base) & (own["role"] == role), "ratio"].sum())


def _net(flows: Mapping[tuple[str, str], pd.DataFrame], levels: Levels, base: str) -> float:
    """Return what all facilities together make of `base` beyond what they use."""
    return sum(
        level * (_ratio(flows, place, base, "output") - _ratio(flows, place, base, "input"))
        for place, level in levels.items()
    )


def _levels(district: District, flows: Mapping[tuple[str, str], pd.DataFrame], year: int) -> Levels:
    levels: Levels = {
        (row.firm, row.facility): float(row.activity)
        for row in _read("choices").itertuples(index=False)
        if int(row.year) == year
    }
    demand = _demand(district, year)
    levels |= _steelworks(flows, levels, demand, _capacity(district, "F01", "PELLET"))
    levels |= _petrochemicals(levels, demand)
    levels |= _materials(levels, demand)
    levels |= _hydrogen(flows, levels, demand)
    levels[("F01", "gas_power_low")] = _gas_left(flows, levels) / _ratio(
        flows, ("F01", "gas_power_low"), "gas_mix", "input"
    )
    levels |= _heat(flows, levels, demand, _flared(year))
    return levels


def _flared(year: int) -> dict[str, float]:
    """Return the by-product gas that the refinery and the cracker flare, PJ by commodity."""
    heating = _read("items").set_index("item")["ncv_gj_per_unit"]
    names = {"refinery_dry_gas": "refinery_gas", "cracker_gas": "cracker_gas"}
    rows = _read("outside_model")
    rows = rows[rows["activity"] == "flared"]
    return {
        names[item]: float(value) * float(heating[item]) / 1e6
        for item, value in zip(rows["item"], rows[str(year)], strict=True)
    }


def _capacity(district: District, firm: str, library_id: str) -> float:
    """Return what the asset register says a firm can make in a year."""
    assets = district.tables["assets"]
    return float(assets.loc[(assets["firm"] == firm) & (assets["library_id"] == library_id), "capacity"].sum())


def _demand(district: District, year: int) -> dict[str, float]:
    rows = district.tables["demand"]
    rows = rows[(rows["variant"] == "plan") & (rows["year"] == year)]
    return {
        row.commodity: row.value * conversion_factor(row.unit, f"{district.commodities.loc[row.commodity, 'unit']}/y")
        for row in rows.itertuples(index=False)
    }


def _steelworks(
    flows: Mapping[tuple[str, str], pd.DataFrame], levels: Levels, demand: dict[str, float], pellets: float
) -> Levels:
    rolling = demand["F01.steel_product"]
    converter = rolling * _ratio(flows, ("F01", "rolling"), "crude_steel", "input")
    iron = converter * _ratio(flows, ("F01", "converter"), "hot_metal", "input")
    bat = levels.get(("F01", "blast_furnace_bat"), 0.0)
    own: Levels = {
        ("F01", "rolling"): rolling,
        ("F01", "converter"): converter,
        ("F01", "blast_furnace_std"): iron - bat,
        ("F01", "top_pressure_turbine"): iron,
    }
    if bat:
        own[("F01", "blast_furnace_bat")] = bat

    def needed(base: str) -> float:
        return sum(level * _ratio(flows, place, base, "input") for place, level in own.items())

    own[("F01", "sinter")] = needed("sinter") - levels.get(("F01", "sinter_ule"), 0.0)
    own[("F01", "pellet")] = min(needed("pellet"), pellets)
    own[("F01", "oxygen_plant")] = needed("oxygen")
    return own


def _petrochemicals(levels: Levels, demand: dict[str, float]) -> Levels:
    return {
        ("F02", "refinery"): demand["F02.refined_crude"],
        ("F02", "fcc"): demand["F02.fcc_product"],
        ("F03", "cracker_naphtha"): demand["F03.ethylene"] - levels.get(("F03", "cracker_light"), 0.0),
        ("F10", "fine_chemicals"): demand["F10.chem_va"],
    }


def _materials(levels: Levels, demand: dict[str, float]) -> Levels:
    return {
        ("F06", "cement_mill"): demand["F06.cement"] - levels.get(("F06", "slag_cement_mill"), 0.0),
        ("F07", "float_lines"): demand["F07.flat_glass"],
    }


def _hydrogen(flows: Mapping[tuple[str, str], pd.DataFrame], levels: Levels, demand: dict[str, float]) -> Levels:
    station = demand["h2_transport"]
    filling = station * _ratio(flows, ("F09", "hydrogen_station"), "h2_delivered", "input")
    refinery = -_net(flows, {place: levels[place] for place in [("F02", "refinery")]}, "hydrogen")
    merchant = demand["hydrogen_industry"] + filling * _ratio(flows, ("F09", "filling_station"), "hydrogen", "input")
    annealing = levels[("F01", "rolling")] * _ratio(flows, ("F01", "rolling"), "hydrogen", "input")
    return {
        ("F09", "hydrogen_station"): station,
        ("F09", "filling_station"): filling,
        ("F09", "hydrogen_purification"): merchant + annealing,
        ("F02", "hydrogen_plant"): refinery,
    }


def _gas_left(flows: Mapping[tuple[str, str], pd.DataFrame], levels: Levels) -> float:
    """Return the mixed gas that no other unit uses, PJ; low-parameter power burns it."""
    made = sum(
        _net(flows, levels, base) for base in ("blast_furnace_gas", "coke_oven_gas", "converter_gas", "psa_tail_gas")
    )
    return made + _net(flows, levels, "gas_mix")


def _heat(
    flows: Mapping[tuple[str, str], pd.DataFrame], levels: Levels, demand: dict[str, float], flared: dict[str, float]
) -> Levels:
    network = demand["dh_delivered"]
    own: Levels = {
        ("F10", "heat_network"): network,
        ("F10", "heat_exchange"): network * _ratio(flows, ("F10", "heat_network"), "dh_heat", "input"),
        ("F10", "cracker_gas_burners"): _net(flows, levels, "cracker_gas") - flared["cracker_gas"],
        ("F10", "off_gas_burners"): _net(flows, levels, "offgas_h2")
        / _ratio(flows, ("F10", "off_gas_burners"), "offgas_h2", "input"),
        ("F02", "hydrogen_plant_dry_gas"): _net(flows, levels, "refinery_gas") - flared["refinery_gas"],
    }
    own[("F10", "gas_boilers")] = demand["heat_steam"] - _net(flows, {**levels, **own}, "heat_steam")
    return own


def _flow_rows(
    flows: Mapping[tuple[str, str], pd.DataFrame], facilities: pd.DataFrame, levels: Levels
) -> list[dict[str, object]]:
    items = _read("items").set_index("commodity")
    hosted = defaultdict(float)
    for place, level in levels.items():
        host = facilities.loc[place, "host"]
        if host:
            main = flows[place].loc[flows[place]["role"] == "output", "base"].iloc[0]
            hosted[(place[0], str(host), str(main))] += level
    rows = []
    for place, level in sorted(levels.items()):
        entry = facilities.loc[place]
        for flow in flows[place].itertuples(index=False):
            if flow.base not in items.index or (entry["host"] and flow.role == "output"):
                continue
            amount = flow.ratio * level
            if flow.role == "input":
                amount -= hosted.get((*place, flow.base), 0.0)
            rows.append(_flow_row(place, entry["category"], flow, amount, items.loc[flow.base]))
    return rows


def _flow_row(place: tuple[str, str], category: str, flow: object, amount: float, item: pd.Series) -> dict[str, object]:
    base, role, carbon = flow.base, flow.role, flow.carbon  # type: ignore[attr-defined]
    activity, own_category = role, ""
    if category == "1B2":
        activity, own_category = "flared", "1B2"
    elif role == "input" and category != "2B10" and (carbon == "burnt" or base == "gas_mix"):
        activity, own_category = "combusted", COMBUSTION_CATEGORY.get(category, category)
    elif role == "input" and carbon == "none" and item["passes_into_product"] == "yes":
        activity = "feedstock"
    elif carbon != "none" or base in {"coke_oven_gas", "psa_tail_gas", "clinker"}:
        own_category = category
    unit_amount = amount * 1e6 / float(item["ncv_gj_per_unit"] or 1.0)
    digits = 2 if item["unit"] == "1e4_nm3" else 1
    return {
        "firm": place[0],
        "facility": place[1],
        "category": own_category,
        "activity": activity,
        "item": item["item"],
        "value": round(unit_amount, digits),
        "unit": item["unit"],
    }


def _carbonate_rows(levels: Levels) -> list[dict[str, object]]:
    return [
        {
            "firm": row.firm,
            "facility": row.facility,
            "category": row.category,
            "activity": row.activity,
            "item": row.item,
            "value": round(float(row.ratio) * levels[(row.firm, row.facility)] * 1e6, 1),
            "unit": "t",
        }
        for row in _read("carbonates").itertuples(index=False)
        if (row.firm, row.facility) in levels
    ]


def _outside_rows(year: int) -> list[dict[str, object]]:
    table = _read("outside_model")
    return [
        {
            "firm": row["firm"],
            "facility": row["facility"],
            "category": row["category"],
            "activity": row["activity"],
            "item": row["item"],
            "value": float(row[str(year)]),
            "unit": row["unit"],
        }
        for _, row in table.iterrows()
    ]


def _trades(table: pd.DataFrame) -> pd.DataFrame:
    """Return purchases and sales: what each firm uses beyond what it makes, first from its neighbours."""
    used = table["activity"].isin(["input", "feedstock", "combusted", "flared"])
    signed = table.assign(net=table["value"].where(used, -table["value"]))
    net = signed.groupby(["item", "firm", "unit"], sort=True)["net"].sum().reset_index()
    rows = []
    for item, (seller, buyer) in POOLED.items():
        other = buyer if seller == "F01" else seller
        amount = float(net.loc[(net["item"] == item) & (net["firm"] == other), "net"].abs().sum())
        rows += [(buyer, "purchased", item, seller, amount), (seller, "sold", item, buyer, amount)]
    silent = NOT_TRADED | INSIDE | set(POOLED)
    for item, group in net[~net["item"].isin(silent)].groupby("item", sort=True):
        left = {row.firm: row.net for row in group.itertuples(index=False) if abs(row.net) > TRIFLE}
        if item in EXCHANGED:
            rows += _matched(str(item), left)
        for firm, value in left.items():
            if abs(value) > TRIFLE:
                rows.append((firm, "purchased" if value > 0 else "sold", item, "outside", abs(value)))
    units = dict(zip(net["item"], net["unit"], strict=True))
    return pd.DataFrame(
        [
            {
                "firm": firm,
                "facility": "",
                "category": "",
                "activity": activity,
                "item": item,
                "counterparty": other,
                "value": round(value, 2),
                "unit": units[item],
            }
            for firm, activity, item, other, value in rows
        ]
    )


def _matched(item: str, left: dict[str, float]) -> list[tuple[str, str, str, str, float]]:
    rows = []
    for buyer in sorted(left):
        for seller in sorted(left):
            amount = min(left[buyer], -left[seller])
            if amount > TRIFLE:
                rows += [(buyer, "purchased", item, seller, amount), (seller, "sold", item, buyer, amount)]
                left[buyer] -= amount
                left[seller] += amount
    return rows


def _properties(flows: Mapping[tuple[str, str], pd.DataFrame], levels: Levels) -> pd.DataFrame:
    stated = _read("properties")[["firm", "item", "activity", "value", "unit", "quality"]]
    stated["value"] = stated["value"].astype(float)
    gases = _read("pool_gases")
    content = dict(zip(gases["commodity"], gases["carbon_content"].astype(float), strict=True))
    energy = {base: _net(flows, levels, base) for base in content}
    mixed = sum(energy[base] * content[base] for base in content) / sum(energy.values())
    pool = [
        {
            "firm": firm,
            "item": "mixed_works_gas",
            "activity": "carbon_content",
            "value": round(mixed, 8),
            "unit": "tC/GJ",
            "quality": "measured",
        }
        for firm in ("F01", "F05")
    ]
    return pd.concat([stated, pd.DataFrame(pool)], ignore_index=True).assign(facility="", category="")
