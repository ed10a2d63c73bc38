"""The technologies and commodities that a system names, with their labels."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.messages import LANGUAGES, text
from carbonpath.core.tables import as_table
from carbonpath.system.calibration import Calibration, residual_name
from carbonpath.system.district import District
from carbonpath.system.system import COMMODITIES, TECHNOLOGIES

MARKET = "market"
"""Sector of purchases, sales and exchanges, which emit nothing of their own accord."""


def technology_table(
    district: District, market: pd.DataFrame, exchanges: pd.DataFrame, calibration: Calibration
) -> pd.DataFrame:
    """Return table TECHNOLOGIES: processes of the firms, trades, exchanges and residual emissions."""
    parts = [
        _processes(district),
        _trades(district, market),
        _exchanges(district, exchanges),
        _residuals(calibration),
    ]
    table = pd.concat([part for part in parts if len(part)], ignore_index=True)
    return as_table(table.sort_values("technology", kind="stable"), TECHNOLOGIES)


def commodity_table(district: District) -> pd.DataFrame:
    """Return table COMMODITIES; `fuel` is the fuel id of commodities whose carbon is that of a fuel."""
    table = district.commodities.reset_index()
    table["fuel"] = table["carbon"].str.extract(r"^fuel:(.*)$", expand=False)
    return as_table(table, COMMODITIES)


def unit_by_base(district: District) -> pd.Series[str]:
    """Return the unit of each commodity by its name without firm."""
    return district.commodities["unit"].groupby(district.commodities["base"]).first()


def _processes(district: District) -> pd.DataFrame:
    own = district.technologies.reset_index()
    own["activity_unit"] = own["main_output"].map(unit_by_base(district))
    return own


def _trades(district: District, market: pd.DataFrame) -> pd.DataFrame:
    trades = market.drop_duplicates("technology").assign(sector=MARKET)
    trades["main_output"] = trades["commodity"]
    trades["activity_unit"] = trades["commodity"].map(district.commodities["unit"])
    return _labelled(trades, district)


def _exchanges(district: District, exchanges: pd.DataFrame) -> pd.DataFrame:
    table = exchanges.assign(sector=MARKET, role="exchange", firm=exchanges["from_firm"])
    table["main_output"] = table["output"]
    table["activity_unit"] = table["base"].map(unit_by_base(district))
    return _labelled(table, district)


def _residuals(calibration: Calibration) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "technology": residual_name(firm),
                "firm": firm,
                "sector": sector,
                "role": "residual",
                "activity_unit": "1",
                **{language: text("system.label.residual", language) for language in LANGUAGES},
            }
            for firm, sector in sorted(calibration.residuals)
        ]
    )


def _labelled(rows: pd.DataFrame, district: District) -> pd.DataFrame:
    """Return rows with the label of their role and commodity."""
    names = district.tables["commodities"].set_index("commodity")
    for language in LANGUAGES:
        commodities = rows["base"].map(names[language])
        rows[language] = [
            text(f"system.label.{role}", language, commodity=commodity)
            for role, commodity in zip(rows["role"], commodities, strict=True)
        ]
    return rows
