"""The pages on scenarios: each example is read and fits the district, and every key is explained."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import indent

import pytest
from pydantic import BaseModel

from carbonpath.scenario.compose import check_scenario
from carbonpath.scenario.levers import LEVERS
from carbonpath.scenario.load import load_scenario
from carbonpath.scenario.scenario import ScenarioFile

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("scenarios.md", "reference/levers.md")
PAGES = {
    language: "\n".join((ROOT / "docs" / language / name).read_text(encoding="utf-8") for name in NAMES)
    for language in ("zh", "en")
}
EXAMPLES = [
    pytest.param(example, id=f"{language} {number}")
    for language, page in PAGES.items()
    for number, example in enumerate(re.findall(r"```yaml\n(.*?)```", page, flags=re.DOTALL), start=1)
]


def models_in(annotation):
    """Return every model named in an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return {model for part in getattr(annotation, "__args__", ()) for model in models_in(part)}


def keys_of(model):
    """Return every key of a model and of the models below it."""
    keys = set()
    for name, field in model.model_fields.items():
        keys |= {name} | {key for below in models_in(field.annotation) for key in keys_of(below)}
    return keys


@pytest.mark.parametrize("example", EXAMPLES)
def test_example_fits_the_shipped_district(example, qingshan, tmp_path):
    shipped = ROOT / "scenarios"
    for path in shipped.glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    whole = example if example.startswith("title") else "title: A\nlevers:\n" + indent(example, "  ")
    (tmp_path / "example.yaml").write_text(whole, encoding="utf-8")

    assert check_scenario(load_scenario("example", tmp_path), qingshan) == []


@pytest.mark.parametrize("language", sorted(PAGES))
def test_page_explains_every_key(language):
    explained = set(re.findall(r"`(\w+)[`:]", PAGES[language]))
    keys = set().union(*(keys_of(model) for model in (*LEVERS, ScenarioFile))) - {"root", "zh", "en", "value"}

    assert keys - explained - {"first", "last"} == set()
    assert {lever.lever for lever in LEVERS} <= explained


def test_pages_show_the_same_examples_in_both_languages():
    levers = {language: re.findall(r"```yaml\n(\w+):", page, flags=re.DOTALL) for language, page in PAGES.items()}

    assert levers["zh"] == levers["en"]
