"""The window: Qt Widgets over the services; nothing outside this package knows Qt."""
