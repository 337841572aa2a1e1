import Foundation
import Tables

/// What a page does for a reader whose browser runs it: heads of columns sort, long tables are
/// filtered, marks of pictures tell their values, and the contents follow the reading.
///
/// It reads what is on the page and nothing else. It must hold neither `<` nor `&`.
enum PageScript {
  /// Of ``text``, as a content security policy names it (W3C, CSP 3, 2.3.1).
  static let digest: String = {
    let hex = Array(SHA256.hex(of: Array(text.utf8)).utf8)
    let bytes = stride(from: 0, to: hex.count, by: 2).map {
      UInt8(String(decoding: hex[$0..<$0 + 2], as: UTF8.self), radix: 16) ?? 0
    }
    return Data(bytes).base64EncodedString()
  }()

  static let text = #"""

    (() => {
      "use strict";
      const number = (cell) => {
        const latin = cell.textContent.replace(/[\u0660-\u0669]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 1584));
        const found = latin.replace(/[\u2066-\u2069,\u066c]/g, "").replace("\u2212", "-").replace("\u066b", ".").match(/-?\d+(\.\d+)?/);
        return found ? Number(found[0]) : -1e300;
      };
      for (const table of document.querySelectorAll("table.data")) {
        const body = table.tBodies[0];
        const rows = [...body.rows];
        if (2 > rows.length) continue;
        [...table.tHead.rows[0].cells].forEach((head, place) => {
          if (!head.textContent.trim()) return;
          const button = document.createElement("button");
          button.type = "button";
          button.append(...head.childNodes);
          head.append(button);
          button.addEventListener("click", () => {
            const down = head.getAttribute("aria-sort") === "descending";
            for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
            head.setAttribute("aria-sort", down ? "ascending" : "descending");
            const isNumber = head.classList.contains("number");
            const order = [...rows].sort((a, b) => {
              const difference = isNumber
                ? number(a.cells[place]) - number(b.cells[place])
                : a.cells[place].textContent.localeCompare(b.cells[place].textContent, undefined, { numeric: true });
              return down ? difference : -difference;
            });
            body.append(...order);
          });
        });
        if (rows.length > 12) {
          const label = document.createElement("label");
          label.className = "filter";
          const field = document.createElement("input");
          field.type = "search";
          label.append(table.dataset.filter + " ", field);
          table.parentElement.before(label);
          field.addEventListener("input", () => {
            const sought = field.value.toLowerCase();
            for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(sought);
          });
        }
      }
      const tip = document.createElement("div");
      tip.className = "tip";
      tip.hidden = true;
      document.body.append(tip);
      for (const mark of document.querySelectorAll("svg.picture :not(svg) > title")) {
        const shape = mark.parentElement;
        const text = mark.textContent;
        const show = (event) => {
          mark.textContent = "";
          tip.textContent = text;
          tip.hidden = false;
          const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
          tip.style.left = Math.max(8, Math.min(event.clientX + 12, room)) + "px";
          tip.style.top = event.clientY + 16 + "px";
        };
        shape.addEventListener("pointermove", show);
        shape.addEventListener("pointerleave", () => {
          mark.textContent = text;
          tip.hidden = true;
        });
      }
      const links = new Map();
      for (const link of document.querySelectorAll("nav.contents a")) links.set(link.getAttribute("href").slice(1), link);
      const seen = new Set();
      const watch = new IntersectionObserver((entries) => {
        for (const entry of entries) {
          if (entry.isIntersecting) seen.add(entry.target.id); else seen.delete(entry.target.id);
        }
        let first = true;
        for (const [id, link] of links) {
          if (first ? seen.has(id) : false) {
            link.setAttribute("aria-current", "true");
            first = false;
          } else link.removeAttribute("aria-current");
        }
      }, { rootMargin: "0px 0px -60% 0px" });
      for (const id of links.keys()) {
        const section = document.getElementById(id);
        if (section) watch.observe(section);
      }
      window.addEventListener("beforeprint", () => {
        for (const part of document.querySelectorAll("details.appendix")) part.open = true;
      });
    })();

    """#
}
