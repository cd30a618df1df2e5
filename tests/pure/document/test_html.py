import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from editorial.document.content import Content
from editorial.document.html import Span, html, line_html
from editorial.document.plain import plain, story_text
from editorial.document.schema import (
    EMPTY_BODY,
    Blockquote,
    BulletList,
    Doc,
    HardBreak,
    Heading,
    Image,
    ListItem,
    Mark,
    OrderedList,
    Paragraph,
    Text,
)
from tests.pure.document.trees import PICTURE, bodies, body, paragraph

EM, STRONG = Mark("em"), Mark("strong")
LINK = Mark("link", "https://a.example/?a=1&b=2")


def test_every_node_has_its_element() -> None:
    tree = body(
        "One",
        Heading("h", 3, (Text("Two"),)),
        Blockquote("q", (paragraph("qp", "a", HardBreak(), "b"),)),
        BulletList("u", (ListItem("i", (paragraph("ip", "x"), paragraph("iq", "y"))),)),
        OrderedList("o", (ListItem("j", (paragraph("jp", "z"),)),), 4),
        OrderedList("v", (ListItem("k", (paragraph("kp", "w"),)),)),
    )
    assert html(tree) == (
        "<p>One</p><h3>Two</h3><blockquote><p>a<br>b</p></blockquote>"
        "<ul><li><p>x</p><p>y</p></li></ul>"
        '<ol start="4"><li><p>z</p></li></ol><ol><li><p>w</p></li></ol>'
    )


def test_an_empty_body_is_an_empty_paragraph() -> None:
    assert html(EMPTY_BODY) == "<p></p>"


def test_marks_nest_and_stay_open_over_neighbours() -> None:
    tree = body(
        paragraph(
            "p",
            Text("a", (LINK,)),
            Text("b", (LINK, EM)),
            Text("c", (LINK, EM, STRONG)),
            Text("d", (STRONG,)),
        )
    )
    assert html(tree) == (
        '<p><a href="https://a.example/?a=1&amp;b=2" rel="nofollow noopener">a<em>b'
        "<strong>c</strong></em></a><strong>d</strong></p>"
    )


def test_everything_a_person_typed_is_escaped() -> None:
    tree = body(
        "<script>alert('x')</script> & \"more\"",
        Image("m", PICTURE, '"><b>', "<i>cap</i>", "<u>cred</u>"),
    )
    assert html(tree) == (
        "<p>&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; &quot;more&quot;</p>"
        f'<figure><img src="{PICTURE}" alt="&quot;&gt;&lt;b&gt;" loading="lazy" decoding="async">'
        '<figcaption>&lt;i&gt;cap&lt;/i&gt; <span class="credit">&lt;u&gt;cred&lt;/u&gt;</span>'
        "</figcaption></figure>"
    )


def test_a_picture_has_a_caption_only_where_there_are_words() -> None:
    assert "figcaption" not in html(body(Image("m", PICTURE, "alt")))
    assert '<figcaption><span class="credit">x</span></figcaption>' in html(
        body(Image("m", PICTURE, credit="x"))
    )


def test_a_known_size_keeps_the_page_from_jumping() -> None:
    tree = body(Image("m", PICTURE, "alt"))
    assert 'alt="alt" width="800" height="600"' in html(tree, sizes={PICTURE: (800, 600)})
    assert "width" not in html(tree, sizes={"/pictures/other": (800, 600)})


def test_a_quote_is_marked_in_place() -> None:
    tree = body("He said: “We stay,” and left.")
    assert html(tree, [Span(9, 19, "quote verbatim", anchor="q1")]) == (
        '<p>He said: <span class="quote verbatim" id="q1">“We stay,”</span> and left.</p>'
    )


def test_a_mark_goes_around_bold_and_into_links() -> None:
    tree = body(
        paragraph("p", "a ", Text("bold", (STRONG,)), " c ", Text("link on", (LINK,)), " d")
    )
    assert html(tree, [Span(4, 11, "q")]) == (
        '<p>a <strong>bo</strong><span class="q"><strong>ld</strong> c </span>'
        '<a href="https://a.example/?a=1&amp;b=2" rel="nofollow noopener"><span class="q">li</span>'
        "nk on</a> d</p>"
    )


def test_a_mark_over_paragraphs_is_split_and_its_sign_stands_once_at_the_end() -> None:
    tree = body("a “b", "“c", "d” e")
    sign = Markup("<button>1</button>")
    assert html(tree, [Span(2, 10, "q", sign, "x")]) == (
        '<p>a <span class="q" id="x">“b</span></p><p><span class="q">“c</span></p>'
        '<p><span class="q">d”</span><button>1</button> e</p>'
    )


def test_a_sign_stands_outside_of_a_link() -> None:
    tree = body(paragraph("p", Text("ab", (LINK, EM))))
    link = '<a href="https://a.example/?a=1&amp;b=2" rel="nofollow noopener">'
    assert html(tree, [Span(0, 1, "q", Markup("<b>!</b>"))]) == (
        f'<p>{link}<span class="q"><em>a</em></span></a><b>!</b>{link}<em>b</em></a></p>'
    )


def test_a_sign_that_is_not_markup_is_escaped() -> None:
    assert html(body("ab"), [Span(0, 2, 'q"', "<b>", '"><i')]) == (
        '<p><span class="q&quot;" id="&quot;&gt;&lt;i">ab</span>&lt;b&gt;</p>'
    )


def test_a_mark_that_ends_with_the_line_feed_ends_with_its_paragraph() -> None:
    sign = Markup("<i>!</i>")
    assert html(body("ab", "cd"), [Span(0, 3, "q", sign)]) == (
        '<p><span class="q">ab</span><i>!</i></p><p>cd</p>'
    )


def test_a_mark_that_begins_with_the_line_feed_begins_with_the_next_paragraph() -> None:
    assert html(body("ab", "cd"), [Span(2, 4, "q")]) == '<p>ab</p><p><span class="q">c</span>d</p>'


def test_a_mark_runs_over_an_empty_paragraph() -> None:
    sign = Markup("<i>!</i>")
    assert html(body("ab", "", "cd"), [Span(1, 4, "q", sign)]) == (
        '<p>a<span class="q">b</span></p><p><i>!</i></p><p>cd</p>'
    )


def test_a_mark_runs_over_a_hard_break() -> None:
    tree = body(paragraph("p", "ab", HardBreak(), "cd"))
    assert html(tree, [Span(1, 4, "q")]) == '<p>a<span class="q">b<br>c</span>d</p>'


def test_a_sign_after_a_hard_break_follows_it() -> None:
    tree = body(paragraph("p", "ab", HardBreak(), "cd"))
    assert html(tree, [Span(1, 3, "q", Markup("<i>!</i>"))]) == (
        '<p>a<span class="q">b<br></span><i>!</i>cd</p>'
    )


def test_a_quote_within_a_quote_nests() -> None:
    inner, outer = Span(2, 4, "in", Markup("<i>2</i>")), Span(0, 6, "out", Markup("<i>1</i>"))
    assert html(body("abcdef!"), [inner, outer]) == (
        '<p><span class="out">ab<span class="in">cd</span></span><i>2</i>'
        '<span class="out">ef</span><i>1</i>!</p>'
    )


def test_overlapping_marks_are_split() -> None:
    assert html(body("abcdef"), [Span(0, 4, "a"), Span(2, 6, "b")]) == (
        '<p><span class="a">ab<span class="b">cd</span></span><span class="b">ef</span></p>'
    )


def test_of_two_marks_that_end_together_the_inner_sign_comes_first() -> None:
    spans = [Span(0, 3, "a", Markup("<i>1</i>")), Span(1, 3, "b", Markup("<i>2</i>"))]
    assert html(body("abc"), spans).endswith("<i>2</i><i>1</i></p>")


def test_marks_outside_of_the_text_or_without_words_are_left_out() -> None:
    sign = Markup("<i>!</i>")
    spans = [Span(-5, 0, "q", sign), Span(9, 12, "q", sign), Span(1, 1, "q", sign)]
    assert html(body("ab", "cd"), [*spans, Span(3, 1, "q", sign)]) == "<p>ab</p><p>cd</p>"


def test_a_story_counts_from_its_headline() -> None:
    content = Content(headline="“We stay”", body=body("He said: “We stay.”"))
    text = story_text(content)
    spans = [Span(0, 9, "h"), Span(text.text.index("“", 5), len(text.text), "q")]
    assert line_html(content.headline, spans) == '<span class="h">“We stay”</span>'
    assert html(content.body, spans, text.body_start) == (
        '<p>He said: <span class="q">“We stay.”</span></p>'
    )


def test_a_line_is_escaped() -> None:
    assert line_html("a < b") == "a &lt; b"
    assert line_html("", [Span(0, 3, "q", "!")]) == ""


class Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.marked = ""
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "img"):
            assert not (tag == "a" and "a" in self.open)
            self.open.append("span.q" if ("class", "q") in attrs else tag)
        if tag == "br":
            self.handle_data(" ")
        if tag in ("p", "h2", "h3", "h4"):
            self.words.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().partition(".")[0] == tag

    def handle_data(self, data: str) -> None:
        if "figcaption" not in self.open:
            self.words[-1] += data
            if "span.q" in self.open:
                self.marked += data


@settings(max_examples=60, deadline=None)
@given(bodies, st.integers(0, 60), st.integers(1, 60))
def test_any_span_of_any_tree_marks_exactly_its_words(tree: Doc, start: int, length: int) -> None:
    text = plain(tree)
    page = Balance()
    page.feed(html(tree, [Span(start, start + length, "q")]))
    page.close()
    assert page.open == []
    assert "\n".join(page.words) == text.text
    assert page.marked == text.text[start : start + length].replace("\n", "")


@settings(max_examples=40, deadline=None)
@given(bodies)
def test_a_sign_stands_exactly_once_wherever_it_ends(tree: Doc) -> None:
    length = len(plain(tree).text)
    for end in range(1, min(length, 40) + 1):
        assert html(tree, [Span(0, end, "q", Markup("<hr>"))]).count("<hr>") == 1


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30))
def test_no_text_opens_an_element(text: str) -> None:
    page = html(Doc((Paragraph("p", (Text(text),)),)))
    assert re.findall("<[^>]*>", page) == ["<p>", "</p>"]
    assert unescape(page[3:-4]) == text or "\x00" in text or "\r" in text


def test_many_spans_over_many_blocks_take_linear_time() -> None:
    tree = body(*["“a b c” d"] * 3_000)
    spans = [Span(10 * n, 10 * n + 7, "q", Markup("<i></i>")) for n in range(3_000)]
    assert html(tree, spans).count("<i></i></p>") == 0
    assert html(tree, spans).count("</span><i></i> d</p>") == 3_000
