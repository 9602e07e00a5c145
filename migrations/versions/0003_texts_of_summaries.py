"""texts of summaries"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('summary_text',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('style', sa.Text(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('who', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('content', sa.JSON(), nullable=False),
    sa.Column('records', sa.JSON(), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_summary_text'))
    )
    with op.batch_alter_table('summary_text', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_summary_text_style_year'), ['style', 'year'], unique=False)
