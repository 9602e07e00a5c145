"""台账: the registers, limits, figures, summaries and paper of a township office, offline."""
