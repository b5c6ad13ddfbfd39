// What every page of the workbench does besides showing itself; all of it works without.
"use strict";

// Times in the reader's own zone and habit.
function localise(root) {
  for (const time of root.querySelectorAll("time[datetime]")) {
    const at = new Date(time.dateTime);
    if (Number.isNaN(at.getTime())) continue;
    time.title = time.textContent;
    time.textContent = at.toLocaleString(undefined, {
      day: "numeric", month: "short", year: "numeric",
      hour: "2-digit", minute: "2-digit", timeZoneName: "short",
    });
  }
}

function dark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function themed() {
  const button = document.getElementById("theme");
  if (!button) return;
  button.setAttribute("aria-pressed", String(dark()));
  button.addEventListener("click", () => {
    const next = dark() ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    button.setAttribute("aria-pressed", String(next === "dark"));
    try { localStorage.setItem("whence-theme", next); } catch { /* for this page only */ }
    document.dispatchEvent(new CustomEvent("whence:theme"));
  });
}

// A mark that crosses others is in pieces: all of them light up when the first is reached.
function lightPieces() {
  for (const piece of document.querySelectorAll(".lit")) piece.classList.remove("lit");
  const key = decodeURIComponent(location.hash.slice(1));
  if (!key) return;
  for (const piece of document.querySelectorAll("[data-of]")) {
    if (piece.dataset.of === key) piece.classList.add("lit");
  }
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const find = document.getElementById("find");
  if (find) { event.preventDefault(); find.focus(); }
});

// A form that was refused is met again where it says why: by the eye, by the next Tab, by a reader.
function meetRefusal() {
  const told = document.querySelector("main [role='alert']");
  if (!told || document.querySelector("[autofocus]")) return;
  told.tabIndex = -1;
  told.focus();
}

document.addEventListener("DOMContentLoaded", () => {
  localise(document);
  themed();
  lightPieces();
});
// The browser itself puts the focus where the address points, once all is loaded.
window.addEventListener("load", () => setTimeout(meetRefusal));
window.addEventListener("hashchange", lightPieces);
document.addEventListener("htmx:afterSwap", (event) => localise(event.target));
// An answer that says what went wrong is shown where the answer would have stood.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status >= 400) { event.detail.shouldSwap = true; event.detail.isError = false; }
});
