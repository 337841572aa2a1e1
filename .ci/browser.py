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
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

WIDTHS = (390, 900, 1400)
HERE = Path(__file__).resolve().parent
CHECKS = (HERE / "page-checks.js").read_text()
AXE_RUN = """axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
  .then(r => r.violations.map(v => [v.id, v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.any[0] || {message: ''}).message).join('; ')]))"""
# What a page says: the text, and how many tables and pictures of it can be seen or unfolded.
SAYS = """(() => { const seen = e => !e.closest('[hidden]') && getComputedStyle(e).visibility !== 'hidden';
  return {tables: [...document.querySelectorAll('table')].filter(seen).length, rows: [...document.querySelectorAll('tr')].filter(seen).length,
    pictures: [...document.querySelectorAll('svg')].filter(e => e.checkVisibility()).length, height: document.documentElement.scrollHeight,
    words: [...document.querySelectorAll('main')].map(e => e.innerText.split(/\\s+/).length).reduce((a, b) => a + b, 0)} })()"""


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
        self.session = browser.call("Target.attachToTarget", {"targetId": self.target, "flatten": True})["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method, parameters=None):
        return self.browser.call(method, parameters, self.session)

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

    def look(self, width, theme):
        self.call("Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
        self.call("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": theme}]})

    def picture(self, file):
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        # More than 16,000 px make no picture in Chromium.
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 16000), "scale": 1}
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
        # From right to left the number stands at the right of the count.
        foot = re.sub(r"[\u202a-\u202e\u2066-\u2069]", "", sheet).rstrip()
        if not re.search(rf"\b({number} ?/ ?{pages}|{pages} ?/ ?{number})$", foot):
            faults.append(("number", f"sheet {number} of {pages} has no number"))
            break
    if most:
        # The title stands alone on its line, at the top of a sheet.
        first = next((n for n, sheet in enumerate(sheets) if sheet.lstrip().startswith(appendix)), None)
        if first is None:
            faults.append(("print", f"no sheet begins with {appendix!r}"))
        elif first > most:
            faults.append(("print", f"{first} sheets before the appendix, more than {most}"))
    return faults


def check(browser, page, axe, pictures, most=None, shots=True):
    """Every fault of a page, as (check, where and what)."""
    name, language = page.stem.rsplit(".", 1)
    tab = Tab(browser, page)
    faults = []
    try:
        tab.look(1400, "light")
        url = tab.load()
        scripted = tab.evaluate(SAYS)
        for theme in ("light", "dark"):
            for width in WIDTHS:
                tab.look(width, theme)
                at = f"{width} px, {theme}"
                faults += [(c, f"{at}: {text}") for c, text in tab.evaluate(f"({CHECKS})({json.dumps(language)})")]
                if shots:
                    tab.picture(pictures / f"{name}.{language}.{theme}.{width}.jpg")
                # Text and its paper differ by theme, what scrolls by width.
                if (width, theme) in ((390, "light"), (1400, "dark")):
                    tab.evaluate(axe)
                    faults += [("axe", f"{at}: {rule}: {where}") for rule, where in tab.evaluate(AXE_RUN)]
        sheet = pictures / f"{name}.{language}.pdf"
        tab.look(1400, "light")
        tab.print(sheet)
        appendix = tab.evaluate("(document.querySelector('#ground h2') || document.querySelector('h1')).textContent")
        faults += printed(sheet, most, appendix)
        faults += tab.complaints(url)
        tab.call("Emulation.setScriptExecutionDisabled", {"value": True})
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
    return faults


SOUND = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>Sound</title>
<style>body { background: #fff; color: #111; } @page { size: A4; @bottom-center { content: counter(page) " / " counter(pages); } }
.scroll { overflow-x: auto; }</style></head>
<body><main><h1>Sound</h1><p>Three parties, one river, and a <bdi lang="ar">نهر</bdi>.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Wide"><div style="width: 2000px">wide</div></div>
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
    ("number", "content: counter(page)", "content: counter(other)"),
]


def self_test(browser, axe, pictures):
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        def of(number, html):
            page = Path(folder) / f"{number}.en.html"
            page.write_text(html, encoding="utf-8")
            return check(browser, page, axe, Path(folder), shots=False)

        found = of("sound", SOUND)
        if found:
            print("browser: the sound page has faults:", *found, sep="\n  ")
            faults += 1
        for number, (expected, sound, broken) in enumerate(BROKEN):
            html = SOUND.replace(sound, broken)
            if html == SOUND:
                raise RuntimeError(f"nothing to break for {expected}")
            found = of(number, html)
            if expected not in {c for c, _ in found}:
                print(f"browser: {expected} says nothing of {broken!r}; found {found}")
                faults += 1
        long = SOUND.replace("</table>", "</table>" + '<p style="break-before: page">more</p>' * 3 + '<section id="ground" style="break-before: page"><h2>Appendix</h2></section>')
        page = Path(folder) / "long.en.html"
        page.write_text(long, encoding="utf-8")
        for most, bad in ((4, False), (3, True)):
            if ("print" in {c for c, _ in check(browser, page, axe, Path(folder), most, shots=False)}) != bad:
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
        for page, of_page in zip(pages, found):
            for kind, text in of_page:
                print(f"{page.name}: {kind}: {text}"[:300])
            faults += len(of_page)
        print(f"browser: {len(pages)} pages at {len(WIDTHS)} widths by day and night, without script and in print: {faults} faults")
        return 1 if faults else 0
    finally:
        browser.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
