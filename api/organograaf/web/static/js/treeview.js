// The nested list as an ARIA tree. Source: WAI-ARIA Authoring Practices, tree view pattern.

/** Make a tree of nested lists; `chosen` is told the slug of the item that has the focus. */
export function treeview(tree, chosen) {
  const items = [...tree.querySelectorAll("li")].filter((item) => item.parentElement.matches(":not(.tasks, .tasks *)"));
  const group = (item) => item.querySelector(":scope > ul:not(.tasks)");
  const above = (item) => item.parentElement.closest("li[role=treeitem]");
  const open = (item) => item.getAttribute("aria-expanded") === "true";
  const seen = () => items.filter((item) => !above(item) || item.offsetParent !== null);

  tree.setAttribute("role", "tree");
  tree.setAttribute("aria-labelledby", "list");
  for (const item of items) {
    const link = item.querySelector(":scope > a");
    item.setAttribute("role", "treeitem");
    item.setAttribute("aria-label", item.firstChild.textContent.trim());
    item.tabIndex = -1;
    link.tabIndex = -1;
    const under = group(item);
    if (!under) continue;
    under.setAttribute("role", "group");
    item.setAttribute("aria-expanded", "true");
  }
  items[0].tabIndex = 0;

  function fold(item, wanted) {
    if (!group(item)) return;
    item.setAttribute("aria-expanded", String(wanted));
    group(item).hidden = !wanted;
  }

  function go(item) {
    if (!item) return;
    for (const one of items) one.tabIndex = one === item ? 0 : -1;
    item.focus();
    chosen(decodeURIComponent(item.querySelector(":scope > a").pathname.split("/").pop()));
  }

  const keys = {
    ArrowDown: (item) => go(seen()[seen().indexOf(item) + 1]),
    ArrowUp: (item) => go(seen()[seen().indexOf(item) - 1]),
    ArrowRight: (item) => (group(item) && !open(item) ? fold(item, true) : go(group(item)?.querySelector("li"))),
    ArrowLeft: (item) => (group(item) && open(item) ? fold(item, false) : go(above(item))),
    Home: () => go(items[0]),
    End: () => go(seen().at(-1)),
    Enter: (item) => item.querySelector(":scope > a").click(),
    "*": (item) => [...item.parentElement.children].forEach((one) => fold(one, true)),
  };

  tree.addEventListener("keydown", (event) => {
    const item = event.target.closest("li[role=treeitem]");
    if (event.ctrlKey || event.metaKey || event.altKey || !item) return;
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key](item);
    } else if (/^\p{L}$/u.test(event.key)) {
      const list = seen();
      const from = list.indexOf(item) + 1;
      const starts = (one) => one.getAttribute("aria-label").toLowerCase().startsWith(event.key.toLowerCase());
      go([...list.slice(from), ...list.slice(0, from)].find(starts));
    }
  });
  tree.addEventListener("click", (event) => {
    if (event.target.matches("li[role=treeitem][aria-expanded]")) fold(event.target, !open(event.target));
  });
}
