"""People: offices, the roster, villages, leave and honours (人事)."""
