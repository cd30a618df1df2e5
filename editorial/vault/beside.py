"""Which vault belongs to a database: its folder is an option of the engine."""

from pathlib import Path

from sqlalchemy.orm import Session

from editorial.vault.files import Vault

VAULT_OPTION = "editorial_vault"


def vault_beside(session: Session) -> Vault:
    """The vault of the session's database."""
    return Vault(Path(session.get_bind().get_execution_options()[VAULT_OPTION]))
