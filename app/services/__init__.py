"""What both shells do: each thing a clerk can do, as one call."""
