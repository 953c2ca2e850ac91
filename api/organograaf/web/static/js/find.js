// Find in the picture: what is typed is marked in every box, Enter goes from one to the next.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Let a form look in the boxes of a picture; `show` brings a unit into sight. */
export function find(form, frame, show) {
  const field = form.querySelector("input[name=find]");
  const said = form.querySelector("[role=status]");
  let hits = [];
  let at = -1;

  function look() {
    const wanted = plain(field.value.trim());
    const boxes = [...frame.querySelectorAll("g[id^='unit-']")];
    hits = wanted ? boxes.filter((box) => plain(box.textContent).includes(wanted)) : [];
    for (const box of boxes) box.classList.toggle("hit", hits.includes(box));
    at = -1;
    said.textContent = wanted ? said.dataset.found.replace("{number}", hits.length) : "";
  }

  field.addEventListener("input", look);
  form.addEventListener("submit", (event) => {
    if (at < 0) look();
    if (!hits.length) return; // the server looks in what is not drawn as well
    event.preventDefault();
    at = (at + 1) % hits.length;
    show(decodeURIComponent(hits[at].id.slice(5)));
    said.textContent = `${at + 1} / ${hits.length}`;
  });
  if (field.value) look();
}
