"""The stories of the scenarios: every number of their sentences is one that a plan says, or a name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from shipped import shipped_system
from stories import PAGES, told

from carbonpath.core.messages import LANGUAGES

NUMBER = re.compile(r"\d+(?:\.\d+)?")
TOTAL = ("boundary_emissions", "scope1+import")


def sections(language):
    """Return the sentences of each story, without code, tables and formulas."""
    found = {}
    for part in re.split(r"^## ", PAGES[language], flags=re.MULTILINE)[1:]:
        head, *lines = part.splitlines()
        name = re.search(r"`(\S+)`", head)
        prose = " ".join(line for line in lines if not line.startswith("|"))
        found[name[1] if name else ""] = re.sub(r"`[^`]*`|CO2|CO₂|NOx", "", prose)
    return found


@dataclass(frozen=True)
class Claim:
    """Something that a story says with numbers."""

    scenario: str
    """Story."""
    en: str
    """Numbers of the English sentence."""
    zh: str
    """Numbers of the Chinese sentence, which has other units."""
    holds: Callable[[], bool]
    """Whether the plans say so."""


def years_of(scenario, quantity, name, least=1e-6):
    """Return the years in which something is more than nothing."""
    return [year for year, value in told(scenario, quantity, name).items() if value > least]


def against(scenario, quantity, name):
    """Return by which part a scenario differs from the reference, by year."""
    one, other = told(scenario, quantity, name), told("reference", quantity, name)
    return {year: one.get(year, 0.0) / value - 1.0 for year, value in other.items()}


def peak(scenario):
    path = told(scenario, *TOTAL)
    return max(path, key=path.get)


def nox(scenario, year):
    return round(told(scenario, "group_activity", "nox")[year], 2)


def weight(group, technology):
    groups = shipped_system("reference").groups
    return float(groups.loc[(groups["group"] == group) & (groups["technology"] == technology), "weight"].iloc[0])


def nox_saved(first):
    return [part for year, part in against("clean-transport", "group_activity", "nox").items() if year >= first]


def two_years_at_the_top():
    path = told("reference", *TOTAL)
    return [year for year, value in path.items() if value > max(path.values()) - 0.01] == [2026, 2027]


def part_of_freight():
    """Return whether 5 to 16 % of the NOx of freight are saved from 2025 on."""
    system = shipped_system("reference")
    own = system.technologies.loc[system.technologies["sector"] == "transport", "technology"]
    names = set(system.groups.loc[system.groups["group"] == "nox", "technology"]) & set(own)
    parts = []
    for year in range(2025, 2036):
        freight = (
            sum(weight("nox", name) * told(plan, "annual_activity", name).get(year, 0.0) for name in sorted(names))
            for plan in ("clean-transport", "reference")
        )
        clean, reference = freight
        parts.append(100 * (1 - clean / reference))
    return (round(min(parts)), round(max(parts))) == (5, 16)


def more_swapped_batteries():
    one, other = (told(name, "annual_activity", "F08.TRK_BEV_SWAP") for name in ("clean-transport", "reference"))
    return max(year for year, value in one.items() if value > other[year]) == 2032


def diesel_locomotives_leave():
    return all(max(years_of(name, "annual_activity", "F08.RAIL_DIESEL")) <= 2027 for name in ("reference", "deep"))


def coal_power_gives_way():
    units = {name: told("coal-cap", "annual_activity", f"F04.{name}") for name in ("COAL_CHP_SC350", "COAL_CHP_SUB300")}
    half = 0.5 * told("reference", "annual_activity", "F04.COAL_CHP_SC350")[2032]
    below = [year for year, value in units["COAL_CHP_SC350"].items() if value < half]
    return (
        below == [2032, 2033, 2034, 2035] and max(units["COAL_CHP_SUB300"].get(y, 0.0) for y in range(2021, 2036)) < 0.2
    )


def gas_for_a_tonne_of_hydrogen():
    names = ("use", "F09.COG_PSA/F09.coke_oven_gas"), ("production", "F09.COG_PSA/F09.psa_tail_gas")
    taken, back = (told("hydrogen-island", *name)[2030] for name in names)
    return round((taken - back) / told("hydrogen-island", "annual_activity", "F09.COG_PSA")[2030]) == 125


def capture_stays_away():
    names = ("F01.BF_TGR", "F01.BF_CCS", "F03.CRACKER_CCS", "F06.CLINKER_CCS", "F02.H2_CCS", "F01.H2_CCS")
    prices = shipped_system("combined").parameter("emission_price")["value"]
    return prices.max() == 200.0 and not any(years_of("combined", "annual_activity", name) for name in names)


def electric_furnaces_reach_their_ceiling():
    limits = shipped_system("deep").parameter("max_capacity")
    ceiling = limits.loc[(limits["technology"] == "F01.EAF_SCRAP") & (limits["year"] == 2035), "value"].iloc[0]
    return ceiling == round(told("deep", "total_capacity", "F01.EAF_SCRAP")[2035], 6) == 3.0


CLAIMS = (
    Claim("reference", "2026 2027", "2026 2027", two_years_at_the_top),
    Claim("reference", "2028", "2028", lambda: years_of("reference", "new_capacity", "F01.EAF_SCRAP") == [2028]),
    Claim("reference", "7", "7", lambda: told("reference", "total_capacity", "F01.BF_BAT")[2022] >= 3.1),
    Claim("reference", "2.8", "280", lambda: told("reference", "total_capacity", "F02.FCC")[2025] >= 2.8),
    Claim("coal-cap", "2021", "2021", lambda: years_of("coal-cap", "group_limit_price", "coal_use")[0] == 2021),
    Claim("coal-cap", "330 350 2032 2", "330 350 2032", coal_power_gives_way),
    Claim(
        "clean-transport",
        "2022 2025 0.3 1.0",
        "2022 2025 0.3 1.0",
        lambda: (
            max(nox_saved(2022)) < 0.0
            and [round(100 * edge(nox_saved(2025)), 1) for edge in (max, min)] == [-0.3, -1.0]
        ),
    ),
    Claim(
        "clean-transport",
        "13.26 13.34 2025 12.42 12.55 2027",
        "13.26 13.34 2025 12.42 12.55 2027",
        lambda: (
            [nox(name, year) for year in (2025, 2027) for name in ("clean-transport", "reference")]
            == [13.26, 13.34, 12.42, 12.55]
        ),
    ),
    Claim("clean-transport", "5 16", "5 16", part_of_freight),
    Claim(
        "clean-transport",
        "0.2",
        "0.2",
        lambda: max(map(abs, against("clean-transport", *TOTAL).values())) < 0.002,
    ),
    Claim("clean-transport", "2032", "2032", more_swapped_batteries),
    Claim("clean-transport", "2027", "2027", diesel_locomotives_leave),
    Claim("clean-transport", "2024 24", "2024 24", lambda: "2024〕24" in PAGES["en"]),
    Claim("clean-transport", "0.245 1000", "0.245", lambda: weight("nox", "F08.RAIL_DIESEL") == 0.245),
    Claim("clean-transport", "0.079", "0.079", lambda: weight("nox", "F08.TRK_DIESEL_VI") == 0.079),
    Claim("clean-transport", "0.123", "0.123", lambda: weight("nox", "F08.SHIP_INLAND") == 0.123),
    Claim("hydrogen-island", "125", "125", gas_for_a_tonne_of_hydrogen),
    Claim(
        "combined",
        "2030",
        "2030",
        lambda: (
            told("combined", "group_limit_price", "coal_use")[2030]
            < told("coal-cap", "group_limit_price", "coal_use")[2030]
        ),
    ),
    Claim("combined", "200", "200", capture_stays_away),
    Claim(
        "energy-efficiency",
        "2031",
        "2031",
        lambda: years_of("energy-efficiency", "new_capacity", "F04.CCGT_CHP")[0] == 2032,
    ),
    Claim(
        "energy-efficiency",
        "330",
        "330",
        lambda: (
            sum(told("energy-efficiency", "annual_activity", "F04.COAL_CHP_SUB300").values())
            < sum(told("reference", "annual_activity", "F04.COAL_CHP_SUB300").values())
        ),
    ),
    Claim(
        "energy-efficiency",
        "2028",
        "2028",
        lambda: (
            min(against("energy-efficiency", "group_activity", "coal_use")[year] for year in range(2028, 2036))
            > -5e-4
            > against("energy-efficiency", "group_activity", "coal_use")[2027]
        ),
    ),
    Claim(
        "carbon-market",
        "2028",
        "2028",
        lambda: (
            max(years_of("carbon-market", "annual_activity", "F06.CLINKER_OLD")) == 2027
            and all(abs(against("carbon-market", *TOTAL)[year]) < 1e-3 for year in range(2020, 2028))
        ),
    ),
    Claim(
        "carbon-market",
        "2031",
        "2031",
        lambda: (
            told("carbon-market", "total_capacity", "F01.BF_COG_H2")[2030] < 3.45
            and told("carbon-market", "total_capacity", "F01.BF_COG_H2")[2031] > 4.0
        ),
    ),
    Claim(
        "carbon-market", "2034", "2034", lambda: years_of("carbon-market", "annual_activity", "F02.CO2_TS")[0] == 2034
    ),
    Claim("deep", "2033", "2033", lambda: years_of("deep", "group_limit_price", "coal_use") == list(range(2021, 2034))),
    Claim("deep", "3", "300", electric_furnaces_reach_their_ceiling),
    Claim("deep", "2021", "2021", lambda: peak("deep") == 2021),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_a_sentence_is_claimed(language):
    said = {name: set(NUMBER.findall(prose)) for name, prose in sections(language).items()}

    claimed = {name: set() for name in said}
    for claim in CLAIMS:
        claimed[claim.scenario] |= set(getattr(claim, language).split())
    assert said == claimed


@pytest.mark.slow
@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: f"{claim.scenario} {claim.en}")
def test_claim_is_what_the_plans_say(claim):
    assert claim.holds()
