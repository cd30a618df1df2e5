"""Which index belongs to a database: a folder beside its vault."""

from sqlalchemy.orm import Session

from editorial.archive.folder import Folder
from editorial.vault.beside import vault_beside


def index_beside(session: Session) -> Folder:
    """The folder of the index of the session's database."""
    return Folder(vault_beside(session).root.parent / "index")
