"""Labels of IPCC categories."""

from __future__ import annotations

from carbonpath.reference.categories import category_label
from carbonpath.reference.factors import load_factors


def test_labels_in_both_languages():
    factors = load_factors()

    assert category_label(factors, "2C1", "zh") == "钢铁生产"
    assert category_label(factors, "2C1", "en") == "Iron and steel production"


def test_an_unknown_code_is_its_own_label():
    assert category_label(load_factors(), "9Z9", "en") == "9Z9"
