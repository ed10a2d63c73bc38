"""Units: every spelling that firms use, and nothing that is no unit."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.core.errors import DataError
from carbonpath.core.units import conversion_factor, convert, is_unit

SAME = {
    "ten thousand tonnes": ("万t", "t", 1e4),
    "full-width letters": ("万ｔ", "t", 1e4),
    "full-width slash": ("GJ／t", "GJ/t", 1.0),
    "blank inside": ("万 吨", "t", 1e4),
    "power of ten, raised": ("10⁴t", "t", 1e4),
    "power of ten, caret": ("10^8 tkm/y", "tkm/y", 1e8),
    "power of ten, written out": ("1000 Nm3", "Nm3", 1e3),
    "reference table of gases": ("1e4_nm3", "Nm3", 1e4),
    "hundred million cubic metres": ("亿m³", "1e4_nm3", 1e4),
    "standard cubic metres, colloquial": ("万标方", "1e4_nm3", 1.0),
    "kilowatt hours, Chinese": ("亿千瓦时", "MWh", 1e5),
    "kilowatt hours, lower case": ("万kwh", "MWh", 10.0),
    "degrees": ("万度", "MWh", 10.0),
    "kilogram, capital": ("KG", "kg", 1.0),
    "standard coal": ("万吨标准煤", "GJ", 293076.0),
    "standard coal, kilograms": ("千克标准煤", "MJ", 29.3076),
    "seven thousand kilocalories": ("kcal/kg", "GJ/t", 4.1868e-3),
    "kilocalories, Chinese": ("大卡/千克", "kJ/kg", 4.1868),
    "heating value of a gas": ("GJ/万Nm³", "MJ/m3", 0.1),
    "carbon content": ("吨碳/吉焦", "tC/TJ", 1e3),
    "carbon dioxide": ("万吨二氧化碳", "tCO2", 1e4),
    "freight": ("亿吨公里", "1000tkm", 1e5),
    "money": ("亿元", "万元", 1e4),
    "percent": ("％", "1", 0.01),
    "per mille": ("‰", "%", 0.1),
    "capacity of a year": ("MW*y", "TWh", 8.76e-3),
    "cost of a capacity": ("CNY/(t/y)", "CNY*y/t", 1.0),
    "two numerals": ("万万吨", "t", 1e8),
}

NO_UNITS = {
    "arithmetic that never ends": "9**9**9**9",
    "a number and its unit": "12 t",
    "a product with a number": "3*t",
    "ten of something": "10 t",
    "code": "__import__('os')",
    "ratio without a denominator": "t/",
    "ratio without a numerator": "/t",
    "empty brackets": "()",
    "unclosed bracket": "(t",
    "a full stop": "t.",
    "milli is not mega": "mt",
    "a word": "一批",
    "a pound": "lb",
    "a page of text": "t" * 5000,
}


@pytest.mark.parametrize(("unit", "target", "factor"), SAME.values(), ids=SAME.keys())
def test_spellings_of_firms_are_converted(unit: str, target: str, factor: float) -> None:
    assert conversion_factor(unit, target) == pytest.approx(factor, rel=1e-12)


@pytest.mark.parametrize("text", NO_UNITS.values(), ids=NO_UNITS.keys())
def test_what_is_no_unit_is_refused_at_once(text: str) -> None:
    start = time.perf_counter()
    with pytest.raises(DataError, match="CP-220"):
        conversion_factor(text, "t")
    assert time.perf_counter() - start < 1.0


@pytest.mark.parametrize(
    ("unit", "target"),
    [("t", "Nm3"), ("GJ", "t"), ("升", "t"), ("升", "Nm3"), ("tce", "t"), ("MW", "MWh"), ("元", "t")],
    ids=["mass as volume", "energy as mass", "litres as mass", "litres as gas", "coal equivalent", "power", "money"],
)
def test_kinds_are_never_mixed(unit: str, target: str) -> None:
    with pytest.raises(DataError, match="CP-221"):
        conversion_factor(unit, target)


@given(st.text(max_size=12))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert is_unit(text) in {True, False}


@given(st.sampled_from(["t", "万t", "kg", "1e4 t", "Mt", "千t"]), st.floats(1e-6, 1e9))
def test_a_conversion_there_and_back_changes_nothing(unit: str, value: float) -> None:
    assert convert(convert(value, unit, "t"), "t", unit) == pytest.approx(value, rel=1e-12)
