"""Calendar"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("calendar_days", schema=None) as batch_op:
        batch_op.add_column(sa.Column("opens", sa.Time(), nullable=True))
        batch_op.add_column(sa.Column("closes", sa.Time(), nullable=True))
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("moved_to", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("skipped", sa.Boolean(), nullable=False, server_default=sa.false()))
    for table in ("meeting_series", "check_in_series"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("only_on", sa.String(length=20), nullable=True))

    op.create_table(
        "calendar_changes",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("made_by", sa.String(length=32), nullable=False),
        sa.Column("made_at", storage.columns.Utc(timezone=True), nullable=False),
        sa.Column("days", storage.columns.Value(object), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "proposed",
                "applied",
                "undone",
                name="changestate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("before", storage.columns.Value(object), nullable=False),
        sa.Column("postponed", storage.columns.Value(object), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_changes")),
    )
    with op.batch_alter_table("calendar_changes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calendar_changes_school"), ["school"], unique=False)

    op.create_table(
        "calendar_feeds",
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("school", name=op.f("pk_calendar_feeds")),
        sa.UniqueConstraint("token", name=op.f("uq_calendar_feeds_token")),
    )

    op.create_table(
        "away",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("begun", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_away")),
        sa.UniqueConstraint("school", "person", name=op.f("uq_away_school_person")),
    )
    with op.batch_alter_table("away", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_away_school"), ["school"], unique=False)


def downgrade() -> None:
    op.drop_table("away")
    op.drop_table("calendar_feeds")
    op.drop_table("calendar_changes")
    for table in ("check_in_series", "meeting_series"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column("only_on")
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.drop_column("skipped")
        batch_op.drop_column("moved_to")
    with op.batch_alter_table("calendar_days", schema=None) as batch_op:
        batch_op.drop_column("closes")
        batch_op.drop_column("opens")
