"""Which vault belongs to a database, and which folder: options of the engine."""

from pathlib import Path

from sqlalchemy.orm import Session

from editorial.vault.bucket import BucketVault
from editorial.vault.files import Vault
from editorial.vault.folder import FolderVault

VAULT_OPTION = "editorial_vault"
INSTANCE_OPTION = "editorial_instance"


def vault_beside(session: Session) -> Vault:
    """The vault of the session's database."""
    return vault_at(session.get_bind().get_execution_options()[VAULT_OPTION])


def vault_at(address: str) -> Vault:
    """The vault in a folder, or in the bucket that an ``s3:`` address names."""
    return BucketVault(address) if address.startswith("s3:") else FolderVault(Path(address))


def instance_beside(session: Session) -> Path:
    """The folder of what belongs to this newsroom and lies on this machine."""
    return Path(session.get_bind().get_execution_options()[INSTANCE_OPTION])
