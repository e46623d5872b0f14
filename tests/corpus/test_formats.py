"""Files of every kind → clean text, and what their markup says of structure; what is no opinion is refused in plain words."""

from __future__ import annotations

import io
import json
import re
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citator.corpus.errors import UnreadableInput
from citator.corpus.formats import READERS, read, read_bytes
from citator.corpus.model import Document
from citator.corpus.structure import analyse


def html(body: str) -> Document:
    return read_bytes(body.encode(), "a.html")


def noted(document: Document) -> list[tuple[str, str, str]]:
    """Every note: its number, the words its mark stands after, its text."""
    text = document.text
    return [
        (note.number, "" if note.ref is None else text[max(0, note.ref - 6) : note.ref], text[note.start : note.end])
        for note in document.marks.notes
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param("§ 1326 — Id. at 3.\r\nNext".encode(), "§ 1326 — Id. at 3.\r\nNext", id="utf-8"),
        pytest.param("\ufeff§ 1326 and more".encode(), "\ufeff§ 1326 and more", id="utf-8-with-mark"),
        pytest.param("the court’s “view” § 3".encode("cp1252"), "the court’s “view” § 3", id="windows-1252"),
        pytest.param(b"caf\xe9 \x81 of the court", "café \x81 of the court", id="latin-1"),
        pytest.param("Id. at 3, § 9".encode("utf-16"), "Id. at 3, § 9", id="utf-16"),
        pytest.param(b"Id.\x00 at 3 and so on, to the end of it", "Id.\x00 at 3 and so on, to the end of it", id="nul"),
    ],
)
def test_a_text_file_is_its_text(data: bytes, expected: str) -> None:
    document = read_bytes(data, "a.txt")
    assert ("text", expected) == (document.format, document.text)


def test_offsets_of_a_text_file_count_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("One.\r\n\r\n“Two” § 3.\n".encode())
    with path.open(encoding="utf-8", newline="") as file:
        assert file.read() == read(path).text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(b"", "empty file", id="empty"),
        pytest.param(b" \n\t\x00 ", "no text in it", id="blank"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(50), "a PNG picture, not text", id="png"),
        pytest.param(b"\xd0\xcf\x11\xe0 and so on", "an old Word file (.doc); save it as .docx", id="doc"),
        pytest.param(bytes(range(256)) * 9, "not a text file", id="binary"),
        pytest.param(
            b"PK\x03\x04 broken", "a damaged zip or Word file; open it in Word and save it anew", id="damaged-zip"
        ),
        pytest.param(b'{"a": 1}', "JSON of no known kind (CourtListener or Caselaw Access Project)", id="json"),
        pytest.param(b'{"plain_text": "x"', "text", id="no-json-at-all"),
        pytest.param(
            b'[{"plain_text": "x"}, {"plain_text": "y"}]', "2 records in one file; give each its own", id="two"
        ),
        pytest.param(b'{"plain_text": ""}', "a CourtListener record without text", id="record-without-text"),
        pytest.param(b"<html><body><script>x</script></body></html>", "no text in this HTML", id="html-without-text"),
        pytest.param(rb"{\rtf1\ansi }", "no text in this RTF", id="rtf-without-text"),
    ],
)
def test_what_cannot_be_read_is_refused_in_few_words(data: bytes, why: str) -> None:
    if why in READERS:
        assert why == read_bytes(data, "a.txt").format
        return
    with pytest.raises(UnreadableInput) as error:
        read_bytes(data, "opinions/a.txt")
    assert ("opinions/a.txt", why) == (error.value.path, error.value.why)


def test_a_folder_or_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="a folder, not a file"):
        read(tmp_path)
    with pytest.raises(UnreadableInput, match="no such file"):
        read(tmp_path / "b.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "c.txt")
    with pytest.raises(UnreadableInput, match="a link that leads back to itself"):
        read(tmp_path / "c.txt")


def test_html_becomes_paragraphs() -> None:
    document = html(
        "<html><head><title>no</title></head><body><h2>I. Facts</h2><p>The  court\n held&nbsp;so.<br>Then</p><p>On.</p></body></html>"
    )
    assert "I. Facts\n\nThe court held so.\nThen\n\nOn." == document.text
    assert ["I. Facts"] == [heading.of(document.text) for heading in document.marks.headings]


def test_star_pages_stay_where_they_stand() -> None:
    document = html(
        '<p>the favor<span class="star-pagination">*1298</span>able view <page-number label="1299">*1299</page-number> then</p>'
    )
    assert "the favor*1298able view *1299 then" == document.text
    assert [("1298", 9, 14), ("1299", 24, 29)] == [(page.page, page.start, page.end) for page in document.marks.pages]


def test_courtlistener_notes_are_gathered_after_the_text() -> None:
    document = html(
        '<div class="num" id="p1"><span class="num">1</span><p class="indent">It was so.<a class="footnote" href="#fn1" id="fn1_ref">1</a> And on.</p></div>'
        '<div class="footnotes"><div class="footnote" id="fn1"><a class="footnote" href="#fn1_ref">1</a><p>See Roe.</p><p>And Doe.</p></div></div>'
    )
    assert "It was so.1 And on.\n\n1. See Roe.\n\nAnd Doe." == document.text
    assert [("1", "as so.", "See Roe.\n\nAnd Doe.")] == noted(document)


def test_columbia_notes() -> None:
    document = html(
        '<p>It was so.<sup id="ref-fn1"><a href="#fn1">1</a></sup></p><p><footnote_body><sup id="fn1"><a href="#ref-fn1">1</a></sup> See Roe.</footnote_body></p>'
    )
    assert [("1", "as so.", "See Roe.")] == noted(document)


def test_harvard_opinions_are_parts_with_their_notes() -> None:
    document = html(
        '<section class="casebody"><section class="head-matter"><h4 class="parties">A v. B</h4></section>'
        '<article class="opinion" data-type="majority"><p class="author">STAHL, Circuit Judge.</p><p>We affirm.<a class="footnotemark" href="#footnote_1_1" id="ref_footnote_1_1">1</a> '
        '<a class="page-number" data-label="808">*808</a>So.</p>'
        '<aside data-label="1" class="footnote" id="footnote_1_1"><a href="#ref_footnote_1_1">1</a><p>See Roe.</p></aside></article>'
        '<article class="opinion" data-type="dissent"><p class="author">BOUDIN, Circuit Judge, dissenting.</p><p>I do not.</p></article></section>'
    )
    opinion = analyse(document)
    assert [("lead", "lead", "Stahl"), ("dissent", "dissent", "Boudin")] == [
        (part.id, part.kind, part.author) for part in opinion.parts
    ]
    assert [("1", "lead", "See Roe.")] == [
        (note.number, note.part, opinion.text[note.start : note.end]) for note in opinion.footnotes
    ]
    assert "We affirm.1 *808So.\n\n1. See Roe.\n\nBOUDIN" in opinion.text


def test_harvard_xml_is_read_alike() -> None:
    document = html(
        '<?xml version="1.0" encoding="utf-8"?><casebody><parties>A v. B</parties><opinion type="plurality"><author>Justice ROE</author>'
        "<p>We affirm.<footnotemark>1</footnotemark></p><blockquote>So it is.</blockquote>"
        '<footnote label="1"><p>See Doe.</p></footnote></opinion></casebody>'
    )
    assert [("plurality", "Roe")] == [(part.kind, part.author) for part in analyse(document).parts]
    assert [("1", "ffirm.", "See Doe.")] == noted(document)
    assert ["So it is."] == [quote.of(document.text) for quote in document.marks.quotes]


def test_preformatted_text_keeps_its_lines() -> None:
    document = html(
        '<pre class="inline">No. 1\n\n   We held in </pre><span class="citation">5 F.3d 6</span><pre class="inline">, so\nit is.</pre>'
    )
    assert "No. 1\n\n   We held in 5 F.3d 6, so\nit is." == document.text


def cluster(**more: Any) -> bytes:
    record: dict[str, Any] = {
        "case_name": "Doe v. Roe",
        "date_filed": "2001-05-02",
        "citations": [{"volume": 5, "reporter": "F.3d", "page": "6", "type": 1}],
        "docket": {"docket_number": "99-1", "court": "https://www.courtlistener.com/api/rest/v4/courts/ca9/"},
        "sub_opinions": [
            {"type": "040dissent", "author_str": "Poe", "plain_text": "I would reverse."},
            {
                "type": "020lead",
                "author_str": "",
                "html_with_citations": "<p>SMITH, Circuit Judge:</p><p>We affirm.</p>",
            },
        ],
    }
    return json.dumps(record | more).encode()


def test_a_courtlistener_cluster_has_all_its_opinions_and_facts() -> None:
    opinion = analyse(read_bytes(cluster(), "a.json"))
    assert "SMITH, Circuit Judge:\n\nWe affirm.\n\nI would reverse." == opinion.text
    assert [("lead", "Smith"), ("dissent", "Poe")] == [(part.kind, part.author) for part in opinion.parts]
    decision = opinion.decision
    assert ("Doe v. Roe", "5 F.3d 6", "ca9", 2001, "2001-05-02", "99-1") == (
        decision.name, decision.citation, decision.court, decision.year, decision.date, decision.docket
    )  # fmt: skip
    assert {"container"} == {how for field, how in decision.basis if field != "disposition"}


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        pytest.param("015unamimous", "lead", id="unanimous"),
        pytest.param("025plurality", "plurality", id="plurality"),
        pytest.param("030concurrence", "concurrence", id="concurrence"),
        pytest.param("035concurrenceinpart", "concurrence_in_part", id="in-part"),
        pytest.param("070rehearing", "other", id="rehearing"),
    ],
)
def test_courtlistener_type_codes(code: str, kind: str) -> None:
    document = read_bytes(json.dumps({"type": code, "plain_text": "We speak."}).encode(), "a.json")
    assert [kind] == [part.kind for part in document.marks.parts]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({"html": "<p>b</p>", "html_with_citations": "<p>a</p>", "plain_text": "c"}, "a", id="best-first"),
        pytest.param({"html": "", "html_lawbox": None, "plain_text": "c\n d"}, "c\n d", id="first-that-has-text"),
        pytest.param(
            {"html": "<p>AFFIRMED.</p>", "plain_text": "The whole text. " * 9},
            "The whole text. " * 9,
            id="not-a-summary",
        ),
        pytest.param({"xml_harvard": "<opinion type='dissent'><p>No.</p></opinion>"}, "No.", id="harvard"),
    ],
)
def test_which_text_of_a_record_is_read(fields: dict[str, Any], expected: str) -> None:
    assert expected == read_bytes(json.dumps({"type": "010combined"} | fields).encode(), "a.json").text


def test_a_version_3_cluster_has_a_field_for_each_citation() -> None:
    record = cluster(
        citations=["5 F.3d 6"], federal_cite_one="5 F.3d 6", lexis_cite="1993 U.S. App. LEXIS 7",
        docket={"court_id": "ca2", "case_name": "Other"}, docket_number="99-1",
    )  # fmt: skip
    facts = read_bytes(record, "a.json").facts
    assert ("5 F.3d 6", ("1993 U.S. App. LEXIS 7",), "ca2", "99-1") == (
        facts.citation, facts.other_citations, facts.court, facts.docket
    )  # fmt: skip


def test_a_row_with_the_levels_in_its_field_names() -> None:
    row = {
        "HTMLtext": "<p>ROE, Judge.</p><p>We affirm.</p>",
        "CL_opinion_type": "010combined",
        "CL_opinion_cluster": {
            "CL_cluster_case_name": "Doe v. Roe",
            "CL_cluster_date_filed": "1997-08-08",
            "CL_cluster_docket": {
                "CL_docket_docket_number": "A-1",
                "CL_docket_court": {
                    "CL_court_resource_uri": "http://www.courtlistener.com/api/rest/v3/courts/nebctapp/"
                },
            },
        },
    }
    document = read_bytes(json.dumps(row).encode(), "a.json")
    facts = document.facts
    assert ("ROE, Judge.\n\nWe affirm.", "Doe v. Roe", "nebctapp", 1997, "A-1") == (
        document.text, facts.name, facts.court, facts.year, facts.docket
    )  # fmt: skip


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(b'{"plain_text": "x",}', "broken JSON", id="broken"),
        pytest.param(b'{"casebody": {"opinions": 3}}', "JSON of a known kind, but not as that kind is made", id="odd"),
        pytest.param(b'{"casebody": 3}', "a Caselaw Access Project record without text", id="no-text"),
        pytest.param(b'[{"a": 1}]', "JSON of no known kind (CourtListener or Caselaw Access Project)", id="unknown"),
        pytest.param(b"{\\rtf1\\ansi {\\u99999999999 x", "damaged RTF", id="rtf"),
    ],
)
def test_damaged_records_are_refused(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableInput, match=re.escape(why)):
        read_bytes(data, "a.json")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param('<p>It was so.<sup>[1]</sup></p><p>[1] See Roe.</p>', "It was so.[1]\n\n[1] See Roe.", id="lawbox"),
        pytest.param("<p>One</p>tail<!-- no --><ul><li>Two</li></ul>", "One\n\ntail\n\nTwo", id="lists-and-tails"),
        pytest.param("<pre>a<br>b</pre>", "a\nb", id="break-in-preformatted"),
        pytest.param("<p>soft\u00adhyphen and\u200bzero</p>", "softhyphen andzero", id="invisible"),
        pytest.param("<div><script>x</script><p>Id.</p><nav>menu</nav></div>", "Id.", id="no-words"),
    ],
)  # fmt: skip
def test_odds_and_ends_of_html(body: str, expected: str) -> None:
    assert expected == html(body).text


def test_a_note_with_its_number_in_its_text() -> None:
    document = html(
        '<p>It was so.<footnote_reference>[2]</footnote_reference></p><div class="footnote">2. See Roe.</div>'
    )
    assert [("2", "as so.", "See Roe.")] == noted(document)


def test_a_page_of_results_with_one_record_is_that_record() -> None:
    page = {"count": 1, "results": [{"plain_text": "We affirm."}]}
    assert "We affirm." == read_bytes(json.dumps(page).encode(), "a.json").text


def test_caselaw_records() -> None:
    record = {
        "name_abbreviation": "Doe v. Roe",
        "decision_date": "1995-03",
        "docket_number": "No. 93-2214",
        "citations": [{"type": "official", "cite": "49 F.3d 807"}, {"type": "parallel", "cite": "1995 A.M.C. 1"}],
        "court": {"name": "United States Court of Appeals for the First Circuit"},
        "casebody": {
            "status": "ok",
            "data": {
                "head_matter": "DOE v. ROE.\nNo. 93-2214.",
                "opinions": [
                    {"type": "majority", "author": "STAHL, Circuit Judge.", "text": "STAHL, Circuit Judge.\nWe affirm.1\nSo it is.\n1. See Poe."},
                    {"type": "concurrence", "author": "BOUDIN, Circuit Judge,", "text": "BOUDIN, Circuit Judge,\nconcurring.\nI agree."},
                ],
            },
        },
    }  # fmt: skip
    opinion = analyse(read_bytes(json.dumps(record).encode(), "a.json"))
    assert [("lead", "Stahl"), ("concurrence", "Boudin")] == [(part.kind, part.author) for part in opinion.parts]
    assert [("1", "lead")] == [(note.number, note.part) for note in opinion.footnotes]
    decision = opinion.decision
    assert ("49 F.3d 807", ("1995 A.M.C. 1",), "ca1", 1995, None, "93-2214") == (
        decision.citation, decision.other_citations, decision.court, decision.year, decision.date, decision.docket
    )  # fmt: skip


def test_caselaw_records_with_html() -> None:
    record = {
        "casebody": '<section class="casebody"><article class="opinion" data-type="majority"><p>We affirm.</p></article></section>'
    }
    document = read_bytes(json.dumps(record).encode(), "a.json")
    assert ("We affirm.", ["lead"]) == (document.text, [part.kind for part in document.marks.parts])


FOOTNOTES = (
    '<?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> See Roe.</w:t></w:r></w:p><w:p><w:r><w:t>And Doe.</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def word_file() -> bytes:
    """A Word file with a heading, a table for a caption, a quotation and a footnote, which python-docx cannot make."""
    document = docx.Document()
    document.add_heading("OPINION", 1)
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "UNITED STATES,", "No. 12-1"
    document.add_paragraph("The court held so.@ And on.")
    document.add_paragraph("So it is said.", style="Quote")
    plain = io.BytesIO()
    document.save(plain)
    out = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode("utf-8") if name.endswith((".xml", ".rels")) else old.read(name)
            if name == "word/document.xml":
                part = re.sub(
                    "@",
                    '</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve">',
                    str(part),
                )
            elif name == "word/_rels/document.xml.rels":
                relation = '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>'
                part = str(part).replace("</Relationships>", f"{relation}</Relationships>")
            elif name == "[Content_Types].xml":
                kind = '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>'
                part = str(part).replace("</Types>", f"{kind}</Types>")
            new.writestr(name, part)
        new.writestr("word/footnotes.xml", FOOTNOTES)
    return out.getvalue()


def test_word_files() -> None:
    document = read_bytes(word_file(), "a.docx")
    assert (
        "OPINION\n\nUNITED STATES,    No. 12-1\n\nThe court held so.1 And on.\n\nSo it is said.\n\n1. See Roe.\n\nAnd Doe."
        == document.text
    )
    assert [("1", "ld so.", "See Roe.\n\nAnd Doe.")] == noted(document)
    assert ["OPINION"] == [heading.of(document.text) for heading in document.marks.headings]
    assert ["So it is said."] == [quote.of(document.text) for quote in document.marks.quotes]


def with_star(data: bytes) -> bytes:
    """The same file with its note under a star that was typed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = part.replace(
                    b'<w:footnoteReference w:id="2"/>',
                    b'<w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t>',
                )
            elif name == "word/footnotes.xml":
                part = part.replace(b"<w:footnoteRef/>", b"<w:t>*</w:t>")
            new.writestr(name, part)
    return out.getvalue()


def test_a_star_typed_as_the_mark_of_a_note_is_its_number() -> None:
    document = read_bytes(with_star(word_file()), "a.docx")
    assert "The court held so.* And on." in document.text
    assert [("*", "ld so.", "See Roe.\n\nAnd Doe.")] == noted(document)


def test_a_caption_in_one_row_of_a_table_names_the_decision() -> None:
    document = docx.Document()
    document.add_paragraph("UNITED STATES DISTRICT COURT")
    document.add_paragraph("FOR THE NORTHERN DISTRICT OF OHIO")
    left, middle, right = document.add_table(1, 3).rows[0].cells
    for cell, lines in (
        (left, ("JANE ROE,", "Plaintiff,", "v.", "ACME TOOL CORP.,", "Defendant.")),
        (middle, (")", ")", ")", ")", ")")),
        (right, ("", "Case No. 4:20-cv-00123", "Judge Poe")),
    ):
        cell.text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)
    document.add_paragraph("MEMORANDUM OPINION")
    document.add_paragraph("She brings this suit under the Act, and he moves to dismiss it on several grounds. " * 3)
    data = io.BytesIO()
    document.save(data)
    read_document = read_bytes(data.getvalue(), "a.docx")
    assert "Plaintiff,    )    Case No. 4:20-cv-00123\nv.    )    Judge Poe" in read_document.text
    decision = analyse(read_document).decision
    assert ("Jane Roe v. Acme Tool Corp.", "ohnd", "4:20-cv-00123") == (decision.name, decision.court, decision.docket)


def test_cells_of_prose_are_paragraphs() -> None:
    document = docx.Document()
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "The clause in the lease reads so. " * 9, "The clause in the deed reads otherwise."
    data = io.BytesIO()
    document.save(data)
    assert "reads so.\n\nThe clause in the deed reads otherwise." in read_bytes(data.getvalue(), "a.docx").text


def test_a_damaged_word_file_is_refused() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("word/document.xml", "<broken")
    with pytest.raises(UnreadableInput, match="a damaged Word file"):
        read_bytes(data.getvalue(), "a.docx")


@pytest.mark.parametrize(
    ("source", "text", "notes"),
    [
        pytest.param(
            rb"{\rtf1\ansi\ansicpg1252 We held\'92s so.\par And on.}", "We held’s so.\n\nAnd on.", [], id="paragraphs"
        ),
        pytest.param(
            rb"{\rtf1\ansi It was so.{\super\chftn}{\footnote\pard {\super\chftn} See {\i Roe}.} And on.}",
            "It was so.1 And on.\n\n1. See Roe.",
            [("1", "as so.", "See Roe.")],
            id="numbered-by-word",
        ),
        pytest.param(
            rb"{\rtf1\ansi It was so.{\super 7}{\footnote {\super 7} See Roe.\par And Doe.} And on.}",
            "It was so.7 And on.\n\n7. See Roe.\n\nAnd Doe.",
            [("7", "as so.", "See Roe.\n\nAnd Doe.")],
            id="numbered-by-hand",
        ),
        pytest.param(
            rb"{\rtf1\ansi Under \'a7 12{\super\chftn}{\footnote\pard {\super\chftn} Article 31 and 9 more.} it ends.}",
            "Under § 121 it ends.\n\n1. Article 31 and 9 more.",
            [("1", "r § 12", "Article 31 and 9 more.")],
            id="numbers-of-the-text-beside-a-counted-mark",
        ),
        pytest.param(
            rb"{\rtf1\ansi Under \'a7 12{\cs16\super 4}{\*\footnote\pard {\super 4} 31 lines.} it ends.}",
            "Under § 124 it ends.\n\n4. 31 lines.",
            [("4", "r § 12", "31 lines.")],
            id="numbers-of-the-text-beside-a-typed-mark",
        ),
        pytest.param(
            rb"{\rtf1\ansi POE, Judge.{\super *}{\footnote {\super *} By designation.} So{\super\chftn}{\footnote {\super\chftn} Id.}}",
            "POE, Judge.* So1\n\n* By designation.\n\n1. Id.",
            [("*", "Judge.", "By designation."), ("1", "e.* So", "Id.")],
            id="a-star-is-not-counted",
        ),
    ],
)  # fmt: skip
def test_rtf(source: bytes, text: str, notes: list[tuple[str, str, str]]) -> None:
    document = read_bytes(source, "a.rtf")
    assert ("rtf", text) == (document.format, document.text)
    assert notes == noted(document)


@pytest.mark.parametrize("name", sorted(READERS))
def test_every_reader_is_told_by_content(name: str) -> None:
    samples = {
        "text": b"Id. at 3.", "html": b"<p>Id. at 3.</p>", "json": b'{"plain_text": "Id."}', "rtf": rb"{\rtf1 Id.}",
        "docx": word_file(),
    }  # fmt: skip
    if name in samples:
        assert name in ("json", read_bytes(samples[name], "misnamed.pdf").format)
    else:
        assert "pdf" == name


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([b"", b"<p>", b"<html>", b"{", b'[{"html":"', rb"{\rtf1 {\footnote ", b"\xff\xfe", b"\xef\xbb\xbf", b"PK\x03\x04"]),
    st.one_of(st.binary(max_size=300), st.text(alphabet="<>/\\{}[]\"'&;=abp1 \n\x00*", max_size=300).map(str.encode)),
)  # fmt: skip
def test_any_bytes_are_read_or_refused(start: bytes, rest: bytes) -> None:
    try:
        document = read_bytes(start + rest, "a.txt")
    except UnreadableInput:
        document = Document("a.txt", "", "none", "")
    end = len(document.text)
    assert all(0 <= page.start <= page.end <= end for page in document.marks.pages)
    assert all(0 <= note.start <= note.end <= end for note in document.marks.notes)
    assert all(0 <= part.start <= part.end <= end for part in document.marks.parts)


def zipped(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name.replace("__", "/"), part)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(word_file()[:9000], "a damaged zip or Word file; open it in Word and save it anew", id="cut-short"),
        pytest.param(zipped(word__styles=b"<a/>"), "a damaged Word file; open it in Word and save it anew", id="no-text"),
        pytest.param(zipped(notes=b"Id."), "a zip archive, not an opinion; unpack it first", id="archive"),
        pytest.param(zipped(), "a zip archive, not an opinion; unpack it first", id="empty-archive"),
        pytest.param(zipped(xl__workbook=b"<a/>"), "an Excel workbook, not an opinion", id="workbook"),
        pytest.param(
            zipped(**{"content.xml": b"<a/>"}), "an OpenDocument file; save it as .docx", id="open-document"
        ),
        pytest.param(
            zipped(**{"word/document.xml": b" " * (101 << 20)}),
            "a Word file that unpacks to more than 100 MB; save its text as .txt",
            id="bomb",
        ),
    ],
)  # fmt: skip
def test_archives_that_hold_no_opinion_say_what_to_do(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableInput) as error:
        read_bytes(data, "a.docx")
    assert f"a.docx: {why}" == str(error.value)


@pytest.mark.parametrize("at", range(200, 1400, 100))
def test_a_word_file_with_bytes_changed_is_read_or_refused(at: int) -> None:
    data = bytearray(word_file())
    data[at : at + 40] = bytes(range(40))
    with suppress(UnreadableInput):
        assert "docx" == read_bytes(bytes(data), "a.docx").format


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("We held § 3 so.", ("text", "We held § 3 so."), id="text"),
        pytest.param("<html><body><p>We held § 3 so.</p></body></html>", ("html", "We held § 3 so."), id="html"),
        pytest.param('{"plain_text": "We held § 3 so."}', ("courtlistener", "We held § 3 so."), id="json"),
        pytest.param("{\\rtf1\\ansi We held so.}", ("rtf", "We held so."), id="rtf"),
    ],
)
def test_wide_encodings_are_known_by_their_mark(encoding: str, source: str, expected: tuple[str, str]) -> None:
    document = read_bytes(source.encode(encoding), "a.txt")
    assert expected == (document.format, document.text)


@pytest.mark.parametrize(
    "opening",
    [pytest.param("<font>", id="decoration"), pytest.param("<div>", id="blocks"), pytest.param("<x>", id="x")],
)
def test_tags_never_closed_lose_no_text(opening: str) -> None:
    text = html("<html><body>" + "".join(f"{opening}word{n} " for n in range(2500))).text
    assert [f"word{n}" for n in range(2500)] == text.split()


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param({"plain_text": 5, "html": "<p>We affirm.</p>"}, "We affirm.", id="number-for-text"),
        pytest.param({"html": {"a": 1}, "plain_text": "We affirm."}, "We affirm.", id="object-for-text"),
        pytest.param(
            {"plain_text": "We affirm.", "cluster": {"date_filed": "n/a", "case_name": [1], "docket": 3}},
            "We affirm.",
            id="odd-facts",
        ),
        pytest.param(
            {"casebody": {"opinions": [{"text": "We affirm.", "author": {"a": 1}}]}, "citations": [{"cite": 5}], "name": 4},
            "We affirm.",
            id="odd-caselaw",
        ),
    ],
)  # fmt: skip
def test_values_of_unexpected_types_are_left_out(record: dict[str, Any], expected: str) -> None:
    document = read_bytes(json.dumps(record).encode(), "a.json")
    assert (expected, None, None) == (document.text, document.facts.name, document.facts.date)


def test_html_without_blocks_is_read_in_one_pass() -> None:
    document = html("<html><body>" + "The court held <b>it</b> so. " * 20_000)
    assert "The court held it so. " * 20_000 == document.text + " "


def test_nested_groups_of_rtf_are_read() -> None:
    source = rb"{\rtf1\ansi " + b"{" * 20_000 + b"We held so." + b"}" * 20_000 + b"}"
    assert "We held so." == read_bytes(source, "a.rtf").text
