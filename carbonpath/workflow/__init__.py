"""The order of the stages and where their files are."""
