// What sticks out of the page to the right, so that one would have to scroll sideways.
() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const rolls = (one) => one !== document.body && getComputedStyle(one).overflowX !== "visible";
  const inside = (one) => one && (rolls(one) || inside(one.parentElement));
  const wide = [...document.querySelectorAll("body *")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width && box.right > width + 1 && !inside(one.parentElement);
  });
  const told = wide.map((one) => `${one.nodeName.toLowerCase()}#${one.id}.${one.className}`);
  return told.length ? told.slice(0, 5) : ["the page itself"];
}
