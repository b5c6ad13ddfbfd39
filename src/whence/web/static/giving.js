// Files and folders dropped anywhere on the page become files of the form.
"use strict";
(() => {
  const input = document.getElementById("files");
  const drop = document.getElementById("drop");
  const told = document.getElementById("dropped");
  if (!input || !drop || !told) return;
  const most = 200;

  async function within(entry) {
    if (entry.isFile) return [await new Promise((done, failed) => entry.file(done, failed))];
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!some.length || found.length >= most) return found;
      for (const one of some) if (!one.name.startsWith(".")) found.push(...await within(one));
    }
  }

  function tell() {
    const names = [...input.files].map((file) => file.name);
    told.textContent = names.length ? `${names.length}: ${names.slice(0, 12).join(", ")}${names.length > 12 ? " …" : ""}` : "";
  }

  for (const kind of ["dragover", "dragenter"]) {
    document.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    const all = new DataTransfer();
    for (const file of input.files) all.items.add(file);
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const files = entries.length ? (await Promise.all(entries.map(within))).flat() : [...event.dataTransfer.files];
    for (const file of files.slice(0, most)) all.items.add(file);
    input.files = all.files;
    tell();
  });
  input.addEventListener("change", tell);
})();
