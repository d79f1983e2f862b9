// What is typed and not stored yet: said beside it instead of «Lagret», asked about before the page is left, and kept in this tab
// of the browser until it is stored. `together.js` tells when something is sent, and when the server is done with what it has heard;
// `unsaved.js`, what else is not stored for some time, and what is lost.
(() => {
  const { FIELD, find: findKnown } = window.klarsjekkFields;
  const connection = window.klarsjekkLine;
  const both = window.klarsjekkBoth;
  const TYPED = "textarea, input:not([type=radio]):not([type=checkbox]):not([type=file]):not([role=combobox])";
  const TABLE = '[data-testid="stDataFrame"]';
  const CARD = '[class*="st-key-card-"]';
  const SAID = '[class*="st-key-told-"]';
  const LINES = '[data-testid="stMarkdownContainer"], [data-testid="stCaptionContainer"]';
  const LINK = '[data-testid="stSidebarNavLink"], [data-testid="stPageLink-NavLink"]';
  const WAITS = "data-klarsjekk-waits";
  const KEPT = "klarsjekk.kept";
  const SAVED = /Lagr(et|a) \d\d:\d\d/;
  const NOT_SAVED = /Ikke lagret|Ikkje lagra/;
  const again = () =>
    both(
      "Dette rakk ikke å bli lagret, og står igjen i feltet sitt, kanskje under «Mer om svaret». Se over, og gå ut av feltet for å lagre: ",
      "Dette rakk ikkje å bli lagra, og står igjen i feltet sitt, kanskje under «Meir om svaret». Sjå over, og gå ut av feltet for å lagre: ",
    );
  const gone = () =>
    both("Ikke lagret. Forbindelsen ble brutt: gjør det en gang til.", "Ikkje lagra. Sambandet blei brote: gjer det ein gong til.");
  const waiting = () => both("Ikke lagret ennå. Vi venter på svar.", "Ikkje lagra enno. Vi ventar på svar.");
  // Milliseconds that an answer from the server is waited for in silence, and in which the last of a run is drawn.
  const LONG = 2000;
  const DRAWN = 200;

  // Class of the field -> what is typed there, what stood there before, when it was left and whether the server refused it.
  const pending = new Map();
  // The same from before this page was loaded, until its field is here.
  const kept = new Map(Object.entries(read()));
  const before = new WeakMap();
  let began = 0;
  let unanswered = 0;
  let told = false;
  let others = { unsure: [], lost: new Map() };

  const nameOf = (field) => [...field.classList].find((name) => name.startsWith("st-key-"));
  const find = (name) => document.querySelector(`${FIELD}.${CSS.escape(name)}`);
  const customer = () => new URLSearchParams(location.search).get("kunde");
  const titleOf = (field) => field.closest(CARD)?.querySelector("h3")?.innerText ?? "";

  function fieldOf(event) {
    const place = event.target;
    return place.matches?.(TYPED) && !place.closest(TABLE) ? place.closest(FIELD) : null;
  }

  function onEnter(event) {
    if (fieldOf(event) && !pending.has(nameOf(fieldOf(event)))) before.set(event.target, event.target.value);
  }

  function onInput(event) {
    const field = fieldOf(event);
    if (!field) return;
    const entry = pending.get(nameOf(field)) ?? { before: before.get(event.target) ?? "", title: titleOf(field) };
    Object.assign(entry, { text: event.target.value, sent: false, refused: false, at: performance.now() });
    if (entry.text === entry.before) pending.delete(nameOf(field));
    else pending.set(nameOf(field), entry);
    show();
  }

  function onLeave(event) {
    const field = fieldOf(event);
    const entry = field && pending.get(nameOf(field));
    // A field that is shut because the connection is gone has not been left by anyone.
    if (!entry || event.target.disabled || (event.type === "keydown" && event.key !== "Enter")) return;
    if (!entry.sent && !entry.refused) Object.assign(entry, { sent: true, at: performance.now(), asked: connection.asked + 1 });
  }

  function onSent() {
    unanswered ||= performance.now();
    setTimeout(show, LONG + 1);
  }

  function onRun() {
    began = performance.now();
    unanswered = 0;
  }

  function onQuiet() {
    const broken = "klarsjekkBroken" in document.documentElement.dataset;
    for (const [name, entry] of pending) {
      if (entry.sent && entry.at < began && entry.asked <= connection.heard && !broken) settle(name, entry);
    }
    putBack();
    show();
  }

  // The server has heard that the field was left, and is done: it is stored, or the page says why not.
  function settle(name, entry) {
    const field = find(name);
    if (field && lines(name, field).some((line) => NOT_SAVED.test(line.textContent))) {
      Object.assign(entry, { sent: false, refused: true });
      return;
    }
    pending.delete(name);
    const place = field?.querySelector(TYPED);
    if (place) before.set(place, entry.text);
  }

  // What a card says of a field: an answer beside no other field, the rest each in a place of its own.
  function lines(name, field) {
    const kind = name.split("-")[2];
    return [...(field.closest(CARD) ?? field).querySelectorAll(LINES)].filter((line) => {
      const place = line.closest(SAID);
      return kind === "answer" ? !place : place && [...place.classList].some((each) => each.endsWith(`-${kind}`));
    });
  }

  function putBack() {
    const found = [...kept].filter(([, entry]) => entry.customer === customer());
    for (const [name, entry] of found) {
      const place = find(name)?.querySelector(TYPED);
      if (!place || place.disabled) continue;
      kept.delete(name);
      if (place.value === entry.text) continue;
      before.set(place, place.value);
      // React looks for changes in the element's own value.
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(place), "value").set.call(place, entry.text);
      place.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (found.length && !told) tell(again() + [...new Set(found.map(([, entry]) => `«${entry.title}»`))].join(", "));
    told = true;
    if (!kept.size) seek.disconnect();
  }

  // A field may be drawn long after the run that made it, or when someone unfolds it.
  let seeking = false;
  const seek = new MutationObserver(() => {
    if (seeking || !told) return;
    seeking = true;
    setTimeout(() => {
      seeking = false;
      putBack();
      show();
    }, DRAWN);
  });

  function tell(text) {
    document.dispatchEvent(new CustomEvent("klarsjekk:tell", { detail: text }));
  }

  function show() {
    write();
    for (const each of document.querySelectorAll("[data-klarsjekk-pending], [data-klarsjekk-lost], [data-klarsjekk-old]")) {
      delete each.dataset.klarsjekkPending;
      delete each.dataset.klarsjekkLost;
      delete each.dataset.klarsjekkOld;
    }
    for (const [name, entry] of pending) if (!entry.refused) say(name, find(name), "klarsjekkPending", "");
    for (const name of others.unsure) say(name, findKnown(name), "klarsjekkPending", "");
    for (const [name, entry] of others.lost) {
      const card = entry.card?.isConnected ? entry.card : null;
      say(name, findKnown(name) ?? card, "klarsjekkLost", gone());
    }
    const waits = Boolean(unanswered && performance.now() - unanswered > LONG);
    if (waits !== document.documentElement.hasAttribute(WAITS)) {
      document.documentElement.toggleAttribute(WAITS, waits);
      if (waits) document.dispatchEvent(new CustomEvent("klarsjekk:say", { detail: waiting() }));
    }
  }

  // Beside the field, and over no old time of a save.
  function say(name, field, mark, words) {
    if (!field) return;
    field.dataset[mark] = words;
    for (const each of lines(name, field)) {
      const old = [...each.querySelectorAll("span, p")].findLast((part) => SAVED.test(part.textContent));
      if (old) old.dataset.klarsjekkOld = "";
    }
  }

  function onUnsure(event) {
    others = event.detail;
    show();
  }

  function write() {
    const all = [...pending].map(([name, { text, title }]) => [name, { text, title, customer: customer() }]);
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(Object.fromEntries([...kept, ...all])));
    } catch {
      // A browser that keeps nothing: then only the question before leaving is left.
    }
  }

  function read() {
    try {
      return JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
    } catch {
      return {};
    }
  }

  function onUnload(event) {
    const alert = [...document.querySelectorAll('[data-testid="stMain"] [data-testid="stAlert"]')];
    if (pending.size || unanswered || alert.some((each) => NOT_SAVED.test(each.textContent))) event.preventDefault();
  }

  // Another page within the app takes this one away under the hand: the field is left first, and the page not before the server
  // has done with what stood there. Both at once, it keeps the page that is asked for and forgets the words, or draws neither.
  let passing = false;

  function holdBack(event, goOn) {
    if (passing) return;
    if (document.activeElement?.matches?.(TYPED)) document.activeElement.blur();
    if (!underWay().length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const wait = setTimeout(pass, LONG);
    document.addEventListener("klarsjekk:rest", onDone);

    function onDone() {
      if (underWay().every(([, entry]) => entry.at < began)) pass();
    }

    function pass() {
      clearTimeout(wait);
      document.removeEventListener("klarsjekk:rest", onDone);
      keepForLater();
      setTimeout(() => {
        passing = true;
        goOn();
        passing = false;
      });
    }
  }

  function underWay() {
    return [...pending].filter(([, entry]) => entry.sent && !entry.refused);
  }

  // What the server has not begun with is put back when its field is here again.
  function keepForLater() {
    for (const [name, { text, title, at }] of underWay()) {
      if (at < began) continue;
      kept.set(name, { text, title, customer: customer() });
      pending.delete(name);
      told = false;
      seek.observe(document.documentElement, { childList: true, subtree: true });
    }
  }

  function onBack(event) {
    holdBack(event, () => window.dispatchEvent(new PopStateEvent("popstate", { state: event.state })));
  }

  function onLink(event) {
    const link = event.target.closest?.(LINK);
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (link && !elsewhere) holdBack(event, () => link.click());
  }

  if (kept.size) seek.observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("focusin", onEnter, true);
  document.addEventListener("input", onInput, true);
  document.addEventListener("focusout", onLeave, true);
  document.addEventListener("keydown", onLeave, true);
  document.addEventListener("klarsjekk:sent", onSent);
  document.addEventListener("klarsjekk:run", onRun);
  document.addEventListener("klarsjekk:quiet", onQuiet);
  document.addEventListener("klarsjekk:unsure", onUnsure);
  document.addEventListener("click", onLink, true);
  window.addEventListener("popstate", onBack, true);
  window.addEventListener("beforeunload", onUnload);
})();
