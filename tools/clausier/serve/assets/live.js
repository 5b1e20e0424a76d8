// A page that is served reloads when the site has been rebuilt; one that stands in a frame leaves that to the page around it.
{
  const { serial, state } = document.currentScript.dataset;
  if (self !== top) {
    document.documentElement.classList.add("clausier-framed");
    // An address with an anchor would scroll the page around too.
    addEventListener("load", () => {
      const there = document.getElementById(frameElement?.dataset.anchor ?? "");
      if (there) scrollTo(0, there.getBoundingClientRect().top + scrollY - 16);
    });
  } else {
    // Asks twice a second, and only where someone looks; a page that was away is brought up to date when it is seen again.
    const ask = async () => {
      if (document.hidden) return;
      try {
        const answer = await fetch(state, { cache: "no-store" });
        if (answer.ok && (await answer.text()) !== serial) location.reload();
      } catch {
        /* stopped: the page stays as it is */
      }
    };
    setInterval(ask, 400);
    document.addEventListener("visibilitychange", ask);
  }
}
