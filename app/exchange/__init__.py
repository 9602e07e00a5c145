"""Spreadsheets in and out: reading safely, finding the table, turning rows into drafts, writing workbooks."""
