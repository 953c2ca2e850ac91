// Zoom and pan by the means of the browser itself: a wider picture in a frame that scrolls.
const LEAST = 0.25;
const MOST = 6;
const LEGIBLE = 0.8; // pixels to the point: under this, text of 8 points cannot be read

/** Let a picture be zoomed with the buttons of `tools`, and dragged with the mouse. */
export function viewport(frame, tools) {
  let scale = 1;
  const svg = () => frame.querySelector("svg");
  const points = () => svg().viewBox.baseVal;
  const fitting = () => Math.min(frame.clientWidth / points().width, frame.clientHeight / points().height);

  /** Zoom to `next`, with the point of the picture at `at` (pixels in the frame) in its place. */
  function zoom(next, at = { x: frame.clientWidth / 2, y: frame.clientHeight / 2 }) {
    const before = { x: (frame.scrollLeft + at.x) / scale, y: (frame.scrollTop + at.y) / scale };
    scale = Math.min(MOST, Math.max(LEAST, next));
    svg().style.width = `${points().width * scale}px`;
    frame.scrollTo(before.x * scale - at.x, before.y * scale - at.y);
  }

  function first() {
    scale = Math.max(LEGIBLE, frame.clientWidth / points().width);
    zoom(scale);
    frame.scrollTo((points().width * scale - frame.clientWidth) / 2, 0);
  }

  const acts = { in: () => zoom(scale * 1.3), out: () => zoom(scale / 1.3), fit: () => zoom(fitting()), width: first };
  tools.addEventListener("click", (event) => acts[event.target.closest("[data-act]")?.dataset.act]?.());
  frame.addEventListener("keydown", (event) => {
    const act = { "+": "in", "=": "in", "-": "out", 0: "fit" }[event.key];
    if (!act || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    acts[act]();
  });
  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = frame.getBoundingClientRect();
    zoom(scale * Math.exp(-event.deltaY / 300), { x: event.clientX - box.left, y: event.clientY - box.top });
  }, { passive: false });
  drag(frame);
  addEventListener("beforeprint", () => svg().style.removeProperty("width"));
  addEventListener("afterprint", () => zoom(scale));
  first();
  return {
    refresh: () => zoom(scale),
    show(box) {
      zoom(Math.max(scale, 1.2));
      const found = box.getBoundingClientRect();
      const room = frame.getBoundingClientRect();
      frame.scrollBy(found.left - room.left - (room.width - found.width) / 2,
        found.top - room.top - (room.height - found.height) / 2);
    },
  };
}

function drag(frame) {
  let from = null;
  let moved = false;
  frame.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    from = { x: event.clientX + frame.scrollLeft, y: event.clientY + frame.scrollTop };
    moved = false;
  });
  addEventListener("pointermove", (event) => {
    if (!from) return;
    const to = { x: from.x - event.clientX, y: from.y - event.clientY };
    moved ||= Math.abs(to.x - frame.scrollLeft) + Math.abs(to.y - frame.scrollTop) > 4;
    if (moved) frame.scrollTo(to.x, to.y);
  });
  addEventListener("pointerup", () => { from = null; });
  frame.addEventListener("dragstart", (event) => event.preventDefault());
  frame.addEventListener("click", (event) => {
    if (moved) event.preventDefault();
    moved = false;
  }, true);
}
