"""The data folder: open, upgrade, read and write records, search, history."""
