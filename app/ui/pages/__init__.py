"""Pages that are no register: the morning page, the yearly check, figures, summaries, the manual."""
