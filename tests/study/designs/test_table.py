"""Tables of samples: numbers and names of alternatives, the rest as in the scenario."""

import pytest
from analytic_studies import factor, switch

from carbonpath.study.designs.table import Table, number_of


def test_rows_are_taken_as_written_and_gaps_stay_as_in_the_scenario():
    table = Table(rows=({"a": 3.0}, {"s": "two"}))

    drawn = table.draw([factor("a", 0.0, 2.0), switch("s", one=1.0, two=1.0)], seed=0)

    assert drawn.values.tolist() == [[3, 0], [1, 1]]
    assert drawn.walks == ((0,), (1,))


def test_name_that_is_no_alternative_is_refused():
    with pytest.raises(ValueError, match="not in"):
        number_of(switch("s", one=1.0, two=1.0), "three")
