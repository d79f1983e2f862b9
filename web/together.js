// What a question's run says is given to the page together. Streamlit's frontend draws the whole page anew for every message it
// hears; the run of a question, a fragment, is over in 10 ms, and its messages, heard in one go, are one drawing instead of three or
// four. A longer run is not kept back, nor that of a page. Nothing on the page then shows that a short run was there: `document` is told,
// and of each run that is asked for. The page is put in the language it is to be drawn in before it hears of anything to draw.
(() => {
  // Milliseconds in which the end of a run is waited for; nobody notices what comes so much later.
  const HOLD = 50;
  // The fields of Streamlit's ForwardMsg in which a run says that it begins and that it is over.
  const NEW_SESSION = 4;
  const SCRIPT_FINISHED = 6;
  // …and where a run says which fragments it is of: in the metadata, in the description of the run.
  const METADATA = 2;
  const RUN = 6;
  const FRAGMENT_IDS = 2;
  // …and where the key of a container stands that is to be drawn, by which `ui/spoken.py` says in which language.
  const DELTA = 5;
  const ADD_BLOCK = 6;
  const BLOCK_ID = 12;
  const LANGUAGE = /-language-(nb|nn)$/;
  // …and of its BackMsg in which the page asks for a run.
  const RERUN = 11;
  // …and where it asks whether the server hears, and the server says that it does: in the order things were sent.
  const HEARTBEAT = 17;
  const HEARTBEAT_ACK = 26;
  const HEARD = Uint8Array.of(((HEARTBEAT << 3) & 127) | 128, HEARTBEAT >> 4, 1);
  const TOLD = { [NEW_SESSION]: "klarsjekk:run", [SCRIPT_FINISHED]: "klarsjekk:rest" };
  // Milliseconds after the last run in which the server begins with what it has heard already.
  const QUIET = 200;
  const PATIENCE = 1000;

  // What is known of the line: how many runs were asked for, up to which of them the server has heard, and when the last one began.
  const line = { asked: 0, askedAt: 0, heard: 0, began: 0, running: false, quiet: true };
  // Of this page, until it is loaded anew; and how many times it has been connected.
  const tab = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const text = new TextDecoder();
  let nth = 0;
  let rested = 0;
  let again = 0;
  let open = null;
  let probe = null;

  window.klarsjekkLine = line;
  window.WebSocket = class extends window.WebSocket {
    constructor(address, ...given) {
      super(named(address), ...given);
      const hear = listener(this);
      this.addEventListener("message", hear.message);
      this.addEventListener("close", hear.close);
      this.addEventListener("open", () => (open = this));
      this.addEventListener("close", () => {
        probe = null;
        Object.assign(line, { running: false, quiet: false });
      });
    }

    send(data) {
      super.send(data);
      if (!ArrayBuffer.isView(data) || !fieldsOf(data).has(RERUN)) return;
      Object.assign(line, { asked: line.asked + 1, askedAt: performance.now(), quiet: false });
      clearTimeout(again);
      again = setTimeout(rest, PATIENCE);
      document.dispatchEvent(new Event("klarsjekk:sent"));
    }
  };

  // The server is told which tab this is: what comes late by a line that was broken is older than what has come by a newer one.
  function named(address) {
    const url = new URL(address);
    url.searchParams.set("tab", `${tab}.${nth++}`);
    return url.href;
  }

  function tell(kind) {
    if (kind === "klarsjekk:run") Object.assign(line, { began: performance.now(), running: true });
    if (kind === "klarsjekk:rest") line.running = false;
    line.quiet = false;
    document.dispatchEvent(new Event(kind));
    clearTimeout(rested);
    rested = setTimeout(rest, QUIET);
  }

  function rest() {
    if (line.running) return;
    ask();
    line.quiet = true;
    document.dispatchEvent(new Event("klarsjekk:quiet"));
  }

  // Whether the server has heard all that was asked for. A run that begins just then takes the reply away with it: so it is asked when
  // all is quiet, and once more when nothing is heard. What is asked for meanwhile is asked about next time.
  function ask() {
    if (line.heard >= line.asked || open?.readyState !== WebSocket.OPEN) return;
    clearTimeout(again);
    again = setTimeout(rest, PATIENCE);
    if (probe && performance.now() - probe.at < PATIENCE) return;
    probe = { asked: probe?.asked ?? line.asked, at: performance.now() };
    open.send(HEARD);
  }

  function listener(socket) {
    let held = null;
    let finished = false;
    let timer = 0;

    function message(event) {
      // One of those that were held, on its way to the page.
      if (!event.isTrusted) return;
      const fields = event.data instanceof ArrayBuffer ? fieldsOf(new Uint8Array(event.data)) : new Map();
      if (fields.has(HEARTBEAT_ACK) && probe) {
        line.heard = probe.asked;
        probe = null;
        event.stopImmediatePropagation();
        tell("klarsjekk:heard");
        return;
      }
      speak(fields);
      const kind = [NEW_SESSION, SCRIPT_FINISHED].find((each) => fields.has(each));
      if (kind) tell(TOLD[kind]);
      if (!held && kind === NEW_SESSION && isOfFragment(fields)) begin();
      if (!held) return;
      event.stopImmediatePropagation();
      held.push(event.data);
      // The message after the last of a run says that nothing runs.
      if (finished) release();
      else finished = kind === SCRIPT_FINISHED;
    }

    function begin() {
      held = [];
      timer = setTimeout(release, HOLD);
    }

    function release() {
      clearTimeout(timer);
      const all = held ?? [];
      held = null;
      finished = false;
      for (const data of all) socket.dispatchEvent(new MessageEvent("message", { data }));
    }

    return { message, close: release };
  }

  // Screen readers, our scripts and what `norwegian.py` puts into the frontend go by it.
  function speak(fields) {
    const block = fieldsOf(fieldsOf(fields.get(DELTA) ?? []).get(ADD_BLOCK) ?? []);
    const [, code] = LANGUAGE.exec(text.decode(block.get(BLOCK_ID))) ?? [];
    if (code) document.documentElement.lang = code;
  }

  function isOfFragment(fields) {
    const run = fieldsOf(fields.get(METADATA) ?? []).get(RUN) ?? [];
    return fieldsOf(run).has(FRAGMENT_IDS);
  }

  // The fields of a protobuf message by their numbers; of what is neither text nor message, only that it is there.
  function fieldsOf(bytes) {
    const fields = new Map();
    let place = 0;
    const number = () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[place++];
        value |= (byte & 127) << shift;
        // Also past the end, where there is no byte.
        if (!(byte > 127)) return value;
      }
    };
    while (place < bytes.length) {
      const tag = number();
      const length = number();
      const end = (tag & 7) === 2 ? place + length : place;
      fields.set(tag >> 3, bytes.subarray(place, end));
      place = end;
    }
    return fields;
  }
})();
