"""Working with the keyboard alone: what has the focus, and how to get it elsewhere."""

from typing import Final

from playwright.sync_api import Page

_FOCUSED: Final = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return ["", ""];
  const labels = one.labels ? [...one.labels].map((label) => label.textContent).join(" ") : "";
  const by = (one.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  const name = one.getAttribute("aria-label") || by || labels || one.textContent || one.value || "";
  const box = one.getBoundingClientRect();
  const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  return [name.replace(/\\s+/g, " ").trim(), seen ? "seen" : "out of sight"];
}"""


def focused(page: Page) -> str:
    """Return the name of what has the focus, "" where nothing has."""
    return str(page.evaluate(_FOCUSED)[0])


def tab_to(page: Page, name: str, most: int = 120, *, back: bool = False) -> None:
    """Go from one thing to the next until one's name begins so.

    Raises:
        AssertionError: when it was not met, or stood out of sight when it had the focus.
    """
    met = []
    for _ in range(most):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        told, where = page.evaluate(_FOCUSED)
        met.append(told[:40])
        if told.startswith(name):
            assert where == "seen", f"{told!r} has the focus {where}"
            return
    raise AssertionError(f"{name!r} is not reached by {most} tabs: {met}")


def follow(page: Page, name: str, most: int = 120) -> None:
    """Go to a link or button and press Enter; wait for the page that it leads to."""
    tab_to(page, name, most)
    with page.expect_navigation():
        page.keyboard.press("Enter")
