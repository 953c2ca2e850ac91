// Fold the tree without losing one's place: the server draws it, the address holds what is folded.

/** Replace the picture by that of the page a fold button leads to. */
export function fold(frame, changed) {
  frame.addEventListener("click", async (event) => {
    const link = event.target.closest("a.fold");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    event.preventDefault();
    const address = link.getAttribute("href");
    const { id } = link;
    const answer = await fetch(address);
    if (!answer.ok) return location.assign(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    frame.replaceChildren(page.querySelector("[data-picture] svg"));
    history.pushState(null, "", address);
    changed();
    document.getElementById(id)?.focus({ preventScroll: true });
  });
  addEventListener("popstate", () => { if (!location.hash) location.reload(); });
}
