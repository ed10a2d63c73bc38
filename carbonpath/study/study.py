"""A study: what is asked, which factors are uncertain, which outcomes count, and which samples are solved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from carbonpath.scenario.blocks import BLANK, Bilingual, Block, Number
from carbonpath.study.designs import Design
from carbonpath.study.factor import Factor
from carbonpath.study.outcome import OutcomeBlock


def _as_list(given: Any) -> Any:
    return (given,) if isinstance(given, str) else given


class CorrelationBlock(Block):
    """Factors that rise and fall together."""

    factors: Annotated[tuple[str, ...], Field(min_length=2)]
    """Names of the factors."""
    rank: Annotated[Number, Field(gt=-1, lt=1)]
    """Spearman's rank correlation of each pair."""


class StudyFile(Block):
    """The head of a study file: all but factors, outcomes and design."""

    title: Bilingual
    """Name for tables and charts."""
    question: Bilingual = BLANK
    """What the study is to find out."""
    scenario: Annotated[tuple[str, ...], BeforeValidator(_as_list), Field(min_length=1)]
    """Scenario, or list of scenarios that are compared on the same samples."""
    seed: Annotated[int, Field(ge=0, lt=2**32)] = 0
    """Seed of every random choice."""
    boundary: Literal["scope1", "scope1+import"] = "scope1+import"
    """Boundary of emissions where an outcome names none: that of the headline numbers."""
    ties: Literal["break", "leave"] = "break"
    """Whether one among plans of equal cost is chosen by the rule of the model, or by the solver."""
    time_limit: Annotated[float, Field(gt=0, allow_inf_nan=False)] = 300.0
    """Seconds after which a sample is given up."""
    correlations: tuple[CorrelationBlock, ...] = ()
    """Groups of factors that are not independent."""


@dataclass(frozen=True, slots=True)
class Study:
    """A study file, read and checked, before any system is known."""

    name: str
    """Name of the file."""
    path: Path
    """The file."""
    head: StudyFile
    """Its head."""
    factors: tuple[Factor, ...]
    """Its factors, in order."""
    outcomes: Mapping[str, OutcomeBlock]
    """Its outcomes by name, in order."""
    design: Design
    """Which samples are solved."""
    places: Mapping[str, str]
    """Line of each outcome, and of ``design``."""

    @property
    def factor_names(self) -> tuple[str, ...]:
        """Names of the factors."""
        return tuple(factor.name for factor in self.factors)
