"""Calling SALib changes neither the random state nor the warnings of this process."""

import warnings

import numpy as np

from carbonpath.study.salib import quiet


def test_random_state_and_form_of_warnings_are_put_back():
    before, form = np.random.get_state()[1].copy(), warnings.formatwarning  # noqa: NPY002

    with quiet(2**40) as seed:
        np.random.random()  # noqa: NPY002
        warnings.formatwarning = None
        warnings.warn("unheard", stacklevel=1)

    assert seed == 2**40 % 2**32
    assert (np.random.get_state()[1] == before).all()  # noqa: NPY002
    assert warnings.formatwarning is form


def test_same_seed_draws_the_same():
    with quiet(5):
        one = np.random.random(3)  # noqa: NPY002
    with quiet(5):
        other = np.random.random(3)  # noqa: NPY002

    assert (one == other).all()
