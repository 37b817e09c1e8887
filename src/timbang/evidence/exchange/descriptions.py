"""What a code means, in both languages in the one description that the exchange format has; and back."""

from __future__ import annotations

from timbang.evidence.codebook import Code
from timbang.text import LANGS, Text

INCLUDE, EXCLUDE = Text("Include", "Sertakan"), Text("Exclude", "Kecualikan")


def described(code: Code) -> str:
    """English, then Indonesian, each with the code's name and rules, and marked by `[en]` and `[id]`."""
    return "\n\n".join(_one(code, lang) for lang in LANGS)


def _one(code: Code, lang: str) -> str:
    rules = ((INCLUDE, code.include), (EXCLUDE, code.exclude))
    lines = [f"[{lang}] {code.label[lang]}: {code.definition[lang]}"]
    return "\n".join(lines + [f"{word[lang]}: {text[lang]}" for word, text in rules if text[lang]])


def two_languages(description: str) -> Text:
    """A description's English and Indonesian part; one without marks is taken as both."""
    parts = dict.fromkeys(map(str, LANGS), "")
    lang = None
    for line in description.splitlines():
        marked = next((known for known in LANGS if line.startswith(f"[{known}] ")), None)
        if marked:
            lang, line = marked, line.removeprefix(f"[{marked}] ")
        if lang:
            parts[lang] += line + "\n"
    if not all(parts.values()):
        return Text(description.strip(), description.strip())
    return Text(parts["en"].strip(), parts["id"].strip())
