"""Document values become files here, and nothing else happens here: no query, no wording."""
