"""A passage becomes a quotation that the engine finds, gives to its speaker and bears out."""

import pytest

from editorial.document.attributed import MANNERS, attributed, named
from editorial.quotes.check import check
from editorial.quotes.extract import extract
from editorial.quotes.record import Record
from editorial.quotes.source import Source

SAID = {
    "en": ("MINISTER AKAN", "We will rebuild the bridge before winter. The money is there."),
    "de": ("MINISTERIN BRANDT", "Wir bauen die Brücke noch vor dem Winter wieder auf."),
    "fr": ("Amara Diallo", "Nous reconstruirons le pont avant l’hiver, et l’argent est là."),
    "es": ("Lucía Ferrer", "Vamos a reconstruir el puente antes del invierno."),
    "tr": ("Mustafa Şentürk", "Köprüyü kıştan önce yeniden inşa edeceğiz."),
    "az": ("Leyla Məmmədova", "Körpünü qışdan əvvəl yenidən quracağıq."),
    "ru": ("Анна Орлова", "Мы восстановим мост до зимы, и деньги на это есть."),
    "uk": ("Олена Ткач", "Ми відбудуємо міст до зими, і гроші на це є."),
}


def test_every_language_of_the_engine_has_its_manner() -> None:
    assert set(MANNERS) == set(SAID)


@pytest.mark.parametrize("language", sorted(SAID))
def test_it_is_verified_from_birth(language: str) -> None:
    speaker, words = SAID[language]
    source = Source.from_text("record", f"{speaker}:  {words}\n\nQ:  ?\n", language=language)
    story = attributed(words, speaker, language)
    [quotation] = [one for one in extract(story, language) if one.kind != "scare"]
    finding = check(quotation, Record([source]))
    assert finding.verdict in ("verbatim", "light_edit"), (story, finding.reason)
    assert finding.speaker_matches is not False
    assert quotation.speaker is not None
    assert named(speaker).split()[-1] in quotation.speaker


@pytest.mark.parametrize(
    ("words", "speaker", "language", "story"),
    [
        ("It will hold.", "AKAN", "en", "“It will hold,” Akan said."),
        ("Will it hold?", "Amara Diallo", "en-GB", "“Will it hold?” Amara Diallo said."),
        ("a finger\n  a month", None, "en", "“a finger a month”"),
        ("Er hält.", "Brandt", "de", "„Er hält“, sagte Brandt."),
        ("Il tient.", "Diallo", "fr", "«\u00a0Il tient\u00a0», a déclaré Diallo."),
        ("Он держит.", "Орлова", "ru", "Орлова: «Он держит.»"),
        ("It holds", "Q", "fi", "“It holds,” Q said."),
    ],
)
def test_the_marks_are_those_of_the_language(
    words: str, speaker: str | None, language: str, story: str
) -> None:
    assert attributed(words, speaker, language) == story


def test_a_transcript_s_capitals_are_its_own() -> None:
    assert named("SECRETARY VALE") == "Secretary Vale"
    assert named("Dame Ana Roe") == "Dame Ana Roe"
    assert named("MUSTAFA ŞENTÜRK-İNAN") == "Mustafa Şentürk-İnan"
