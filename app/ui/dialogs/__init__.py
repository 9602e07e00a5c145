"""Windows that open over the main one: import, export, print preview, settings, recycle bin, history."""
