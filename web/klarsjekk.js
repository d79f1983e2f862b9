// What Streamlit leaves to the browser: begin at the top when another theme is chosen, and say aloud that an answer is saved.
(() => {
  const live = document.createElement("div");
  live.setAttribute("role", "status");
  live.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
  document.addEventListener("DOMContentLoaded", () => document.body.append(live));

  const said = new WeakMap();
  let theme = new URLSearchParams(location.search).get("tema");

  function toTheTop() {
    const now = new URLSearchParams(location.search).get("tema");
    if (now === theme) return;
    theme = now;
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  }

  function sayAloud() {
    for (const place of document.querySelectorAll('[class*="st-key-told-"]')) {
      const text = place.innerText.replace(/^[a-z_]+\s+/, "").trim();
      if (said.has(place) && said.get(place) !== text && text) live.textContent = text;
      said.set(place, text);
    }
  }

  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      toTheTop();
      sayAloud();
    }, 150);
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
})();
