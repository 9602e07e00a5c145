"""The command line: the same services as the window, for scripts, checks and a PC without a screen."""
