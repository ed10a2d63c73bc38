"""Versions of a survey."""

import pytest

from carbonpath.core.errors import DataError
from carbonpath.workflow.survey_history import NOWHERE, History, Version, read_history


def version(number, kept=""):
    return Version(
        version=number, file="a.xlsx", sha256=f"{number}" * 64, content="c", numbers=1, kept=kept, corrections=()
    )


EMPTY = History(firm="F01", year=2020, versions=())


def test_version_that_is_replaced_is_kept_by_number_and_hash():
    history, kept = EMPTY.with_latest(version(1)).replaced(".xlsx", version(2))
    assert kept == "survey_history/F01-2020/1-111111111111.xlsx"
    assert [entry.kept for entry in history.versions] == ["F01-2020/1-111111111111.xlsx", ""]


def test_version_that_was_overwritten_by_hand_is_nowhere():
    history = EMPTY.with_latest(version(1)).with_latest(version(2))
    assert [entry.kept for entry in history.versions] == [NOWHERE, ""]
    assert history.with_latest(history.versions[-1]) is history


def test_history_is_read_back(tmp_path):
    history = EMPTY.with_latest(version(1))
    path = tmp_path / history.name
    path.parent.mkdir()
    path.write_text(history.model_dump_json(), encoding="utf-8")
    assert read_history(tmp_path, "F01", 2020) == history
    assert read_history(tmp_path, "F01", 2021) is None


@pytest.mark.parametrize("content", ["{", '{"format": 2}', "[]"], ids=["cut off", "other format", "no object"])
def test_damaged_history_is_told(tmp_path, content):
    path = tmp_path / EMPTY.name
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match="CP-202"):
        read_history(tmp_path, "F01", 2020)


def test_history_has_no_date(tmp_path):
    assert not {"created", "date", "time"} & (set(Version.model_fields) | set(History.model_fields))
