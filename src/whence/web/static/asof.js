// The slider over the life of a case: every moment is in the page, so that it moves at once.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const block = document.getElementById("life");
  const slider = document.getElementById("at");
  if (!block || !slider) return;
  const life = JSON.parse(block.dataset.life);
  const told = document.getElementById("words").content;
  const word = (key) => told.querySelector(`[data-word="${key}"]`).textContent;
  const sections = [...document.querySelectorAll(".then")];
  const play = document.getElementById("play");
  const STEP = 900;
  let running = null;

  const text = (root, part, value) => { root.querySelector(`[data-part="${part}"]`).textContent = value; };

  function drawBar(row, bar) {
    const [mean, range] = [row.querySelector(".mean"), row.querySelector(".range")];
    const there = bar.mean !== null;
    row.classList.toggle("unlisted", !there);
    mean.setAttribute("visibility", there ? "visible" : "hidden");
    for (const end of ["x1", "x2"]) mean.setAttribute(end, String(200 * (bar.mean ?? 0)));
    range.setAttribute("x", String(200 * (bar.low ?? 0)));
    range.setAttribute("width", String(200 * ((bar.high ?? 0) - (bar.low ?? 0))));
    row.querySelector(".p").textContent = bar.text;
    row.querySelector(".i").textContent = bar.interval;
    row.querySelector(".lw").textContent = bar.words || word("unlisted");
  }

  // A line on the chart where the moment stands: its dots are in the order of the moments.
  function mark(section, place) {
    for (const chart of section.querySelectorAll("svg.past")) {
      const dots = chart.querySelectorAll(".moment");
      let line = chart.querySelector(".now");
      if (!line) {
        line = document.createElementNS("http://www.w3.org/2000/svg", "line");
        line.setAttribute("class", "now");
        chart.append(line);
      }
      const x = dots[place]?.getAttribute("cx");
      if (x === null || x === undefined) continue;
      const bottom = dots[place].getAttribute("cy");
      for (const [name, value] of [["x1", x], ["x2", x], ["y1", "18"], ["y2", bottom]]) line.setAttribute(name, value);
    }
  }

  function show(place, keep) {
    for (const section of sections) {
      const question = life.questions[Number(section.dataset.question)];
      const moment = question.moments[place];
      section.querySelectorAll(".meters li").forEach((row, at) => drawBar(row, moment.bars[at]));
      text(section, "verdict", moment.verdict);
      section.querySelector(".verdict").classList.toggle("untold", !moment.told);
      text(section, "wording", moment.wording);
      text(section, "moved", moment.moved.join(" ") || word("nothing"));
      section.querySelector('[data-part="causes"]').replaceChildren(...moment.causes.map((cause) => {
        const item = document.createElement("li");
        item.textContent = cause;
        return item;
      }));
      mark(section, place);
    }
    slider.value = String(place);
    slider.setAttribute("aria-valuetext", life.when[place]);
    document.getElementById("moment").textContent = life.when[place];
    document.getElementById("count").textContent = String(place + 1);
    document.getElementById("confidence").textContent = life.confidence[place];
    if (keep) history.replaceState(null, "", `?as_of=${encodeURIComponent(life.at[place])}`);
  }

  // Said once the slider rests, not at every step of it.
  function say(place) {
    const answers = life.questions.map((one) => `${one.question} ${one.moments[place].verdict}. ${one.moments[place].moved.join(" ")}`);
    document.getElementById("said").textContent = `${life.when[place]}. ${answers.join(" ")}`;
  }

  function stop() {
    clearInterval(running);
    running = null;
    play.setAttribute("aria-pressed", "false");
    play.textContent = play.dataset.play;
    say(Number(slider.value));
  }

  slider.addEventListener("input", () => { if (running) stop(); show(Number(slider.value), true); });
  slider.addEventListener("change", () => say(Number(slider.value)));
  play.addEventListener("click", () => {
    if (running) { stop(); return; }
    const last = life.at.length - 1;
    if (Number(slider.value) === last) show(0, true);
    play.setAttribute("aria-pressed", "true");
    play.textContent = play.dataset.pause;
    running = setInterval(() => {
      const next = Number(slider.value) + 1;
      if (next > last) { stop(); return; }
      show(next, true);
      if (next === last) stop();
    }, STEP);
  });
  for (const section of sections) {
    section.addEventListener("click", (event) => {
      const dot = event.target.closest("svg.past a, svg.past g")?.querySelector(".moment");
      if (!dot) return;
      event.preventDefault();
      const place = [...dot.closest("svg").querySelectorAll(".moment")].indexOf(dot);
      show(place, true);
      say(place);
    });
  }
  show(Number(slider.value), false);
});
