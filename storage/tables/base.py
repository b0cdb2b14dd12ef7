"""What all tables share: one naming convention, and the school on every row."""

from sqlalchemy import Column, MetaData, Named, String, TypedColumns

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Owned(TypedColumns):
    """A row of one school, under an id made by the program."""

    id: Named[str] = Column(String(32), primary_key=True)
    school: Named[str] = Column(String(64), index=True)
