// What somebody is writing outlives a lost session, a closed connection or a step back: the texts of
// forms are kept in this tab until they were sent and taken.
"use strict";
(() => {
  const SENT = "whence-sent";
  const written = 'form[method="post"] textarea, form[method="post"] input:not([type]), form[method="post"] input[type="text"]';

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
    for (const field of root.querySelectorAll(written)) {
      const text = field.name && !field.value ? read(keyOf(field)) : null;
      if (text) field.value = text;
    }
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
  document.addEventListener("htmx:afterSwap", (event) => restore(event.target));
})();
