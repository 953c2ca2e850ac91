// The query page, made better: keys to ask, and the way to the place of an error.
import "./copy.js";
import { editor } from "./editor.js";

const query = document.getElementById("query");
const ask = () => query.form.requestSubmit();

/** Show a place of the query, line and column from 0, in the plain field. */
function plainly(line, column) {
  const before = query.value.split("\n").slice(0, line);
  const at = before.reduce((sum, text) => sum + text.length + 1, 0) + column;
  query.focus();
  query.setSelectionRange(at, at + 1);
}

query.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    ask();
  }
});

const show = globalThis.Yasqe ? editor(query, ask) : plainly;

document.querySelector("[data-line]")?.addEventListener("click", (event) => {
  event.preventDefault();
  const { line, column } = event.currentTarget.dataset;
  show(line - 1, column - 1);
});
