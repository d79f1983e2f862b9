// When the connection has been broken, another process may have taken over, which knows nothing of this tab. Then the page is
// run again at once: the frontend alone would wait, and the next answer would be dropped without a word.
// The page then draws what is stored. What a person typed or chose just before the break is put back: sent again when it had
// been left, else with the keyboard still in it.
(() => {
  const FIELD = '[data-testid="stMain"] .stElementContainer[class*="st-key-"]';
  const TYPED = "textarea, input:not([type=radio]):not([type=checkbox]):not([role=combobox])";
  // Fields that cannot be filled in from outside: the person is told to look.
  const CHOICES = '[role="radiogroup"]';
  const OTHER = '[data-testid="stSelectbox"], [data-testid="stDataFrame"]';
  const LOOK = "Forbindelsen ble brutt, og det siste du gjorde, er kanskje ikke lagret. Se over: ";
  // Milliseconds in which the frontend decides by itself whether to run the page.
  const SOON = 50;
  // …and in which it draws the last of what a run has sent.
  const DRAWN = 200;

  // Class of the field -> the last thing done there, until a run that began later is over.
  const held = new Map();
  let running = false;
  let began = 0;
  let broken = false;
  let back = true;
  // The text that had the keyboard when the connection broke; keys pressed until it is back belong to it.
  let typing = null;

  const fieldOf = (event) => (event.isTrusted && event.target.closest ? event.target.closest(FIELD) : null);
  const nameOf = (field) => [...field.classList].find((name) => name.startsWith("st-key-"));
  const find = (name) => document.querySelector(`${FIELD}.${CSS.escape(name)}`);

  function hold(field, what) {
    held.set(nameOf(field), { at: performance.now(), question: questionOf(field), ...what });
  }

  function questionOf(field) {
    return field.closest('[class*="st-key-card-"]')?.querySelector("h3")?.innerText ?? "";
  }

  function onInput(event) {
    const field = fieldOf(event);
    if (!field) return;
    if (!event.target.matches(TYPED) || event.target.closest(OTHER)) return;
    typing = null;
    hold(field, { text: event.target.value, caret: event.target.selectionStart, place: event.target });
  }

  function onTouch(event) {
    const field = fieldOf(event);
    if (!field || event.key === "Tab") return;
    if (field.querySelector(CHOICES)) {
      hold(field, {});
      const entry = held.get(nameOf(field));
      // When the click has had its effect.
      setTimeout(() => (entry.choice = chosen(field)));
    } else if (field.querySelector(OTHER)) hold(field, { other: true });
  }

  function chosen(field) {
    return field?.querySelector("input[type=radio]:checked")?.value ?? null;
  }

  function onLeave(event) {
    const field = fieldOf(event);
    const entry = field && held.get(nameOf(field));
    // A field that is shut because the connection is gone has not been left by anyone.
    if (entry && !broken && !event.target.disabled) Object.assign(entry, { left: true, at: performance.now() });
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

  function watch() {
    const app = document.querySelector('[data-testid="stApp"]');
    if (!app) return;
    const connected = app.dataset.testConnectionState === "CONNECTED";
    if (!connected && !broken && began) breakOff();
    if (connected && broken && !back) comeBack();
  }

  function breakOff() {
    broken = true;
    back = false;
    running = false;
    document.documentElement.dataset.klarsjekkBroken = "";
    typing = [...held.values()].find((entry) => entry.text !== undefined && !entry.left) ?? null;
  }

  function comeBack() {
    back = true;
    const since = performance.now();
    setTimeout(() => {
      const state = document.querySelector('[data-testid="stApp"]').dataset.testScriptState;
      // After a run of its own, another would carry what stood here before the break: it would be taken for new answers.
      if (state === "notRunning" && began < since) document.querySelector(".st-key-again button")?.click();
    }, SOON);
  }

  function onRun() {
    running = true;
    began = performance.now();
  }

  function onRest() {
    running = false;
    if (broken) setTimeout(putBack, DRAWN);
    else letGo();
  }

  // What was done before the run began has reached the server.
  function letGo() {
    for (const [name, entry] of held) {
      if (entry.at < began && entry.place !== document.activeElement) held.delete(name);
    }
  }

  function putBack() {
    if (running || !broken) return;
    const look = [];
    for (const [name, entry] of held) {
      const field = find(name);
      if (!field || entry.other) look.push(entry.question);
      else if (entry.text === undefined) choose(field, entry);
      else type(field, entry);
      entry.at = performance.now();
      if (!field || entry.other) held.delete(name);
    }
    broken = false;
    delete document.documentElement.dataset.klarsjekkBroken;
    typing = null;
    if (look.length) tell(LOOK + [...new Set(look)].filter(Boolean).map((title) => `«${title}»`).join(", "));
  }

  function choose(field, entry) {
    const wanted = [...field.querySelectorAll("input[type=radio]")].find((option) => option.value === entry.choice);
    if (wanted && !wanted.checked) wanted.click();
  }

  function type(field, entry) {
    const place = field.querySelector(TYPED);
    if (!place) return;
    entry.place = place;
    if (place.value !== entry.text) {
      // React looks for changes in the element's own value.
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(place), "value").set.call(place, entry.text);
      place.dispatchEvent(new Event("input", { bubbles: true }));
      // In a task of its own: the field must have taken in the text before it is left.
      if (entry.left) setTimeout(() => place.dispatchEvent(new FocusEvent("focusout", { bubbles: true })), SOON);
    }
    if (entry === typing && document.activeElement === document.body) {
      place.focus();
      if (entry.caret !== null) place.setSelectionRange(entry.caret, entry.caret);
    }
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
    box.append(`${text}${text.endsWith(": ") ? "svarene på denne siden" : ""}.`, close);
    document.querySelector(".klarsjekk-look")?.remove();
    document.body.append(box);
  }

  document.addEventListener("input", onInput, true);
  document.addEventListener("pointerdown", onTouch, true);
  document.addEventListener("click", onTouch, true);
  document.addEventListener("keydown", onTouch, true);
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("focusout", onLeave, true);
  // Told by `together.js`.
  document.addEventListener("klarsjekk:run", onRun);
  document.addEventListener("klarsjekk:rest", onRest);
  // …and by `pending.js`.
  document.addEventListener("klarsjekk:tell", (event) => tell(event.detail));
  new MutationObserver(watch).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributeFilter: ["data-test-connection-state"],
  });
})();
