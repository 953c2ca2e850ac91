// Walk through the changes: the page of the next step takes the place of this one, every few seconds.
const PAUSE = 3500;
const button = document.querySelector("[data-play]");
let timer = 0;

function say() {
  button.textContent = timer ? button.dataset.stop : button.dataset.start;
}

function stop() {
  clearTimeout(timer);
  timer = 0;
  say();
}

/** Take over what the page of the next step shows; the address says where we are. */
async function step() {
  const next = document.querySelector("main a[rel=next]");
  if (!next) return stop();
  const answer = await fetch(next.href);
  if (!answer.ok) return stop();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-part]")) {
    const fresh = page.querySelector(`[data-part="${part.dataset.part}"]`);
    part.replaceChildren(...(fresh?.childNodes ?? []));
  }
  document.title = page.title;
  // Said aloud is the new step in a sentence, not all that the page shows of it.
  document.querySelector("[data-said]").textContent = page.querySelector("[data-said]").dataset.said;
  history.replaceState(null, "", next.href);
  if (timer) timer = setTimeout(step, PAUSE);
  return undefined;
}

button.addEventListener("click", () => {
  if (timer) return stop();
  timer = setTimeout(step, 0);
  return say();
});
