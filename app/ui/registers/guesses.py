"""What the form fills in by itself when the keyboard leaves a field: a number written out, what goes with a 代字."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app import kinds

if TYPE_CHECKING:
    from app.ui.editors import Editor
    from app.ui.registers.form import RecordForm


class Guesses:
    """Serves one form."""

    def __init__(self, form: RecordForm) -> None:
        self.form = form
        self.last: dict[str, Any] = {}
        """Field → value for which was guessed last: what a person wrote back is left alone."""

    def after(self, editor: Editor) -> None:
        """A field was left; what needs other records is asked for off the window's thread."""
        from app.services.guessing import is_guessed_from, number_alone

        form, key = self.form, editor.field.key
        if not form.dirty or not is_guessed_from(form.register.key, key):
            return
        try:
            value = editor.read()
        except kinds.Misread:
            return
        if value is None or self.last.get(key) == value:
            return
        self.last[key] = value
        desk, register, record = form.clerk.desk, form.register.key, form.record
        values, year = form.read_values()[0], form.host.year
        if alone := number_alone(register, key, values, year):
            self.put(key, {key: alone})
            return

        def work(job: object) -> dict[str, Any]:
            from app.services.guessing import guess

            return guess(desk, register, key, values, year)

        def done(found: dict[str, Any]) -> None:
            if form.active and form.record == record and form.read_values()[0].get(key) == value:
                self.put(key, found)

        form.host.run_in_background(work, done)

    def put(self, key: str, found: dict[str, Any]) -> None:
        """Guesses go where nothing was chosen yet; the field itself is written out."""
        form = self.form
        now = form.read_values()[0]
        for each, value in found.items():
            untouched = form.record is None and now.get(each) == form.values.get(each)
            row = form.rows.get(each)
            if each != key and not untouched:
                continue
            if each == key:
                self.last[each] = value
            if row is None:
                form.values[each] = value
            elif each in row.editors:
                row.editors[each].set_value(value)
        if found:
            form.findings.ask_soon()
            form.draft.keep_soon()

    def forget(self) -> None:
        """Another record is shown."""
        self.last = {}
