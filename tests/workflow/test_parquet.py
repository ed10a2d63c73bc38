"""Tables as parquet."""

from importlib.util import find_spec

import pandas as pd
import pytest

from carbonpath.core.errors import StorageError
from carbonpath.workflow.parquet import write_parquet

TABLE = pd.DataFrame({"sample": [0, 1], "status": ["optimal", "infeasible"], "outcome:cost": [0.1 + 0.2, float("nan")]})


@pytest.mark.skipif(find_spec("pyarrow") is None, reason="the extra `parquet` is not installed")
def test_what_is_written_is_read_again_to_the_last_digit(tmp_path):
    found = pd.read_parquet(write_parquet(TABLE, tmp_path / "samples.parquet"))

    pd.testing.assert_frame_equal(found, TABLE, check_exact=True, check_dtype=False)


@pytest.mark.skipif(find_spec("pyarrow") is not None, reason="the extra `parquet` is installed")
def test_without_the_extra_it_is_said_what_to_install(tmp_path):
    with pytest.raises(StorageError) as raised:
        write_parquet(TABLE, tmp_path / "samples.parquet")

    assert raised.value.problems[0].code == "CP-965"
    assert list(tmp_path.iterdir()) == []
