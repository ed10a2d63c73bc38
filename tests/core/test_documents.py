"""YAML written by people: every fault is told with its place."""

from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from carbonpath.core.documents import load_document, validate_document
from carbonpath.core.errors import SafetyError, ScenarioError


class Lever(BaseModel):
    model_config = ConfigDict(extra="forbid")
    limit: float = Field(ge=0)


class Levers(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    kind: Literal["a", "b"] = "a"
    lever: Lever


@pytest.fixture
def write(tmp_path):
    def written(text, encoding="utf-8"):
        path = tmp_path / "scenario.yaml"
        path.write_bytes(text.encode(encoding))
        return path

    return written


def problem(path, error=ScenarioError):
    with pytest.raises(error) as caught:
        load_document(path, ScenarioError)
    return caught.value.problems[0]


def test_content_is_plain_and_lines_are_kept(write):
    document = load_document(write("name: a\nlever:\n  limit: 3\n"), ScenarioError)
    assert document.content == {"name": "a", "lever": {"limit": 3}}
    assert document.place(("lever", "limit")) == "lever.limit, line 3"


def test_place_of_a_missing_key_is_its_parent(write):
    document = load_document(write("name: a\nlever:\n  limit: 3\n"), ScenarioError)
    assert document.place(("lever", "reason")) == "lever.reason, line 2"


def test_byte_order_mark_is_no_part_of_a_key(write):
    assert load_document(write("\ufeffname: a\n"), ScenarioError).content == {"name": "a"}


def test_yaml_1_2_keeps_norway_and_reads_leading_zeros_as_decimal(write):
    content = load_document(write("region: NO\nsize: 010\n"), ScenarioError).content
    assert content == {"region": "NO", "size": 10}


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        pytest.param("name: a\nname: b\n", "CP-402", "line 2", id="key twice"),
        pytest.param("- a\n- b\n", "CP-402", "", id="list at the top"),
        pytest.param("", "CP-402", "", id="empty file"),
        pytest.param("name: [a\n", "CP-402", "line 2", id="bracket left open"),
        pytest.param("name: a\n---\nname: b\n", "CP-402", "line 2", id="two documents"),
        pytest.param("lever:\n  limit:\n", "CP-403", "lever.limit, line 2", id="blank value"),
        pytest.param("limit: .nan\n", "CP-403", "limit, line 1", id="not a number"),
        pytest.param("limits: [1, .inf]\n", "CP-403", "limits.1, line 1", id="infinite"),
    ],
)
def test_fault_is_told_with_its_place(write, text, code, place):
    found = problem(write(text))
    assert (found.code, found.place) == (code, place)


def test_file_that_is_not_there(tmp_path):
    assert problem(tmp_path / "none.yaml").code == "CP-401"


def test_file_in_another_encoding(write):
    assert problem(write("name: 青山\n", "gb18030")).code == "CP-945"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: &x [1]\nb: *x\n", id="alias"),
        pytest.param("a: !!python/object/apply:os.system ['true']\n", id="python object"),
        pytest.param("a: " + "[" * 60 + "]" * 60 + "\n", id="depth"),
        pytest.param("a: [" + "1," * 100_001 + "]\n", id="size"),
    ],
)
def test_bomb_is_refused(write, text):
    assert problem(write(text), SafetyError).code == "CP-1001"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        pytest.param("name: a\nlever:\n  limmit: 3\n  limit: 3\n", "CP-404", "lever.limmit, line 3", id="misspelt"),
        pytest.param("name: a\nlever: {}\n", "CP-405", "lever.limit, line 2", id="missing"),
        pytest.param("name: a\nlever:\n  limit: much\n", "CP-407", "lever.limit, line 3", id="text for a number"),
        pytest.param("name: a\nlever:\n  limit: -1\n", "CP-408", "lever.limit, line 3", id="out of range"),
        pytest.param("name: a\nkind: c\nlever:\n  limit: 1\n", "CP-409", "kind, line 2", id="not in the list"),
        pytest.param("name: 3\nlever:\n  limit: 1\n", "CP-406", "name, line 1", id="number for a text"),
    ],
)
def test_key_that_does_not_fit(write, text, code, place):
    document = load_document(write(text), ScenarioError)
    with pytest.raises(ScenarioError) as caught:
        validate_document(document.content, Levers, document, (), ScenarioError)
    assert (caught.value.problems[0].code, caught.value.problems[0].place) == (code, place)


def test_nearest_known_key_is_offered(write):
    document = load_document(write("name: a\nlever:\n  limmit: 3\n"), ScenarioError)
    with pytest.raises(ScenarioError) as caught:
        validate_document(document.content, Levers, document, (), ScenarioError)
    assert any("limit" in found.told("en")["message"] for found in caught.value.problems)


def test_all_faults_are_told_at_once(write):
    document = load_document(write("nmae: a\nlever:\n  limit: much\n"), ScenarioError)
    with pytest.raises(ScenarioError) as caught:
        validate_document(document.content, Levers, document, (), ScenarioError)
    assert {found.code for found in caught.value.problems} == {"CP-404", "CP-405", "CP-407"}
