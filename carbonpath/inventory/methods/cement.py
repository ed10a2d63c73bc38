"""Clinker: CO2 of the raw meal.

``E = Q_clinker x EF - sum of M_alternative x f``, EF by kind of clinker: CETS-AG-02.01-V01-2024.
``EF = (FR1 - FR10) x 44/56 + (FR2 - FR20) x 44/40`` where the firm measured CaO and MgO of its clinker, and kiln dust
and the carbon of raw meal ``Q_meal x FR0 x 44/12`` under NDRC 2013 cement chapter 5 (GB/T 32151.8). CO2 only.

Carbonates that enter the kiln are counted with the clinker, hence as zero here.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.choice import MEASURED_TIER, Choice, fixed, joined
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.method import Released, emission_rows, require_factors
from carbonpath.inventory.process import (
    from_factor,
    material_number,
    measured_property,
    no_emission,
    parameter,
    released_carbon,
)
from carbonpath.inventory.row_uncertainty import either, interval

NAME = "cement"

DUST = ("cement_kiln_dust", "bypass_dust")
"""Dust that leaves the kiln calcined."""

_WITH_CLINKER = "counted with the clinker"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are clinker, kiln dust, alternative raw materials, or carbon in raw meal."""
    made = isin(rows["activity"], ("output",)) & isin(rows["group"], ("clinker",))
    raw = isin(rows["activity"], ("input",)) & (
        isin(rows["group"], ("alternative_raw_material",)) | rows["carbon"].to_numpy(dtype=bool)
    )
    found: Mask = isin(rows["category"], ("2A1",)) & (made | raw)
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return CO2 of clinker and dust, less what alternative raw materials save."""
    rows = activity.rows
    detailed = isin(rows["guideline"], (name for name, rule in activity.guidelines.items() if rule.clinker_by_analysis))
    clinker = isin(rows["activity"], ("output",)) & ~isin(rows["item"], DUST)
    dust = isin(rows["activity"], ("output",)) & isin(rows["item"], DUST)
    raw_meal = isin(rows["item"], ("raw_meal",)) & isin(rows["activity"], ("input",))
    alternative = isin(rows["group"], ("alternative_raw_material",))
    made = clinker | (dust & detailed)
    deducted = alternative & ~detailed
    elsewhere = ~(made | deducted | (raw_meal & detailed))
    parts = (
        _made(activity.where(made)),
        _deducted(activity.where(deducted)),
        released_carbon(activity.where(raw_meal & detailed), NAME),
        no_emission(activity.where(elsewhere), NAME, _WITH_CLINKER),
    )
    return pd.concat(parts, ignore_index=True)


def _made(activity: Activity) -> pd.DataFrame:
    measured = _by_analysis(activity)
    of_clinker = material_number(activity, "process_emission_factor", "EF")
    of_dust = parameter(activity, "clinker", "process_emission_factor", "EF")
    factor = activity.dealt(measured.otherwise(of_clinker).otherwise(of_dust))
    require_factors(activity.rows, factor, "CP-340")
    analysed = interval(activity.factors, "factor", "cao_in_clinker")
    width = either(factor.tier == MEASURED_TIER, analysed, interval(activity.factors, "factor", "clinker"))
    mass = activity.rows["amount"].to_numpy() * factor.value
    return emission_rows(activity, NAME, Released("CO2", mass, factor, width))


def _by_analysis(activity: Activity) -> Choice:
    """Return ``(FR1 - FR10) x 44/56 + (FR2 - FR20) x 44/40`` where CaO was measured."""
    size = len(activity.keys)
    share = {
        name: measured_property(activity, name, symbol)
        for name, symbol in (
            ("cao_in_clinker", "FR1"),
            ("cao_not_from_carbonate", "FR10"),
            ("mgo_in_clinker", "FR2"),
            ("mgo_not_from_carbonate", "FR20"),
        )
    }
    known = {name: choice.otherwise(fixed(size, 0.0, 0, "")) for name, choice in share.items()}
    lime = parameter(activity, "calcium_oxide", "process_emission_factor", "EF_CaO")
    magnesia = parameter(activity, "magnesium_oxide", "process_emission_factor", "EF_MgO")
    value = (known["cao_in_clinker"].value - known["cao_not_from_carbonate"].value) * lime.value + (
        known["mgo_in_clinker"].value - known["mgo_not_from_carbonate"].value
    ) * magnesia.value
    tier = share["cao_in_clinker"].tier
    return Choice(value, tier, joined(*known.values())).where(tier > 0)


def _deducted(activity: Activity) -> pd.DataFrame:
    factor = activity.dealt(material_number(activity, "deduction", "f"))
    saved = Choice(-factor.value, factor.tier, factor.source)
    return from_factor(activity, NAME, saved, interval(activity.factors, "factor", "clinker"))
