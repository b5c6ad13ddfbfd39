// A list that ends early is made whole where it stands; without this, its link leads to a page.
"use strict";

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.unfold");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const around = link.closest("section.slot, tr[id]");
  const path = new URL(link.href).pathname;
  if (!around || path === location.pathname) return;
  event.preventDefault();
  link.setAttribute("aria-busy", "true");
  htmx.ajax("GET", path, {
    target: `#${CSS.escape(around.id)}`, select: `#${CSS.escape(around.id)}`, swap: "outerHTML show:none",
  }).then(() => {
    const whole = document.getElementById(around.id);
    if (!whole) return;
    for (const folded of whole.querySelectorAll("details")) folded.open = true;
    whole.tabIndex = -1;
    whole.focus({ preventScroll: true });
  });
});
