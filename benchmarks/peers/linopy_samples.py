"""Samples of one programme in linopy, each built anew: run by ``study_speed.py``.

Usage: python linopy_samples.py FILE. FILE is an npz with the matrix by rows and, for each sample, costs, bounds and
coefficients. The model is made the fastest way that we know: one variable, one constraint over padded rows, direct
hand-over to HiGHS. Prints JSON: seconds of processor time a sample, and the optimum of each.
"""

import json
import sys
import time
from typing import Any

import linopy
import numpy as np
import xarray as xr


def main() -> None:
    """Measure and print."""
    given = np.load(sys.argv[1])
    terms, held = padded(given["indptr"], given["indices"])
    optima, begun = [], time.process_time()
    for number in range(given["cost"].shape[0]):
        model = model_of(given, number, terms, held)
        model.solve("highs", io_api="direct", threads=1, output_flag=False)
        optima.append(float(model.objective.value))
    seconds = (time.process_time() - begun) / len(optima)
    print("\n" + json.dumps({"seconds": seconds, "optima": optima}))


def padded(indptr: Any, indices: Any) -> tuple[Any, Any]:
    """Return columns of each row, filled up with -1, and where the numbers of the rows stand in that."""
    counts = np.diff(indptr)
    held = np.arange(counts.max())[None, :] < counts[:, None]
    terms = np.full(held.shape, -1, dtype=np.int64)
    terms[held] = indices
    return terms, held


def model_of(given: Any, number: int, terms: Any, held: Any) -> Any:
    """Return the model of one sample."""
    model: Any = linopy.Model()
    columns = xr.DataArray(np.arange(given["lower"].size), dims="column")
    x = model.add_variables(
        lower=xr.DataArray(given["lower"], dims="column"),
        upper=xr.DataArray(given["upper"], dims="column"),
        coords=[columns.to_index().rename("column")],
        name="x",
    )
    coefficients = np.full(held.shape, np.nan)
    coefficients[held] = given["data"][number]
    data = xr.Dataset({"coeffs": (["row", "_term"], coefficients), "vars": (["row", "_term"], terms)})
    rows: Any = linopy.LinearExpression(data, model)
    low, high = given["row_lower"][number], given["row_upper"][number]
    for sign, bound, chosen in (("=", low, low == high), ("<=", high, (low != high) & np.isfinite(high))):
        picked = np.flatnonzero(chosen)
        model.add_constraints(rows.isel(row=picked), sign, xr.DataArray(bound[picked], dims="row"))
    picked = np.flatnonzero((low != high) & np.isfinite(low))
    if picked.size:
        model.add_constraints(rows.isel(row=picked), ">=", xr.DataArray(low[picked], dims="row"))
    model.add_objective((x * xr.DataArray(given["cost"][number], dims="column")).sum())
    return model


if __name__ == "__main__":
    main()
