"""the registers of the main job"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('announced_year',
    sa.Column('year', sa.Integer(), autoincrement=False, nullable=False),
    sa.PrimaryKeyConstraint('year', name=op.f('pk_announced_year'))
    )
    op.create_table('campaign',
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('end', sa.Date(), nullable=True),
    sa.Column('office_id', sa.Integer(), nullable=True),
    sa.Column('notice', sa.Text(), nullable=True),
    sa.Column('goal', sa.Text(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('book_year', sa.Integer(), nullable=False),
    sa.Column('book_number', sa.Integer(), nullable=False),
    sa.Column('remarks', sa.Text(), nullable=True),
    sa.Column('highlight', sa.Text(), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=True),
    sa.Column('trashed_at', sa.DateTime(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_campaign_campaign_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['office_id'], ['office.id'], name=op.f('fk_campaign_office_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_campaign')),
    sa.UniqueConstraint('book_year', 'book_number', name=op.f('uq_campaign_book_year_book_number'))
    )
    with op.batch_alter_table('campaign', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_campaign_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_campaign_date_id'), ['date', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_campaign_office_id'), ['office_id'], unique=False)

    op.create_table('change',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('who', sa.Text(), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('undone_at', sa.DateTime(), nullable=True),
    sa.Column('undoes_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['undoes_id'], ['change.id'], name=op.f('fk_change_undoes_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_change'))
    )
    op.create_table('counter',
    sa.Column('series', sa.Text(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('next', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('series', 'year', name=op.f('pk_counter'))
    )
    op.create_table('draft',
    sa.Column('register', sa.Text(), nullable=False),
    sa.Column('record_id', sa.Integer(), nullable=True),
    sa.Column('values', sa.JSON(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.PrimaryKeyConstraint('register', name=op.f('pk_draft'))
    )
    op.create_table('holiday',
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('worked', sa.Boolean(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('day', name=op.f('pk_holiday'))
    )
    op.create_table('incoming',
    sa.Column('number', sa.Integer(), nullable=True),
    sa.Column('received', sa.Date(), nullable=False),
    sa.Column('sender', sa.Text(), nullable=False),
    sa.Column('doc_no', sa.Text(), nullable=True),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('copies', sa.Integer(), nullable=True),
    sa.Column('secrecy', sa.Text(), nullable=True),
    sa.Column('urgency', sa.Text(), nullable=True),
    sa.Column('office_id', sa.Integer(), nullable=True),
    sa.Column('handler_id', sa.Integer(), nullable=True),
    sa.Column('receipt', sa.Text(), nullable=True),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('done', sa.Date(), nullable=True),
    sa.Column('archive_no', sa.Text(), nullable=True),
    sa.Column('channel', sa.Text(), nullable=True),
    sa.Column('co_offices', sa.Text(), nullable=True),
    sa.Column('kind', sa.Text(), nullable=True),
    sa.Column('paper_book', sa.Text(), nullable=True),
    sa.Column('handling', sa.Text(), nullable=True),
    sa.Column('village_id', sa.Integer(), nullable=True),
    sa.Column('dated', sa.Date(), nullable=True),
    sa.Column('pages', sa.Integer(), nullable=True),
    sa.Column('leader_id', sa.Integer(), nullable=True),
    sa.Column('proposal', sa.Text(), nullable=True),
    sa.Column('proposer_id', sa.Integer(), nullable=True),
    sa.Column('proposed', sa.Date(), nullable=True),
    sa.Column('instruction', sa.Text(), nullable=True),
    sa.Column('instructed', sa.Date(), nullable=True),
    sa.Column('meeting_date', sa.Date(), nullable=True),
    sa.Column('meeting_time', sa.Time(), nullable=True),
    sa.Column('meeting_place', sa.Text(), nullable=True),
    sa.Column('roster_sent', sa.Boolean(), nullable=True),
    sa.Column('given_back', sa.Date(), nullable=True),
    sa.Column('result', sa.Text(), nullable=True),
    sa.Column('reply_id', sa.Integer(), nullable=True),
    sa.Column('archived', sa.Date(), nullable=True),
    sa.Column('retention', sa.Text(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('book_year', sa.Integer(), nullable=False),
    sa.Column('book_number', sa.Integer(), nullable=False),
    sa.Column('remarks', sa.Text(), nullable=True),
    sa.Column('highlight', sa.Text(), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=True),
    sa.Column('trashed_at', sa.DateTime(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_incoming_campaign_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['handler_id'], ['staff.id'], name=op.f('fk_incoming_handler_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['leader_id'], ['staff.id'], name=op.f('fk_incoming_leader_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['office_id'], ['office.id'], name=op.f('fk_incoming_office_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['proposer_id'], ['staff.id'], name=op.f('fk_incoming_proposer_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['reply_id'], ['outgoing.id'], name=op.f('fk_incoming_reply_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['village_id'], ['village.id'], name=op.f('fk_incoming_village_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_incoming')),
    sa.UniqueConstraint('book_year', 'book_number', name=op.f('uq_incoming_book_year_book_number'))
    )
    with op.batch_alter_table('incoming', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_incoming_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_incoming_handler_id'), ['handler_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_incoming_leader_id'), ['leader_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_incoming_office_id'), ['office_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_incoming_proposer_id'), ['proposer_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_incoming_received_id'), ['received', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_incoming_reply_id'), ['reply_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_incoming_village_id'), ['village_id'], unique=False)

    op.create_table('office',
    sa.Column('order', sa.Integer(), nullable=True),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=True),
    sa.Column('head_id', sa.Integer(), nullable=True),
    sa.Column('leader_id', sa.Integer(), nullable=True),
    sa.Column('phone', sa.Text(), nullable=True),
    sa.Column('since', sa.Date(), nullable=True),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('book_year', sa.Integer(), nullable=False),
    sa.Column('book_number', sa.Integer(), nullable=False),
    sa.Column('remarks', sa.Text(), nullable=True),
    sa.Column('highlight', sa.Text(), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=True),
    sa.Column('trashed_at', sa.DateTime(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_office_campaign_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['head_id'], ['staff.id'], name=op.f('fk_office_head_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['leader_id'], ['staff.id'], name=op.f('fk_office_leader_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_office')),
    sa.UniqueConstraint('book_year', 'book_number', name=op.f('uq_office_book_year_book_number'))
    )
    with op.batch_alter_table('office', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_office_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_office_head_id'), ['head_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_office_leader_id'), ['leader_id'], unique=False)

    op.create_table('outgoing',
    sa.Column('issued', sa.Date(), nullable=True),
    sa.Column('number', sa.Text(), nullable=True),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('issuer', sa.Text(), nullable=False),
    sa.Column('secrecy', sa.Text(), nullable=True),
    sa.Column('copies', sa.Integer(), nullable=True),
    sa.Column('to', sa.Text(), nullable=True),
    sa.Column('cc', sa.Text(), nullable=True),
    sa.Column('drafter_id', sa.Integer(), nullable=True),
    sa.Column('signer_id', sa.Integer(), nullable=True),
    sa.Column('receipt', sa.Text(), nullable=True),
    sa.Column('archive_no', sa.Text(), nullable=True),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('serial', sa.Integer(), nullable=True),
    sa.Column('paper_book', sa.Text(), nullable=True),
    sa.Column('direction', sa.Text(), nullable=False),
    sa.Column('category', sa.Text(), nullable=False),
    sa.Column('stage', sa.Text(), nullable=True),
    sa.Column('office_id', sa.Integer(), nullable=True),
    sa.Column('drafted', sa.Date(), nullable=True),
    sa.Column('checker_id', sa.Integer(), nullable=True),
    sa.Column('checked', sa.Date(), nullable=True),
    sa.Column('charge_leader_id', sa.Integer(), nullable=True),
    sa.Column('charge_signed', sa.Date(), nullable=True),
    sa.Column('signed', sa.Date(), nullable=True),
    sa.Column('urgency', sa.Text(), nullable=True),
    sa.Column('openness', sa.Text(), nullable=True),
    sa.Column('covered', sa.Boolean(), nullable=True),
    sa.Column('necessity', sa.Text(), nullable=True),
    sa.Column('single_matter', sa.Boolean(), nullable=True),
    sa.Column('tables', sa.Integer(), nullable=True),
    sa.Column('text', sa.Text(), nullable=True),
    sa.Column('characters', sa.Integer(), nullable=True),
    sa.Column('stated_characters', sa.Integer(), nullable=True),
    sa.Column('reply_to_id', sa.Integer(), nullable=True),
    sa.Column('printer', sa.Text(), nullable=True),
    sa.Column('withdrawn', sa.Text(), nullable=True),
    sa.Column('archived', sa.Date(), nullable=True),
    sa.Column('retention', sa.Text(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('book_year', sa.Integer(), nullable=False),
    sa.Column('book_number', sa.Integer(), nullable=False),
    sa.Column('remarks', sa.Text(), nullable=True),
    sa.Column('highlight', sa.Text(), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=True),
    sa.Column('trashed_at', sa.DateTime(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_outgoing_campaign_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['charge_leader_id'], ['staff.id'], name=op.f('fk_outgoing_charge_leader_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['checker_id'], ['staff.id'], name=op.f('fk_outgoing_checker_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['drafter_id'], ['staff.id'], name=op.f('fk_outgoing_drafter_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['office_id'], ['office.id'], name=op.f('fk_outgoing_office_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['reply_to_id'], ['incoming.id'], name=op.f('fk_outgoing_reply_to_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['signer_id'], ['staff.id'], name=op.f('fk_outgoing_signer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outgoing')),
    sa.UniqueConstraint('book_year', 'book_number', name=op.f('uq_outgoing_book_year_book_number'))
    )
    with op.batch_alter_table('outgoing', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_outgoing_archived_id'), ['archived', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_outgoing_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_outgoing_charge_leader_id'), ['charge_leader_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_outgoing_checker_id'), ['checker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_outgoing_drafter_id'), ['drafter_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_outgoing_issued_id'), ['issued', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_outgoing_office_id'), ['office_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_outgoing_reply_to_id'), ['reply_to_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_outgoing_signed_id'), ['signed', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_outgoing_signer_id'), ['signer_id'], unique=False)

    op.create_table('override',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('rule', sa.Text(), nullable=False),
    sa.Column('register', sa.Text(), nullable=False),
    sa.Column('record_id', sa.Integer(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('who', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_override'))
    )
    with op.batch_alter_table('override', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_override_rule'), ['rule'], unique=False)

    op.create_table('parameter',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('rule', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('value', sa.JSON(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_parameter'))
    )
    op.create_table('search_book',
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('register', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_search_book')),
    sa.UniqueConstraint('register', name=op.f('uq_search_book_register'))
    )
    op.create_table('search_queue',
    sa.Column('register', sa.Text(), nullable=False),
    sa.Column('record_id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('register', 'record_id', name=op.f('pk_search_queue'))
    )
    op.create_table('setting',
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('value', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_setting'))
    )
    op.create_table('staff',
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('gender', sa.Text(), nullable=True),
    sa.Column('birth', sa.Date(), nullable=True),
    sa.Column('office_id', sa.Integer(), nullable=True),
    sa.Column('post', sa.Text(), nullable=True),
    sa.Column('rank', sa.Text(), nullable=True),
    sa.Column('duty_class', sa.Text(), nullable=False),
    sa.Column('political', sa.Text(), nullable=True),
    sa.Column('education', sa.Text(), nullable=True),
    sa.Column('establishment', sa.Text(), nullable=True),
    sa.Column('work_start', sa.Date(), nullable=True),
    sa.Column('arrived', sa.Date(), nullable=True),
    sa.Column('village_id', sa.Integer(), nullable=True),
    sa.Column('phone', sa.Text(), nullable=True),
    sa.Column('left', sa.Date(), nullable=True),
    sa.Column('authority', sa.Text(), nullable=True),
    sa.Column('resident', sa.Boolean(), nullable=True),
    sa.Column('team', sa.Boolean(), nullable=True),
    sa.Column('study_group', sa.Boolean(), nullable=True),
    sa.Column('veteran', sa.Boolean(), nullable=True),
    sa.Column('party_joined', sa.Date(), nullable=True),
    sa.Column('activist_since', sa.Date(), nullable=True),
    sa.Column('title_level', sa.Text(), nullable=True),
    sa.Column('tech_title', sa.Text(), nullable=True),
    sa.Column('degree_by_study', sa.Text(), nullable=True),
    sa.Column('enforcement_cert', sa.Text(), nullable=True),
    sa.Column('posts_able', sa.Integer(), nullable=True),
    sa.Column('badge', sa.Boolean(), nullable=True),
    sa.Column('leave_carried', sa.BigInteger(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('book_year', sa.Integer(), nullable=False),
    sa.Column('book_number', sa.Integer(), nullable=False),
    sa.Column('remarks', sa.Text(), nullable=True),
    sa.Column('highlight', sa.Text(), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=True),
    sa.Column('trashed_at', sa.DateTime(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_staff_campaign_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['office_id'], ['office.id'], name=op.f('fk_staff_office_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['village_id'], ['village.id'], name=op.f('fk_staff_village_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_staff')),
    sa.UniqueConstraint('book_year', 'book_number', name=op.f('uq_staff_book_year_book_number'))
    )
    with op.batch_alter_table('staff', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_staff_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_staff_office_id'), ['office_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_staff_village_id'), ['village_id'], unique=False)

    op.create_table('village',
    sa.Column('order', sa.Integer(), nullable=True),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=True),
    sa.Column('households', sa.Integer(), nullable=True),
    sa.Column('population', sa.Integer(), nullable=True),
    sa.Column('secretary', sa.Text(), nullable=True),
    sa.Column('phone', sa.Text(), nullable=True),
    sa.Column('leader_id', sa.Integer(), nullable=True),
    sa.Column('hard_road', sa.Boolean(), nullable=True),
    sa.Column('plan_date', sa.Date(), nullable=True),
    sa.Column('since', sa.Date(), nullable=True),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('book_year', sa.Integer(), nullable=False),
    sa.Column('book_number', sa.Integer(), nullable=False),
    sa.Column('remarks', sa.Text(), nullable=True),
    sa.Column('highlight', sa.Text(), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=True),
    sa.Column('trashed_at', sa.DateTime(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_village_campaign_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['leader_id'], ['staff.id'], name=op.f('fk_village_leader_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_village')),
    sa.UniqueConstraint('book_year', 'book_number', name=op.f('uq_village_book_year_book_number'))
    )
    with op.batch_alter_table('village', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_village_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_village_leader_id'), ['leader_id'], unique=False)

    op.create_table('budget',
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('item', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('three_public', sa.Text(), nullable=False),
    sa.Column('special', sa.Boolean(), nullable=True),
    sa.Column('amount', sa.BigInteger(), nullable=False),
    sa.Column('adjusted', sa.BigInteger(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('book_year', sa.Integer(), nullable=False),
    sa.Column('book_number', sa.Integer(), nullable=False),
    sa.Column('remarks', sa.Text(), nullable=True),
    sa.Column('highlight', sa.Text(), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=True),
    sa.Column('trashed_at', sa.DateTime(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_budget_campaign_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_budget')),
    sa.UniqueConstraint('book_year', 'book_number', name=op.f('uq_budget_book_year_book_number'))
    )
    with op.batch_alter_table('budget', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_budget_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_budget_year_id'), ['year', 'id'], unique=False)

    op.create_table('campaign_stages',
    sa.Column('campaign_id', sa.Integer(), nullable=False),
    sa.Column('month', sa.Date(), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.Column('document', sa.Text(), nullable=True),
    sa.Column('done', sa.Boolean(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_campaign_stages_campaign_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_campaign_stages'))
    )
    with op.batch_alter_table('campaign_stages', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_campaign_stages_campaign_id'), ['campaign_id'], unique=False)

    op.create_table('donation',
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('recipient', sa.Text(), nullable=False),
    sa.Column('village_id', sa.Integer(), nullable=True),
    sa.Column('organizer', sa.Text(), nullable=True),
    sa.Column('expected', sa.Integer(), nullable=True),
    sa.Column('donors', sa.Integer(), nullable=True),
    sa.Column('money', sa.BigInteger(), nullable=True),
    sa.Column('goods', sa.BigInteger(), nullable=True),
    sa.Column('goods_name', sa.Text(), nullable=True),
    sa.Column('items', sa.Integer(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('book_year', sa.Integer(), nullable=False),
    sa.Column('book_number', sa.Integer(), nullable=False),
    sa.Column('remarks', sa.Text(), nullable=True),
    sa.Column('highlight', sa.Text(), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=True),
    sa.Column('trashed_at', sa.DateTime(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_donation_campaign_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['village_id'], ['village.id'], name=op.f('fk_donation_village_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_donation')),
    sa.UniqueConstraint('book_year', 'book_number', name=op.f('uq_donation_book_year_book_number'))
    )
    with op.batch_alter_table('donation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_donation_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_donation_date_id'), ['date', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_donation_village_id'), ['village_id'], unique=False)

    op.create_table('history',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('change_id', sa.Integer(), nullable=False),
    sa.Column('register', sa.Text(), nullable=False),
    sa.Column('record_id', sa.Integer(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('action', sa.Text(), nullable=False),
    sa.Column('fields', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['change_id'], ['change.id'], name=op.f('fk_history_change_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_history'))
    )
    with op.batch_alter_table('history', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_history_change_id'), ['change_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_history_register_record_id'), ['register', 'record_id'], unique=False)

    op.create_table('honour',
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('grade', sa.Text(), nullable=True),
    sa.Column('level', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('granted_by', sa.Text(), nullable=True),
    sa.Column('doc_no', sa.Text(), nullable=True),
    sa.Column('holder_kind', sa.Text(), nullable=False),
    sa.Column('holder', sa.Text(), nullable=False),
    sa.Column('village_id', sa.Integer(), nullable=True),
    sa.Column('expires', sa.Date(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('book_year', sa.Integer(), nullable=False),
    sa.Column('book_number', sa.Integer(), nullable=False),
    sa.Column('remarks', sa.Text(), nullable=True),
    sa.Column('highlight', sa.Text(), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=True),
    sa.Column('trashed_at', sa.DateTime(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_honour_campaign_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['village_id'], ['village.id'], name=op.f('fk_honour_village_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_honour')),
    sa.UniqueConstraint('book_year', 'book_number', name=op.f('uq_honour_book_year_book_number'))
    )
    with op.batch_alter_table('honour', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_honour_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_honour_date_id'), ['date', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_honour_village_id'), ['village_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_honour_year_id'), ['year', 'id'], unique=False)

    op.create_table('imported_sheet',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('digest', sa.Text(), nullable=False),
    sa.Column('sheet', sa.Text(), nullable=False),
    sa.Column('register', sa.Text(), nullable=False),
    sa.Column('file_name', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('who', sa.Text(), nullable=False),
    sa.Column('change_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['change_id'], ['change.id'], name=op.f('fk_imported_sheet_change_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_imported_sheet'))
    )
    with op.batch_alter_table('imported_sheet', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_imported_sheet_digest'), ['digest'], unique=False)

    op.create_table('incoming_attendees',
    sa.Column('record_id', sa.Integer(), nullable=False),
    sa.Column('staff_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['record_id'], ['incoming.id'], name=op.f('fk_incoming_attendees_record_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_incoming_attendees_staff_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('record_id', 'staff_id', name=op.f('pk_incoming_attendees'))
    )
    with op.batch_alter_table('incoming_attendees', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_incoming_attendees_staff_id'), ['staff_id'], unique=False)

    op.create_table('incoming_circulation',
    sa.Column('incoming_id', sa.Integer(), nullable=False),
    sa.Column('reader_id', sa.Integer(), nullable=False),
    sa.Column('sent', sa.Date(), nullable=True),
    sa.Column('read', sa.Date(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['incoming_id'], ['incoming.id'], name=op.f('fk_incoming_circulation_incoming_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['reader_id'], ['staff.id'], name=op.f('fk_incoming_circulation_reader_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_incoming_circulation'))
    )
    with op.batch_alter_table('incoming_circulation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_incoming_circulation_incoming_id'), ['incoming_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_incoming_circulation_reader_id'), ['reader_id'], unique=False)

    op.create_table('incoming_reminders',
    sa.Column('incoming_id', sa.Integer(), nullable=False),
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=True),
    sa.Column('answer', sa.Text(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['staff.id'], name=op.f('fk_incoming_reminders_by_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['incoming_id'], ['incoming.id'], name=op.f('fk_incoming_reminders_incoming_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_incoming_reminders'))
    )
    with op.batch_alter_table('incoming_reminders', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_incoming_reminders_by_id'), ['by_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_incoming_reminders_incoming_id'), ['incoming_id'], unique=False)

    op.create_table('leave',
    sa.Column('staff_id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=True),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('start', sa.Date(), nullable=False),
    sa.Column('end', sa.Date(), nullable=False),
    sa.Column('days', sa.BigInteger(), nullable=True),
    sa.Column('destination', sa.Text(), nullable=True),
    sa.Column('approver_id', sa.Integer(), nullable=True),
    sa.Column('filed', sa.Date(), nullable=True),
    sa.Column('returned', sa.Date(), nullable=True),
    sa.Column('extension', sa.Date(), nullable=True),
    sa.Column('overstay', sa.Integer(), nullable=True),
    sa.Column('registrar_id', sa.Integer(), nullable=True),
    sa.Column('applied', sa.Date(), nullable=True),
    sa.Column('start_half', sa.Text(), nullable=True),
    sa.Column('end_half', sa.Text(), nullable=True),
    sa.Column('leaves_town', sa.Boolean(), nullable=True),
    sa.Column('phone', sa.Text(), nullable=True),
    sa.Column('deputy_id', sa.Integer(), nullable=True),
    sa.Column('relation', sa.Text(), nullable=True),
    sa.Column('extra_days', sa.BigInteger(), nullable=True),
    sa.Column('pay_cut', sa.Boolean(), nullable=True),
    sa.Column('proof', sa.Text(), nullable=True),
    sa.Column('office_opinion', sa.Text(), nullable=True),
    sa.Column('leader_opinion', sa.Text(), nullable=True),
    sa.Column('chief_opinion', sa.Text(), nullable=True),
    sa.Column('approved', sa.Date(), nullable=True),
    sa.Column('confirmer_id', sa.Integer(), nullable=True),
    sa.Column('overstay_reason', sa.Text(), nullable=True),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('book_year', sa.Integer(), nullable=False),
    sa.Column('book_number', sa.Integer(), nullable=False),
    sa.Column('remarks', sa.Text(), nullable=True),
    sa.Column('highlight', sa.Text(), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=True),
    sa.Column('trashed_at', sa.DateTime(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['approver_id'], ['staff.id'], name=op.f('fk_leave_approver_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_leave_campaign_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['confirmer_id'], ['staff.id'], name=op.f('fk_leave_confirmer_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['deputy_id'], ['staff.id'], name=op.f('fk_leave_deputy_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['office_id'], ['office.id'], name=op.f('fk_leave_office_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['registrar_id'], ['staff.id'], name=op.f('fk_leave_registrar_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_leave_staff_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_leave')),
    sa.UniqueConstraint('book_year', 'book_number', name=op.f('uq_leave_book_year_book_number'))
    )
    with op.batch_alter_table('leave', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_leave_approver_id'), ['approver_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_leave_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_leave_confirmer_id'), ['confirmer_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_leave_deputy_id'), ['deputy_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_leave_office_id'), ['office_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_leave_registrar_id'), ['registrar_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_leave_staff_id'), ['staff_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_leave_start_id'), ['start', 'id'], unique=False)

    op.create_table('meeting',
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('start', sa.Time(), nullable=False),
    sa.Column('end', sa.Time(), nullable=True),
    sa.Column('minutes', sa.Integer(), nullable=True),
    sa.Column('venue', sa.Text(), nullable=False),
    sa.Column('host_id', sa.Integer(), nullable=True),
    sa.Column('recorder_id', sa.Integer(), nullable=True),
    sa.Column('present', sa.Integer(), nullable=True),
    sa.Column('topic', sa.Text(), nullable=True),
    sa.Column('office_id', sa.Integer(), nullable=True),
    sa.Column('approver_id', sa.Integer(), nullable=True),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('superior', sa.Boolean(), nullable=True),
    sa.Column('upper_meeting', sa.Text(), nullable=True),
    sa.Column('upper_date', sa.Date(), nullable=True),
    sa.Column('expected', sa.Integer(), nullable=True),
    sa.Column('workers', sa.Integer(), nullable=True),
    sa.Column('requested', sa.Date(), nullable=True),
    sa.Column('applicant_id', sa.Integer(), nullable=True),
    sa.Column('necessity', sa.Text(), nullable=True),
    sa.Column('approved', sa.Date(), nullable=True),
    sa.Column('venue_kind', sa.Text(), nullable=True),
    sa.Column('backdrop', sa.Boolean(), nullable=True),
    sa.Column('carpet', sa.Boolean(), nullable=True),
    sa.Column('flowers', sa.Boolean(), nullable=True),
    sa.Column('tablecloth', sa.Boolean(), nullable=True),
    sa.Column('banner', sa.Boolean(), nullable=True),
    sa.Column('fruit', sa.Boolean(), nullable=True),
    sa.Column('meal', sa.Text(), nullable=True),
    sa.Column('tobacco', sa.Boolean(), nullable=True),
    sa.Column('alcohol', sa.Boolean(), nullable=True),
    sa.Column('offscript', sa.Boolean(), nullable=True),
    sa.Column('cost', sa.BigInteger(), nullable=True),
    sa.Column('major_matter', sa.Boolean(), nullable=True),
    sa.Column('consulted', sa.Text(), nullable=True),
    sa.Column('published', sa.Date(), nullable=True),
    sa.Column('decisions', sa.Text(), nullable=True),
    sa.Column('record', sa.Text(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('book_year', sa.Integer(), nullable=False),
    sa.Column('book_number', sa.Integer(), nullable=False),
    sa.Column('remarks', sa.Text(), nullable=True),
    sa.Column('highlight', sa.Text(), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=True),
    sa.Column('trashed_at', sa.DateTime(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['applicant_id'], ['staff.id'], name=op.f('fk_meeting_applicant_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['approver_id'], ['staff.id'], name=op.f('fk_meeting_approver_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_meeting_campaign_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['host_id'], ['staff.id'], name=op.f('fk_meeting_host_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['office_id'], ['office.id'], name=op.f('fk_meeting_office_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['recorder_id'], ['staff.id'], name=op.f('fk_meeting_recorder_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting')),
    sa.UniqueConstraint('book_year', 'book_number', name=op.f('uq_meeting_book_year_book_number'))
    )
    with op.batch_alter_table('meeting', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_meeting_applicant_id'), ['applicant_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_meeting_approver_id'), ['approver_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_meeting_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_meeting_date_id'), ['date', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_meeting_host_id'), ['host_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_meeting_office_id'), ['office_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_meeting_recorder_id'), ['recorder_id'], unique=False)

    op.create_table('opinion',
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('from', sa.Text(), nullable=True),
    sa.Column('village_id', sa.Integer(), nullable=True),
    sa.Column('content', sa.Text(), nullable=False),
    sa.Column('topic', sa.Text(), nullable=False),
    sa.Column('leader_id', sa.Integer(), nullable=True),
    sa.Column('office_id', sa.Integer(), nullable=True),
    sa.Column('adopted', sa.Text(), nullable=False),
    sa.Column('measures', sa.Text(), nullable=True),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('done', sa.Date(), nullable=True),
    sa.Column('result', sa.Text(), nullable=True),
    sa.Column('replied', sa.Date(), nullable=True),
    sa.Column('staff_id', sa.Integer(), nullable=True),
    sa.Column('sorted', sa.Date(), nullable=True),
    sa.Column('filed', sa.Date(), nullable=True),
    sa.Column('must_report', sa.Boolean(), nullable=True),
    sa.Column('reported', sa.Date(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('book_year', sa.Integer(), nullable=False),
    sa.Column('book_number', sa.Integer(), nullable=False),
    sa.Column('remarks', sa.Text(), nullable=True),
    sa.Column('highlight', sa.Text(), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=True),
    sa.Column('trashed_at', sa.DateTime(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_opinion_campaign_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['leader_id'], ['staff.id'], name=op.f('fk_opinion_leader_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['office_id'], ['office.id'], name=op.f('fk_opinion_office_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_opinion_staff_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['village_id'], ['village.id'], name=op.f('fk_opinion_village_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_opinion')),
    sa.UniqueConstraint('book_year', 'book_number', name=op.f('uq_opinion_book_year_book_number'))
    )
    with op.batch_alter_table('opinion', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_opinion_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_opinion_date_id'), ['date', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_opinion_leader_id'), ['leader_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_opinion_office_id'), ['office_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_opinion_staff_id'), ['staff_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_opinion_village_id'), ['village_id'], unique=False)

    op.create_table('outgoing_countersigners',
    sa.Column('record_id', sa.Integer(), nullable=False),
    sa.Column('staff_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['record_id'], ['outgoing.id'], name=op.f('fk_outgoing_countersigners_record_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_outgoing_countersigners_staff_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('record_id', 'staff_id', name=op.f('pk_outgoing_countersigners'))
    )
    with op.batch_alter_table('outgoing_countersigners', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_outgoing_countersigners_staff_id'), ['staff_id'], unique=False)

    op.create_table('petition',
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('persons', sa.Integer(), nullable=False),
    sa.Column('village_id', sa.Integer(), nullable=True),
    sa.Column('turn', sa.Text(), nullable=True),
    sa.Column('channel', sa.Text(), nullable=False),
    sa.Column('topic', sa.Text(), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.Column('leader_id', sa.Integer(), nullable=True),
    sa.Column('office_id', sa.Integer(), nullable=True),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('done', sa.Date(), nullable=True),
    sa.Column('result', sa.Text(), nullable=True),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=True),
    sa.Column('backlog', sa.Boolean(), nullable=True),
    sa.Column('level', sa.Text(), nullable=True),
    sa.Column('owner_kind', sa.Text(), nullable=True),
    sa.Column('gender', sa.Text(), nullable=True),
    sa.Column('address', sa.Text(), nullable=True),
    sa.Column('phone', sa.Text(), nullable=True),
    sa.Column('plan', sa.Text(), nullable=True),
    sa.Column('assigned', sa.Date(), nullable=True),
    sa.Column('objected', sa.Date(), nullable=True),
    sa.Column('told', sa.Date(), nullable=True),
    sa.Column('accepted', sa.Date(), nullable=True),
    sa.Column('extended', sa.Date(), nullable=True),
    sa.Column('extension_approver_id', sa.Integer(), nullable=True),
    sa.Column('extension_reason', sa.Text(), nullable=True),
    sa.Column('answered', sa.Date(), nullable=True),
    sa.Column('review_asked', sa.Date(), nullable=True),
    sa.Column('review_answered', sa.Date(), nullable=True),
    sa.Column('satisfied', sa.Text(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('book_year', sa.Integer(), nullable=False),
    sa.Column('book_number', sa.Integer(), nullable=False),
    sa.Column('remarks', sa.Text(), nullable=True),
    sa.Column('highlight', sa.Text(), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=True),
    sa.Column('trashed_at', sa.DateTime(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_petition_campaign_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['extension_approver_id'], ['staff.id'], name=op.f('fk_petition_extension_approver_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['leader_id'], ['staff.id'], name=op.f('fk_petition_leader_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['office_id'], ['office.id'], name=op.f('fk_petition_office_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['village_id'], ['village.id'], name=op.f('fk_petition_village_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_petition')),
    sa.UniqueConstraint('book_year', 'book_number', name=op.f('uq_petition_book_year_book_number'))
    )
    with op.batch_alter_table('petition', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_petition_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_petition_date_id'), ['date', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_petition_done_id'), ['done', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_petition_extension_approver_id'), ['extension_approver_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_petition_leader_id'), ['leader_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_petition_office_id'), ['office_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_petition_village_id'), ['village_id'], unique=False)

    op.create_table('study',
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('theme', sa.Text(), nullable=True),
    sa.Column('topic', sa.Text(), nullable=False),
    sa.Column('material', sa.Text(), nullable=True),
    sa.Column('film', sa.Text(), nullable=True),
    sa.Column('hours', sa.BigInteger(), nullable=True),
    sa.Column('presenter', sa.Text(), nullable=True),
    sa.Column('audience', sa.Text(), nullable=True),
    sa.Column('expected', sa.Integer(), nullable=True),
    sa.Column('present', sa.Integer(), nullable=True),
    sa.Column('notes', sa.Integer(), nullable=True),
    sa.Column('notebooks', sa.Integer(), nullable=True),
    sa.Column('village_id', sa.Integer(), nullable=True),
    sa.Column('film_kind', sa.Text(), nullable=True),
    sa.Column('presenter_unit', sa.Text(), nullable=True),
    sa.Column('outside', sa.Boolean(), nullable=True),
    sa.Column('large', sa.Boolean(), nullable=True),
    sa.Column('makeup', sa.Text(), nullable=True),
    sa.Column('person_hours', sa.BigInteger(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('book_year', sa.Integer(), nullable=False),
    sa.Column('book_number', sa.Integer(), nullable=False),
    sa.Column('remarks', sa.Text(), nullable=True),
    sa.Column('highlight', sa.Text(), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=True),
    sa.Column('trashed_at', sa.DateTime(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_study_campaign_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['village_id'], ['village.id'], name=op.f('fk_study_village_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_study')),
    sa.UniqueConstraint('book_year', 'book_number', name=op.f('uq_study_book_year_book_number'))
    )
    with op.batch_alter_table('study', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_study_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_study_date_id'), ['date', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_study_village_id'), ['village_id'], unique=False)

    op.create_table('visit',
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('staff_id', sa.Integer(), nullable=False),
    sa.Column('village_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('days', sa.BigInteger(), nullable=False),
    sa.Column('households', sa.Integer(), nullable=True),
    sa.Column('hosts', sa.Text(), nullable=True),
    sa.Column('found', sa.Text(), nullable=True),
    sa.Column('thoughts', sa.Text(), nullable=True),
    sa.Column('handled', sa.Text(), nullable=True),
    sa.Column('solved', sa.Boolean(), nullable=True),
    sa.Column('transport', sa.Text(), nullable=True),
    sa.Column('meal', sa.Text(), nullable=True),
    sa.Column('village_sign', sa.Text(), nullable=True),
    sa.Column('meal_paid', sa.BigInteger(), nullable=True),
    sa.Column('alcohol', sa.Boolean(), nullable=True),
    sa.Column('tobacco', sa.Boolean(), nullable=True),
    sa.Column('weather', sa.Text(), nullable=True),
    sa.Column('companions', sa.Text(), nullable=True),
    sa.Column('needs_reply', sa.Text(), nullable=True),
    sa.Column('comment', sa.Text(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('book_year', sa.Integer(), nullable=False),
    sa.Column('book_number', sa.Integer(), nullable=False),
    sa.Column('remarks', sa.Text(), nullable=True),
    sa.Column('highlight', sa.Text(), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=True),
    sa.Column('trashed_at', sa.DateTime(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_visit_campaign_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_visit_staff_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['village_id'], ['village.id'], name=op.f('fk_visit_village_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_visit')),
    sa.UniqueConstraint('book_year', 'book_number', name=op.f('uq_visit_book_year_book_number'))
    )
    with op.batch_alter_table('visit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_visit_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_visit_date_id'), ['date', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_visit_staff_id'), ['staff_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_visit_village_id'), ['village_id'], unique=False)

    op.create_table('meeting_attendance',
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('unit', sa.Text(), nullable=True),
    sa.Column('role', sa.Text(), nullable=True),
    sa.Column('present', sa.Boolean(), nullable=True),
    sa.Column('excuse', sa.Text(), nullable=True),
    sa.Column('phone', sa.Text(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['meeting.id'], name=op.f('fk_meeting_attendance_meeting_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting_attendance'))
    )
    with op.batch_alter_table('meeting_attendance', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_meeting_attendance_meeting_id'), ['meeting_id'], unique=False)

    op.create_table('meeting_items',
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('order', sa.Integer(), nullable=False),
    sa.Column('topic', sa.Text(), nullable=False),
    sa.Column('office', sa.Text(), nullable=True),
    sa.Column('speakers', sa.Text(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['meeting.id'], name=op.f('fk_meeting_items_meeting_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting_items'))
    )
    with op.batch_alter_table('meeting_items', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_meeting_items_meeting_id'), ['meeting_id'], unique=False)

    op.create_table('reception',
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('guest_unit', sa.Text(), nullable=False),
    sa.Column('lead_guest', sa.Text(), nullable=True),
    sa.Column('guests_count', sa.Integer(), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('letter_no', sa.Text(), nullable=True),
    sa.Column('letter_in_id', sa.Integer(), nullable=True),
    sa.Column('meals', sa.Integer(), nullable=True),
    sa.Column('meal_place', sa.Text(), nullable=False),
    sa.Column('companions', sa.Integer(), nullable=True),
    sa.Column('standard', sa.BigInteger(), nullable=True),
    sa.Column('total', sa.BigInteger(), nullable=True),
    sa.Column('per_head', sa.BigInteger(), nullable=True),
    sa.Column('approver_id', sa.Integer(), nullable=True),
    sa.Column('handler_id', sa.Integer(), nullable=True),
    sa.Column('applied', sa.Date(), nullable=True),
    sa.Column('end', sa.Date(), nullable=True),
    sa.Column('office_id', sa.Integer(), nullable=True),
    sa.Column('letter_date', sa.Date(), nullable=True),
    sa.Column('kind', sa.Text(), nullable=True),
    sa.Column('origin', sa.Text(), nullable=True),
    sa.Column('host_id', sa.Integer(), nullable=True),
    sa.Column('place', sa.Text(), nullable=True),
    sa.Column('site', sa.Text(), nullable=True),
    sa.Column('meal_cost', sa.BigInteger(), nullable=True),
    sa.Column('lodging_cost', sa.BigInteger(), nullable=True),
    sa.Column('lodging_place', sa.Text(), nullable=True),
    sa.Column('other_cost', sa.BigInteger(), nullable=True),
    sa.Column('guest_paid', sa.BigInteger(), nullable=True),
    sa.Column('alcohol', sa.Boolean(), nullable=True),
    sa.Column('tobacco', sa.Boolean(), nullable=True),
    sa.Column('escort', sa.Boolean(), nullable=True),
    sa.Column('slogans', sa.Boolean(), nullable=True),
    sa.Column('major', sa.Boolean(), nullable=True),
    sa.Column('plan_approved', sa.Date(), nullable=True),
    sa.Column('approved', sa.Date(), nullable=True),
    sa.Column('budget_id', sa.Integer(), nullable=True),
    sa.Column('payment', sa.Text(), nullable=True),
    sa.Column('list_no', sa.Integer(), nullable=True),
    sa.Column('list_signed', sa.Date(), nullable=True),
    sa.Column('settled', sa.Date(), nullable=True),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('book_year', sa.Integer(), nullable=False),
    sa.Column('book_number', sa.Integer(), nullable=False),
    sa.Column('remarks', sa.Text(), nullable=True),
    sa.Column('highlight', sa.Text(), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=True),
    sa.Column('trashed_at', sa.DateTime(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['approver_id'], ['staff.id'], name=op.f('fk_reception_approver_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['budget_id'], ['budget.id'], name=op.f('fk_reception_budget_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_reception_campaign_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['handler_id'], ['staff.id'], name=op.f('fk_reception_handler_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['host_id'], ['staff.id'], name=op.f('fk_reception_host_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['letter_in_id'], ['incoming.id'], name=op.f('fk_reception_letter_in_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['office_id'], ['office.id'], name=op.f('fk_reception_office_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reception')),
    sa.UniqueConstraint('book_year', 'book_number', name=op.f('uq_reception_book_year_book_number'))
    )
    with op.batch_alter_table('reception', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reception_approver_id'), ['approver_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reception_budget_id'), ['budget_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reception_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reception_date_id'), ['date', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reception_handler_id'), ['handler_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reception_host_id'), ['host_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reception_letter_in_id'), ['letter_in_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reception_office_id'), ['office_id'], unique=False)

    op.create_table('study_members',
    sa.Column('record_id', sa.Integer(), nullable=False),
    sa.Column('staff_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['record_id'], ['study.id'], name=op.f('fk_study_members_record_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_study_members_staff_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('record_id', 'staff_id', name=op.f('pk_study_members'))
    )
    with op.batch_alter_table('study_members', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_study_members_staff_id'), ['staff_id'], unique=False)

    op.create_table('visitor',
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('time', sa.Time(), nullable=True),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('persons', sa.Integer(), nullable=False),
    sa.Column('village', sa.Text(), nullable=True),
    sa.Column('phone', sa.Text(), nullable=True),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('matter', sa.Text(), nullable=False),
    sa.Column('receiver_id', sa.Integer(), nullable=False),
    sa.Column('leader_id', sa.Integer(), nullable=True),
    sa.Column('handling', sa.Text(), nullable=False),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('done', sa.Date(), nullable=True),
    sa.Column('result', sa.Text(), nullable=True),
    sa.Column('responsibility', sa.Text(), nullable=True),
    sa.Column('complete', sa.Boolean(), nullable=True),
    sa.Column('delay_reason', sa.Text(), nullable=True),
    sa.Column('office_id', sa.Integer(), nullable=True),
    sa.Column('turn', sa.Text(), nullable=True),
    sa.Column('satisfied', sa.Text(), nullable=True),
    sa.Column('petition_id', sa.Integer(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('book_year', sa.Integer(), nullable=False),
    sa.Column('book_number', sa.Integer(), nullable=False),
    sa.Column('remarks', sa.Text(), nullable=True),
    sa.Column('highlight', sa.Text(), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=True),
    sa.Column('trashed_at', sa.DateTime(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_visitor_campaign_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['leader_id'], ['staff.id'], name=op.f('fk_visitor_leader_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['office_id'], ['office.id'], name=op.f('fk_visitor_office_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['petition_id'], ['petition.id'], name=op.f('fk_visitor_petition_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['receiver_id'], ['staff.id'], name=op.f('fk_visitor_receiver_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_visitor')),
    sa.UniqueConstraint('book_year', 'book_number', name=op.f('uq_visitor_book_year_book_number'))
    )
    with op.batch_alter_table('visitor', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_visitor_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_visitor_date_id'), ['date', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_visitor_leader_id'), ['leader_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_visitor_office_id'), ['office_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_visitor_petition_id'), ['petition_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_visitor_receiver_id'), ['receiver_id'], unique=False)

    op.create_table('expense',
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('voucher', sa.Text(), nullable=True),
    sa.Column('budget_id', sa.Integer(), nullable=False),
    sa.Column('summary', sa.Text(), nullable=False),
    sa.Column('payee', sa.Text(), nullable=True),
    sa.Column('invoice', sa.Text(), nullable=True),
    sa.Column('amount', sa.BigInteger(), nullable=False),
    sa.Column('payment', sa.Text(), nullable=False),
    sa.Column('nature', sa.Text(), nullable=False),
    sa.Column('handler_id', sa.Integer(), nullable=True),
    sa.Column('approver_id', sa.Integer(), nullable=True),
    sa.Column('quantity', sa.BigInteger(), nullable=True),
    sa.Column('unit', sa.Text(), nullable=True),
    sa.Column('purchase', sa.Text(), nullable=True),
    sa.Column('reception_id', sa.Integer(), nullable=True),
    sa.Column('meeting_id', sa.Integer(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('book_year', sa.Integer(), nullable=False),
    sa.Column('book_number', sa.Integer(), nullable=False),
    sa.Column('remarks', sa.Text(), nullable=True),
    sa.Column('highlight', sa.Text(), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=True),
    sa.Column('changed_by', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=True),
    sa.Column('trashed_at', sa.DateTime(), nullable=True),
    sa.Column('campaign_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['approver_id'], ['staff.id'], name=op.f('fk_expense_approver_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['budget_id'], ['budget.id'], name=op.f('fk_expense_budget_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_expense_campaign_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['handler_id'], ['staff.id'], name=op.f('fk_expense_handler_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['meeting_id'], ['meeting.id'], name=op.f('fk_expense_meeting_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['reception_id'], ['reception.id'], name=op.f('fk_expense_reception_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_expense')),
    sa.UniqueConstraint('book_year', 'book_number', name=op.f('uq_expense_book_year_book_number'))
    )
    with op.batch_alter_table('expense', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_expense_invoice'), ['invoice'], unique=False)
        batch_op.create_index(batch_op.f('ix_expense_approver_id'), ['approver_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_expense_budget_id'), ['budget_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_expense_campaign_id'), ['campaign_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_expense_date_id'), ['date', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_expense_handler_id'), ['handler_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_expense_meeting_id'), ['meeting_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_expense_reception_id'), ['reception_id'], unique=False)

    op.create_table('reception_activities',
    sa.Column('reception_id', sa.Integer(), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.Column('time', sa.DateTime(), nullable=True),
    sa.Column('place', sa.Text(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['reception_id'], ['reception.id'], name=op.f('fk_reception_activities_reception_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reception_activities'))
    )
    with op.batch_alter_table('reception_activities', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reception_activities_reception_id'), ['reception_id'], unique=False)

    op.create_table('reception_escorts',
    sa.Column('reception_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('post', sa.Text(), nullable=True),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['reception_id'], ['reception.id'], name=op.f('fk_reception_escorts_reception_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reception_escorts'))
    )
    with op.batch_alter_table('reception_escorts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reception_escorts_reception_id'), ['reception_id'], unique=False)

    op.create_table('reception_guests',
    sa.Column('reception_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('unit', sa.Text(), nullable=True),
    sa.Column('post', sa.Text(), nullable=True),
    sa.Column('phone', sa.Text(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['reception_id'], ['reception.id'], name=op.f('fk_reception_guests_reception_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reception_guests'))
    )
    with op.batch_alter_table('reception_guests', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reception_guests_reception_id'), ['reception_id'], unique=False)

    op.create_table('visitor_chain',
    sa.Column('visitor_id', sa.Integer(), nullable=False),
    sa.Column('time', sa.DateTime(), nullable=False),
    sa.Column('to_id', sa.Integer(), nullable=False),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['to_id'], ['staff.id'], name=op.f('fk_visitor_chain_to_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['visitor_id'], ['visitor.id'], name=op.f('fk_visitor_chain_visitor_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_visitor_chain'))
    )
    with op.batch_alter_table('visitor_chain', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_visitor_chain_to_id'), ['to_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_visitor_chain_visitor_id'), ['visitor_id'], unique=False)
    op.execute(
        "CREATE VIRTUAL TABLE search_words USING fts5(words, initials, content='', contentless_delete=1, "
        "tokenize='unicode61 remove_diacritics 0')"
    )
