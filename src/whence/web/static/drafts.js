// What somebody is writing outlives a lost session, a closed connection or a step back: the texts of
// forms are kept in this tab until they were sent and taken. What comes back is seen, and says that
// it is a draft: nobody shall send what he does not see.
"use strict";
(() => {
  const SENT = "whence-sent";
  const written = ["textarea", "input:not([type])", 'input[type="text"]', 'input[type="url"]']
    .map((kind) => `form[method="post"] ${kind}`).join(", ");

  function keyOf(field) {
    const form = field.form;
    const subjects = [...form.elements].filter((one) => one.name === "subject");
    const about = subjects.map((one) => one.value).join(" ");
    return `whence-draft|${new URL(form.action, location.href).pathname}|${about}|${field.name}`;
  }

  function keep(key, text) {
    try {
      if (text) sessionStorage.setItem(key, text); else sessionStorage.removeItem(key);
    } catch { /* a browser that keeps nothing */ }
  }

  function read(key) {
    try { return sessionStorage.getItem(key); } catch { return null; }
  }

  function fields(form) {
    return [...form.elements].filter((field) => field.name && field.matches(written));
  }

  function restore(root) {
    const restored = new Map();
    for (const field of root.querySelectorAll(written)) {
      const text = field.name && !field.value ? read(keyOf(field)) : null;
      if (!text) continue;
      field.value = text;
      restored.set(field.form, [...restored.get(field.form) ?? [], field]);
    }
    for (const [form, drafts] of restored) tell(form, drafts);
    unfold(root);
  }

  // A browser fills forms in by itself as well, after a reload.
  function unfold(root) {
    for (const field of root.querySelectorAll(written)) {
      const fold = field.value !== field.defaultValue ? field.closest("details") : null;
      if (fold) fold.open = true;
    }
  }

  function tell(form, drafts) {
    const note = document.getElementById("draft")?.content.firstElementChild?.cloneNode(true);
    if (!note) return;
    note.querySelector("button").addEventListener("click", () => {
      for (const field of drafts) { field.value = field.defaultValue; keep(keyOf(field), ""); }
      note.remove();
      drafts[0].focus();
    });
    form.before(note);
  }

  // A page that is no refusal answers a form that was sent: its texts were taken.
  function forgetSent() {
    const keys = JSON.parse(read(SENT) || "[]");
    keep(SENT, "");
    if (!document.querySelector("[data-refused]")) for (const key of keys) keep(key, "");
  }

  document.addEventListener("input", (event) => {
    if (event.target.matches?.(written) && event.target.name) keep(keyOf(event.target), event.target.value);
  });
  document.addEventListener("submit", (event) => {
    keep(SENT, JSON.stringify(fields(event.target).map(keyOf)));
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt.closest?.("form");
    if (!form || event.detail.xhr.status >= 400) return;
    for (const field of fields(form)) keep(keyOf(field), "");
  });
  document.addEventListener("DOMContentLoaded", () => { forgetSent(); restore(document); });
  window.addEventListener("pageshow", () => unfold(document));
  document.addEventListener("htmx:afterSwap", (event) => restore(event.target));
})();
