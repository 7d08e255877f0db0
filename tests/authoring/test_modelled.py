"""Structure kept, words gone."""

from __future__ import annotations

from safetystring.authoring.emit import to_yaml
from safetystring.authoring.modelled import modelled

TEXT = {"zh": "你好", "en": "Hello {who.name}", "fr": "Bonjour", "of": "12345678"}
ROOT = {
    "id": "old",
    "title": TEXT,
    "slots": {"who": [{"name": "Lin", "age": "20"}], "sum": ["45", "60"], "left": ["1", "2"]},
    "scenes": [{"id": "s01", "messages": [{"id": "m01", "text": TEXT, "amount": "{sum} €", "time": "{who.age}:00"}]}],
    "debrief": {"say": [TEXT]},
}


def test_every_text_is_to_be_written_and_its_words_stand_above() -> None:
    made = to_yaml(modelled(ROOT, {"id": "new"}, "zh"))
    assert made.startswith("id: new\n# “你好”\ntitle:\n")
    assert made.count("# “你好”") == made.count("zh: ") == 3
    assert '"TODO m01"' in made
    assert "Bonjour" not in made
    assert "of:" not in made


def test_a_slot_stays_where_an_amount_still_names_it() -> None:
    assert modelled(ROOT, {}, "zh")["slots"] == {"who": [{"age": "20"}], "sum": ["45", "60"]}
