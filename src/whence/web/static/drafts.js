// What somebody is writing outlives a lost session, a closed connection or a step back: what was
// changed in forms is kept in this tab until it was sent and taken. What comes back is seen, and says
// that it is a draft: nobody shall send what he does not see.
"use strict";
(() => {
  const SENT = "whence-sent";
  const FROM = "whence-from";
  const PASSING = ["csrf", "head", "back"];
  const never = ["hidden", "password", "file", "submit", "button", "reset"].map((kind) => `[type="${kind}"]`);
  // A box that has to be ticked confirms something: whoever confirms does it himself.
  const inputs = `input:not(${never.join(", ")}, [type="checkbox"][required])`;
  const written = ["textarea", "select", inputs].map((kind) => `form[method="post"] ${kind}`).join(", ");

  // What a form is about stands in its hidden fields, and in what can be ticked; the token, the entry
  // last seen and the way back differ from one page to the next.
  function keyOf(field) {
    const form = field.form;
    const about = [...form.elements]
      .filter((one) => one.type === "hidden" ? !PASSING.includes(one.name) : one.type === "checkbox")
      .map((one) => one.value).join(" ");
    const name = field.type === "checkbox" ? `${field.name}=${field.value}` : field.name;
    return `whence-draft|${new URL(form.action, location.href).pathname}|${about}|${name}`;
  }

  function keep(key, text) {
    try {
      if (text === null) sessionStorage.removeItem(key); else sessionStorage.setItem(key, text);
    } catch { /* a browser that keeps nothing */ }
  }

  function read(key) {
    try { return sessionStorage.getItem(key); } catch { return null; }
  }

  function fields(form) {
    return [...form.elements].filter((field) => field.name && field.matches(written));
  }

  function given(field) {
    if (field.type === "radio") return field.checked ? field.value : null;
    if (field.type === "checkbox") return field.checked ? "yes" : "no";
    return field.value;
  }

  function atFirst(field) {
    if (field.type === "radio") return field.defaultChecked ? field.value : null;
    if (field.type === "checkbox") return field.defaultChecked ? "yes" : "no";
    if (field.tagName !== "SELECT") return field.defaultValue;
    return ([...field.options].find((one) => one.defaultSelected) ?? field.options[0])?.value ?? "";
  }

  const changed = (field) => given(field) !== atFirst(field);

  function put(field, text) {
    if (field.tagName === "SELECT" && ![...field.options].some((one) => one.value === text)) return;
    if (field.type === "radio") field.checked = field.value === text;
    else if (field.type === "checkbox") field.checked = text === "yes";
    else field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true })); // what follows the field follows this
  }

  function restore(root) {
    const restored = new Map();
    for (const field of root.querySelectorAll(written)) {
      const text = field.name ? read(keyOf(field)) : null;
      if (text === null || changed(field)) continue; // what the browser filled in stays
      if (field.type === "radio" ? field.value !== text || field.checked : given(field) === text) continue;
      put(field, text);
      if (changed(field)) restored.set(field.form, [...restored.get(field.form) ?? [], field]);
    }
    for (const [form, drafts] of restored) tell(form, drafts);
    unfold(root);
  }

  // A browser fills forms in by itself as well, after a reload.
  function unfold(root) {
    for (const field of root.querySelectorAll(written)) {
      const fold = field.name && changed(field) ? field.closest("details") : null;
      if (fold) fold.open = true;
    }
  }

  function tell(form, drafts) {
    const note = document.getElementById("draft")?.content.firstElementChild?.cloneNode(true);
    if (!note) return;
    note.querySelector("button").addEventListener("click", () => {
      for (const field of fields(form)) {
        if (field.type === "radio") field.checked = field.defaultChecked;
        else if (changed(field)) put(field, atFirst(field));
        keep(keyOf(field), null);
      }
      note.remove();
      drafts[0].focus();
    });
    form.before(note);
  }

  let pending = []; // what was refused, and may be sent from the page that says so

  // A page that is no refusal answers a form that was sent: what stood in it was taken.
  function forgetSent() {
    const keys = JSON.parse(read(SENT) || "[]");
    keep(SENT, null);
    if (document.querySelector("[data-refused]")) { pending = keys; awaitLogin(); }
    else for (const key of [FROM, ...keys]) keep(key, null);
  }

  // Whose session had ended is told that nothing is lost, and comes back to what was written.
  function awaitLogin() {
    const next = document.querySelector('form[action="/login"] input[name="next"]');
    const note = document.getElementById("kept");
    const from = read(FROM);
    if (!next || !note || !from) return;
    note.hidden = false;
    next.value ||= from;
  }

  document.addEventListener("input", ({ target }) => {
    if (!target.matches?.(written) || !target.name) return;
    // A page that refused a form shows what was sent as if it had always stood there.
    const keeps = changed(target) || target.form.matches("[data-refused]");
    keep(keyOf(target), keeps ? given(target) : null);
  });
  document.addEventListener("submit", (event) => {
    if (event.target.matches('[action="/login"]')) return; // what was sent before still waits
    const keys = fields(event.target).map(keyOf);
    keep(SENT, JSON.stringify(keys.length ? [...pending, ...keys] : []));
    keep(FROM, keys.length ? location.pathname + location.search : null);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt.closest?.("form");
    if (!form || event.detail.xhr.status >= 400) return;
    for (const field of fields(form)) keep(keyOf(field), null);
  });
  document.addEventListener("DOMContentLoaded", () => { forgetSent(); restore(document); });
  window.addEventListener("pageshow", () => unfold(document));
  document.addEventListener("htmx:afterSwap", (event) => restore(event.target));
})();
