"""Levers, one file each, listed in reading order."""
