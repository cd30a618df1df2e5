"""Each desk says for itself whether its certificates name people; a setting said it for all."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Add the column, and take over what the setting said."""
    op.add_column(
        "desk",
        sa.Column("certificate_names", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    setting = sa.table("setting", sa.column("key", sa.String), sa.column("value", sa.JSON))
    desk = sa.table("desk", sa.column("certificate_names", sa.Boolean))
    ours = setting.c.key == "log.certificate_names"
    connection = op.get_bind()
    if connection.execute(sa.select(setting.c.value).where(ours)).scalar() is True:
        connection.execute(sa.update(desk).values(certificate_names=True))
    connection.execute(sa.delete(setting).where(ours))
