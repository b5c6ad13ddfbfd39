// Runs in every page before its own scripts, and notes what the tests ask for afterwards.
"use strict";
(() => {
  const seen = { shift: 0, moved: [], refused: [] };
  Object.defineProperty(window, "__seen", { value: seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      seen.shift += entry.value;
      for (const source of entry.sources) {
        const node = source.node;
        seen.moved.push(node ? `${node.nodeName}.${node.className ?? ""}` : "?");
      }
    }
  }).observe({ type: "layout-shift", buffered: true });
  document.addEventListener("securitypolicyviolation", (event) => {
    seen.refused.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
  });
})();
