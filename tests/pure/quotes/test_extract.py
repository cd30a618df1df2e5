from editorial.quotes import extract


def test_a_plain_quotation_has_its_words_and_its_speaker() -> None:
    text = "“The bridge will hold,” Mayor Ilse Brandt said on Tuesday."
    (quotation,) = extract(text)
    assert quotation.text == "The bridge will hold,"
    assert quotation.speaker == "Mayor Ilse Brandt"
    assert quotation.cue == "said"


def test_offsets_point_at_the_very_words() -> None:
    text = 'He called it "a mess" and left.\n"Enough," she said.'
    for quotation in extract(text):
        for part in quotation.parts:
            assert text[part.start : part.end] in quotation.text
        if quotation.speaker is not None:
            assert text[quotation.speaker_start : quotation.speaker_end] == quotation.speaker
