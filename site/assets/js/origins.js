// « Qui a écrit chaque mot »: on the pages of the text, a switch that takes the marks of the acts away from those who only read.
{
  const lead = document.querySelector(".md-content .lead");
  const marked = document.querySelector(".clause:not(.signed) :is(.by, .run)");
  const kept = {
    get: () => {
      try {
        return sessionStorage.getItem("origins");
      } catch {
        return null; // a browser may keep nothing for a page of file://
      }
    },
    set: (value) => {
      try {
        sessionStorage.setItem("origins", value);
      } catch {
        // the choice lasts as long as the page
      }
    },
  };

  if (lead && marked) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "switch";
    button.textContent = "Montrer qui a écrit chaque mot";
    button.setAttribute("role", "switch");
    const show = (shown) => {
      button.setAttribute("aria-checked", String(shown));
      document.body.classList.toggle("words-alone", !shown);
    };
    button.addEventListener("click", () => {
      const shown = button.getAttribute("aria-checked") !== "true";
      show(shown);
      kept.set(shown ? "shown" : "hidden");
    });
    show(kept.get() !== "hidden");
    lead.append(button);
  }
}
