// Marks in a report open a panel beside it. Without this script their small links lead to pages.
"use strict";
(() => {
  const desk = document.getElementById("desk");
  const panel = document.getElementById("panel");
  const text = desk?.querySelector(".text");
  if (!desk || !panel || !text || !window.htmx) return;

  const marks = () => [...text.querySelectorAll(".k[id], .k[data-of]")].filter(visible);
  let from = null;  // the mark, or link, that the panel was opened from

  // Kinds that the legend switched off are not stopped at.
  function visible(mark) {
    const on = (kind) => document.getElementById(`show-${kind}`)?.checked !== false;
    return [...mark.classList].some((name) => {
      if (["source", "cue", "content"].includes(name)) return on("said");
      return ["fact", "claim", "reaction", "loaded", "insinuation", "copied", "rejected"].includes(name) && on(name);
    });
  }

  function rangeOf(mark) {
    const found = /-(\d+)-(\d+)$/.exec(mark.dataset.of || mark.id);
    return found ? `${found[1]}-${found[2]}` : null;
  }

  async function open(address, opener) {
    from = opener;
    for (const old of text.querySelectorAll(".open-mark")) old.classList.remove("open-mark");
    opener.closest(".k")?.classList.add("open-mark");
    panel.hidden = false;
    desk.classList.add("open");
    panel.setAttribute("aria-busy", "true");
    try {
      await window.htmx.ajax("GET", address, { target: "#panel", swap: "innerHTML" });
    } catch {
      panel.textContent = desk.dataset.failed;
    }
    panel.removeAttribute("aria-busy");
    panel.scrollTop = 0;
    panel.querySelector("h2")?.focus({ preventScroll: true });
  }

  function close() {
    panel.hidden = true;
    panel.textContent = "";
    desk.classList.remove("open");
    for (const old of text.querySelectorAll(".open-mark")) old.classList.remove("open-mark");
    const back = from?.isConnected ? from : text;
    if (back.matches(".k")) back.tabIndex = -1;
    back.focus({ preventScroll: true });
    from = null;
  }

  function openMark(mark) {
    const range = rangeOf(mark);
    if (!range) return;
    open(desk.dataset.words + range, mark);
  }

  text.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const link = event.target.closest("a");
    if (link) {
      if (!link.pathname.startsWith(desk.dataset.values)) return;
      event.preventDefault();
      open(link.pathname, link);
      return;
    }
    if (String(window.getSelection())) return;  // somebody marks words to copy them
    let mark = event.target.closest(".k");
    while (mark && !visible(mark)) mark = mark.parentElement.closest(".k");
    if (mark) openMark(mark);
  });

  text.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = event.target.closest(".k");
    if (event.key === "Enter" && here && event.target === here) {
      event.preventDefault();
      openMark(here);
      return;
    }
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = marks();
    const at = all.indexOf(here);
    const next = at < 0 ? all[step > 0 ? 0 : all.length - 1] : all[at + step];
    if (!next) return;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center", behavior: "auto" });
  });

  panel.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) { event.preventDefault(); close(); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) close();
  });

  // A page that comes with its panel open was asked for it, or answers what was judged there. The
  // browser itself puts the focus where the address points, once all is loaded.
  if (!panel.hidden) {
    from = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const meet = () => setTimeout(() => panel.querySelector("h2")?.focus({ preventScroll: true }));
    window.addEventListener("load", meet, { once: true });
  }

  desk.dataset.ready = "";
  text.tabIndex = 0;
  text.setAttribute("role", "group");
  text.setAttribute("aria-label", desk.dataset.label);
})();
