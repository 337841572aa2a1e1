"""Looks at pages in a browser as readers do: at three widths, by day and by night, without script, in print.

browser.py PAGES AXE PICTURES   checks every PAGES/NAME.LANGUAGE.html and keeps what it looked like in PICTURES
browser.py --self-test AXE PICTURES   breaks a page in every way that is looked for and demands to be told
"""
import base64
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

WIDTHS = (390, 900, 1400)
# Between the number of a sheet and the count: "من" comes out of a PDF in either order.
BETWEEN = "(?:/|من|نم)"
HERE = Path(__file__).resolve().parent
CHECKS = (HERE / "page-checks.js").read_text()
# All rules once; of these only contrast differs by theme.
ALL_RULES = "{type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
CONTRAST = "{type: 'rule', values: ['color-contrast']}"
AXE_RUN = """axe.run(document, {resultTypes: ['violations'], runOnly: %s})
  .then(r => r.violations.map(v => [v.id, v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.any[0] || {message: ''}).message).join('; ')]))"""
# axe reads a page element by element: of each long table, whose rows are alike, the first are enough, and so of the assumptions.
THIN = """document.querySelectorAll('tbody').forEach(body => [...body.rows].slice(6).forEach(row => row.remove()));
  [...document.querySelectorAll('details.appendix')].slice(4).forEach(part => part.remove())"""
# What a page says: the text, and how many tables and pictures of it can be seen or unfolded.
SAYS = """(() => { const seen = e => !e.closest('[hidden]') && getComputedStyle(e).visibility !== 'hidden';
  return {tables: [...document.querySelectorAll('table')].filter(seen).length, rows: [...document.querySelectorAll('tr')].filter(seen).length,
    pictures: [...document.querySelectorAll('svg')].filter(e => e.checkVisibility()).length, height: document.documentElement.scrollHeight,
    words: [...document.querySelectorAll('main')].map(e => e.innerText.split(/\\s+/).length).reduce((a, b) => a + b, 0)} })()"""


# What a sheet of paper would not show: what scrolls, and headings with nothing under them.
CUT = """[...[...document.querySelectorAll('.scroll, .drawing')].filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
    .map(e => `${e.getAttribute('aria-label')} is cut at ${e.clientWidth} of ${e.scrollWidth} px`),
  ...[...document.querySelectorAll('h2, h3')].filter(e => {
    let next = e.nextElementSibling
    while (next && !next.checkVisibility()) next = next.nextElementSibling
    return e.checkVisibility() && (!next || next.matches('h2'))
  }).map(e => `nothing stands under ${e.textContent}`)]"""


class Browser:
    """Chromium, spoken to through two pipes: messages of JSON, each closed by a zero byte."""

    def __init__(self):
        # Its profile and caches are gone with it.
        self.home = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_read, self.to = os.pipe()
        self.of, of_write = os.pipe()

        def descriptors():
            # The browser reads 3 and writes 4; neither end may be closed on the way.
            read, write = os.dup(to_read), os.dup(of_write)
            while min(read, write) < 5:
                read, write = os.dup(read), os.dup(write)
            os.dup2(read, 3)
            os.dup2(write, 4)

        self.process = subprocess.Popen(
            ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
             "--remote-debugging-pipe", f"--user-data-dir={self.home.name}", "--no-first-run", "--disable-extensions",
             "--disable-background-networking", "--disable-component-update", "about:blank"],
            close_fds=False, preexec_fn=descriptors, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": self.home.name})
        os.close(to_read)
        os.close(of_write)
        self.lock = threading.Condition()
        self.number = 0
        self.answers = {}
        self.events = {}
        self.ended = False
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        rest = b""
        while True:
            piece = os.read(self.of, 1 << 20)
            if not piece:
                break
            *messages, rest = (rest + piece).split(b"\0")
            with self.lock:
                for message in map(json.loads, messages):
                    if "id" in message:
                        self.answers[message["id"]] = message
                    else:
                        self.events.setdefault(message.get("sessionId"), []).append(message)
                self.lock.notify_all()
        with self.lock:
            self.ended = True
            self.lock.notify_all()

    def call(self, method, parameters=None, session=None, within=60):
        with self.lock:
            self.number += 1
            number = self.number
            message = {"id": number, "method": method, "params": parameters or {}}
            if session:
                message["sessionId"] = session
            data = json.dumps(message).encode() + b"\0"
            while data:
                data = data[os.write(self.to, data):]
            if not self.lock.wait_for(lambda: number in self.answers or self.ended, within) or self.ended:
                raise RuntimeError(f"the browser does not answer {method}")
            answer = self.answers.pop(number)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def wait(self, session, method, within=60):
        with self.lock:
            if not self.lock.wait_for(lambda: any(e["method"] == method for e in self.events.get(session, [])) or self.ended, within):
                raise RuntimeError(f"no {method} in {within} s")

    def heard(self, session):
        with self.lock:
            return self.events.pop(session, [])

    def close(self):
        try:
            self.call("Browser.close", within=5)
        except (RuntimeError, OSError):
            self.process.kill()
        self.process.wait(10)
        self.home.cleanup()


class Tab:
    """One page in a tab of its own."""

    def __init__(self, browser, page):
        self.browser = browser
        self.page = page
        context = browser.call("Target.createBrowserContext")["browserContextId"]
        target = browser.call("Target.createTarget", {"url": "about:blank", "browserContextId": context, "width": 1400, "height": 900})
        self.target = target["targetId"]
        # What each kind of step has taken, in seconds.
        self.spent = {}
        self.session = browser.call("Target.attachToTarget", {"targetId": self.target, "flatten": True})["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method, parameters=None):
        return self.browser.call(method, parameters, self.session)

    @contextmanager
    def step(self, name):
        start = time.monotonic()
        yield
        self.spent[name] = self.spent.get(name, 0) + time.monotonic() - start

    def evaluate(self, expression):
        result = self.call("Runtime.evaluate", {"expression": expression, "returnByValue": True, "awaitPromise": True})
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise RuntimeError(details.get("exception", details).get("description", details["text"]))
        return result["result"].get("value")

    def load(self, html=None):
        """Loads the page; the faults that the browser itself tells of."""
        url = (html or self.page).as_uri()
        self.browser.heard(self.session)
        self.call("Page.navigate", {"url": url})
        self.browser.wait(self.session, "Page.loadEventFired")
        return url

    def complaints(self, url):
        faults = []
        for event in self.browser.heard(self.session):
            method, data = event["method"], event["params"]
            if method == "Runtime.exceptionThrown":
                details = data["exceptionDetails"]
                faults.append(("console", details.get("exception", details).get("description", details.get("text"))))
            elif method == "Runtime.consoleAPICalled" and data["type"] in ("error", "warning", "assert"):
                faults.append(("console", str([a.get("value") for a in data["args"]])))
            elif method == "Log.entryAdded" and data["entry"]["level"] in ("error", "warning"):
                faults.append(("console", data["entry"]["text"]))
            elif method == "Network.requestWillBeSent":
                asked = data["request"]["url"]
                if asked != url and not asked.startswith("data:"):
                    faults.append(("network", asked))
        return faults

    def look(self, width, theme, media=""):
        self.call("Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
        self.call("Emulation.setEmulatedMedia", {"media": media, "features": [{"name": "prefers-color-scheme", "value": theme}]})

    def picture(self, file, scale):
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        # More than 16,000 px make no picture in Chromium.
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 16000 / scale), "scale": scale}
        shot = self.call("Page.captureScreenshot", {"format": "jpeg", "quality": 80, "captureBeyondViewport": True, "clip": clip, "optimizeForSpeed": True})
        file.write_bytes(base64.b64decode(shot["data"]))

    def print(self, file):
        sheet = self.call("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True, "generateTaggedPDF": False})
        file.write_bytes(base64.b64decode(sheet["data"]))

    def close(self):
        self.browser.call("Target.closeTarget", {"targetId": self.target})


def printed(pdf, most, appendix):
    """The faults of a page in print: A4, numbered, and where `most` is given, no more sheets before the appendix."""
    faults = []
    told = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    pages = int(re.search(r"Pages:\s+(\d+)", told)[1])
    if not re.search(r"Page size:\s+(594\.\d+|595(\.\d+)?) x (841\.\d+|842(\.\d+)?) ", told):
        faults.append(("print", "not A4: " + re.search(r"Page size:.*", told)[0]))
    sheets = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout.split("\f")[:pages]
    for number, sheet in enumerate(sheets, 1):
        # From right to left the number stands at the right of the count, in Arabic with a word between them.
        foot = re.sub(r"[\u202a-\u202e\u2066-\u2069]", "", sheet).rstrip()
        if not re.search(rf"\b({number}\s*{BETWEEN}\s*{pages}|{pages}\s*{BETWEEN}\s*{number})$", foot):
            faults.append(("number", f"sheet {number} of {pages} has no number"))
            break
    if most:
        # The title stands alone on its line, at the top of a sheet. Ligatures of Arabic letters come out of a PDF in another order.
        letters = lambda line: sorted(re.sub(r"[\s\u202a-\u202e\u2066-\u2069]", "", unicodedata.normalize("NFKC", line)))
        first = next((n for n, sheet in enumerate(sheets) if letters(sheet.lstrip().split("\n")[0]) == letters(appendix)), None)
        if first is None:
            faults.append(("print", f"no sheet begins with {appendix!r}"))
        elif first > most:
            faults.append(("print", f"{first} sheets before the appendix, more than {most}"))
    return faults


def check(browser, page, axe, pictures, most=None, shots=True, prints=True):
    """Every fault of a page, as (check, where and what), and the seconds that each kind of step took."""
    name, language = page.stem.rsplit(".", 1)
    tab = Tab(browser, page)
    faults = []
    try:
        tab.look(1400, "light")
        with tab.step("load"):
            url = tab.load()
        scripted = tab.evaluate(SAYS)
        sizes = {}
        for theme in ("light", "dark"):
            for width in WIDTHS:
                tab.look(width, theme)
                at = f"{width} px, {theme}"
                with tab.step("checks"):
                    faults += [(c, f"{at}: {text}") for c, text in tab.evaluate(f"({CHECKS})({json.dumps(language)}, {json.dumps(theme == 'dark')})")]
                    size = tab.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
                # What is laid out by day is laid out alike by night, and is looked at once.
                if sizes.setdefault(width, size) != size:
                    faults.append(("theme", f"{at}: the page has {size} px, by day {sizes[width]}"))
                if shots:
                    with tab.step("pictures"):
                        tab.picture(pictures / f"{name}.{language}.{theme}.{width}.jpg", 1 if width < 500 else 0.6)
        if prints:
            with tab.step("print"):
                sheet = pictures / f"{name}.{language}.pdf"
                # As wide as a sheet of A4 without its margins.
                tab.look(673, "light", "print")
                faults += [("print", text) for text in tab.evaluate(CUT)]
                tab.look(1400, "light")
                tab.print(sheet)
                appendix = tab.evaluate("(document.querySelector('#ground h2') || document.querySelector('h1')).textContent")
                faults += printed(sheet, most, appendix)
        # What scrolls differs by width.
        tab.evaluate(THIN)
        for width, theme, rules in ((390, "light", ALL_RULES), (1400, "dark", CONTRAST)):
            tab.look(width, theme)
            with tab.step("axe"):
                tab.evaluate("if (!window.axe) {" + axe + "}")
                faults += [("axe", f"{width} px, {theme}: {rule}: {where}") for rule, where in tab.evaluate(AXE_RUN % rules)]
        faults += tab.complaints(url)
        tab.call("Emulation.setScriptExecutionDisabled", {"value": True})
        with tab.step("load"):
            tab.load()
        plain = tab.evaluate(SAYS)
        for what in ("tables", "rows", "pictures"):
            if plain[what] < scripted[what] or not plain["words"]:
                faults.append(("script", f"without script {plain[what]} {what}, with it {scripted[what]}"))
        if plain["words"] < 0.98 * scripted["words"]:
            faults.append(("script", f"without script {plain['words']} words, with it {scripted['words']}"))
    except RuntimeError as error:
        faults.append(("browser", str(error)))
    finally:
        tab.close()
    return faults, tab.spent


SOUND = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>Sound</title>
<style>body { background: #fff; color: #111; } @page { size: A4; @bottom-center { content: counter(page) " / " counter(pages); } }
.scroll { overflow-x: auto; } .wide { width: 2000px; } @media print { .wide { width: auto; } }</style></head>
<body><main><h1>Sound</h1><p>Three parties, one river, and a <bdi lang="ar">نهر</bdi>.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Wide"><div class="wide">wide</div></div>
<table><caption>Endings</caption><thead><tr><th scope="col">Ending</th></tr></thead><tbody><tr><td>none</td></tr></tbody></table>
<svg role="img" aria-label="A picture" width="300" height="60" viewBox="0 0 300 60"><title>A picture</title><rect width="40" height="20" fill="#0072b2"/>
<text x="10" y="50" font-size="12">one</text><text x="100" y="50" font-size="12">two</text></svg></main></body></html>
"""

# The check that must speak, and what is broken.
BROKEN = [
    ("lang", '<html lang="en">', '<html lang="fr">'),
    ("dir", '<html lang="en">', '<html lang="en" dir="rtl">'),
    ("overflow", "<p>Three", '<p style="width: 1500px">Three'),
    ("scroll", 'tabindex="0" role="region" aria-label="Wide"', 'role="region" aria-label="Wide"'),
    ("scroll", 'tabindex="0" role="region" aria-label="Wide"', 'tabindex="0" role="region"'),
    ("caption", "<caption>Endings</caption>", ""),
    ("title", "<title>A picture</title>", ""),
    ("cut", '<text x="100"', '<text x="290"'),
    ("small", '<text x="100" y="50" font-size="12"', '<text x="100" y="50" font-size="9"'),
    ("overlap", '<text x="100"', '<text x="20"'),
    ("fill", '#0072b2"/>', '#c8d8e8"/>'),
    ("order", '<bdi lang="ar">نهر</bdi>', "نهر"),
    ("axe", "color: #111", "color: #bbb"),
    ("console", "</main>", "</main><script>undefined.none</script>"),
    ("network", "</main>", '</main><img alt="" src="no-such-picture.png"/>'),
    ("script", "</main>", "</main><script>document.querySelector('table').insertAdjacentHTML('beforeend', '<tr><td>late</td></tr>')</script>"),
    ("print", "size: A4;", "size: A5;"),
    ("print", "@media print", "@media none"),
    ("print", "</main>", "<h2>Alone</h2></main>"),
    ("number", "content: counter(page)", "content: counter(other)"),
]


def self_test(browser, axe, pictures):
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        def of(number, html):
            page = Path(folder) / f"{number}.en.html"
            page.write_text(html, encoding="utf-8")
            return check(browser, page, axe, Path(folder), shots=False)[0]

        found = of("sound", SOUND)
        if found:
            print("browser: the sound page has faults:", *found, sep="\n  ")
            faults += 1
        pages = [SOUND.replace(sound, broken) for _, sound, broken in BROKEN]
        with ThreadPoolExecutor(2) as pool:
            all_found = list(pool.map(of, range(len(pages)), pages))
        for (expected, _, broken), html, found in zip(BROKEN, pages, all_found):
            if html == SOUND:
                raise RuntimeError(f"nothing to break for {expected}")
            if expected not in {c for c, _ in found}:
                print(f"browser: {expected} says nothing of {broken!r}; found {found}")
                faults += 1
        long = SOUND.replace("</table>", "</table>" + '<p style="break-before: page">more</p>' * 3 + '<section id="ground" style="break-before: page"><h2>Appendix</h2><p>all</p></section>')
        page = Path(folder) / "long.en.html"
        page.write_text(long, encoding="utf-8")
        for most, bad in ((4, False), (3, True)):
            if ("print" in {c for c, _ in check(browser, page, axe, Path(folder), most, shots=False)[0]}) != bad:
                print(f"browser: four sheets before the appendix, at most {most}: wrong")
                faults += 1
    print(f"browser: {len(BROKEN) + 2} broken pages, {faults} unnoticed")
    return faults


def main(arguments):
    own = arguments[0] == "--self-test"
    axe = Path(arguments[1]).read_text(encoding="utf-8")
    pictures = Path(arguments[2])
    pictures.mkdir(parents=True, exist_ok=True)
    browser = Browser()
    try:
        if own:
            return 1 if self_test(browser, axe, pictures) else 0
        pages = sorted(Path(arguments[0]).resolve().glob("*.html"))
        if not pages:
            raise RuntimeError("no pages")
        with ThreadPoolExecutor(2) as pool:
            found = list(pool.map(lambda page: check(browser, page, axe, pictures, 12 if page.name.startswith("paris.") else None), pages))
        faults = 0
        spent = {}
        for page, (of_page, seconds) in zip(pages, found):
            for kind, text in of_page:
                print(f"{page.name}: {kind}: {text}"[:300])
            faults += len(of_page)
            for step in seconds:
                spent[step] = spent.get(step, 0) + seconds[step]
        print(f"browser: {len(pages)} pages at {len(WIDTHS)} widths by day and night, without script and in print: {faults} faults")
        print("browser: seconds in two tabs: " + ", ".join(f"{step} {seconds:.0f}" for step, seconds in spent.items()))
        return 1 if faults else 0
    finally:
        browser.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
