"""Carbon of coal brought to the basis on which it is burnt.

``C_ar = C_d x (100 - M_ar) / 100`` from the dry basis, ``C_ar = C_ad x (100 - M_ar) / (100 - M_ad)`` from the air-dried
basis (CETS-AG-01.01 section 6.2.3). The laboratory's values come as properties named after the fuel:
``bituminous_carbon_dry``, ``bituminous_carbon_air_dried``, ``bituminous_moisture_as_received``,
``bituminous_moisture_air_dried``.
"""

from __future__ import annotations

import pandas as pd

CARBON_DRY = "_carbon_dry"
CARBON_AIR_DRIED = "_carbon_air_dried"
MOISTURE = "_moisture_as_received"
MOISTURE_AIR_DRIED = "_moisture_air_dried"

Row = dict[str, object]
Place = tuple[object, ...]

_PLACE = ("firm", "facility", "year")


def with_coal_as_received(properties: pd.DataFrame) -> pd.DataFrame:
    """Return measured properties with the carbon of coal as received, where it follows from another basis.

    A carbon content as received that the firm gives itself stays, and nothing is derived beside it.
    """
    rows = {(*_place(row), str(row["item"])): row for row in _records(properties, "property")}
    known = {(*_place(row), str(row["item"])) for row in _records(properties, "carbon_content_mass")}
    derived: list[Row] = []
    for (*place, name), row in rows.items():
        for suffix in (CARBON_DRY, CARBON_AIR_DRIED):
            fuel = str(name).removesuffix(suffix)
            if str(name).endswith(suffix) and (*place, fuel) not in known:
                derived += _derived(fuel, row, rows, tuple(place))
    if not derived:
        return properties
    return pd.concat([properties, pd.DataFrame(derived, columns=properties.columns)], ignore_index=True)


def _derived(fuel: str, carbon: Row, rows: dict[Place, Row], place: Place) -> list[Row]:
    """Return the carbon as received; nothing where the moisture is missing."""
    wet = rows.get((*place, f"{fuel}{MOISTURE}"))
    air_dried = rows.get((*place, f"{fuel}{MOISTURE_AIR_DRIED}"))
    is_dry = str(carbon["item"]).endswith(CARBON_DRY)
    if wet is None or (air_dried is None and not is_dry):
        return []
    used = [carbon, wet] + ([] if is_dry or air_dried is None else [air_dried])
    rest = 1.0 if is_dry or air_dried is None else 1.0 - _value(air_dried)
    value = _value(carbon) * (1.0 - _value(wet)) / rest
    told: Row = {"property": "carbon_content_mass", "base": "t", "unit": "tC/t", "item": fuel, "value": value}
    return [{**carbon, **told, "source": ";".join(str(one["source"]) for one in used)}]


def _records(properties: pd.DataFrame, name: str) -> list[Row]:
    chosen = properties[properties["property"] == name]
    return [{str(key): value for key, value in row.items()} for row in chosen.to_dict("records")]


def _place(row: Row) -> Place:
    return tuple(row[name] for name in _PLACE)


def _value(row: Row) -> float:
    return float(str(row["value"]))
