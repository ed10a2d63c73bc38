"""The message catalogue says the same in both languages, and says nothing that nobody asks for."""

import ast
import re
import string
from pathlib import Path

import pytest

from carbonpath.core.messages import AREAS, LANGUAGES, load_area

PACKAGE = Path(__file__).parents[2] / "carbonpath"
CODE = re.compile(r"CP-\d{3,4}")
PARTS = {"message", "expected", "fix"}


def flat(area: str, language: str) -> dict[str, str]:
    """Return every text of an area under its dotted key."""
    found: dict[str, str] = {}

    def walk(prefix: str, node: object) -> None:
        if isinstance(node, dict):
            for key, value in node.items():
                walk(f"{prefix}.{key}" if prefix else key, value)
        else:
            found[prefix] = str(node)

    walk("", load_area(area, language))
    return found


def placeholders(template: str) -> set[str]:
    """Return the placeholders of a text; `item_zh` and `item_en` are one, the name in the reader's language."""
    names = {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}
    return {re.sub(rf"(^|_)({'|'.join(LANGUAGES)})$", r"\1name", name) for name in names}


def codes_of(area: str) -> set[str]:
    return {key for key in load_area(area, "en") if CODE.fullmatch(key)}


def codes_in_code() -> dict[str, set[str]]:
    """Return by code the modules that name it in a text constant which is no docstring."""
    used: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
                for code in CODE.findall(node.value):
                    used.setdefault(code, set()).add(path.relative_to(PACKAGE).as_posix())
    return used


@pytest.mark.parametrize("area", AREAS)
def test_same_keys_in_both_languages(area):
    assert set(flat(area, "zh")) == set(flat(area, "en"))


@pytest.mark.parametrize("area", AREAS)
def test_same_placeholders_in_both_languages(area):
    chinese, english = flat(area, "zh"), flat(area, "en")
    differing = {key for key in chinese if placeholders(chinese[key]) != placeholders(english[key])}
    assert differing == set()


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_blank(area, language):
    assert [key for key, value in flat(area, language).items() if not value.strip()] == []


@pytest.mark.parametrize("area", AREAS)
def test_problem_says_what_is_wrong_what_was_expected_and_what_to_do(area):
    entries = load_area(area, "en")
    assert {code: set(entries[code]) for code in codes_of(area) if set(entries[code]) != PARTS} == {}


def test_every_code_used_is_in_the_catalogue():
    known = set().union(*(codes_of(area) for area in AREAS))
    assert {code: modules for code, modules in codes_in_code().items() if code not in known} == {}


def test_every_code_of_the_catalogue_is_used():
    known = set().union(*(codes_of(area) for area in AREAS))
    assert sorted(known - set(codes_in_code())) == []


def test_code_stands_in_one_area_only():
    every = [code for area in AREAS for code in codes_of(area)]
    assert sorted(code for code in set(every) if every.count(code) > 1) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_area_has_a_file(language):
    folder = PACKAGE / "core" / "messages" / language
    assert sorted(path.stem for path in folder.glob("*.toml")) == sorted(AREAS)
