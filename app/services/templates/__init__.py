"""The texts of summaries as the office keeps them: its own versions and styles, their mistakes, what may be written."""

from app.services.templates.files import (
    TemplateRefused,
    add_style,
    delete_style,
    drop_draft,
    has_own,
    is_own_style,
    keep_draft,
    kept_draft,
    rename_style,
    restore,
    save,
    style_named,
    styles_of,
    template_text,
)
from app.services.templates.mistakes import mistakes
from app.services.templates.offering import Asked, Completion, asked_at, completions, conditions_of, offered
from app.services.templates.outline import Mistake
from app.services.templates.slots import SLOTS, Slot

__all__ = [
    "SLOTS",
    "Asked",
    "Completion",
    "Mistake",
    "Slot",
    "TemplateRefused",
    "add_style",
    "asked_at",
    "completions",
    "conditions_of",
    "delete_style",
    "drop_draft",
    "has_own",
    "is_own_style",
    "keep_draft",
    "kept_draft",
    "mistakes",
    "offered",
    "rename_style",
    "restore",
    "save",
    "style_named",
    "styles_of",
    "template_text",
]
