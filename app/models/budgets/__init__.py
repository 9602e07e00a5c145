"""Budgets and spending (经费)."""
