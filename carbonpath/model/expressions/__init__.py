"""Derived quantities of the model, one file each."""
