// Nearer and farther on the map, with buttons and keys; the list beside it stays as it is.
"use strict";

(() => {
  const MOST = 16, STEP = 1.5, SHIFT = 0.2;
  const parts = (svg) => svg.getAttribute("viewBox").split(" ").map(Number);

  function zoomable(svg) {
    const [, , width, height] = parts(svg);
    let near = 1, x = width / 2, y = height / 2;

    function show() {
      const wide = width / near, high = height / near;
      x = Math.min(Math.max(x, wide / 2), width - wide / 2);
      y = Math.min(Math.max(y, high / 2), height - high / 2);
      svg.setAttribute("viewBox", `${x - wide / 2} ${y - high / 2} ${wide} ${high}`);
      svg.style.setProperty("--near", String(near));
    }
    const acts = {
      in: () => { near = Math.min(MOST, near * STEP); },
      out: () => { near = Math.max(1, near / STEP); },
      all: () => { near = 1; x = width / 2; y = height / 2; },
      left: () => { x -= SHIFT * width / near; },
      right: () => { x += SHIFT * width / near; },
      up: () => { y -= SHIFT * height / near; },
      down: () => { y += SHIFT * height / near; },
    };
    const act = (name) => { acts[name](); show(); };
    svg.tabIndex = 0;
    svg.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const name = {
        "+": "in", "=": "in", "-": "out", 0: "all",
        ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down",
      }[event.key];
      if (!name) return;
      event.preventDefault();
      act(name);
    });
    svg.addEventListener("focusin", (event) => {
      // a place reached with the tab key is brought into the view
      const pin = event.target.closest("a")?.querySelector("circle");
      if (pin && near > 1) { x = pin.cx.baseVal.value; y = pin.cy.baseVal.value; show(); }
    });
    return act;
  }

  document.addEventListener("DOMContentLoaded", () => {
    const acts = [...document.querySelectorAll(".atlas svg.map")].map(zoomable);
    const group = document.querySelector(".zoom");
    if (!group || !acts.length) return;
    group.addEventListener("click", (event) => {
      const name = event.target.closest("[data-zoom]")?.dataset.zoom;
      if (name) for (const act of acts) act(name);
    });
  });
})();
