"""What is known of the parameters of data sets."""

from __future__ import annotations

import pytest

from carbonpath.core.vocabulary import dimensions, quantity
from carbonpath.system.readers.signatures import SETS, signatures

NAMED = {name: entry for name, entry in signatures().items() if entry.quantity}


@pytest.mark.parametrize("name", NAMED)
def test_indices_are_those_of_the_vocabulary(name: str) -> None:
    entry = quantity(NAMED[name].quantity)

    assert entry.kind == "parameter"
    assert tuple(dimensions()[index].osemosys for index in entry.indices) == NAMED[name].indices


@pytest.mark.parametrize("name", NAMED)
def test_names_are_those_of_the_vocabulary(name: str) -> None:
    assert quantity(NAMED[name].quantity).osemosys in ("", name)


def test_every_parameter_of_osemosys_in_the_vocabulary_can_be_read() -> None:
    named = {entry.quantity for entry in NAMED.values()}

    assert {signature.reading for signature in signatures().values()} <= {
        *("amount", "factor", "every", "max", "mode-max", "min", "cost", "profile", "rate"),
        *("user", "financing", "unsupported", "ignored"),
    }
    assert len(named) == len(NAMED)


def test_indices_are_sets() -> None:
    assert {index for signature in signatures().values() for index in signature.indices} <= set(SETS)
