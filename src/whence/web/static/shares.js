// A slider beside each number, and how much is still to give; the numbers alone are what is sent.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const round = (value) => Math.round(value * 10) / 10;
  for (const form of document.querySelectorAll("form.shares")) {
    const total = form.querySelector(".total");
    const numbers = [...form.querySelectorAll('input[type="number"]')];

    function tell() {
      const sum = numbers.reduce((all, one) => all + (Number(one.value) || 0), 0);
      const left = round(100 - sum);
      const words = total.dataset;
      total.textContent = Math.abs(left) <= 0.5 ? words.whole
        : left > 0 ? `${words.short} ${left}` : `${words.over} ${-left}`;
      total.classList.toggle("whole", Math.abs(left) <= 0.5);
    }
    for (const row of form.querySelectorAll(".share-row")) {
      const range = row.querySelector('input[type="range"]');
      const number = row.querySelector('input[type="number"]');
      range.addEventListener("input", () => { number.value = range.value; tell(); });
      number.addEventListener("input", () => { range.value = number.value || "0"; tell(); });
    }
    tell();
  }
});
