"""Which index belongs to a database: a folder beside its vault."""

from sqlalchemy.orm import Session

from editorial.archive.folder import Folder
from editorial.vault.beside import instance_beside


def index_beside(session: Session) -> Folder:
    """The folder of the index of the session's database."""
    return Folder(instance_beside(session) / "index")
