"""The district of ``many_firms`` in linopy, from the same tables: run by ``build_and_compile.py``.

Usage: python linopy_district.py FOLDER RUNS SOLVE. FOLDER has one CSV a parameter. Prints JSON: seconds from tables in
memory to a HiGHS object that holds the programme, its size, and, if SOLVE is 1, its optimum.
"""

import json
import resource
import sys
import time
from pathlib import Path

import linopy
import numpy as np
import pandas as pd
import xarray as xr

LIFE = 25


def main() -> None:
    """Measure and print."""
    folder, runs, solve = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "1"
    tables = {path.stem: pd.read_csv(path) for path in sorted(folder.glob("*.csv"))}
    seconds, of_arrays, highs = [], [], None
    for _ in range(runs):
        del highs
        begun = time.process_time()
        arrays = to_arrays(tables)
        pivoted = time.process_time()
        model = build(arrays)
        highs = model.to_highspy()
        seconds.append(time.process_time() - begun)
        of_arrays.append(time.process_time() - pivoted)
    told = {
        "seconds": min(seconds),
        "seconds_from_arrays": min(of_arrays),
        "rows": highs.getNumRow(),
        "columns": highs.getNumCol(),
        "nonzeros": highs.getNumNz(),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0,
        "version": linopy.__version__,
    }
    if solve:
        highs.setOptionValue("output_flag", False)
        highs.run()
        told["objective"] = highs.getInfo().objective_function_value
    print(json.dumps(told))


def to_arrays(tables):
    """Pivot every table to an array over its indices that are not the same everywhere."""
    found = {}
    for name, table in tables.items():
        indices = [column for column in table.columns[:-2] if column not in ("region", "mode")]
        if not indices:
            found[name] = float(table["value"].iloc[0])
        elif indices[-1] != "year" or len(indices) == 1:
            found[name] = table.set_index(indices)["value"].to_xarray()
        elif name == "input_activity_ratio":
            found[name] = {
                c: rows.set_index(["technology", "year"])["value"].to_xarray() for c, rows in table.groupby("commodity")
            }
        elif name == "output_activity_ratio":
            found[name] = table.drop_duplicates("technology").set_index("technology")["commodity"]
        else:
            keep = [index for index in indices if index not in ("emission", "group", "reference_group")]
            found[name] = table.set_index(keep)["value"].to_xarray()
    return found


def build(data):
    """Return the model."""
    own = data["capital_cost"].technology.values
    years = data["capital_cost"].year.values
    bought = [name for name in data["variable_cost"].technology.values if name.startswith("BUY.")]
    coords = [pd.Index(own, name="technology"), pd.Index(years, name="year")]
    model = linopy.Model()
    new = model.add_variables(lower=0, coords=coords, name="new_capacity")
    act = model.add_variables(lower=0, coords=coords, name="activity")
    cap = model.add_variables(lower=0, coords=coords, name="total_capacity")
    buy = model.add_variables(lower=0, coords=[pd.Index(bought, name="technology"), coords[1]], name="bought")
    released = model.add_variables(coords=[coords[1]], name="annual_emissions")
    groups = pd.Index(["all_goods", "clean_goods", "coal_use"], name="group")
    group = model.add_variables(coords=[groups, coords[1]], name="group_activity")

    standing = data["residual_capacity"].reindex(technology=own, fill_value=0.0).fillna(0.0)
    model.add_constraints(
        cap - new.rolling(year=LIFE, min_periods=1).sum() == standing, name="total_capacity_definition"
    )
    model.add_constraints(act - cap <= 0, name="capacity_adequacy")
    good = data["output_activity_ratio"].loc[own]
    made = act.groupby(xr.DataArray(good.values, coords={"technology": own}, name="commodity")).sum()
    model.add_constraints(made == data["demand"].sel(commodity=made.coords["commodity"].values), name="goods")
    for fuel, ratios in data["input_activity_ratio"].items():
        users = ratios.technology.values
        used = (ratios * act.sel(technology=users)).sum("technology")
        model.add_constraints(buy.sel(technology=f"BUY.{fuel}") - used == 0, name=f"fuel_{fuel}")
    ratio = data["emission_activity_ratio"]
    burnt = [name for name in bought if name in ratio.technology.values]
    sent = (ratio.sel(technology=own) * act).sum("technology") + (
        ratio.sel(technology=burnt) * buy.sel(technology=burnt)
    ).sum("technology")
    model.add_constraints(released - sent == 0, name="annual_emissions_definition")
    clean = [name for name in own if name.endswith(("W2", "W3"))]
    model.add_constraints(group.sel(group="all_goods") - act.sum("technology") == 0, name="all_goods")
    model.add_constraints(
        group.sel(group="clean_goods") - act.sel(technology=clean).sum("technology") == 0, name="clean_goods"
    )
    model.add_constraints(group.sel(group="coal_use") - buy.sel(technology="BUY.coal") == 0, name="coal_use")
    model.add_constraints(group.sel(group="coal_use") <= data["max_group_activity"], name="coal_cap")
    share = data["min_group_share"]
    model.add_constraints(
        group.sel(group="clean_goods") - share * group.sel(group="all_goods") >= 0, name="clean_share"
    )
    model.add_constraints(released <= data["annual_emission_limit"], name="emission_limit")
    start, middle, end = factors(data, years)
    salvage = xr.DataArray(salvaged(data, years), coords=[coords[1]])
    variable = data["variable_cost"]
    model.add_objective(
        (data["capital_cost"] * (start - end * salvage) * new).sum()
        + (data["fixed_cost"] * middle * cap).sum()
        + (variable.sel(technology=own) * middle * act).sum()
        + (variable.sel(technology=bought) * middle * buy).sum()
    )
    return model


def factors(data, years):
    """Return the discount factors of the start, middle and end."""
    rate, passed = data["discount_rate"], xr.DataArray(np.arange(len(years)), coords={"year": years})
    return (1 + rate) ** -passed, (1 + rate) ** -(passed + 0.5), (1 + rate) ** -len(years)


def salvaged(data, years):
    """Return the share of an investment that is left."""
    rate, lived = data["discount_rate"], years[-1] - years + 1.0
    left = 1.0 - ((1 + rate) ** lived - 1.0) / ((1 + rate) ** LIFE - 1.0)
    return np.where(lived >= LIFE, 0.0, left)


if __name__ == "__main__":
    main()
