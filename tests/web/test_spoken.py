"""Names in plain sentences: whole, longest first, escaped."""

from organograaf.build import read_tree
from organograaf.register import Register
from organograaf.web.spoken import spoken
from tests.conftest import TOWN


def _town() -> Register:
    return read_tree(TOWN).register


def test_each_name_in_an_english_sentence_says_that_it_is_dutch() -> None:
    marked = spoken(_town(), "en")
    assert marked("Geldzaken went to Groen en Wegen.") == (
        '<span lang="nl">Geldzaken</span> went to <span lang="nl">Groen en Wegen</span>.'
    )


def test_a_name_that_is_only_part_of_a_word_is_not_marked() -> None:
    assert spoken(_town(), "en")("Geldzakens, MijnGeldzaken") == "Geldzakens, MijnGeldzaken"


def test_what_is_not_a_name_is_escaped_and_so_is_a_name() -> None:
    marked = spoken(_town(), "en")
    assert marked("<b>Geldzaken</b> & co") == ('&lt;b&gt;<span lang="nl">Geldzaken</span>&lt;/b&gt; &amp; co')
    assert marked('In Dienst «Werk & "Toekomst"» (art. 60 § 7).') == (
        'In <span lang="nl">Dienst «Werk &amp; &#34;Toekomst&#34;» (art. 60 § 7)</span>.'
    )


def test_on_a_dutch_page_nothing_is_marked() -> None:
    assert spoken(_town(), "nl")("Geldzaken & co") == "Geldzaken &amp; co"
    assert spoken(None, "en")("Geldzaken & co") == "Geldzaken &amp; co"
