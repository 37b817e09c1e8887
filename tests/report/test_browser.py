"""In Debian's chromium: axe finds nothing, nothing is wider than a phone, and the keyboard reaches everything."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from report.made_up import results

from timbang.report import html
from timbang.text import LANGS

AXE = Path(__file__).parents[2] / ".ci" / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars")

pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium and chromium-driver are not installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for argument in ARGUMENTS:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A page with every kind of chart and section: as much as axe can read in seconds."""
    written = html.write(results(small=True), tmp_path_factory.mktemp("pages"), LANGS)
    return {lang: path.as_uri() for lang, path in zip(LANGS, written, strict=True)}


@pytest.mark.skipif(not AXE.exists(), reason=f"{AXE} is not there: run `npm ci --prefix .ci`")
@pytest.mark.parametrize("lang", LANGS)
def test_axe_finds_nothing(browser: Any, files: dict[str, str], lang: str) -> None:
    browser.set_window_size(1280, 900)
    browser.get(files[lang])
    browser.execute_script("document.querySelectorAll('details').forEach(d => { d.open = true; });")
    browser.execute_script(AXE.read_text(encoding="utf-8"))
    found = browser.execute_async_script("const done = arguments[0]; axe.run().then(done);")
    said = [(v["id"], v["impact"], [n["html"][:200] for n in v["nodes"][:3]]) for v in found["violations"]]
    assert said == [], json.dumps(said, indent=1)


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_goes_wrong_and_nothing_is_wider_than_a_phone(browser: Any, files: dict[str, str], lang: str) -> None:
    phone = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", phone)
    browser.get(files[lang])
    browser.execute_script("document.querySelectorAll('details').forEach(d => { d.open = true; });")
    assert browser.execute_script("return document.documentElement.scrollWidth;") <= 390
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert [entry["message"] for entry in browser.get_log("browser")] == []


def test_a_link_into_a_closed_list_opens_it(browser: Any, files: dict[str, str]) -> None:
    browser.get(files["en"])
    script = """const s = document.querySelector('details.list details.statement');
        s.closest('.list').open = false; location.hash = '#' + s.id; return s.id;"""
    found = browser.execute_script(script)
    opened = "const s = document.getElementById(arguments[0]); return s.open && s.closest('.list').open;"
    from selenium.webdriver.support.ui import WebDriverWait

    assert WebDriverWait(browser, 5).until(lambda b: b.execute_script(opened, found))
