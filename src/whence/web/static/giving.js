// Files and folders dropped anywhere on the page become files of the form; what is amiss is told
// before anything is sent, so that chosen files are not lost.
"use strict";
(() => {
  const input = document.getElementById("files");
  const drop = document.getElementById("drop");
  const told = document.getElementById("dropped");
  if (!input || !drop || !told) return;
  const most = 200;
  const far = 10000; // files of a folder: somebody may drop a whole disk

  async function within(entry) {
    if (entry.isFile) return [await new Promise((done, failed) => entry.file(done, failed))];
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!some.length || found.length >= far) return found;
      for (const one of some) if (!one.name.startsWith(".")) found.push(...await within(one));
    }
  }

  function take(files) {
    const taken = new DataTransfer();
    for (const file of files.slice(0, most)) taken.items.add(file);
    input.files = taken.files;
    const names = [...input.files].map((file) => file.name);
    const left = files.length - names.length;
    told.textContent = names.length ? `${names.length}: ${names.slice(0, 12).join(", ")}${names.length > 12 ? " …" : ""}` : "";
    if (left) told.textContent += ` ${told.dataset.left} ${left}`;
    told.classList.toggle("amiss", left > 0);
  }

  for (const kind of ["dragover", "dragenter"]) {
    document.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const plain = [...event.dataTransfer.files]; // gone once something was waited for
    const files = entries.length ? (await Promise.all(entries.map(within))).flat() : plain;
    take([...input.files, ...files]);
  });
  input.addEventListener("change", () => take([...input.files]));

  // A day that the calendar has, a month, or a year.
  function isDate(text) {
    const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?$/.exec(text.trim());
    if (!found) return false;
    const [year, month, day] = [found[1], found[2] ?? "1", found[3] ?? "1"].map(Number);
    const at = new Date(Date.UTC(year, month - 1, day));
    return at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  }

  function checkDates() {
    for (const field of document.querySelectorAll("input.date")) {
      field.setCustomValidity(!field.value.trim() || isDate(field.value) ? "" : field.dataset.amiss);
    }
  }
  document.addEventListener("input", checkDates);
  document.addEventListener("click", checkDates, true); // what a browser filled in says nothing
  // A browser can point at nothing within a closed fold, and then does nothing at all.
  document.addEventListener("invalid", (event) => {
    const fold = event.target.closest("details");
    if (fold) fold.open = true;
  }, true);
})();
