"""The accounts of a district in decimal arithmetic, from the guidelines' equations, without any code of the inventory.

Only the CSV tables of factors are shared; they are read here with `csv`. The rules cover what the shipped firms do.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

D = Decimal
CARBON = D(44) / D(12)
DATA = Path(__file__).parents[1] / "carbonpath" / "reference" / "data"
BASES = {
    "t": ("t", D(1)),
    "GJ": ("GJ", D(1)),
    "MWh": ("GJ", D("3.6")),
    "1e4_nm3": ("1e4_nm3", D(1)),
    "1000Nm3": ("1e4_nm3", D("0.1")),
}
GREENHOUSE = {"CO2": D(1), "CH4": D(28), "N2O": D(265)}
STEEL, POWER, CEMENT = "CETS-AG-03.01-V01-2024", "CETS-AG-01.01-2022", "CETS-AG-02.01-V01-2024"
FAMILY = "ndrc_2013_2015_chemical_family"
TABLES = {
    STEEL: ("cets_ag_03_01_v01_2024", "general"),
    POWER: ("cets_ag_01_01_2022", "general"),
    CEMENT: ("general",),
    "NDRC-2014-petrochemical": (FAMILY, "general"),
    "NDRC-2013-flat-glass": ("general",),
    "GB/T 32150-2025": (FAMILY, "general"),
}
BALANCED = ("1A1c", "2C1", "2B10")
GRID = {2020: D("0.316"), 2021: D("0.3672"), 2022: D("0.4364")}
"""Grid factors of Hubei, tCO2/MWh."""

Row = Mapping[str, object]
Key = tuple[str, str, str, str, str, int]


def _table(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


class DecimalAccounts:
    """Emissions of ACTIVITY rows of firms under the guidelines of `TABLES`."""

    def __init__(self, rows: Iterable[Row], guidelines: Mapping[str, str]) -> None:
        self.rows = [dict(row) for row in rows]
        self.guidelines = guidelines
        self.groups = {row["material"]: row["group"] for row in _table("materials")}
        self.groups |= {row["fuel"]: row["group"] for row in _table("fuels")}
        self.numbers = {
            (r["table"], r[name], r["property"], r["unit"]): D(r["value"])
            for file, name in (("fuel_factors", "fuel"), ("process_factors", "material"))
            for r in _table(file)
        }
        self.vehicles = {
            (r["category"], r["fuel"], r["property"]): D(r["value"])
            for r in _table("mobile_factors")
            if r["default"] == "1"
        }
        self.measured = {
            (row["firm"], row["year"], row["item"], row["activity"]): _exact(row)
            for row in self.rows
            if row["activity"] in ("net_calorific_value", "carbon_content", "carbon_content_mass")
            and not (self.guidelines[str(row["firm"])] == STEEL and row["item"] == "coke")
        }

    def emissions(self) -> dict[Key, Decimal]:
        """Return t of gas by firm, facility, category, item, gas and year; zeros left out."""
        found: dict[Key, Decimal] = defaultdict(lambda: D(0))
        for row in self.rows:
            for category, gas, mass in self._released(row):
                key = (row["firm"], row["facility"], category, row["item"], gas, row["year"])
                found[tuple(key)] += mass  # type: ignore[index]
        for key, mass in self._purchased().items():
            found[key] += mass
        return {key: mass for key, mass in found.items() if mass}

    def _number(self, row: Row, name: str, unit: str) -> Decimal | None:
        for table in TABLES[self.guidelines[str(row["firm"])]]:
            found = self.numbers.get((table, row["item"], name, unit))
            if found is not None:
                return found
        return None

    def _known(self, row: Row, name: str, unit: str) -> Decimal | None:
        measured = self.measured.get((row["firm"], row["year"], row["item"], name))
        return measured if measured is not None else self._number(row, name, unit)

    def _energy(self, row: Row, base: str) -> Decimal | None:
        return D(1) if base == "GJ" else self._known(row, "net_calorific_value", f"GJ/{base}")

    def _carbon(self, row: Row, base: str) -> Decimal | None:
        measured = self.measured.get((row["firm"], row["year"], row["item"], "carbon_content_mass"))
        if measured is not None:
            return measured
        energy, per_energy = self._energy(row, base), self._known(row, "carbon_content", "tC/GJ")
        if energy is not None and per_energy is not None:
            return energy * per_energy
        content, factor = (
            self._number(row, "carbon_content_mass", "tC/t"),
            self._number(row, "emission_factor", "tCO2/t"),
        )
        return content if content is not None else None if factor is None else factor / CARBON

    def _oxidised(self, row: Row) -> Decimal:
        guideline = self.guidelines[str(row["firm"])]
        if guideline == STEEL:
            return D(1)
        if guideline in (POWER, CEMENT) and self.groups[str(row["item"])] == "coal":
            return D("0.99")
        found = self._number(row, "oxidation_factor", "1")
        assert found is not None, row
        return found

    def _released(self, row: Row) -> Iterable[tuple[str, str, Decimal]]:
        """Yield category, gas and mass of one row."""
        did, category = str(row["activity"]), str(row["category"])
        if str(row["unit"]) not in BASES:
            return
        base, scale = BASES[str(row["unit"])]
        amount, carbon = _exact(row) * scale, self._carbon(row, base)
        if did in ("combusted", "flared"):
            assert carbon is not None, row
            share = self._oxidised(row) if did == "combusted" or self._complete(row) else D("0.98")
            yield category, "CO2", amount * carbon * share * CARBON
        if did == "combusted":
            yield from self._other_gases(row, category, base, amount)
        if did in ("input", "output"):
            yield from self._processed(row, amount if did == "input" else -amount, carbon)

    def _processed(self, row: Row, amount: Decimal, carbon: Decimal | None) -> Iterable[tuple[str, str, Decimal]]:
        """Yield what a material releases; `amount` is negative where it leaves."""
        category, item = str(row["category"]), str(row["item"])
        if carbon is not None and (category in BALANCED or (self.groups.get(item) == "carbonate" and category)):
            yield category, "CO2", amount * carbon * CARBON
        elif item == "fcc_coke" and amount > 0:
            yield category, "CO2", amount * D("0.98") * CARBON
        elif (item, category) == ("clinker", "2A1"):
            yield category, "CO2", -amount * D("0.535")
        if amount < 0 and (item, category) in (("coke", "1A1c"), ("sinter", "2C1"), ("sinter", "")):
            methane = self._number(row, "ch4", "kg/t")
            assert methane is not None, row
            yield category or "2C1", "CH4", -amount * methane / D(1000)

    def _complete(self, row: Row) -> bool:
        return self.guidelines[str(row["firm"])] == STEEL

    def _other_gases(self, row: Row, category: str, base: str, amount: Decimal) -> Iterable[tuple[str, str, Decimal]]:
        energy = self._energy(row, base)
        assert energy is not None, row
        for gas in ("ch4", "n2o"):
            if category.startswith("1A3"):
                factor = self.vehicles.get((category[:4], str(row["item"]), gas))
            else:
                special = self._number(row, f"{gas}_energy_industry", "kg/TJ") if category.startswith("1A1") else None
                factor = special if special is not None else self._number(row, gas, "kg/TJ")
            assert factor is not None, row
            yield category, gas.upper(), amount * energy * factor / D(10) ** 6

    def _purchased(self) -> dict[Key, Decimal]:
        """Return CO2 of net purchases of power and heat."""
        net: dict[tuple[str, str, int], Decimal] = defaultdict(lambda: D(0))
        for row in self.rows:
            if row["item"] in ("electricity", "heat_steam", "heat_hot_water") and row["activity"] in (
                "purchased",
                "sold",
            ):
                sign = 1 if row["activity"] == "purchased" else -1
                key = (str(row["firm"]), str(row["item"]), int(str(row["year"])))
                net[key] += sign * _exact(row) * BASES[str(row["unit"])][1]
        return {
            (firm, "", "", item, "CO2", year): amount * (GRID[year] / D("3.6") if item == "electricity" else D("0.11"))
            for (firm, item, year), amount in net.items()
            if amount > 0
        }


def _exact(row: Row) -> Decimal:
    return D(repr(float(str(row["value"]))))
