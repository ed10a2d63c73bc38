"""What the bureau's own tables say of its firms beyond their surveys: capacities and hosts of facilities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from carbonpath.core.tables import read_csv

_COLUMNS = {
    "assets": {"firm", "library_id", "capacity", "unit", "start_year", "latest_retire_year"},
    "technologies": {"library_id", "main_output"},
    "commodities": {"commodity", "survey_item"},
    "facilities": {"firm", "library_id", "facility"},
}
_NUMBERS = ["capacity", "start_year", "latest_retire_year"]


def register_files(inventory_folder: Path) -> tuple[Path, ...]:
    """Return the tables behind the capacities, those that are there."""
    paths = (inventory_folder / "system" / f"{name}.csv" for name in _COLUMNS)
    return tuple(path for path in paths if path.is_file())


def capacity_register(inventory_folder: Path, years: Iterable[int]) -> pd.DataFrame | None:
    """Return what the assets of each facility can make a year, or None for a project without such tables.

    Tables that do not fit are told where the district is read; here they give no register.

    Returns
    -------
    pandas.DataFrame | None
        Columns firm, facility, item, year, unit, capacity: assets that stand in the year, added up. An asset whose
        technology runs in several facilities of its firm counts for the firm as a whole (blank facility).
    """
    tables = {path.stem: read_csv(path) for path in register_files(inventory_folder)}
    if any(not wanted <= set(tables.get(name, ())) for name, wanted in _COLUMNS.items()):
        return None
    assets = _assets(tables)
    standing = [
        assets[(assets["start_year"] <= year) & (year <= assets["latest_retire_year"])].assign(year=year)
        for year in sorted(set(years))
    ]
    if not standing:
        return None
    keys = ["firm", "facility", "item", "year", "unit"]
    return pd.concat(standing).groupby(keys)["capacity"].sum().reset_index()


def _assets(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the assets with the facility in which each stands and the item that it makes."""
    technologies, commodities = tables["technologies"], tables["commodities"]
    items = dict(zip(commodities["commodity"], commodities["survey_item"], strict=True))
    made = {t: items.get(c, "") for t, c in zip(technologies["library_id"], technologies["main_output"], strict=True)}
    assets = tables["assets"]
    assets = assets.assign(
        item=assets["library_id"].map(made).fillna(""),
        facility=_facility_of(assets, tables["facilities"]),
        **{name: pd.to_numeric(assets[name], errors="coerce") for name in _NUMBERS},
    )
    return assets[assets["item"] != ""].dropna(subset=_NUMBERS)


def host_facilities(facilities: pd.DataFrame) -> Mapping[tuple[str, str], str]:
    """Return the facility to which a fuel burnt in another belongs, by firm and facility."""
    if "host" not in facilities.columns:
        return {}
    rows = facilities[facilities["host"] != ""]
    return {(f, name): host for f, name, host in zip(rows["firm"], rows["facility"], rows["host"], strict=True)}


def _facility_of(assets: pd.DataFrame, facilities: pd.DataFrame) -> list[str]:
    pairs = list(zip(facilities["firm"], facilities["library_id"], strict=True))
    count = Counter(pairs)
    named = dict(zip(pairs, facilities["facility"], strict=True))
    wanted = zip(assets["firm"], assets["library_id"], strict=True)
    return [named[pair] if count[pair] == 1 else "" for pair in wanted]
