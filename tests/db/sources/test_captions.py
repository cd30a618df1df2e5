"""Captions become a transcript, and each cue keeps its time."""

import pytest

from editorial.pipeline.refusal import Refused
from editorial.quotes.turns import find_turns
from editorial.sources.captions import are_captions, captions

VTT = """WEBVTT - Press talk

STYLE
::cue { color: lime }

NOTE not spoken

intro
00:00:01.000 --> 00:00:04.000 align:start position:10%
<v Minister Varga>The quay &amp; the <i>lock</i> will hold.

00:04.500 --> 00:07.000
<v Minister Varga>In winter <00:05.000>too.

01:00:02.250 --> 01:00:03.000
<v Amara Diallo>We asked twice.
"""
SRT = """1
00:00:01,000 --> 00:00:04,000
VARGA: {\\an8}The quay will hold,
<font color="#fff">we say.</font>

2
00:00:04,500 --> 00:00:07,000
And the lock.
"""


def test_voices_become_speakers_and_times_are_kept() -> None:
    text, places = captions(VTT)
    assert text == (
        "Minister Varga:  The quay & the lock will hold.\nIn winter too.\n"
        "Amara Diallo:  We asked twice.\n"
    )
    assert places.words(text.index("The quay")) == "0:00:01"
    assert places.words(text.index("winter")) == "0:00:04"
    assert places.seconds(text.index("asked")) == 3602.25
    speakers = [turn.speaker for turn in find_turns(text).turns]
    assert speakers == ["Minister Varga", "Amara Diallo"]


def test_subrip_keeps_its_words_without_its_marks() -> None:
    text, places = captions(SRT)
    assert text == "VARGA: The quay will hold,\nwe say.\nAnd the lock.\n"
    assert places.words(text.index("we say")) == "0:00:01"
    assert places.words(text.index("And")) == "0:00:04"


def test_captions_that_roll_are_unrolled() -> None:
    cues = ["one two", "one two\nthree four", "three four\nfive six", "five six\nseven"]
    blocks = [f"00:0{n}.000 --> 00:0{n}.900\n{words}" for n, words in enumerate(cues)]
    text, _ = captions("WEBVTT\n\n" + "\n\n".join(blocks))
    assert text == "one two\nthree four\nfive six\nseven\n"


def test_words_said_twice_stay_said_twice() -> None:
    said = ["No.", "No.", "We hold the quay.", "It is paid for.", "And the lock."]
    blocks = [f"00:0{n}.000 --> 00:0{n}.900\n{words}" for n, words in enumerate(said)]
    text, _ = captions("WEBVTT\n\n" + "\n\n".join(blocks))
    assert text.startswith("No.\nNo.\nWe hold")


@pytest.mark.parametrize("text", ["At 00:01 he said: --> yes", "VARGA: No.\n\n1\n00:00:01,000", ""])
def test_a_transcript_is_no_captions(text: str) -> None:
    assert not are_captions(text)


def test_captions_without_words_are_refused() -> None:
    with pytest.raises(Refused, match="no words"):
        captions("WEBVTT\n\n00:01.000 --> 00:02.000\n\n")
