"""The samples of a study: drawn in full before anything is solved, each with an id that says what is solved."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from carbonpath.study.correlation import correlated
from carbonpath.study.drawn import Drawn, Walk, at_shares
from carbonpath.study.study import Study
from carbonpath.study.task import Sample

ID_LENGTH = 32
"""Hexadecimal digits of an id: 128 bits."""


@dataclass(frozen=True, slots=True)
class Samples:
    """Every sample of a study."""

    rows: tuple[Sample, ...]
    """Samples by position."""
    walks: tuple[Walk, ...]
    """Positions that are solved one after another; those of one are solved alone."""
    drawn: Drawn
    """The design, of which each scenario solves every row."""


def name_samples(scenarios: Sequence[str], drawn: Drawn, fingerprint: Callable[[int, Sequence[float]], str]) -> Samples:
    """Return every row of a design for every scenario, scenario after scenario, each with its id.

    Parameters
    ----------
    scenarios
        Names of the scenarios.
    drawn
        The design.
    fingerprint
        From scenario and values to what makes an answer beside them.
    """
    count = drawn.values.shape[0]
    values = [tuple(row) for row in drawn.values.tolist()]
    rows: list[Sample] = []
    walks: list[Walk] = []
    for scenario in range(len(scenarios)):
        first = len(rows)
        prints = [fingerprint(scenario, row) for row in values]
        ids = _ids(values, drawn.walks, prints)
        rows += [Sample(first + row, ids[row], scenario, values[row]) for row in range(count)]
        walks += [tuple(first + row for row in walk) for walk in drawn.walks]
    return Samples(tuple(rows), tuple(walks), drawn)


def draw(study: Study) -> Drawn:
    """Return the rows of the design, correlated where the study says so."""
    drawn = study.design.draw(study.factors, study.head.seed)
    groups = study.head.correlations
    if not groups:
        return drawn
    shares = correlated(drawn.shares, study.factor_names, groups, str(study.path))
    return Drawn(at_shares(study.factors, shares, ends=False), shares, drawn.walks)


def _ids(values: Sequence[tuple[float, ...]], walks: Sequence[Walk], prints: Sequence[str]) -> Mapping[int, str]:
    """Return an id for each row: a step of a sweep depends on the step before."""
    ids: dict[int, str] = {}
    for walk in walks:
        before = ""
        for row in walk:
            before = sample_id(prints[row], values[row], before)
            ids[row] = before
    return ids


def sample_id(fingerprint: str, values: Sequence[float], before: str = "") -> str:
    """Return the hash of a sample: of what is solved, and of the sample from whose end it starts."""
    content = json.dumps([fingerprint, [float(value).hex() for value in values], before])
    return hashlib.sha256(content.encode()).hexdigest()[:ID_LENGTH]
