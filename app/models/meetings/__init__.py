"""Meetings and study (会议)."""
