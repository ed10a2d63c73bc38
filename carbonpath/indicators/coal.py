"""Coal consumption by firm, by kind and in all, and the limit it must keep to.

Coal is what the members of the group ``coal_use`` buy, weighted in tonnes of coal equivalent: the definition of the
limit itself. A purchase that serves the whole district is shared out to firms in proportion to their use of it.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.indicators.groups import limit_of, weighted_activity
from carbonpath.indicators.rows import KEYS, as_indicator, complete, select, stack, sum_by
from carbonpath.indicators.tables import SHARED, Specification, Tables

GROUP = "coal_use"
"""Group of coal purchases."""
BOUNDARY = "coal_including_coking"
"""What is counted."""


def indicate(tables: Tables, specification: Specification) -> pd.DataFrame:
    """Return ``coal`` in Mtce by firm, by kind of coal and in all, and ``coal_cap`` where coal is limited."""
    bought = weighted_activity(tables, GROUP)
    if bought.empty:
        return stack([])
    firms = complete(sum_by(_attributed(bought, tables), "firm"), tables)
    kinds = complete(sum_by(_by_kind(bought, tables), "item"), tables)
    total = complete(sum_by(bought), tables)
    cap = limit_of(tables, "max_group_activity", GROUP)
    return stack(
        [
            *(as_indicator(part, "coal", "Mtce", BOUNDARY) for part in (firms, kinds, total)),
            as_indicator(cap, "coal_cap", "Mtce", BOUNDARY),
        ]
    )


def _by_kind(bought: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    bases = dict(zip(tables.commodities["commodity"], tables.commodities["base"], strict=True))
    return bought.assign(item=bought["main_output"].map(bases))


def _attributed(bought: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Return purchases with those of the whole district shared out to firms."""
    owned, common = bought.loc[bought["firm"] != SHARED], bought.loc[bought["firm"] == SHARED]
    by = [*KEYS, "year", "main_output"]
    used = select(tables, "use").drop(columns="main_output").rename(columns={"commodity": "main_output"})
    used = used.groupby([*by, "firm"])["value"].sum().reset_index()
    used["share"] = used["value"] / used.groupby(by)["value"].transform("sum")
    spread = common.drop(columns="firm").merge(used[[*by, "firm", "share"]], on=by, how="left", validate="m:m")
    spread["firm"] = spread["firm"].fillna(SHARED)
    spread["value"] = spread["value"] * spread["share"].fillna(1.0)
    return pd.concat([owned, spread.drop(columns="share")], ignore_index=True)
