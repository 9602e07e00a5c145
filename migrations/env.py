"""Alembic's door: runs the migrations on the connection it is given, or on the file named by TAIZHANG_DATABASE."""

from __future__ import annotations

import os
import warnings
from typing import Any

from alembic import context
from sqlalchemy import Connection, create_engine
from sqlcipher3 import dbapi2

import app.models
import app.store.tables
from app.models.base import Base

# Offices have heads, and people have offices: the tables point at each other, and SQLite makes them in any order.
warnings.filterwarnings("ignore", message="Cannot correctly sort tables")

assert all(register.key for register in app.models.REGISTERS), "every register is read before its table is compared"
assert app.store.tables.SEARCH_TABLE


def include_name(name: str | None, type_: str, parent_names: Any) -> bool:
    """The search index and its shadow tables are made by hand."""
    return not (type_ == "table" and name is not None and name.startswith(app.store.tables.SEARCH_TABLE))


def run(connection: Connection) -> None:
    """All migrations in the transaction that is open."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_name=include_name,
        render_as_batch=True,
        transactional_ddl=True,
        transaction_per_migration=False,
    )
    context.run_migrations()


connection = context.config.attributes.get("connection")
if connection is not None:
    run(connection)
else:
    engine = create_engine(f"sqlite:///{os.environ['TAIZHANG_DATABASE']}", module=dbapi2)
    with engine.begin() as own:
        run(own)
