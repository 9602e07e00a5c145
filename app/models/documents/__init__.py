"""Documents in and out (公文)."""
