// What a question's run says is given to the page together. Streamlit's frontend draws the whole page anew for every message it
// hears; the run of a question, a fragment, is over in 10 ms, and its messages, heard in one go, are one drawing instead of three or
// four. A longer run is not kept back, nor that of a page. Nothing on the page then shows that a short run was there: `document` is told,
// and of each run that is asked for.
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
  // …and of its BackMsg in which the page asks for a run.
  const RERUN = 11;
  const TOLD = { [NEW_SESSION]: "klarsjekk:run", [SCRIPT_FINISHED]: "klarsjekk:rest" };

  window.WebSocket = class extends window.WebSocket {
    constructor(...given) {
      super(...given);
      const hear = listener(this);
      this.addEventListener("message", hear.message);
      this.addEventListener("close", hear.close);
    }

    send(data) {
      super.send(data);
      if (ArrayBuffer.isView(data) && fieldsOf(data).has(RERUN)) document.dispatchEvent(new Event("klarsjekk:sent"));
    }
  };

  function listener(socket) {
    let held = null;
    let finished = false;
    let timer = 0;

    function message(event) {
      // One of those that were held, on its way to the page.
      if (!event.isTrusted) return;
      const fields = event.data instanceof ArrayBuffer ? fieldsOf(new Uint8Array(event.data)) : new Map();
      const kind = [NEW_SESSION, SCRIPT_FINISHED].find((each) => fields.has(each));
      if (kind) document.dispatchEvent(new Event(TOLD[kind]));
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
