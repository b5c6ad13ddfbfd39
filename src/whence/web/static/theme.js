// Before the first paint: the reader's own choice of dark or light, else the system's.
"use strict";
(() => {
  let chosen = null;
  try { chosen = localStorage.getItem("whence-theme"); } catch { /* a browser that keeps nothing */ }
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
})();
