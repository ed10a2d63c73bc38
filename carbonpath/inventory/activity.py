"""ACTIVITY made ready for the methods: sorted, in few units, with measured properties apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import ACTIVITIES
from carbonpath.core.units import conversion_factor, is_unit
from carbonpath.inventory.carbon import ItemContent, item_content
from carbonpath.inventory.choice import Choice
from carbonpath.inventory.coal_basis import with_coal_as_received
from carbonpath.inventory.evidence import Evidence
from carbonpath.inventory.guideline_rules import ACCOUNT, refused
from carbonpath.inventory.keys import Keys, Mask, distinct_keys
from carbonpath.inventory.measured import ANY, measured_entries
from carbonpath.inventory.specification import Specification
from carbonpath.inventory.supply import single_suppliers
from carbonpath.reference.factors import Factors
from carbonpath.reference.fuels import carbon_items, feedstocks
from carbonpath.reference.guidelines import Guideline, guidelines_by_id

AMOUNT_BASES = ("t", "1e4_nm3", "GJ")
"""Units in which amounts are counted: mass, volume at normal conditions, energy."""

PROPERTY_BASES: Mapping[str, Mapping[str, str]] = {
    "net_calorific_value": {"GJ/t": "t", "GJ/1e4_nm3": "1e4_nm3"},
    "carbon_content_mass": {"tC/t": "t", "tC/1e4_nm3": "1e4_nm3"},
    "carbon_content": {"tC/GJ": ANY},
    "oxidation_factor": {"1": ANY},
    "property": {"1": ANY},
}
"""Units of each measured property, and the base of the amounts that it describes."""

KEYS = ("firm", "facility", "sector", "category", "activity", "item", "counterparty", "unit", "quality")
"""Text columns of ACTIVITY that repeat; kept as categories."""


@dataclass(frozen=True, slots=True)
class Activity:
    """Amounts and measured properties of one or several firms and years, and the rules that account them."""

    rows: pd.DataFrame
    """ACTIVITY rows that are amounts, sorted; repeating texts as categories; and `amount` in `base` (one of
    AMOUNT_BASES, blank for what is no amount of matter or energy), `guideline`, `group` of the fuel or
    material (blank: not in the reference tables), `feedstock` and `carbon`: whether the item carries carbon."""
    keys: Keys
    """Distinct keys of the rows, on which factors may depend."""
    content: ItemContent
    """Carbon and energy per unit of amount, for each key."""
    properties: pd.DataFrame
    """What firms measured: firm, facility, item, year, property, base, unit, value, source; also what a guideline does
    not accept."""
    evidence: Evidence
    """From what factors are chosen."""
    specification: Specification
    """Rules of the inventory."""

    @property
    def factors(self) -> Factors:
        """Reference tables."""
        return self.evidence.factors

    @property
    def guidelines(self) -> Mapping[str, Guideline]:
        """Guidelines by id."""
        return self.evidence.guidelines

    @property
    def carbon(self) -> Choice:
        """Carbon per unit of amount (tC) for each row."""
        return self.dealt(self.content.carbon)

    @property
    def energy(self) -> Choice:
        """Energy per unit of amount (GJ) for each row."""
        return self.dealt(self.content.energy)

    def dealt(self, choice: Choice) -> Choice:
        """Return a choice that was made for each key, dealt out to the rows."""
        return choice.at(self.keys.positions)

    def where(self, mask: Mask) -> Activity:
        """Return the same with fewer amounts, and with the keys that they have."""
        keys, used = self.keys.some(mask)
        return replace(self, rows=self.rows[mask], keys=keys, content=self.content.at(used))


def prepare_activity(activity: pd.DataFrame, factors: Factors, specification: Specification) -> Activity:
    """Return ACTIVITY sorted, converted to few units and with guideline and carbon noted.

    Raises
    ------
    DataError
        CP-330 unknown activity, CP-331 unknown unit, CP-332 property in a unit of another kind, CP-333 the same
        property measured twice, CP-334 a firm without guideline, CP-335 unknown guideline: all of them at once.
    """
    guidelines = guidelines_by_id(factors)
    table = activity.astype(dict.fromkeys(KEYS, "category"))
    is_property = table["activity"].isin(PROPERTY_BASES.keys())
    rows = _with_amounts(_sorted(table[~is_property]))
    properties, problems = measured_properties(table[is_property])
    properties = with_coal_as_received(properties)
    problems += _unknown(table, "activity", "CP-330", ACTIVITIES)
    problems += [
        Problem("CP-331", place=_first(table, "unit", unit), value=unit)
        for unit in table["unit"].cat.categories
        if not is_unit(unit)
    ]
    firms = {str(firm): specification.guideline_of(str(firm)) for firm in table["firm"].cat.categories}
    for firm, name in firms.items():
        if not name:
            problems.append(Problem("CP-334", value=firm))
        elif name not in guidelines:
            problems.append(Problem("CP-335", value=name, details={"firm": firm, "known": ", ".join(guidelines)}))
    require_valid(problems, DataError)
    rows["guideline"] = rows["firm"].map(firms).astype("category")
    rows["group"] = _group(rows, factors)
    rows["feedstock"] = isin(rows["item"], feedstocks(factors))
    rows["carbon"] = _carries_carbon(rows, properties, factors)
    keys = distinct_keys(rows)
    accepted = properties[~refused(properties, firms, factors, ACCOUNT)]
    evidence = Evidence(
        measured_entries(accepted), single_suppliers(rows), firms, guidelines, specification.equipment, factors
    )
    return Activity(rows, keys, item_content(keys, evidence), properties, evidence, specification)


def isin(column: pd.Series, wanted: Iterable[str]) -> Mask:
    """Tell which rows of a category column have one of the wanted values."""
    return _by_category(column, column.cat.categories.isin(list(wanted)))


def startswith(column: pd.Series, *prefixes: str) -> Mask:
    """Tell which rows of a category column start with one of the prefixes."""
    return _by_category(column, np.array([str(c).startswith(prefixes) for c in column.cat.categories], dtype=bool))


def _by_category(column: pd.Series, chosen: npt.NDArray[np.bool_]) -> Mask:
    codes = column.cat.codes.to_numpy()
    if not len(chosen):
        return np.zeros(len(codes), dtype=bool)
    found: Mask = chosen[codes]
    return found


def _sorted(table: pd.DataFrame) -> pd.DataFrame:
    """Return rows in an order that does not depend on the order in which they came."""
    columns = [table[name].cat.codes.to_numpy() for name in KEYS]
    order = np.lexsort([table["value"].to_numpy(), *columns[::-1], table["year"].to_numpy()])
    rows = table.iloc[order]
    tied = rows.duplicated([*KEYS, "year", "value"], keep=False)
    if tied.any():
        ordered = rows[tied].sort_values(["year", *KEYS, "value", "source"])
        rows.iloc[np.flatnonzero(tied), :] = ordered
    return rows.reset_index(drop=True)


def _with_amounts(rows: pd.DataFrame) -> pd.DataFrame:
    units = list(rows["unit"].cat.categories)
    bases = [_base_of(unit) for unit in units]
    scale = np.array([conversion_factor(u, b) if b else np.nan for u, b in zip(units, bases, strict=True)])
    codes = rows["unit"].cat.codes.to_numpy()
    amount = rows["value"].to_numpy() * scale[codes]
    base_codes = np.array([("", *AMOUNT_BASES).index(base) for base in bases], dtype=np.int64)
    base = pd.Categorical.from_codes(base_codes[codes], categories=pd.Index(["", *AMOUNT_BASES]))
    return rows.assign(amount=amount, base=base)


def _base_of(unit: str) -> str:
    return next((base for base in AMOUNT_BASES if _convertible(unit, base)), "")


def _convertible(unit: str, target: str) -> bool:
    try:
        conversion_factor(unit, target)
    except DataError:
        return False
    return True


def measured_properties(table: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """Return measured properties in the units of PROPERTY_BASES, and what is wrong with them."""
    problems: list[Problem] = []
    records: list[dict[str, object]] = []
    for row in table.to_dict("records"):
        targets = PROPERTY_BASES[str(row["activity"])]
        unit = str(row["unit"])
        target = next((name for name in targets if _convertible(unit, name)), None)
        if target is None:
            if is_unit(unit):
                details = {"property": str(row["activity"]), "item": str(row["item"]), "units": ", ".join(targets)}
                problems.append(Problem("CP-332", place=str(row["source"]), value=unit, details=details))
            continue
        named = {"property": row["activity"], "base": targets[target], "unit": target}
        value = float(str(row["value"])) * conversion_factor(unit, target)
        keys = {name: row[name] for name in ("firm", "facility", "item", "year", "source")}
        records.append({**keys, **named, "value": value})
    columns = ["firm", "facility", "item", "year", "property", "base", "unit", "value", "source"]
    properties = pd.DataFrame(records, columns=columns).astype({"year": "int64", "value": "float64"})
    properties = properties.sort_values([*columns[:6], "source"], ignore_index=True)
    twice = properties.duplicated(columns[:6])
    for row in properties[twice].to_dict("records"):
        details = {"property": str(row["property"]), "item": str(row["item"])}
        problems.append(Problem("CP-333", place=str(row["source"]), value=str(row["value"]), details=details))
    return properties, problems


def _group(rows: pd.DataFrame, factors: Factors) -> pd.Series:
    materials = dict(zip(factors.materials["material"], factors.materials["group"], strict=True))
    groups = {**materials, **dict(zip(factors.fuels["fuel"], factors.fuels["group"], strict=True))}
    return rows["item"].map(lambda item: groups.get(str(item), "")).astype("category")


def _carries_carbon(rows: pd.DataFrame, properties: pd.DataFrame, factors: Factors) -> Mask:
    known = isin(rows["item"], carbon_items(factors))
    contents = properties["property"].isin(("carbon_content", "carbon_content_mass")) & (properties["value"] > 0)
    measured = properties.loc[contents, ["firm", "item"]].drop_duplicates()
    for firm, item in measured.itertuples(index=False):
        known |= isin(rows["firm"], [str(firm)]) & isin(rows["item"], [str(item)])
    return known


def _unknown(table: pd.DataFrame, column: str, code: str, known: Iterable[str]) -> list[Problem]:
    names = frozenset(known)
    found = [str(value) for value in table[column].cat.categories if value not in names]
    return [
        Problem(code, place=_first(table, column, value), value=value, details={"known": ", ".join(sorted(names))})
        for value in found
    ]


def _first(table: pd.DataFrame, column: str, value: str) -> str:
    return str(table.loc[table[column] == value, "source"].min())
