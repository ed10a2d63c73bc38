"""The same sources through an independent program, bonsai-ipcc, where its interpreter is at hand.

It asks for older libraries than carbonpath, so it lives in an environment of its own: set CARBONPATH_BONSAI_PYTHON to
the Python of an environment with ``pip install bonsai-ipcc==0.5.3``. Without it these tests are left out; what the
program gave for the worked examples we8 to we11 stands in ``test_worked_examples.py``.
"""

from __future__ import annotations

import json
import os
import subprocess

import pytest

PYTHON = os.environ.get("CARBONPATH_BONSAI_PYTHON", "")

pytestmark = pytest.mark.skipif(not PYTHON, reason="needs the interpreter of bonsai-ipcc")

CALL = """
import importlib, json, sys
calls = json.load(sys.stdin)
print(json.dumps([float(getattr(importlib.import_module("bonsai_ipcc." + m), f)(**a)) for m, f, a in calls]))
"""
METAL, MINERAL = "industry.metal.elementary", "industry.mineral.elementary"
WASTE = "waste.incineration.elementary"
STEEL = {"pc": 4.5e5, "c_pc": 0.83, "ci": 2e4, "c_ci": 0.8, "l": 6e4, "c_l": 0.12, "d": 2e4, "c_d": 0.13, "ce": 500}
STEEL |= {"c_ce": 1.0, "c_cob_a": 0, "c_o_b": 0, "cog": 0, "c_cog": 0, "s": 1e6, "c_s": 0.01}
STEEL |= {"ip": 0, "c_ip": 0, "bfg": 3e5, "c_bfg": 0.18}
CALLS = {
    "clinker": (MINERAL, "ef_clc", {"cao_in_clinker": 0.65, "ckd_correc_fact": 1.0}),
    "coke": (METAL, "co2_coke_tier1b_", {"cc": 1.3e6, "c_cc": 0.73, "ck": 1e6, "c_ck": 0.83}),
    "sinter": (METAL, "co2_sinter_tier2_", {"cbr": 5e4, "c_cbr": 0.83, "cog": 0, "c_cog": 0, "bfg": 0, "c_bfg": 0}),
    "steel": (METAL, "co2_steelmaking_tier2_", STEEL),
    "waste": (WASTE, "co2_emissions", {"waste": 1e5, "dm": 1.0, "cf": 0.2, "fcf": 0.39, "of": 0.95}),
    "waste_ch4": (WASTE, "ch4_emissions", {"waste": 100, "ef_ch4": 0.2}),
}
CALLS["sinter"][2]["c_pm_a"] = 0


@pytest.fixture(scope="module")
def theirs():
    """Return what the other program gives for each call."""
    told = subprocess.run(
        [PYTHON, "-c", CALL], input=json.dumps([*CALLS.values()]), capture_output=True, check=True, text=True
    )
    return dict(zip(CALLS, json.loads(told.stdout.splitlines()[-1]), strict=True))


def _carbon(row, **contents):
    return [row("F01", "", "", "carbon_content_mass", item, value, "tC/t") for item, value in contents.items()]


def _carbon_dioxide(table):
    return float(table.loc[(table["gas"] == "CO2") & (table["scope"] == 1), "value"].sum())


def test_clinker_by_its_lime(row, account, theirs):
    """They divide 0.43971 by 0.5603, rounded molar masses of limestone; ours takes 44/56: 0.12 % apart."""
    table = account(
        row("F06", "kiln", "2A1", "output", "clinker", 1, "t"),
        row("F06", "", "", "property", "cao_in_clinker", 0.65, "1"),
        guideline="NDRC-2013-cement",
    )

    assert _carbon_dioxide(table) == pytest.approx(theirs["clinker"], rel=1.3e-3)


def test_coke_ovens(row, account, theirs):
    table = account(
        row("F01", "oven", "1A1c", "input", "washed_coal", 1.3e6, "t"),
        row("F01", "oven", "1A1c", "output", "coke", 1e6, "t"),
        *_carbon(row, washed_coal=0.73, coke=0.83),
    )

    assert _carbon_dioxide(table) == pytest.approx(theirs["coke"], rel=1e-9)


def test_coke_of_the_sinter_strand(row, account, theirs):
    table = account(
        row("F01", "sinter", "1A2a", "combusted", "coke", 5e4, "t"), *_carbon(row, coke=0.83), guideline="IPCC-2006"
    )

    assert _carbon_dioxide(table) == pytest.approx(theirs["sinter"], rel=1e-9)


def test_furnaces_and_steel_shop_as_one(row, account, theirs):
    """Gas given to others leaves the balance: 300 000 t of 0.18 tC/t are 540 tC of 10^4 Nm3 as ours counts volumes."""
    table = account(
        row("F01", "works", "2C1", "input", "coke", 4.5e5, "t"),
        row("F01", "works", "2C1", "input", "anthracite", 2e4, "t"),
        row("F01", "works", "2C1", "input", "limestone", 6e4, "t"),
        row("F01", "works", "2C1", "input", "dolomite", 2e4, "t"),
        row("F01", "works", "2C1", "input", "electrode", 500, "t"),
        row("F01", "works", "2C1", "output", "crude_steel", 1e6, "t"),
        row("F01", "works", "2C1", "output", "blast_furnace_gas", 1e5, "1e4_nm3"),
        row("F01", "", "", "carbon_content_mass", "blast_furnace_gas", 0.54, "tC/1e4_nm3"),
        *_carbon(row, coke=0.83, anthracite=0.8, limestone=0.12, dolomite=0.13, electrode=1.0, crude_steel=0.01),
    )

    assert _carbon_dioxide(table) == pytest.approx(theirs["steel"], rel=1e-9)


def test_waste_burnt(row, account, theirs):
    table = account(
        row("F21", "grate", "4C1", "combusted", "municipal_solid_waste", 1e5, "t"), guideline="GB/T 32150-2025"
    )

    assert _carbon_dioxide(table) == pytest.approx(theirs["waste"], rel=1e-9)
    assert float(table.loc[table["gas"] == "CH4", "value"].sum()) == pytest.approx(theirs["waste_ch4"] * 1e3, rel=1e-9)
