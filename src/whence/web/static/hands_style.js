// How the picture of hands looks: everything in the page's own colours, shapes before colours.
"use strict";
const handsStyle = (() => {
  const SHAPES = {
    named: "ellipse", organisation: "round-rectangle", role: "diamond", anonymous: "ellipse",
    collective: "octagon", unknown: "triangle",
  };
  const HOLLOW = { anonymous: "dashed", collective: "solid", unknown: "dotted" };

  function colours() {
    const css = getComputedStyle(document.documentElement);
    const found = {};
    for (const name of ["paper", "ink", "soft", "line", "tint", "accent", "wash", "mid", "lit"]) {
      found[name] = css.getPropertyValue(`--${name}`).trim();
    }
    found.sans = css.getPropertyValue("--sans").trim();
    return found;
  }

  function shapeOf(stop) {
    return stop.kind === "origin" ? SHAPES[stop.anonymity || "unknown"] : "round-rectangle";
  }

  function hollow(stop) {
    return stop.kind === "origin" ? HOLLOW[stop.anonymity || "unknown"] || "" : "";
  }

  // `narrow`: names stand inside, over the lines, for there is no room beside the columns.
  // `many` lines are straight; in a `crowd` of relays their names are read once one is near.
  function sheet({ narrow, many, crowd }) {
    const c = colours();
    return [
      { selector: "node", style: {
        "shape": "data(shape)", "width": "data(size)", "height": "data(size)",
        "background-color": c.accent, "border-width": 0, "border-color": c.accent,
        "label": "data(text)", "font-family": c.sans, "font-size": 12, "color": c.ink,
        "text-outline-color": c.paper, "text-outline-width": 2.5, "text-wrap": "wrap",
        "text-max-width": 420, "text-valign": "center", "text-halign": "right", "text-margin-x": 6,
        "text-justification": "left", "line-height": 1.15, "min-zoomed-font-size": 6.5,
        "overlay-opacity": 0, "z-index": 2,
      } },
      { selector: "node[kind='report'], node[kind='bundle']", style: {
        "text-halign": narrow ? "right" : "left", "text-margin-x": narrow ? 6 : -6,
        "text-justification": narrow ? "left" : "right",
      } },
      { selector: "node[kind='report']", style: { "background-color": c.mid } },
      { selector: "node[kind='report'][within]", style: many ? {
        "text-halign": "center", "text-valign": "bottom", "text-margin-x": 0, "text-margin-y": 1,
        "text-justification": "center", "font-size": 5, "text-outline-width": 1, "text-max-width": 42,
      } : {} },
      { selector: "node[kind='bundle'], node[kind='voices']", style: {
        "background-color": c.paper, "border-width": 2, "border-color": c.accent, "ghost": "yes", "ghost-offset-x": 4, "ghost-offset-y": -4, "ghost-opacity": 0.75,
      } },
      { selector: "node[kind='voices']", style: { "text-margin-x": 12 } },
      { selector: "node[kind='relay']", style: {
        "background-color": c.paper, "border-width": 2, "border-color": c.mid, "font-size": 10.5,
        "color": c.soft, "text-max-width": 110,
        "min-zoomed-font-size": crowd || narrow ? 14 : 6.5,
      } },
      { selector: "node[kind='origin']", style: { "font-size": 13, "text-max-width": 250 } },
      { selector: "node[kind='origin'], node[kind='voices']", style: narrow ? {
        "text-halign": "left", "text-margin-x": -5, "text-justification": "right",
      } : {} },
      { selector: "node[hollow]", style: {
        "background-color": c.paper, "border-width": 2.5, "border-style": "data(hollow)",
      } },
      { selector: "node[?box]", style: {
        "shape": "round-rectangle", "background-color": c.tint, "background-opacity": 1,
        "border-width": 1, "border-color": c.soft, "border-style": "solid", "padding": 8,
        "text-valign": "top", "text-halign": "center", "text-margin-x": 0, "text-margin-y": -4,
        "font-size": 11, "z-index": 0, "z-compound-depth": "bottom", "text-max-width": 260,
      } },
      { selector: "edge", style: {
        "width": "data(width)", "line-color": c.mid, "line-opacity": many ? 0.16 : 0.55, "overlay-opacity": 0,
        "z-index": 1,
        ...(many
          ? { "curve-style": "haystack", "haystack-radius": 0 }
          : { "curve-style": "unbundled-bezier", "control-point-distances": "data(bend)",
              "control-point-weights": [0.28, 0.72], "edge-distances": "node-position" }),
      } },
      { selector: ".away", style: { "opacity": 0.2, "text-opacity": 0.35 } },
      { selector: "edge.away", style: { "line-opacity": many ? 0.02 : 0.1 } },
      { selector: "edge.near", style: { "line-color": c.accent, "line-opacity": 0.75 } },
      { selector: "node.near", style: { "min-zoomed-font-size": 0, "z-index": 5 } },
      { selector: "node.near[within]", style: { "min-zoomed-font-size": 6.5 } },
      { selector: "node.at", style: {
        "border-width": 4, "border-color": c.ink, "z-index": 9,
      } },
      { selector: "node.found", style: { "border-width": 4, "border-color": c.ink, "border-style": "double" } },
      { selector: "edge.over", style: { "line-color": c.accent, "line-opacity": 1 } },
    ];
  }

  return { sheet, shapeOf, hollow };
})();
