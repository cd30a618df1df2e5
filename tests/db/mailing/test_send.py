"""Mail leaves the house by every way that MAIL_URL names."""

import ssl
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from urllib.parse import quote

import pytest

from editorial.mailing.letter import Letter, as_mail
from editorial.mailing.send import BadMailUrl, CannotSend, send
from tests.db.mailing.server import (
    PASSWORD,
    USER,
    Mailbox,
    certificate,
    mail_server,
    only_the_desk,
)

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
LETTER = Letter(
    name="Mira Şölər, desk",
    email="mira@example.org",
    subject="Yeni parol — Harbour Wire",
    text="Salam, Mira.\nhttps://news.agency.example/reset-password/abc\n",
    html="<p>Salam, <b>Mira</b>.</p>",
)
LOGIN = f"{quote(USER, safe='')}:{quote(PASSWORD, safe='')}"


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    context, cert = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(cert))
    return context


def arrived(mailbox: Mailbox) -> EmailMessage:
    assert len(mailbox.mails) == 1
    mail = mailbox.mails[0]
    assert isinstance(mail, EmailMessage)
    return mail


def words_of(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_a_letter_arrives_whole_by_smtp() -> None:
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        send(f"smtp://127.0.0.1:{port}?from=Desk%20%3Cdesk@agency.example%3E", LETTER, AT)
    mail = arrived(mailbox)
    assert mail["Subject"] == LETTER.subject
    assert mail["From"] == "Desk <desk@agency.example>"
    assert mail["To"].addresses[0].display_name == LETTER.name
    assert mail["To"].addresses[0].addr_spec == LETTER.email
    assert mail["Date"].datetime == AT
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"].endswith("@agency.example>")
    assert words_of(mail, "plain") == LETTER.text
    assert words_of(mail, "html").strip() == LETTER.html


def test_starttls_encrypts_before_the_password_is_said(trusted: ssl.SSLContext) -> None:
    mailbox = Mailbox()
    options = {
        "tls_context": trusted,
        "require_starttls": True,
        "authenticator": only_the_desk,
        "auth_required": True,
    }
    with mail_server(mailbox, **options) as port:
        send(f"smtp+starttls://{LOGIN}@localhost:{port}", LETTER, AT)
    assert mailbox.encrypted == [True]
    assert arrived(mailbox)["From"] == USER


def test_smtps_is_encrypted_from_the_first_byte(trusted: ssl.SSLContext) -> None:
    mailbox = Mailbox()
    with mail_server(mailbox, ssl_context=trusted) as port:
        send(f"smtps://localhost:{port}", LETTER, AT)
    assert arrived(mailbox)["From"] == "editorial@localhost"


def test_a_server_nobody_vouches_for_gets_no_mail(tmp_path: Path) -> None:
    context, _ = certificate(tmp_path)
    mailbox = Mailbox()
    with mail_server(mailbox, tls_context=context) as port, pytest.raises(CannotSend):
        send(f"smtp+starttls://localhost:{port}", LETTER, AT)
    assert mailbox.mails == []


def test_a_server_without_starttls_gets_no_mail() -> None:
    mailbox = Mailbox()
    with mail_server(mailbox) as port, pytest.raises(CannotSend):
        send(f"smtp+starttls://{LOGIN}@127.0.0.1:{port}", LETTER, AT)
    assert mailbox.mails == []


def test_a_wrong_password_is_told_without_being_repeated(trusted: ssl.SSLContext) -> None:
    options = {"tls_context": trusted, "authenticator": only_the_desk, "auth_required": True}
    with mail_server(Mailbox(), **options) as port, pytest.raises(CannotSend) as refusal:
        send(f"smtp+starttls://desk:not-the-password@localhost:{port}", LETTER, AT)
    assert "not-the-password" not in str(refusal.value)


def test_a_server_that_says_no_is_heard() -> None:
    with mail_server(Mailbox("554 no")) as port, pytest.raises(CannotSend, match="554"):
        send(f"smtp://127.0.0.1:{port}", LETTER, AT)


def test_a_server_that_is_away_is_told() -> None:
    with mail_server(Mailbox()) as port:
        pass
    with pytest.raises(CannotSend, match="did not take the mail"):
        send(f"smtp://127.0.0.1:{port}", LETTER, AT)


def test_a_folder_gets_one_file_a_mail(tmp_path: Path) -> None:
    folder = tmp_path / "mail 100%"
    for _ in range(2):
        send(f"file://{folder}", LETTER, AT)
    files = sorted(folder.iterdir())
    assert [file.suffix for file in files] == [".eml", ".eml"]
    assert files[0].stat().st_mode & 0o077 == 0
    assert message_from_bytes(files[0].read_bytes(), policy=default)["Subject"] == LETTER.subject


def test_the_console_shows_the_mail(capsys: pytest.CaptureFixture[str]) -> None:
    send("console:", LETTER, AT)
    assert "To: " in capsys.readouterr().out


@pytest.mark.parametrize("url", ["", "http://mail.agency.example", "smtp://"])
def test_a_way_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(BadMailUrl, match="MAIL_URL"):
        send(url, LETTER, AT)


@pytest.mark.parametrize("field", ["name", "email", "subject"])
def test_a_line_break_can_not_smuggle_in_a_header(field: str) -> None:
    words = {"name": "Mira", "email": "mira@example.org", "subject": "Hello"}
    words[field] += "\r\nBcc: everyone@example.org"
    with pytest.raises(ValueError):
        as_mail(
            Letter(words["name"], words["email"], words["subject"], "", ""),
            "desk@agency.example",
            AT,
        ).as_bytes()
