// What Streamlit leaves to the browser: begin at the top when another theme is chosen, say aloud that an answer is saved,
// fetch a file whose ticket is ready, go back a page with one press and to the place one left, leave the keyboard where it was, and show the keys for numbers on a phone.
(() => {
  // For all our scripts: what is said in the language the page is in at that moment (`together.js`).
  window.klarsjekkBoth = (nb, nn) => (document.documentElement.lang === "nn" ? nn : nb);

  // What is chosen on a page stands in its address, and Streamlit enters each such change in the history as a page.
  const enter = history.pushState.bind(history);
  history.pushState = (state, title, address) => {
    const same = new URL(address ?? location.href, location.href).pathname === location.pathname;
    if (!same && act) left.set(act.page, act);
    return same ? history.replaceState(state, title, address) : enter(state, title, address);
  };

  // Where the person was at the last press: the page, how far it was scrolled, and the names of what it was in, from the inside out.
  const ACTS = ["pointerdown", "keydown"];
  const REACHED = "summary, button:not(:disabled), a[href]";
  const left = new Map();
  let act = null;
  let held = null;
  let back = null;

  const main = () => document.querySelector('[data-testid="stMain"]');
  const page = () => `${location.pathname} ${new URLSearchParams(location.search).get("kunde")}`;
  const find = (name) => document.querySelector(`[data-testid="stMain"] .${CSS.escape(name)}`);

  function namesOf(place) {
    const names = [];
    for (let each = place; each?.closest; each = each.parentElement) {
      names.push(...[...(each.classList ?? [])].filter((name) => name.startsWith("st-key-")));
    }
    return names;
  }

  for (const kind of ACTS) {
    document.addEventListener(
      kind,
      (event) => {
        back = null;
        act = { page: page(), top: main()?.scrollTop ?? 0, names: namesOf(event.target) };
      },
      true,
    );
  }
  document.addEventListener("wheel", () => (back = null), { capture: true, passive: true });
  document.addEventListener("focusin", (event) => {
    held = event.target.closest('[data-testid="stMain"]') ? { place: event.target, names: namesOf(event.target) } : null;
  });
  addEventListener("popstate", () => (back = left.get(page()) ?? null));

  // What had the keyboard is gone, as a form that was sent: it goes to the nearest that is still there round it.
  function keepTheKeyboard() {
    if (!held || held.place.isConnected || document.activeElement !== document.body) return;
    if (reach(held.names)) held = null;
  }

  // Back is to the place in the list one left, once so much of the page is drawn.
  function backToThePlace() {
    const view = main();
    if (!back || !view || back.page !== page() || view.scrollHeight - view.clientHeight < back.top) return;
    if (document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState !== "notRunning") return;
    view.scrollTo(0, back.top);
    // Until the place is there, what stands is still the page one comes from.
    if (!reach(back.names)) return;
    document.activeElement.scrollIntoView({ block: "nearest" });
    back = null;
  }

  function reach(names) {
    const place = names.map(find).find(Boolean);
    const wanted = place?.matches(REACHED) ? place : place?.querySelector(REACHED);
    wanted?.focus({ preventScroll: true });
    return Boolean(wanted);
  }

  const live = document.createElement("div");
  live.setAttribute("role", "status");
  live.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
  document.addEventListener("DOMContentLoaded", () => document.body.append(live));
  // Told by `pending.js`.
  document.addEventListener("klarsjekk:say", (event) => (live.textContent = event.detail));

  const NYNORSK = /Lagra \d|Ikkje lagra/;
  const OUTCOME = /Lagr(et|a) \d|Ikke lagret|Ikkje lagra/;
  const NUMBERS = 'input:is([placeholder="Skriv et tall"], [placeholder="Skriv eit tal"]):not([inputmode])';
  const said = new WeakMap();
  const fetched = new Set();
  let theme = new URLSearchParams(location.search).get("tema");

  function toTheTop() {
    const now = new URLSearchParams(location.search).get("tema");
    if (now === theme) return;
    theme = now;
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  }

  function sayAloud() {
    for (const place of document.querySelectorAll('[class*="st-key-card-"], [class*="st-key-told-"]')) {
      const text = told(place);
      if (said.has(place) && isNews(text, said.get(place))) live.textContent = text;
      said.set(place, text);
    }
  }

  // The same in the other language is not.
  function isNews(text, before) {
    return text && text !== before && (!before || NYNORSK.test(text) === NYNORSK.test(before));
  }

  // What became of the answer of a card, or of a field under it: the line that says when it is saved, or why it is not.
  function told(place) {
    for (const line of place.querySelectorAll('[data-testid="stMarkdownContainer"], [data-testid="stCaptionContainer"]')) {
      if (OUTCOME.test(line.textContent) && line.closest('[class*="st-key-card-"], [class*="st-key-told-"]') === place) return words(line);
    }
    return "";
  }

  function words(line) {
    const copy = line.cloneNode(true);
    for (const icon of copy.querySelectorAll('[aria-hidden="true"]')) icon.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function fetchFiles() {
    for (const link of document.querySelectorAll('[class*="st-key-ready-"] a[href*="/last-ned/"]')) {
      if (fetched.has(link.href)) continue;
      fetched.add(link.href);
      const way = document.createElement("a");
      way.href = link.href;
      way.download = "";
      way.click();
    }
  }

  function showKeysForNumbers() {
    for (const field of document.querySelectorAll(NUMBERS)) field.inputMode = "decimal";
  }

  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      toTheTop();
      keepTheKeyboard();
      backToThePlace();
      sayAloud();
      showKeysForNumbers();
      fetchFiles();
    }, 150);
  }).observe(document.documentElement, {
    childList: true,
    subtree: true,
    characterData: true,
    // A second file has the link of the first one, with another address and no other change.
    attributeFilter: ["href"],
  });
})();
