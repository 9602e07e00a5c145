"""Saving the form: what cannot be is said beside its field, a limit that stops asks for a reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from app.services import records
from app.services.several import FOR_EACH, save_for_each
from app.store.errors import StoreError
from app.ui.registers.reasons import ReasonsDialog

if TYPE_CHECKING:
    from app.models.register import Values
    from app.ui.registers.form import RecordForm


class Saving:
    """The way of one form's values into the store."""

    def __init__(self, form: RecordForm) -> None:
        self.form = form

    def save(self) -> bool:
        """True where the record is stored."""
        form = self.form
        for row in form.rows.values():
            for editor in row.editors.values():
                editor.settle()
        form.following.settle()
        values, wrong = form.read_values()
        if wrong:
            self._say(wrong)
            return False
        return self._store(values, {})

    def _store(self, values: Values, reasons: dict[str, str]) -> bool:
        form = self.form
        try:
            saved = self._kept(values, reasons)
        except records.Refused as refused:
            self._say(refused.misfits)
        except records.NeedsReason as stopped:
            dialog = ReasonsDialog(form.host, stopped.findings)
            agreed, given = dialog.exec(), dialog.reasons()
            dialog.deleteLater()
            if agreed:
                return self._store(values, {**reasons, **given})
        except StoreError as error:
            form.host.fail(str(error))
        else:
            self._stored(saved)
            return True
        return False

    def _kept(self, values: Values, reasons: dict[str, str]) -> list[records.Saved]:
        """As one record, as one for each of several people, or in the way of the link that led here."""
        form, desk = self.form, self.form.clerk.desk
        if form.way is not None:
            return [form.way(values, reasons)]
        people = values.get(FOR_EACH.get(form.register.key, ""))
        if isinstance(people, tuple) and form.record is None:
            return save_for_each(desk, form.register, values, people, reasons)
        return [records.save(desk, form.register, values, form.record, reasons)]

    def _stored(self, made: list[records.Saved]) -> None:
        form, saved = self.form, made[0]
        form.dirty = False
        form.draft.drop()
        count = f" {len(made)} 条" if len(made) > 1 else ""
        form.host.toast(f"已保存{count} {datetime.now():%H:%M}")
        form.show_record(saved.id)
        form.findings.show(saved.findings)
        form.saved.emit(saved.id)
        form.host.changed(form.register.key)

    def _say(self, wrong: Sequence[tuple[str, str]]) -> None:
        """Each sentence beside its field; the keyboard goes to the first."""
        form = self.form
        for key, _ in wrong:
            form.keys.focus_field(key)
        for key, sentence in wrong:
            if key in form.rows:
                form.rows[key].say(sentence)
        fields = [key for key, _ in wrong if key in form.rows]
        if fields:
            form.keys.focus_field(fields[0])
        if len(fields) < len(wrong):
            form.host.fail("\n".join(sentence for key, sentence in wrong if key not in form.rows))
