"""Whether a plan is physically possible: worked out from its table and what goods hold, not from the model's rows.

Each process gives no more energy than it takes, but for what sun or surroundings add within their bounds. An add-on
takes the energy of its host (the pressure of top gas, the heat of coke), so it is judged with all that its firm runs.
The CO2 of each technology is the carbon that goes in less what goes out, with that of carbonates.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.reference.energy_contents import EnergyContents
from carbonpath.system.carbon import CarbonTable
from carbonpath.system.district import District
from carbonpath.system.network import exchange_table
from carbonpath.system.system import System

GJ_PER_TCE = 29.3076
"""Energy of a tonne of coal equivalent (GB/T 2589)."""
HOURS = 8760.0
"""Hours of a year."""
PJ_PER_MWH = 3.6e-6
"""Energy of a megawatt hour."""
EXCESS = 1e-6
"""Relative difference, and PJ or Mt, that rounding explains."""
ROUNDED = 0.02
"""Energy out beyond energy in, relative to energy in, that the rounding of coefficients and contents explains."""
CONVERTING = ("process", "link")
"""Roles of technologies that must each hold their own energy."""
ROLES = {"use": "input", "production": "output"}
"""What a flow of the table is in the library."""
PLACE = ["technology", "year"]


def check_energy(
    result: pd.DataFrame, system: System, contents: EnergyContents, excess: float = ROUNDED
) -> list[Problem]:
    """Return every technology and firm that gives more energy than it takes, with the year in which it gives most.

    Parameters
    ----------
    result
        Table RESULT.
    system
        System of the plan: units, tonnes of coal equivalent, owners and roles.
    contents
        Energy of goods beside the fuels, and what nature adds.
    excess
        Energy out beyond energy in, relative to energy in, of which nothing is told.

    Returns
    -------
    list
        CP-750 for a technology, CP-751 for a firm with its add-ons, CP-752 for more sun or ambient heat than there is,
        CP-753 if what the district buys and takes from nature is not what it sells, delivers and loses.
    """
    flows = _energy(result, system, contents)
    if flows.empty:
        return []
    sums = flows.pivot_table(index=PLACE, columns="quantity", values="energy", aggfunc="sum", fill_value=0.0)
    sums = sums.reindex(columns=["use", "production"], fill_value=0.0).reset_index()
    known = system.technologies.set_index("technology")
    for name in ("role", "firm", "library_id"):
        sums[name] = sums["technology"].map(known[name])
    given = sums["library_id"].isin(list(contents.ambient))
    sums["nature"] = (sums["production"] - sums["use"]).clip(lower=0.0).where(given, 0.0)
    own = sums[sums["role"].isin(CONVERTING) & ~given]
    firms = sums[sums["role"].isin((*CONVERTING, "add_on"))].groupby(["firm", "year"])[["use", "production", "nature"]]
    together = firms.sum().reset_index()
    together["use"] += together["nature"]
    return [
        *_beyond("CP-750", own.rename(columns={"technology": "place"}), excess),
        *_beyond("CP-751", together.rename(columns={"firm": "place"}), excess),
        *_ambient(sums[given], result, flows, contents),
        *_ledger(sums, result, system, contents),
    ]


def check_carbon(result: pd.DataFrame, system: System, district: District, carbon: CarbonTable) -> list[Problem]:
    """Return CP-754 for each technology whose CO2 is not its carbon in less its carbon out, with its worst year.

    Carbon that a flow says is ``burnt`` counts by the oxidised share, that of a ``balance`` whole; what has neither
    (carbon that stays in steel, plastics) does not count. Gas that another firm burns takes the carbon with it that was
    counted when it was made. Residuals of the inventory, which have no flows, are left out.
    """
    flags = district.flows.drop_duplicates(["technology", "commodity", "role"])
    exchanges = exchange_table(district)
    moved = exchanges.loc[exchanges["carbon_moves"] == "yes", "technology"]
    flows = result.loc[result["quantity"].isin(list(ROLES)), [*PLACE, "commodity", "quantity", "value"]]
    flows = flows.assign(role=flows["quantity"].map(ROLES))
    marks = flags[["technology", "commodity", "role", "carbon"]]
    flows = flows.merge(marks, on=["technology", "commodity", "role"], how="left")
    leaving = flows["technology"].isin(moved) & (flows["role"] == "input")
    flows = flows[leaving | flows["carbon"].isin(("balance", "burnt"))]
    leaving = leaving[flows.index]
    firms = flows["technology"].map(system.technologies.set_index("technology")["firm"])
    goods = flows["commodity"].map(system.commodities.set_index("commodity")["base"])
    known = {pair: carbon.of(*pair) for pair in set(zip(firms, goods, strict=True))}
    held = [known[pair] for pair in zip(firms, goods, strict=True)]
    burnt = (flows["carbon"] == "burnt").to_list()
    amounts = [each.burnt if burns else each.content for each, burns in zip(held, burnt, strict=True)]
    inward = (flows["role"] == "input") & ~leaving
    carried = (flows["value"] * amounts).where(inward, -flows["value"] * amounts)
    sums = carried.groupby([flows["technology"], flows["year"]]).sum()
    return list(_carbon_differences(result, system, district, sums))


def _energy(result: pd.DataFrame, system: System, contents: EnergyContents) -> pd.DataFrame:
    """Return what flows in and out of technologies, in PJ."""
    flows = result[result["quantity"].isin(("use", "production"))]
    flows = flows.assign(energy=flows["value"] * flows["commodity"].map(_held(system, contents)).fillna(0.0))
    return flows[flows["energy"] != 0.0]


def _held(system: System, contents: EnergyContents) -> pd.Series[float]:
    """Return the energy of one unit of each commodity, in PJ."""
    commodities = system.commodities.set_index("commodity")
    held = commodities["tce_per_unit"].astype(float) * GJ_PER_TCE
    named = commodities["base"].map(contents.goods)
    return held.where(named.isna(), named).fillna(0.0)


def _beyond(code: str, sums: pd.DataFrame, excess: float) -> Iterator[Problem]:
    wrong = sums[sums["production"] > sums["use"] * (1 + excess) + EXCESS]
    wrong = _worst(wrong.assign(beyond=wrong["production"] - wrong["use"]))
    for place, year, taken, given in zip(*(wrong[c] for c in ("place", "year", "use", "production")), strict=True):
        details = {"year": str(year), "taken": f"{taken:.4g}"}
        yield Problem(code, place=str(place), value=f"{given:.4g}", details=details, severity="warning")


def _worst(wrong: pd.DataFrame) -> pd.DataFrame:
    """Return of each place the year in which it is farthest off."""
    return wrong.sort_values(["place", "beyond"], ascending=[True, False], kind="stable").drop_duplicates("place")


def _ambient(
    given: pd.DataFrame, result: pd.DataFrame, flows: pd.DataFrame, contents: EnergyContents
) -> Iterator[Problem]:
    """Yield what takes more from sun or surroundings than there is."""
    standing = result[result["quantity"] == "total_capacity"].set_index(PLACE)["value"]
    power = flows[(flows["quantity"] == "use") & (flows["commodity"] == "electricity")].groupby(PLACE)["energy"].sum()
    rows = []
    for name, year, entry, out in zip(*(given[c] for c in (*PLACE, "library_id", "production")), strict=True):
        kind, most = contents.ambient[entry]
        sunlit = standing.get((name, year), 0.0) * HOURS * PJ_PER_MWH
        limit = most * (sunlit if kind == "sun" else power.get((name, year), 0.0))
        rows.append({"place": name, "year": year, "out": out, "most": limit, "beyond": out - limit * (1 + EXCESS)})
    found = pd.DataFrame(rows, columns=["place", "year", "out", "most", "beyond"])
    wrong = _worst(found[found["beyond"] > EXCESS])
    for name, year, out, limit in zip(*(wrong[c] for c in ("place", "year", "out", "most")), strict=True):
        details = {"year": str(year), "most": f"{limit:.4g}"}
        yield Problem("CP-752", place=str(name), value=f"{out:.4g}", details=details, severity="warning")


def _ledger(sums: pd.DataFrame, result: pd.DataFrame, system: System, contents: EnergyContents) -> Iterator[Problem]:
    """Yield each year in which energy bought and taken from nature is not what is sold, delivered, let go and lost."""
    inside = sums[sums["role"] != "purchase"]
    gained = (inside["production"] - inside["use"]).groupby(inside["year"]).sum()
    bought = sums[sums["role"] == "purchase"].groupby("year")["production"].sum()
    left = _left(result, system, contents)
    for year in system.years:
        balance = bought.get(year, 0.0) + gained.get(year, 0.0) - left.get(year, 0.0)
        if abs(balance) > EXCESS * max(1.0, bought.get(year, 0.0)):
            details = {"bought": f"{bought.get(year, 0.0):.4g}"}
            yield Problem("CP-753", place=str(year), value=f"{balance:.4g}", details=details, severity="warning")


def _left(result: pd.DataFrame, system: System, contents: EnergyContents) -> pd.Series[float]:
    """Return the energy of what is delivered or let go, by year, in PJ."""
    gone = result.loc[result["quantity"].isin(("disposal", "delivery")), ["commodity", "year", "value"]]
    rows = pd.concat([gone, system.parameter("demand")[["commodity", "year", "value"]]], ignore_index=True)
    energy = rows["value"] * rows["commodity"].map(_held(system, contents)).fillna(0.0)
    return energy.groupby(rows["year"]).sum()


def _carbon_differences(
    result: pd.DataFrame, system: System, district: District, carried: pd.Series[float]
) -> Iterator[Problem]:
    activity = result[result["quantity"] == "activity"].groupby(PLACE)["value"].sum()
    told = result[(result["quantity"] == "technology_emissions") & (result["emission"] == "co2")]
    found = pd.DataFrame({"carbon": carried, "found": told.groupby(PLACE)["value"].sum()}).fillna(0.0)
    found["activity"] = activity.reindex(found.index).fillna(0.0)
    found = found.reset_index(names=["place", "year"])
    roles = found["place"].map(system.technologies.set_index("technology")["role"])
    found = found[~roles.isin(("residual", "purchase"))]
    carbonates = found["place"].map(district.technologies["process_co2"]).fillna(0.0)
    found["carbon"] += carbonates * found["activity"]
    found["beyond"] = (found["found"] - found["carbon"]).abs()
    wrong = _worst(found[found["beyond"] > EXCESS * found["carbon"].abs().clip(lower=1.0)])
    for place, worst, made, shown in zip(*(wrong[c] for c in ("place", "year", "carbon", "found")), strict=True):
        details = {"year": str(worst), "carbon": f"{made:.6g}"}
        yield Problem("CP-754", place=str(place), value=f"{shown:.6g}", details=details, severity="warning")
