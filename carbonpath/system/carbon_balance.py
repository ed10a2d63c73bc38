"""Whether technologies whose emission is a carbon balance have as much carbon going in as coming out."""

from __future__ import annotations

from carbonpath.core.problems import Problem
from carbonpath.system.carbon import CarbonTable
from carbonpath.system.district import District

EXCESS = 0.02
"""Carbon out beyond carbon in, relative to carbon in, that the rounding of coefficients and contents explains."""


def check_carbon_balance(district: District, carbon: CarbonTable, excess: float = EXCESS) -> list[Problem]:
    """Return the warning CP-228 for each technology of more carbon out than in.

    An add-on may give more than it takes: what it saves at its host (coke) is its output, and its emission a credit.
    CO2 of carbonates (``process_co2``) leaves with the gas of the unit, so it belongs to what enters: the converters of
    the shipped works give 0.1916 t of CO2 with steel and gas, take 0.1642 t with metal and scrap, and 0.030 t with the
    dolomite that they burn.

    Parameters
    ----------
    district
        Technologies and flows, with library or surveyed coefficients.
    carbon
        Carbon by firm and commodity.
    excess
        Carbon out beyond carbon in, relative to carbon in, of which nothing is told.
    """
    technologies = district.technologies
    checked = technologies[(technologies["carbon_balance"] == "yes") & (technologies["role"] != "add_on")]
    flows = district.flows[district.flows["carbon"] == "balance"]
    held = [carbon.of(firm, base).content for firm, base in zip(flows["firm"], flows["base"], strict=True)]
    amounts = (flows["ratio"] * held).groupby([flows["technology"], flows["role"]]).sum().to_dict()
    carbonates = technologies["process_co2"].fillna(0.0)
    problems = []
    for name in checked.index:
        entering = amounts.get((name, "input"), 0.0) + carbonates[name]
        leaving = amounts.get((name, "output"), 0.0)
        if leaving > entering * (1 + excess):
            share = f"{leaving / entering - 1:+.1%}" if entering else "-"
            details = {"input": f"{entering:.4g}", "output": f"{leaving:.4g}", "limit": f"{excess:.0%}"}
            place = str(name)
            problems.append(Problem("CP-228", "technology_flows.csv", place, share, details, severity="warning"))
    return problems
