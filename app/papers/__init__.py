"""Word files of others: reading their text and layout, and checking it against the official format."""
