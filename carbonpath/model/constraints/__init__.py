"""Constraints of the model, one file each, listed in reading order."""
