"""Text that a spreadsheet would run."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.exports.guard import guarded


@pytest.mark.parametrize("text", ["=1+1", "+1", "-cmd", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_harmful_text_gets_an_apostrophe(text):
    assert guarded(pd.DataFrame({"name": [text]}))["name"].tolist() == ["'" + text]


def test_plain_text_and_negative_numbers_stay():
    table = pd.DataFrame({"name": ["煤控情景", "a-b", ""], "value": [-1.5, 0.0, 2.0]})

    assert guarded(table).equals(table)
