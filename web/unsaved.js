// When the connection has been broken, another process may have taken over, which knows nothing of this tab. Then the page is
// run again at once: the frontend alone would wait, and the next answer would be dropped without a word.
// The page then draws what is stored. What a person typed or chose and the server has not taken is put back, and sent again when it
// had been left; what cannot be put back is named, and marked at its field. `fields.js` knows the kinds that are not typed in.
(() => {
  const { FIELD, kindOf, nameOf, find, says } = window.klarsjekkFields;
  const both = window.klarsjekkBoth;
  const TYPED = "textarea, input:not([type=radio]):not([type=checkbox]):not([type=file]):not([role=combobox])";
  const TABLE = '[data-testid="stDataFrame"]';
  // Where the text of a cell is written before it is in the table.
  const CELL = "#portal textarea, #portal input";
  const again = () =>
    both(
      "Forbindelsen ble brutt, og det siste du gjorde her, er ikke lagret. Gjør det en gang til: ",
      "Sambandet blei brote, og det siste du gjorde her, er ikkje lagra. Gjer det ein gong til: ",
    );
  // Milliseconds in which the frontend decides by itself whether to run the page.
  const SOON = 50;
  // …in which it draws the last of what a run has sent.
  const DRAWN = 200;
  // …in which a press has had its effect, and how long it is looked after that what was put back stays.
  const DONE = 300;
  const STAYS = 2500;
  // …after which what is not stored says so.
  const LONG = 1000;
  const MOST_TRIES = 5;
  // The frontend draws bit by bit: on a busy machine what stood before the break is on screen for seconds after a run.
  const whenIdle = (then) => (window.requestIdleCallback ? requestIdleCallback(then) : setTimeout(then));

  const line = window.klarsjekkLine;
  // Class of the field -> the last thing done there, until the server has taken it.
  const held = new Map();
  // …and what was given up, until the field is touched again.
  const lost = new Map();
  let broken = false;
  let back = true;
  let restored = 0;
  let touched = 0;
  let started = false;
  // The text that had the keyboard when the connection broke; keys pressed until it is back belong to it.
  let typing = null;
  // What stood in a field of text when it got the keyboard.
  const stood = new WeakMap();

  const fieldOf = (event) => (event.isTrusted && event.target.closest ? event.target.closest(FIELD) : null);
  function hold(field, what) {
    const card = field.closest('[class*="st-key-card-"]');
    const question = card?.querySelector("h3")?.innerText ?? "";
    const entry = { at: performance.now(), sent: 0, tries: 0, question, card, ...what };
    held.set(nameOf(field), entry);
    return entry;
  }

  function onEnter(event) {
    if (fieldOf(event) && event.target.matches(TYPED) && !broken) stood.set(event.target, event.target.value);
  }

  function onInput(event) {
    const field = fieldOf(event);
    if (!field || !event.target.matches(TYPED) || event.target.closest(TABLE)) return;
    typing = null;
    const before = held.get(nameOf(field))?.stood ?? stood.get(event.target);
    hold(field, { text: event.target.value, caret: event.target.selectionStart, place: event.target, stood: before });
  }

  // Before a press has its effect: what stands in the field; and some time after it, what has become of it, also of what was chosen
  // in a list or a cell that lies over the page.
  function onTouch(event) {
    if (!event.isTrusted) return;
    touched = performance.now();
    const field = fieldOf(event);
    const kind = field && event.key !== "Tab" && kindOf(field);
    if (kind && !broken) {
      const name = nameOf(field);
      lost.delete(name);
      if (!held.has(name)) {
        const before = kind.read(field);
        hold(field, { kind, before, wanted: before });
      }
      Object.assign(held.get(name), { back: false, tries: 0 });
    }
    for (const wait of [0, DONE, 2 * DONE]) setTimeout(look, wait, touched);
  }

  function look(at) {
    if (broken) return;
    for (const [name, entry] of held) {
      const field = entry.kind && find(name);
      if (!field || entry.back) continue;
      const now = entry.kind.read(field);
      if (now === null && entry.kind.late) continue;
      if (JSON.stringify(now) === JSON.stringify(entry.wanted)) continue;
      Object.assign(entry, { wanted: now, at, sent: 0 });
      if (line.askedAt >= at + (entry.kind.late ?? 0)) entry.sent = line.asked;
    }
    if (line.quiet) letGo();
  }

  function onLeave(event) {
    const field = fieldOf(event);
    const entry = field && held.get(nameOf(field));
    // A field that is shut because the connection is gone has not been left by anyone.
    if (!entry || entry.kind || entry.left || broken || event.target.disabled) return;
    if (event.type === "keydown" && event.key !== "Enter") return;
    if (entry.text === entry.stood && event.type !== "keydown") held.delete(nameOf(field));
    else Object.assign(entry, { left: true, at: performance.now(), sent: 0 });
  }

  function onKey(event) {
    const elsewhere = event.target.matches(TYPED) && !event.target.disabled;
    if (!typing || elsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = typing.caret ?? typing.text.length;
    if (event.key.length === 1) write(typing.text.slice(0, at) + event.key + typing.text.slice(at), at + 1);
    else if (event.key === "Backspace" && at > 0) write(typing.text.slice(0, at - 1) + typing.text.slice(at), at - 1);
    else return;
    event.preventDefault();
  }

  function write(text, caret) {
    Object.assign(typing, { text, caret });
  }

  // Which of the runs that were asked for has this with it.
  function onSent() {
    for (const entry of held.values()) {
      const ready = entry.kind ? changed(entry) : entry.left;
      if (ready && !entry.sent && performance.now() >= entry.at + (entry.kind?.late ?? 0)) entry.sent = line.asked;
    }
    setTimeout(mark, LONG + 1);
  }

  function changed(entry) {
    return JSON.stringify(entry.wanted) !== JSON.stringify(entry.before);
  }

  // The server has heard it, and done with all it had heard.
  function letGo() {
    if (broken) return;
    for (const [name, entry] of held) {
      const idle = performance.now() - touched > DONE && !document.querySelector(CELL);
      const nothing = !changed(entry) && !entry.back;
      // Someone may be in the midst of changing it again.
      if (entry.kind && !idle) continue;
      if ((isTaken(entry) || (entry.kind && nothing)) && !stillBack(entry)) held.delete(name);
    }
    mark();
  }

  function isTaken(entry) {
    return Boolean(entry.sent) && line.heard >= entry.sent && line.began >= entry.at && line.quiet;
  }

  function stillBack(entry) {
    return entry.back && performance.now() - restored < STAYS;
  }

  function watch() {
    const app = document.querySelector('[data-testid="stApp"]');
    if (!app) return;
    const connected = app.dataset.testConnectionState === "CONNECTED";
    if (!connected && !broken && started) breakOff();
    if (connected && broken && !back) comeBack();
    if (!connected && broken) back = false;
  }

  function breakOff() {
    look(touched);
    holdCell();
    broken = true;
    back = false;
    document.documentElement.dataset.klarsjekkBroken = "";
    typing = [...held.values()].find((entry) => entry.text !== undefined && !entry.left) ?? null;
  }

  // What is written over a cell and not in the table yet cannot be put back.
  function holdCell() {
    const cell = document.querySelector(CELL);
    const last = cell?.value && [...held.values()].findLast((entry) => entry.kind?.late);
    if (last) last.unfinished = true;
  }

  function comeBack() {
    back = true;
    const since = performance.now();
    setTimeout(() => {
      const state = document.querySelector('[data-testid="stApp"]').dataset.testScriptState;
      // After a run of its own, another would carry what stood here before the break: it would be taken for new answers.
      if (state === "notRunning" && line.began < since) document.querySelector(".st-key-again button")?.click();
    }, SOON);
  }

  function onRest() {
    started = true;
    if (broken) setTimeout(whenIdle, DRAWN, putBack);
  }

  function putBack() {
    if (!broken || !back || line.running) return;
    if (!isDrawn()) return void setTimeout(whenIdle, DRAWN, putBack);
    broken = false;
    delete document.documentElement.dataset.klarsjekkBroken;
    restored = performance.now();
    for (const entry of held.values()) Object.assign(entry, { back: true, tries: 0, sent: 0 });
    lookAfter();
    typing = null;
  }

  function isDrawn() {
    const app = document.querySelector('[data-testid="stApp"]');
    return app.dataset.testScriptState === "notRunning" && !app.querySelector('[data-stale="true"]');
  }

  // For a while: the frontend may draw what is stored over it once more.
  function lookAfter() {
    if (broken) return;
    const given = [...held].filter(([name, entry]) => entry.back && !stands(find(name), entry));
    for (const [name, entry] of given) {
      held.delete(name);
      lost.set(name, entry);
    }
    if (given.length) tell(again() + titles(given.map(([, entry]) => entry.question)));
    if (performance.now() - restored < STAYS) setTimeout(whenIdle, DONE, lookAfter);
    else isOver();
    mark();
  }

  function titles(questions) {
    return [...new Set(questions)].filter(Boolean).map((title) => `«${title}»`).join(", ");
  }

  function isOver() {
    for (const [name, entry] of held) {
      if (!entry.back) continue;
      entry.back = false;
      // It stood there all the time, so nothing was sent: it is stored.
      if (!entry.sent && (entry.kind || entry.left)) held.delete(name);
    }
    letGo();
  }

  // Whether it stands in the field, or has a chance to.
  function stands(field, entry) {
    if (entry.unfinished) return false;
    if (entry.kind && !changed(entry)) return true;
    if (!field) return entry.tries++ < MOST_TRIES;
    if (entry.kind ? says(field, entry.kind, entry.before, entry.wanted) : typedIn(field, entry)) return true;
    if (entry.tries++ >= MOST_TRIES) return false;
    Object.assign(entry, { at: performance.now(), sent: 0 });
    return entry.kind ? entry.kind.put(field, entry.before, entry.wanted) || entry.tries < MOST_TRIES : type(field, entry);
  }

  function typedIn(field, entry) {
    const place = field.querySelector(TYPED);
    if (!place || place.value !== entry.text) return false;
    takeKeyboard(place, entry);
    return true;
  }

  function type(field, entry) {
    const place = field.querySelector(TYPED);
    if (!place || place.disabled) return entry.tries < MOST_TRIES;
    entry.place = place;
    // React looks for changes in the element's own value.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(place), "value").set.call(place, entry.text);
    place.dispatchEvent(new Event("input", { bubbles: true }));
    // In a task of its own: the field must have taken in the text before it is left.
    if (entry.left) setTimeout(() => place.dispatchEvent(new FocusEvent("focusout", { bubbles: true })), SOON);
    takeKeyboard(place, entry);
    return true;
  }

  function takeKeyboard(place, entry) {
    if (entry !== typing || document.activeElement !== document.body) return;
    place.focus();
    if (entry.caret !== null) place.setSelectionRange(entry.caret, entry.caret);
  }

  // Said by `pending.js`: what has not been stored for some time, and what is lost.
  function mark() {
    const old = performance.now() - LONG;
    const unsure = [...held].filter(([, entry]) => entry.kind && !entry.kind.folds && changed(entry) && (entry.back || entry.at < old));
    const detail = { unsure: unsure.map(([name]) => name), lost };
    document.dispatchEvent(new CustomEvent("klarsjekk:unsure", { detail }));
  }

  function tell(text) {
    const box = document.createElement("div");
    const close = document.createElement("button");
    box.setAttribute("role", "alert");
    box.className = "klarsjekk-look";
    box.style.cssText =
      "position:fixed;inset:auto 1rem 1rem;z-index:999990;max-width:40rem;margin:auto;padding:1rem;border-radius:.6rem;" +
      "border:1px solid #774700;background:#faebd2;color:#1c2b2e;font:1rem/1.4 'Source Sans',sans-serif;display:flex;gap:1rem;align-items:center";
    close.textContent = "Lukk";
    close.style.cssText = "padding:.4rem .8rem;border:1px solid;border-radius:.6rem;background:none;color:inherit;font:inherit";
    close.addEventListener("click", () => box.remove());
    box.append(`${text}${text.endsWith(": ") ? both("svarene på denne siden", "svara på denne sida") : ""}.`, close);
    document.querySelector(".klarsjekk-look")?.remove();
    document.body.append(box);
  }

  document.addEventListener("focusin", onEnter, true);
  document.addEventListener("input", onInput, true);
  for (const kind of ["pointerdown", "click", "keydown", "paste"]) document.addEventListener(kind, onTouch, true);
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("focusout", onLeave, true);
  document.addEventListener("keydown", onLeave, true);
  // Told by `together.js`.
  document.addEventListener("klarsjekk:sent", onSent);
  document.addEventListener("klarsjekk:rest", onRest);
  document.addEventListener("klarsjekk:quiet", letGo);
  // …and by `pending.js`.
  document.addEventListener("klarsjekk:tell", (event) => tell(event.detail));
  new MutationObserver(watch).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributeFilter: ["data-test-connection-state"],
  });
})();
