// The page of an organogram, made better: everything here also works by links and forms.
import "./copy.js";
import { find } from "./find.js";
import { fold } from "./fold.js";
import { treeview } from "./treeview.js";
import { viewport } from "./viewport.js";

const frame = document.querySelector("[data-picture]");
const view = frame && viewport(frame, document.querySelector("[data-zoom]"));
const tree = document.querySelector("ul.organogram");
const shown = new Set();

/** Mark one box of the picture and bring it into sight; the address remembers it. */
function show(slug, { near = true } = {}) {
  for (const box of shown) box.classList.remove("shown");
  shown.clear();
  const box = frame?.querySelector(`[id="unit-${CSS.escape(slug)}"]`) ?? document.getElementById(`unit-${slug}`);
  if (!box) return false;
  box.classList.add("shown");
  shown.add(box);
  view?.show(box);
  if (near) frame?.scrollIntoView({ block: "nearest" });
  history.replaceState(null, "", `#unit-${slug}`);
  return true;
}

if (frame) {
  find(document.querySelector("[data-find]"), frame, show);
  fold(frame, () => view.refresh());
}
if (tree) treeview(tree, (slug) => show(slug, { near: false }));
if (location.hash.startsWith("#unit-")) show(decodeURIComponent(location.hash.slice(6)));
