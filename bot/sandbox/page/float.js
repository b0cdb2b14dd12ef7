/** Placing a popup beside what opened it, inside the window, whatever scrolls around it. */

const GAP = 4;
const MARGIN = 8;
const TALLEST = 340;

/** Place `popup` under (or, where there is more room, over) `anchor`, and return a function that stops following it. */
export function floatBy(popup, anchor, { sameWidth = false, atEnd = false } = {}) {
  popup.classList.add("floating");
  const place = () => {
    const at = anchor.getBoundingClientRect();
    if (sameWidth) popup.style.width = `${at.width}px`;
    const { width } = popup.getBoundingClientRect();
    const below = window.innerHeight - at.bottom - GAP - MARGIN;
    const above = at.top - GAP - MARGIN;
    const over = below < Math.min(popup.scrollHeight, 200) && above > below;
    const room = Math.min(TALLEST, Math.max(120, over ? above : below));
    popup.style.maxHeight = `${room}px`;
    const shown = Math.min(popup.scrollHeight + 2, room);
    const left = atEnd ? at.right - width : at.left;
    popup.style.top = `${over ? at.top - GAP - shown : at.bottom + GAP}px`;
    popup.style.left = `${Math.max(MARGIN, Math.min(left, window.innerWidth - width - MARGIN))}px`;
  };
  place();
  window.addEventListener("resize", place);
  document.addEventListener("scroll", place, true);
  return Object.assign(() => {
    window.removeEventListener("resize", place);
    document.removeEventListener("scroll", place, true);
  }, { place });
}
