"""LaTeX's ways of writing letters, to Unicode and back: what BibTeX fields hold, as a reader reads it.

Nothing is lost: a command that is not known here stays as it was written, with its braces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from timbang.model.bibnames import names, whole

ACCENTS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304",
           ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328",
           "r": "\u030a", "d": "\u0323", "b": "\u0331"}  # fmt: skip
LETTERS = {"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
           "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ",
           "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ", "S": "§", "P": "¶", "copyright": "©",
           "pounds": "£", "dots": "…", "ldots": "…", "textendash": "–", "textemdash": "—",
           "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
           "textquotedblright": "”", "guillemotleft": "«", "guillemotright": "»", "textbackslash": "\\",
           "textasciitilde": "~", "textasciicircum": "^", "textbraceleft": "{", "textbraceright": "}",
           "slash": "/", "LaTeX": "LaTeX", "TeX": "TeX"}  # fmt: skip
STYLES = frozenset(("emph", "textit", "textbf", "textsc", "textrm", "textsf", "texttt", "textup",
                    "mkbibquote", "mkbibemph", "enquote", "relax", "protect", "em", "it", "bf", "sc",
                    "rm", "sf", "tt", "mbox"))  # fmt: skip
_PLAIN = {"~": " ", "---": "—", "--": "–", "``": "“", "''": "”", "\\\\": " ", "\\ ": " ", "\\-": "",
          "\\/": "", "\\,": " "}  # fmt: skip
_TOKEN = re.compile(
    r"""\\url\s*\{(?P<url>[^{}]*)\}
      | \\(?:(?P<sign>['`^"~=.])|(?P<mark>[uvHckrdb])(?![A-Za-z]))\s*
        (?:\{\s*(?:\\(?P<dotless>[ij])(?![A-Za-z])\s*|(?P<inner>[^\W\d_]?))\s*\}|\\(?P<bare>[ij])(?![A-Za-z])|(?P<letter>[^\W\d_]))
      | \\(?P<word>[A-Za-z]+)(?P<gap>\s*)
      | \\(?P<escaped>[&%$\#_{}])
      | (?P<math>\$[^$]*\$)
      | (?P<plain>\\\\|\\[ \-/,]|~|---?|``|'')
      | (?P<brace>[{}])""",
    re.VERBOSE,
)
_LATEX = re.compile(r"[\\{}~$]|--|``|''")
_ESCAPES = {"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
            "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%", "$": r"\$",
            "#": r"\#", "_": r"\_"}  # fmt: skip
_PAIRS = re.compile(r"-(?=-)|`(?=`)|'(?=')")


def decode(text: str) -> str:
    r"""A field's value as a reader reads it: `Zdzis{\l}aw` is Zdzisław; braces that only group are gone."""
    return "".join(_parts(text)) if _LATEX.search(text) else text


def decode_names(text: str) -> str:
    """A list of names, `and` between them; one wholly in braces is a body's and keeps a single pair."""
    return " and ".join(f"{{{decode(n[1:-1])}}}" if whole(n) else decode(n) for n in names(text))


def decode_address(text: str) -> str:
    """A URL or DOI: only signs that LaTeX had to escape are put back."""
    return re.sub(r"\\url\s*\{([^{}]*)\}", r"\1", re.sub(r"\\([&%$#_{}~])(?:\{\})?", r"\1", text)).strip("{} ")


def encode(text: str) -> str:
    """A value as LaTeX must have it: Unicode stays, signs that mean something are escaped, braces always match."""
    return _PAIRS.sub(lambda found: found[0] + "{}", "".join(_ESCAPES.get(sign, sign) for sign in text))


def _parts(text: str) -> Iterator[str]:
    """The pieces of a value, each decoded. Braces go, but for those of a command that is not known."""
    place, kept = 0, []  # for every brace that is open: whether it is shown
    keep_next = False
    for token in _TOKEN.finditer(text):
        yield text[place : token.start()]
        keep, keep_next = keep_next and token.start() == place, False
        place = token.end()
        if token["brace"]:
            if token["brace"] == "{":
                kept.append(keep)
            shown = kept[-1] if kept else False
            if token["brace"] == "}" and kept:
                kept.pop()
                keep_next = shown  # a command may have several arguments
            yield token["brace"] if shown else ""
        elif token["word"] and token["word"] not in LETTERS and token["word"] not in STYLES:
            keep_next = True
            yield token[0]
        else:
            yield _one(token)
    yield text[place:]


def _one(token: re.Match[str]) -> str:
    """A single command, sign or formula, decoded."""
    if mark := token["sign"] or token["mark"]:
        letter = token["dotless"] or token["bare"] or token["inner"] or token["letter"] or ""
        return unicodedata.normalize("NFC", letter + ACCENTS[mark]) if letter else token["sign"] or token[0]
    if token["word"]:
        return LETTERS.get(token["word"], "")
    return token["url"] or token["escaped"] or token["math"] or _PLAIN.get(token["plain"] or "", "")
