"""Official reception and visitors (接待)."""
