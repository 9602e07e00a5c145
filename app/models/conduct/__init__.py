"""Conduct: campaigns (作风建设)."""
