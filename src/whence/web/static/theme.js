// Before the first paint: the reader's own choice of dark or light, else the system's; and that
// scripts run, so that what needs one has its place from the start.
"use strict";
(() => {
  let chosen = null;
  try { chosen = localStorage.getItem("whence-theme"); } catch { /* a browser that keeps nothing */ }
  document.documentElement.dataset.script = "";
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
})();
