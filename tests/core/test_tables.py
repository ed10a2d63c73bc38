"""Tidy tables: exact on the way out and in, and what does not fit is named."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.core.errors import DataError
from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import as_table, check_table, empty_table, read_csv, read_table, write_table

ROW = {"scenario": "reference", "indicator": "coal", "year": 2020, "value": 11.4, "unit": "Mtce"}
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)


def test_absent_text_becomes_blank():
    table = as_table([ROW], INDICATOR)
    assert list(table.columns) == INDICATOR.names
    assert table.loc[0, "firm"] == ""


def test_no_rows_is_an_empty_table_with_its_kinds():
    assert as_table([], INDICATOR).dtypes.equals(empty_table(INDICATOR).dtypes)


def test_table_of_the_schema_has_no_problem():
    assert check_table(as_table([ROW], INDICATOR), INDICATOR) == []


@pytest.mark.parametrize(
    ("table", "code"),
    [
        pytest.param(as_table([ROW], INDICATOR).drop(columns="unit"), "CP-210", id="column missing"),
        pytest.param(as_table([ROW], INDICATOR).assign(note=""), "CP-211", id="column unknown"),
        pytest.param(as_table([{**ROW, "value": float("inf")}], INDICATOR), "CP-212", id="value not finite"),
    ],
)
def test_what_does_not_fit_is_named(table, code):
    assert [problem.code for problem in check_table(table, INDICATOR, "a.csv")] == [code]


@given(st.lists(st.tuples(TEXTS, st.floats(allow_nan=False, allow_infinity=False)), min_size=1, max_size=5))
def test_table_survives_disk_exactly(tmp_path_factory, cells):
    table = as_table([{**ROW, "item": item, "value": value} for item, value in cells], INDICATOR)
    path = tmp_path_factory.mktemp("table") / "indicators.csv"
    write_table(table, path)
    pd.testing.assert_frame_equal(read_table(path, INDICATOR), table, check_exact=True)


def test_firm_named_na_stays_na(tmp_path):
    write_table(as_table([{**ROW, "firm": "NA"}], INDICATOR), tmp_path / "a.csv")
    assert read_table(tmp_path / "a.csv", INDICATOR).loc[0, "firm"] == "NA"


def test_table_for_excel_begins_with_the_byte_order_mark(tmp_path):
    write_table(as_table([ROW], INDICATOR), tmp_path / "a.csv", excel=True)
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert len(read_table(tmp_path / "a.csv", INDICATOR)) == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"a,b\n1,2,3\n", "CP-202", id="row too long"),
        pytest.param(b"a,b\n1\n", "CP-202", id="row too short"),
        pytest.param(b"a,a\n1,2\n", "CP-202", id="column twice"),
        pytest.param(b'a,b\n1,"2\n', "CP-202", id="quote left open"),
        pytest.param(b"", "CP-202", id="empty"),
        pytest.param("企业\n".encode("gb18030"), "CP-945", id="other encoding"),
    ],
)
def test_file_that_is_no_table(tmp_path, content, code):
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(DataError, match=code):
        read_csv(tmp_path / "a.csv")


def test_every_ragged_row_is_named(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"a,b\n1\n1,2\n\n1,2,3\n")
    with pytest.raises(DataError) as caught:
        read_csv(tmp_path / "a.csv")
    assert [problem.place for problem in caught.value.problems] == ["row 2", "row 5"]


def test_file_that_is_not_there(tmp_path):
    with pytest.raises(DataError, match="CP-201"):
        read_csv(tmp_path / "a.csv")
