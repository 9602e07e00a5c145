"""What the office writes: summaries, printed registers and forms, first as values, then as files."""
