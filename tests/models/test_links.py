"""How a register declares its links, read without waking the mappers, is what the mappers say."""

from __future__ import annotations

from app import kinds
from app.models import REGISTERS


def test_links_are_what_the_mappers_say() -> None:
    fields = [each for register in REGISTERS for field in register.fields for each in (field, *field.columns)]
    links = [field for field in fields if field.is_link and not field.columns]
    assert len(links) > 50
    for link in links:
        assert link.kind.register == link.relation.mapper.local_table.name, link.label
        assert isinstance(link.kind, kinds.ReferencesKind) == (link.relation.secondary is not None), link.label
        if link.relation.secondary is None:
            assert link.column in link.relation.local_columns, link.label
