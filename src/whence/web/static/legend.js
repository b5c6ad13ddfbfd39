// Which kinds of marks a reader wants to see: remembered, and set before the text is drawn.
"use strict";
(() => {
  const key = "whence-marks-off";
  const boxes = [...document.querySelectorAll("#kinds input")];
  let off = [];
  try { off = JSON.parse(localStorage.getItem(key) || "[]"); } catch { /* a browser that keeps nothing */ }
  if (!Array.isArray(off)) off = [];
  for (const box of boxes) if (off.includes(box.value)) box.checked = false;
  document.getElementById("kinds")?.addEventListener("change", () => {
    const now = boxes.filter((box) => !box.checked).map((box) => box.value);
    try { localStorage.setItem(key, JSON.stringify(now)); } catch { /* for this page only */ }
  });
})();
