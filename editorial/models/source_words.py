"""How a source's kind and terms are called where one is attached."""

from editorial.models.source import SourceKind, Terms

KIND_WORDS: dict[SourceKind, str] = {
    SourceKind.TRANSCRIPT: "Transcript",
    SourceKind.RECORDING: "Recording’s transcript",
    SourceKind.DOCUMENT: "Document",
    SourceKind.NOTE: "Note of a call",
    SourceKind.REPORT: "Another outlet’s report",
}
TERMS_WORDS: dict[Terms, str] = {
    Terms.ON_THE_RECORD: "On the record",
    Terms.BACKGROUND: "Background",
    Terms.OFF_THE_RECORD: "Off the record",
}
