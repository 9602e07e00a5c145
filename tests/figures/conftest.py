"""The office by hand, and the invented township imported, each made once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, create_engine

from app.models import REGISTERS
from app.models.base import Base
from tests.figures.office import fill


def empty_store() -> Connection:
    """A connection to tables without records."""
    connection = create_engine("sqlite://").connect()
    assert all(register.key for register in REGISTERS)
    Base.metadata.create_all(connection)
    return connection


@pytest.fixture(scope="session")
def office() -> Iterator[Connection]:
    """The office by hand; tests only read it."""
    with empty_store() as connection:
        fill(connection)
        yield connection


@pytest.fixture
def empty() -> Iterator[Connection]:
    """Tables without records, for a test of its own."""
    with empty_store() as connection:
        yield connection
