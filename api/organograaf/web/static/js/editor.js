// YASQE over the text field of the query, where it was fetched. The field stays what is sent.

/** Lay the editor over a text field. */
export function editor(field, ask) {
  const place = document.createElement("div");
  place.className = "editor";
  // As high as the field was, so that nothing moves, and higher when the query is: what scrolls inside
  // cannot be reached by keyboard.
  place.style.minHeight = `${field.offsetHeight}px`;
  field.after(place);
  const laid = new globalThis.Yasqe(place, {
    value: field.value,
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: () => location.href,
    showQueryButton: false,
    resizeable: false,
    collapsePrefixesOnLoad: false,
    prefixCcApi: null,
    autocompleters: [],
    editorHeight: "auto",
    viewportMargin: Infinity,
    ...(matchMedia("(max-width: 48rem)").matches && { lineNumbers: false, foldGutter: false, gutters: [] }),
    screenReaderLabel: field.labels[0].textContent,
    // Tab leaves the editor, as it leaves every other field.
    extraKeys: { Tab: false, "Shift-Tab": false, "Ctrl-Enter": ask, "Cmd-Enter": ask },
  });
  field.hidden = true;
  laid.on("change", () => { field.value = laid.getValue(); });
  const typed = laid.getInputField();
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (field.hasAttribute(name)) typed.setAttribute(name, field.getAttribute(name));
  }
  field.labels[0].addEventListener("click", () => laid.focus());
  return (line, column) => {
    laid.focus();
    laid.setSelection({ line, ch: column }, { line, ch: column + 1 });
  };
}
