"""The pages of registers: list at the left, table, record at the right."""
