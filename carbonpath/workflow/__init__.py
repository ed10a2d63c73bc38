"""Order of the stages, places of the files: the only part that knows both."""
