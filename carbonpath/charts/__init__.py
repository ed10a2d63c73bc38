"""Charts drawn from indicator tables, one file each."""
