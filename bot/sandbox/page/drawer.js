/** On a narrow screen the list of places slides in from the side. */

/** Let `button` open the sidebar, and Escape, a choice or a tap beside it close it. */
export function mountDrawer({ button, sidebar, scrim }) {
  const narrow = window.matchMedia("(max-width: 760px)");

  function show(open) {
    const inDrawer = open && narrow.matches;
    document.body.classList.toggle("drawer", inDrawer);
    scrim.hidden = !inDrawer;
    button.setAttribute("aria-expanded", String(inDrawer));
    sidebar.inert = narrow.matches && !open;
    if (inDrawer) sidebar.querySelector(".place[tabindex='0']")?.focus();
  }

  button.addEventListener("click", () => show(!document.body.classList.contains("drawer")));
  scrim.addEventListener("click", () => show(false));
  sidebar.addEventListener("click", (event) => {
    if (event.target.closest(".place")) show(false);
  });
  sidebar.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !document.body.classList.contains("drawer")) return;
    show(false);
    button.focus();
  });
  narrow.addEventListener("change", () => show(false));
  show(false);
}
