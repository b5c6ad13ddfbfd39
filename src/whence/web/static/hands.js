// The picture of whose hands it came through: drawn from the server's data, with places given.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const section = document.getElementById("hands");
  if (!section || typeof cytoscape === "undefined") return;
  const say = JSON.parse(section.dataset.say);
  const frame = document.getElementById("hands-picture");
  const told = document.getElementById("hands-told");
  const live = document.getElementById("hands-live");
  const hint = told.innerHTML;
  const NARROW = matchMedia("(max-width: 46rem)");
  const LABEL = 200; // pixels beside the outer columns for their names
  const MANY = 700; // lines from which they are straight
  const COARSE = 200; // lines from which a picture of the picture moves, drawn anew when it rests
  const MOST = 40; // neighbours that are listed beside the picture
  let cy = null;
  let data = null;
  let at = null;

  const kinds = (kind) => data.stops.filter((stop) => stop.kind === kind).length;
  const look = () => handsStyle.sheet({ narrow: NARROW.matches, many: many(), crowd: kinds("relay") > 40 });
  const many = () => data.steps.length > MANY;
  const plural = (count, one, several) => `${count.toLocaleString()} ${count === 1 ? one : several}`;

  async function load(address) {
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  function short(name, most) {
    return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;
  }

  // Where there is little room, shape and legend alone tell whether somebody is named.
  function label(stop) {
    const narrow = NARROW.matches;
    const count = stop.hands > 1 ? ` ×${stop.hands}` : "";
    const name = short(stop.name, narrow ? 22 : stop.kind === "relay" ? 32 : 36) + count;
    const parts = stop.kind === "origin" && stop.note ? stop.note.split(" · ") : [];
    const note = narrow ? parts.slice(1).pop() || "" : parts.join(" · ");
    return note ? `${name}\n${short(note, narrow ? 26 : 46)}` : name;
  }

  // The columns are drawn apart or together, so that the picture fills the frame at a readable size.
  function stretch() {
    const room = NARROW.matches ? 60 : 2 * LABEL;
    const wide = Math.max(200, frame.clientWidth - room - 30);
    const high = Math.max(200, frame.clientHeight - 60);
    const zoom = Math.min(1, high / Math.max(1, data.height));
    const wanted = wide / zoom / Math.max(1, data.width);
    return Math.min(2.6, Math.max(NARROW.matches ? 0.3 : 0.6, wanted));
  }

  function elements() {
    const by = stretch();
    const found = [];
    for (const box of data.open || []) {
      found.push({ pannable: true, data: { id: `box:${box.id}`, box: true, key: box.id, text: box.name, shape: "round-rectangle", size: 1 } });
    }
    for (const stop of data.stops) {
      const made = {
        id: stop.id, kind: stop.kind, text: label(stop), size: stop.size, shape: handsStyle.shapeOf(stop), stop,
      };
      const hollow = handsStyle.hollow(stop);
      if (hollow) made.hollow = hollow;
      if (stop.within) { made.within = stop.within; made.parent = `box:${stop.within}`; }
      found.push({ data: made, position: { x: stop.x * by, y: stop.y }, pannable: true });
    }
    const place = new Map(data.stops.map((stop) => [stop.id, stop]));
    for (const [number, step] of data.steps.entries()) {
      // Two control points level with the two ends make the line leave and arrive levelly.
      const left = place.get(step.source), right = place.get(step.target);
      const dx = (right.x - left.x) * by, dy = right.y - left.y;
      const bend = 0.28 * dx * dy / (Math.hypot(dx, dy) || 1);
      found.push({ pannable: true, data: {
        id: `step:${number}`, source: step.source, target: step.target, width: step.width,
        // Of two in one column the line swings out: it would run through their own shapes.
        bend: Math.abs(dx) < 60 ? [36, 36] : [-bend, bend], step,
      } });
    }
    return found;
  }

  function draw() {
    if (cy) cy.destroy();
    frame.replaceChildren();
    at = null;
    cy = cytoscape({
      container: frame,
      elements: elements(),
      style: look(),
      layout: { name: "preset", fit: false },
      minZoom: 0.08, maxZoom: 5,
      autoungrabify: true, autounselectify: true, boxSelectionEnabled: false,
      pixelRatio: many() ? 1 : "auto",
      textureOnViewport: data.steps.length > COARSE,
    });
    fit();
    listen();
    window.whenceHands = cy;
  }

  function fit() {
    const box = cy.elements().boundingBox({ includeLabels: true });
    const pad = 14;
    const zoom = Math.min(1.6, (frame.clientWidth - 2 * pad) / box.w, (frame.clientHeight - 2 * pad) / box.h);
    cy.viewport({
      zoom,
      pan: {
        x: (frame.clientWidth - zoom * (box.x1 + box.x2)) / 2,
        y: (frame.clientHeight - zoom * (box.y1 + box.y2)) / 2,
      },
    });
  }

  function zoomBy(factor) {
    const node = at && cy.getElementById(at);
    const middle = node && node.nonempty() ? node.renderedPosition()
      : { x: frame.clientWidth / 2, y: frame.clientHeight / 2 };
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: middle });
  }

  // All that came through these hands: whole ways, so that nothing is lit that did not.
  function near(id) {
    const number = data.stops.findIndex((stop) => stop.id === id);
    const stops = new Set(), steps = new Set();
    for (const way of data.ways) {
      if (!way.stops.includes(number)) continue;
      for (const [place, one] of way.stops.entries()) {
        stops.add(data.stops[one].id);
        if (place) steps.add(`${data.stops[way.stops[place - 1]].id}\n${data.stops[one].id}`);
      }
    }
    return { stops, steps };
  }

  function show(id, { follow = false } = {}) {
    at = id;
    const lit = near(id);
    cy.batch(() => {
      cy.elements().removeClass("at near away");
      cy.nodes().forEach((node) => {
        if (node.data("box")) return;
        node.addClass(lit.stops.has(node.id()) ? "near" : "away");
      });
      cy.edges().forEach((edge) => {
        edge.addClass(lit.steps.has(`${edge.data("source")}\n${edge.data("target")}`) ? "near" : "away");
      });
      cy.getElementById(id).addClass("at");
    });
    if (follow) reveal(id);
    tell(data.stops.find((stop) => stop.id === id));
  }

  function reveal(id) {
    const spot = cy.getElementById(id).renderedPosition();
    const inside = spot.x > 20 && spot.y > 20 && spot.x < frame.clientWidth - 20 && spot.y < frame.clientHeight - 20;
    if (!inside) cy.center(cy.getElementById(id));
  }

  function clear() {
    at = null;
    cy.elements().removeClass("at near away found");
    told.innerHTML = hint;
    live.textContent = say.all;
  }

  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function tell(stop) {
    const counts = `${plural(stop.values, say.value, say.values)}, ${plural(stop.reports, say.report, say.reports)}`;
    const head = element("h3");
    head.append(element("bdi", stop.name + (stop.hands > 1 ? ` ×${stop.hands}` : "")));
    const open = element("p");
    open.append(element("a", say.open, { href: stop.href }));
    if (stop.opens || stop.within) {
      const button = element("button", stop.opens ? say.apart : say.together, { type: "button" });
      button.addEventListener("click", () => toggle(stop.opens || stop.within));
      open.append(" ", button);
    }
    told.replaceChildren(head, element("p", [stop.note, counts].filter(Boolean).join(" · "), { class: "by" }), open);
    list(stop, "source", "target", say.from);
    list(stop, "target", "source", say.to);
    live.textContent = `${stop.name}. ${stop.note}. ${counts}`;
  }

  // Everybody on one side, each with the words that passed.
  function list(stop, mine, theirs, title) {
    const steps = data.steps.filter((step) => step[mine] === stop.id).sort((a, b) => b.values - a.values);
    if (!steps.length) return;
    const rows = element("ul");
    for (const step of steps.slice(0, MOST)) {
      const other = data.stops.find((one) => one.id === step[theirs]);
      const row = element("li");
      const name = element("button", short(other.name, 48), { type: "button", class: "name" });
      name.addEventListener("click", () => { show(other.id, { follow: true }); frame.focus(); });
      const words = element("a", plural(step.values, say.value, say.values), {
        href: step.href, "aria-label": `${other.name}: ${plural(step.values, say.value, say.values)}, ${say.words}`,
      });
      row.append(name, words);
      rows.append(row);
    }
    told.append(element("h4", `${title}${steps.length > MOST ? ` (${MOST} / ${steps.length})` : ""}`), rows);
  }

  function listen() {
    cy.on("tap", "node", (event) => {
      const node = event.target;
      if (node.data("box")) return;
      if (at === node.id()) location.href = node.data("stop").href; else show(node.id());
    });
    cy.on("tap", "edge", (event) => { location.href = event.target.data("step").href; });
    cy.on("tap", (event) => { if (event.target === cy) clear(); });
    cy.on("mouseover", "node, edge", (event) => {
      frame.classList.add("at");
      if (event.target.isEdge()) event.target.addClass("over");
      const step = event.target.data("step");
      const names = step && [step.source, step.target].map((id) => data.stops.find((one) => one.id === id).name);
      frame.title = step ? `${names.join(" ← ")}: ${plural(step.values, say.value, say.values)}`
        : (event.target.data("stop") || {}).name || "";
    });
    cy.on("mouseout", "node, edge", (event) => {
      frame.classList.remove("at");
      frame.title = "";
      event.target.removeClass("over");
    });
  }

  // Among those of a side the one that most passes to; in a column the next by place.
  function move(key) {
    if (!at) {
      const rank = (stop) => (stop.kind === "origin" ? 2 : stop.kind === "voices" ? 1 : 0);
      const first = [...data.stops].sort((a, b) => rank(b) - rank(a) || b.values - a.values)[0];
      return show(first.id, { follow: true });
    }
    const here = data.stops.find((stop) => stop.id === at);
    if (key === "ArrowLeft" || key === "ArrowRight") {
      const [mine, theirs] = key === "ArrowRight" ? ["source", "target"] : ["target", "source"];
      const steps = data.steps.filter((step) => step[mine] === at);
      const best = steps.sort((a, b) => b.values - a.values)[0];
      if (best) show(best[theirs], { follow: true });
      return undefined;
    }
    const column = data.stops.filter((stop) => stop.column === here.column)
      .sort((a, b) => a.y - b.y || a.x - b.x);
    const place = column.indexOf(here);
    const next = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 0, End: column.length - 1 }[key];
    if (column[next]) show(column[next].id, { follow: true });
    return undefined;
  }

  const KEYS = {
    "+": () => zoomBy(1.3), "=": () => zoomBy(1.3), "-": () => zoomBy(1 / 1.3), "0": fit, Escape: clear,
    Enter: () => { if (at) location.href = data.stops.find((stop) => stop.id === at).href; },
    " ": () => { const stop = data.stops.find((one) => one.id === at); if (stop && (stop.opens || stop.within)) toggle(stop.opens || stop.within); },
  };
  for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"]) KEYS[key] = () => move(key);

  frame.addEventListener("keydown", (event) => {
    if (!cy || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });

  // What is drawn as one is drawn one by one, or the other way; the address tells, so that it can be kept.
  async function toggle(key) {
    const asked = new URL(location.href);
    const open = asked.searchParams.getAll("open");
    asked.searchParams.delete("open");
    const left = open.includes(key) ? open.filter((one) => one !== key) : [...open, key];
    for (const one of left) if (key !== "all" || one === "voices" || one === "all") asked.searchParams.append("open", one);
    history.replaceState(null, "", asked);
    const from = new URL(section.dataset.from, location.href);
    from.searchParams.delete("open");
    for (const one of asked.searchParams.getAll("open")) from.searchParams.append("open", one);
    section.dataset.from = from.pathname + from.search;
    await begin();
  }

  function pressed() {
    const open = new URL(section.dataset.from, location.href).searchParams.getAll("open");
    for (const name of ["all", "voices"]) {
      const button = section.querySelector(`[data-do="${name}"]`);
      button.setAttribute("aria-pressed", String(open.includes(name)));
      const bundled = data.stops.some((stop) => name === "all" ? stop.kind === "bundle" || stop.within : stop.kind === "voices");
      button.hidden = !bundled && !open.includes(name);
    }
  }

  function find(name) {
    const wanted = name.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    cy.elements().removeClass("at near away found");
    at = null;
    if (!wanted.length) { live.textContent = ""; return; }
    const called = cy.nodes().filter((node) => {
      const stop = node.data("stop");
      return stop && wanted.every((word) => stop.name.toLocaleLowerCase().includes(word));
    });
    cy.batch(() => {
      if (called.nonempty()) cy.elements().not(called).not("[?box]").addClass("away");
      called.addClass("found near");
    });
    live.textContent = called.nonempty() ? plural(called.length, say.foundOne, say.found) : say.none;
  }

  async function begin() {
    try {
      data = await load(section.dataset.from);
    } catch {
      section.classList.add("failed");
      told.replaceChildren(element("p", say.failed, { class: "error", role: "alert" }));
      return;
    }
    section.classList.add("drawn");
    pressed();
    draw();
    told.innerHTML = hint;
    if (section.dataset.found) find(section.dataset.found);
  }

  const tools = { in: () => zoomBy(1.3), out: () => zoomBy(1 / 1.3), fit, all: () => toggle("all"), voices: () => toggle("voices") };
  for (const button of section.querySelectorAll("[data-do]")) {
    button.addEventListener("click", () => { if (cy) tools[button.dataset.do](); });
  }
  const name = document.getElementById("hands-name");
  if (name) name.addEventListener("input", () => { if (cy) find(name.value); });

  const restyle = () => { if (cy) cy.style(look()); };
  document.addEventListener("whence:theme", restyle);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);
  NARROW.addEventListener("change", () => { if (data) draw(); });
  let waiting = 0;
  window.addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { if (cy) { cy.resize(); fit(); } }, 120);
  });
  begin();
});
