"""Evidence threads."""

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A thread is read from what others keep; nothing of it is kept by itself."""


def downgrade() -> None:
    """A thread is read from what others keep; nothing of it is kept by itself."""
