"""An archive says of a quotation what the source it stands in says."""

from editorial.quotes import Part, Quotation, Record, Source, check
from editorial.quotes.archive import Archive
from editorial.quotes.segment import build, merge

HARBOUR = "MAYOR BRANDT:  " + "The tide tables were read out in full. " * 300
HARBOUR += (
    "\n\nMAYOR BRANDT:  We must not close the harbour before winter, whatever it costs us.\n\n"
)
HARBOUR += "Q    And the ferry?\n\nMAYOR BRANDT:  The ferry sails on Thursday with forty crates.\n"
FERRY = "CAPTAIN ODA:  The crew was paid late three times this year, and nobody apologised.\n" * 2
SOURCES = {
    "harbour": Source.from_text("harbour", HARBOUR, language="en"),
    "ferry": Source.from_text("ferry", FERRY, language="en"),
}
SEGMENTS = [build(source.id, source.text) for source in SOURCES.values()]
FETCHED: list[str] = []


def fetch(name: str, start: int, end: int) -> Source:
    FETCHED.append(name)
    return Source.from_text(name, SOURCES[name].text[start:end], language="en")


ARCHIVE = Archive([b"".join(merge(SEGMENTS))], fetch)


def quotation(text: str, speaker: str | None = None) -> Quotation:
    return Quotation((Part(0, len(text)),), 0, len(text), text, speaker=speaker)


def test_a_quote_is_found_with_its_passage_in_the_whole_source() -> None:
    words = "We must not close the harbour before winter"
    finding = ARCHIVE.check(quotation(words, "Brandt"))
    (passage,) = finding.passages
    assert finding.verdict == "verbatim"
    assert finding.speaker_matches is True
    assert passage.source == "harbour"
    assert SOURCES["harbour"].text[passage.start : passage.end] == passage.text == words


def test_a_finding_is_that_of_a_check_against_the_source_itself() -> None:
    for words in (
        "We must close the harbour before winter, whatever it costs us.",
        "The ferry sails on Thursday with fifty crates.",
        "Purple giraffes inspected seventeen lighthouses.",
    ):
        asked = quotation(words, "Brandt")
        assert ARCHIVE.check(asked) == check(asked, Record(SOURCES.values()))


def test_the_pieces_of_a_spliced_quote_are_found_in_their_sources() -> None:
    words = (
        "We must not close the harbour before winter, "
        "the crew was paid late three times this year, and nobody apologised."
    )
    finding = ARCHIVE.check(quotation(words))
    assert finding.verdict == "spliced"
    assert {passage.source for passage in finding.passages} == {"harbour", "ferry"}
    for passage in finding.passages:
        text = SOURCES[passage.source].text
        assert text[passage.start : passage.end] == passage.text


def test_a_source_that_may_not_be_seen_is_not_even_fetched() -> None:
    FETCHED.clear()
    finding = ARCHIVE.check(quotation("We must not close the harbour"), allowed={"ferry"})
    assert finding.verdict == "not_found"
    assert not finding.passages
    assert "harbour" not in FETCHED


def test_an_archive_of_nothing_finds_nothing() -> None:
    assert Archive([], fetch).check(quotation("We must not close")).verdict == "not_found"


def test_a_text_of_one_endless_line_is_cut_too() -> None:
    text = (
        "and so it went on " * 20_000 + "until Zemindar sold the lighthouse " + "and so on " * 9_000
    )

    def fetch_it(name: str, start: int, end: int) -> Source:
        return Source.from_text(name, text[start:end])

    archive = Archive([build("a", text)], fetch_it)
    finding = archive.check(quotation("until Zemindar sold the lighthouse"))
    assert finding.verdict == "verbatim"
    assert text[finding.passages[0].start :].startswith("until Zemindar")
