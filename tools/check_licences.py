"""Check that nothing installed for running timbang is under the GPL or AGPL, or under no stated licence.

Run `python tools/check_licences.py SITE_PACKAGES`, the folder of an environment that holds timbang
and what it needs at run time, nothing else. Exit 1 if a licence is refused or missing.
"""

import re
import sys
from importlib.metadata import Distribution, distributions

REFUSED = re.compile(r"(?<!L)(?<!Lesser )\bA?GPL|(?<!Lesser )General Public License", re.IGNORECASE)
LESSER = re.compile(r"\bLGPL[-\w.+]*|(GNU )?Lesser General Public License[^;:]*(\(LGPL[^)]*\))?", re.IGNORECASE)

# Name -> why it may be used though its metadata says otherwise, or nothing.
EXCEPTIONS = {
    "text-unidecode": "either the Artistic License or the GPL, at our choice; used under the Artistic License",
    "tld": "MPL 1.1, GPL or LGPL, at our choice; used under the MPL (trafilatura needs it)",
}
# Come with every environment; timbang does not need them.
TOOLS = {"pip", "setuptools", "wheel", "uv"}


def licences(package: Distribution) -> list[str]:
    """What the package's metadata says of its licence: expression, first line of the text, classifiers."""
    said = package.metadata
    stated = [said["License-Expression"] or "", (said["License"] or "").strip().partition("\n")[0]]
    classifiers = [c.rpartition(" :: ")[2] for c in said.get_all("Classifier") or [] if c.startswith("License ::")]
    return [text for text in stated + classifiers if text and text not in ("OSI Approved", "UNKNOWN")]


def complaint(package: Distribution) -> str | None:
    """Why this package may not be used, or None."""
    name, stated = package.metadata["Name"], licences(package)
    if name.lower() in TOOLS | EXCEPTIONS.keys():
        return None
    if not stated:
        return f"{name}: states no licence; read it, and list it in EXCEPTIONS with the reason"
    bad = [text for text in stated if REFUSED.search(LESSER.sub("", text))]
    return f"{name}: {'; '.join(bad)}" if bad else None


def main(folders: list[str]) -> int:
    found = sorted(distributions(path=folders), key=lambda d: d.metadata["Name"].lower())
    for package in found:
        print(f"{package.metadata['Name']:24} {'; '.join(licences(package))[:90]}")
    complaints = [text for package in found if (text := complaint(package))]
    print(*complaints, sep="\n", file=sys.stderr)
    return 1 if complaints or not found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
