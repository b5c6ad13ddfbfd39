// A form is sent once, however often its button is clicked; what is too long for a field is told and
// not cut off.
"use strict";
(() => {
  const AGAIN = 5000; // milliseconds after which a form that brought no answer may be sent again
  const sent = new WeakMap();

  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post") return;
    const now = performance.now();
    if (now - (sent.get(event.target) ?? -AGAIN) < AGAIN) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else sent.set(event.target, now);
  }, true);
  // Whoever comes back to a page finds its forms as they were before they were sent.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) for (const form of document.forms) sent.delete(form);
  });

  // A browser cuts off without a word what somebody pastes: the bound is ours to tell.
  function unbind(root) {
    for (const field of root.querySelectorAll("form[method='post'] [maxlength]")) {
      field.dataset.most = field.maxLength;
      field.removeAttribute("maxlength");
      measure(field);
    }
  }

  function measure(field) {
    const most = Number(field.dataset.most);
    const now = field.value.length;
    const words = document.getElementById("told")?.dataset.long ?? "";
    const before = field.validity.customError;
    const told = words.replace("{most}", most).replace("{now}", now);
    field.setCustomValidity(now > most ? told || String(most) : "");
    if (now > most && !before) field.reportValidity();
  }

  document.addEventListener("input", ({ target }) => { if (target.dataset?.most) measure(target); });
  document.addEventListener("DOMContentLoaded", () => unbind(document));
  document.addEventListener("htmx:afterSwap", (event) => unbind(event.target));
})();
