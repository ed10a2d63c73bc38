"""Report forms of firms as workbooks, each under the guideline of its firm."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd

from carbonpath.core.errors import UsageError
from carbonpath.core.messages import Language
from carbonpath.core.problems import Problem
from carbonpath.core.sheets import Sheet
from carbonpath.exports.book import write_book
from carbonpath.inventory.forms.details import monthly_amounts, report_details
from carbonpath.inventory.forms.ndrc import ndrc_forms
from carbonpath.inventory.forms.power import power_forms
from carbonpath.inventory.forms.steel import steel_forms
from carbonpath.inventory.forms.words import FirmFacts, FormInput
from carbonpath.workflow.inventory import ProjectInventory
from carbonpath.workflow.project import Project
from carbonpath.workflow.registers import capacity_register
from carbonpath.workflow.surveys import read_facilities

Forms = Callable[[FormInput], tuple[Sheet, ...]]

BY_GUIDELINE: tuple[tuple[str, Forms], ...] = (
    (r"CETS-AG-03\.", steel_forms),
    (r"CETS-AG-01\.", power_forms),
    (r"", ndrc_forms),
)
"""Forms by the beginning of the guideline's id; the first that fits serves."""


def write_forms(
    project: Project, inventory: ProjectInventory, firms: Sequence[str], year: int, folder: Path, language: Language
) -> list[Path]:
    """Write one workbook a firm into `folder` and return the files.

    Parameters
    ----------
    project, inventory
        The project and its inventory.
    firms
        Codes of firms; none: every firm that reported the year.
    year
        Year.
    folder
        Where they go.
    language
        Language of the forms.

    Raises
    ------
    UsageError
        CP-131 for a year that was not surveyed, CP-375 for each firm that did not report it.
    StorageError
        CP-901 if the disk refuses.
    """
    inventory.require_year(year)
    activity = inventory.surveys.activity
    reported = sorted(set(activity.loc[activity["year"] == year, "firm"]))
    unknown = [name for name in firms if name not in reported]
    if unknown:
        known = {"year": str(year), "known": ", ".join(reported)}
        raise UsageError(*(Problem("CP-375", value=name, details=known) for name in unknown))
    details = report_details(inventory.emissions, inventory.prepared)
    months = monthly_amounts(inventory.prepared, inventory.surveys.monthly)
    facts = _facts(project, inventory, year, language)
    paths: list[Path] = []
    for firm in firms or reported:
        given = FormInput(
            facts[firm],
            year,
            language,
            inventory.prepared,
            _own(inventory.emissions, firm, year),
            _own(details, firm, year),
            months,
        )
        forms = next(forms for beginning, forms in BY_GUIDELINE if re.match(beginning, given.guideline))
        paths.append(folder / f"{firm}-{year}-forms.xlsx")
        write_book(forms(given), paths[-1], f"{firm} {year}")
    return paths


def _own(table: pd.DataFrame, firm: str, year: int) -> pd.DataFrame:
    return table[(table["firm"] == firm) & (table["year"] == year)].reset_index(drop=True)


def _facts(project: Project, inventory: ProjectInventory, year: int, language: Language) -> dict[str, FirmFacts]:
    facilities = read_facilities(project)
    register = capacity_register(project.inventory_folder, [year])
    capacities = (
        pd.DataFrame(columns=["firm", "facility", "item", "capacity", "unit"]) if register is None else register
    )
    return {
        str(row["firm"]): FirmFacts(
            str(row["firm"]),
            str(row[language]),
            inventory.surveys.credit_codes.get(str(row["firm"]), ""),
            str(row["illustrative"]) == "yes",
            dict(facilities.loc[facilities["firm"] == row["firm"], ["facility", language]].itertuples(index=False)),
            tuple(
                (str(facility), str(item), float(capacity), str(unit))
                for facility, item, capacity, unit in capacities.loc[
                    capacities["firm"] == row["firm"], ["facility", "item", "capacity", "unit"]
                ].itertuples(index=False)
            ),
        )
        for row in inventory.firms.to_dict("records")
    }
