from __future__ import annotations

from xml.etree import ElementTree as ET

from safetystring.authoring.picture.svg import Canvas

SVG = "{http://www.w3.org/2000/svg}"


def test_text_stays_text_and_the_picture_says_what_it_is() -> None:
    canvas = Canvas(300, "fr", "<b>A</b> & B", "All that is in it")
    canvas.text(1, 2, '<script>"&</script>', font_weight=700)
    canvas.path([(0, 0), (0, 50)], arrow=True, stroke="#123456", stroke_width=1.5)
    for rating in ("safe", "cautious", "harmful", "unknown"):
        canvas.sign(9, 9, rating)
    root = ET.fromstring(canvas.done(200))  # noqa: S314 - our own
    assert (root.get("width"), root.get("viewBox"), root.get("lang")) == ("300", "0 0 300 200", "fr")
    assert [root.findtext(f"{SVG}{tag}") for tag in ("title", "desc")] == ["<b>A</b> & B", "All that is in it"]
    (text,) = root.iter(f"{SVG}text")
    assert (text.text, text.get("font-weight")) == ('<script>"&</script>', "700")
    assert not list(root.iter(f"{SVG}script"))
    shapes = {(shape.tag, shape.get("d", ""), shape.get("fill")) for shape in root.iter() if shape.tag != f"{SVG}text"}
    assert len({shape for shape in shapes if "circle" in shape[0] or " Z" in shape[1]}) >= 5
