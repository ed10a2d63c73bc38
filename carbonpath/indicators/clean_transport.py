"""How bulk goods travel: freight by mode, the clean share and its rule, new-energy vehicles on the road.

What counts as clean is decided by the members of the group ``clean_freight``, so that an assessment which counts
new-energy trucks and one which does not use the same code.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from carbonpath.indicators.groups import limit_of, weighted_activity
from carbonpath.indicators.rows import as_indicator, complete, ratio, require_equal, stack, sum_by
from carbonpath.indicators.tables import Specification, Tables

MODES: Mapping[str, str] = {
    "belt": "belt_freight",
    "water": "water_freight",
    "rail": "rail_freight",
    "road_new_energy": "nev_freight",
}
"""Group behind each mode; the rest of the road is ``road_conventional``."""


def indicate(tables: Tables, specification: Specification) -> pd.DataFrame:
    """Return ``freight`` (Gtkm) and ``freight_share`` by mode, ``clean_share`` and its rule, ``nev_share`` of roads.

    Raises
    ------
    VerificationError
        CP-725 if the modes do not add up to bulk freight.
    """
    bulk = sum_by(weighted_activity(tables, "bulk_freight"))
    if bulk.empty:
        return stack([])
    modes = pd.concat([_mode(tables, mode, group) for mode, group in MODES.items()], ignore_index=True)
    modes = pd.concat([modes, _conventional(tables)], ignore_index=True)
    require_equal(sum_by(modes), bulk, "CP-725")
    clean = ratio(_part(tables, "clean_freight", bulk), bulk)
    road = sum_by(weighted_activity(tables, "road_freight"))
    new_energy = ratio(_part(tables, MODES["road_new_energy"], road), road)
    rule = limit_of(tables, "min_group_share", "clean_freight", "bulk_freight")
    return stack(
        [
            as_indicator(complete(modes, tables), "freight", "Gtkm"),
            as_indicator(bulk, "freight", "Gtkm"),
            as_indicator(ratio(complete(modes, tables), bulk), "freight_share", "1", "bulk_freight"),
            as_indicator(clean, "clean_share", "1", "bulk_freight"),
            as_indicator(rule, "clean_share_rule", "1", "bulk_freight"),
            as_indicator(new_energy, "nev_share", "1", "road_freight"),
        ]
    )


def _mode(tables: Tables, mode: str, group: str) -> pd.DataFrame:
    return sum_by(weighted_activity(tables, group)).assign(item=mode)


def _conventional(tables: Tables) -> pd.DataFrame:
    road, new_energy = (sum_by(weighted_activity(tables, name)) for name in ("road_freight", "nev_freight"))
    rest = pd.concat([road, new_energy.assign(value=-new_energy["value"])], ignore_index=True)
    return sum_by(rest).assign(item="road_conventional")


def _part(tables: Tables, group: str, whole: pd.DataFrame) -> pd.DataFrame:
    """Return the freight of a group in every year of `whole`, zero where the result has none."""
    return sum_by(pd.concat([sum_by(weighted_activity(tables, group)), whole.assign(value=0.0)], ignore_index=True))
