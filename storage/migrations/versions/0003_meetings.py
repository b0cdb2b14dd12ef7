"""Meetings, their agendas and roles, and the strategies"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agenda_items",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column(
            "provenance",
            sa.Enum(
                "strategy",
                "trend",
                "input",
                "member",
                "team",
                "carried",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("added_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "inform",
                "discuss",
                "decide",
                "learn",
                name="outcome",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("label", sa.String(length=120), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "done",
                "dropped",
                name="itemstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_items")),
    )
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.create_index("ix_agenda_items_open", ["school", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_agenda_items_school"), ["school"], unique=False)

    op.create_table(
        "meeting_roles",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "facilitator",
                "timekeeper",
                "recorder",
                "voice_tender",
                "relay_lead",
                name="meetingrole",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("passed", storage.columns.Value(object), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_roles")),
        sa.UniqueConstraint("school", "day", "role", name=op.f("uq_meeting_roles_school_day_role")),
    )
    with op.batch_alter_table("meeting_roles", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_roles_school"), ["school"], unique=False)

    op.create_table(
        "meeting_series",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column(
            "every",
            sa.Enum("weekly", "biweekly", name="every", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("call_at", sa.Time(), nullable=False),
        sa.Column("draft_at", sa.Time(), nullable=False),
        sa.Column("publish_at", sa.Time(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_series")),
        sa.UniqueConstraint("school", name=op.f("uq_meeting_series_school")),
    )
    with op.batch_alter_table("meeting_series", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_series_school"), ["school"], unique=False)

    op.create_table(
        "meetings",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "called",
                "drafted",
                "published",
                "closed",
                name="meetingstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("deep_dive", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
        sa.UniqueConstraint("school", "day", name=op.f("uq_meetings_school_day")),
    )
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meetings_school"), ["school"], unique=False)

    op.create_table(
        "strategies",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("status", sa.String(length=300), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("last_dive", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_strategies")),
        sa.UniqueConstraint("school", "key", name=op.f("uq_strategies_school_key")),
    )
    with op.batch_alter_table("strategies", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_strategies_school"), ["school"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("strategies", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_strategies_school"))

    op.drop_table("strategies")
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meetings_school"))

    op.drop_table("meetings")
    with op.batch_alter_table("meeting_series", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_series_school"))

    op.drop_table("meeting_series")
    with op.batch_alter_table("meeting_roles", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_roles_school"))

    op.drop_table("meeting_roles")
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agenda_items_school"))
        batch_op.drop_index("ix_agenda_items_open")

    op.drop_table("agenda_items")
