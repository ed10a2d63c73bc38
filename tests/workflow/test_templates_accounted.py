"""What any sector template asks for can be accounted, and together they reach every method."""

from __future__ import annotations

import math

import pytest

from carbonpath.core.schemas import ACTIVITY
from carbonpath.core.tables import as_table
from carbonpath.inventory.build import build_inventory
from carbonpath.inventory.methods import METHODS
from carbonpath.inventory.specification import Specification
from carbonpath.reference.factors import load_factors
from carbonpath.survey.codes import activity_rules, data_rows
from carbonpath.survey.form import usual_category
from carbonpath.survey.sectors import TEMPLATES, sector_template

NOT_ASKED = {"captured_carbon", "feedstock"}
"""CO2 that is captured or used, whose rows firms add; inputs that stay in products, which templates call feedstock."""
VALUES = {"net_calorific_value": 20.0, "carbon_content": 0.02, "carbon_content_mass": 0.5, "oxidation_factor": 98.0}


def accounted(name):
    """Return the emissions of a firm that fills every row of a template."""
    asked = sector_template(name)
    known = {facility.facility: facility for facility in asked.facilities}
    rows = [_row(asked, row, known.get(row.facility)) for row in asked.rows]
    rules = Specification(default_guideline=asked.guideline, region="hubei")
    return build_inventory(as_table(rows, ACTIVITY), load_factors(), rules)


def _row(asked, row, facility):
    own = usual_category(row.activity, facility.category) if facility and row.category != "none" else ""
    given = {
        "activity": row.activity,
        "item": row.item,
        "unit": row.unit,
        "facility": row.facility,
        "quality": "measured",
    }
    return given | {
        "firm": "F01",
        "sector": facility.sector if facility else asked.sector,
        "category": row.category.replace("none", "") or own,
        "counterparty": "outside" if activity_rules()[row.activity].counterparty else "",
        "year": 2020,
        "value": 15.0 if row.activity == "property" else VALUES.get(row.activity, 1000.0),
        "source": f"a.xlsx!{row.facility} {row.activity} {row.item}",
    }


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_row_of_a_template_is_accounted(name):
    emissions = accounted(name)

    assert all(math.isfinite(value) for value in emissions["value"])
    assert set(emissions["scope"]) >= {1} or name == "slag"
    assert (emissions["factor_source"] != "").all()


def test_together_the_templates_reach_every_method():
    used = {method for name in TEMPLATES for method in accounted(name)["method"]}

    assert {method.NAME for method in METHODS} - used <= NOT_ASKED


def test_every_item_of_the_survey_is_known_to_the_reference_tables():
    factors = load_factors()
    known = {*factors.fuels["fuel"], *factors.materials["material"]}
    free = {"waste_heat", "flux", "fly_ash", "pyrolysis_gasoline", "chemical_value_added"}
    surveyed = {row["item"] for row in data_rows("items.csv") if row["class"] != "property"}

    assert surveyed - known == free
