// The fields that are not typed in, one way to each kind: what it says, and how it is made to say that again after a broken connection.
// Lists and tables take nothing from outside by events: they are asked where React keeps what it has given them.
(() => {
  const FIELD = '[data-testid="stMain"] .stElementContainer[class*="st-key-"]';
  // A table begins anew in another process, and has a name of its own in each.
  const OF = /-of-[0-9a-f]+$/;
  const GRID = ["getCellContent", "onPaste"];
  const LIST = ["options", "onChange"];

  const radio = {
    part: "input[type=radio]",
    read: (field) => field.querySelector("input[type=radio]:checked")?.value ?? null,
    put: (field, _before, wanted) =>
      press([...field.querySelectorAll("input[type=radio]")].find((each) => each.value === wanted && !each.checked)),
  };

  const box = {
    part: '[data-testid="stCheckbox"] input',
    read: (field) => field.querySelector(box.part).checked,
    put: (field, _before, wanted) => wanted === box.read(field) || press(field.querySelector(box.part)),
  };

  // Several may be pressed at once; one press is drawn before the next.
  const buttons = {
    // What they open is seen at once, and is no answer.
    folds: true,
    part: '[data-testid="stButtonGroup"] button',
    read: (field) => [...field.querySelectorAll(buttons.part)].filter(isPressed).map((each) => each.innerText),
    put: (field, _before, wanted) =>
      press([...field.querySelectorAll(buttons.part)].find((each) => isPressed(each) !== wanted.includes(each.innerText))),
  };

  const list = {
    part: '[data-testid="stSelectbox"] input',
    read: (field) => given(field.querySelector(list.part), LIST)?.value ?? null,
    put(field, _before, wanted) {
      const props = given(field.querySelector(list.part), LIST);
      if (!props || (wanted !== null && !props.options.includes(wanted))) return false;
      props.onChange(wanted);
      return true;
    },
  };

  const table = {
    part: '[data-testid="stDataFrame"] canvas',
    // It tells the page of a change some time after it was made.
    late: 140,
    read: (field) => cellsOf(given(field.querySelector(table.part), GRID)),
    says: (field, before, wanted) => (edits(before, wanted, table.read(field)) ?? [null]).length === 0,
    put(field, before, wanted) {
      const grid = given(field.querySelector(table.part), GRID);
      const wrong = edits(before, wanted, cellsOf(grid));
      if (!wrong || !grid || typeof grid.onPaste !== "function") return false;
      for (const [column, row, texts] of wrong) grid.onPaste([column, row], [texts]);
      return true;
    },
  };

  const KINDS = [radio, box, buttons, list, table];

  function says(field, kind, before, wanted) {
    return kind.says ? kind.says(field, before, wanted) : JSON.stringify(kind.read(field)) === JSON.stringify(wanted);
  }

  function press(place) {
    place?.click();
    return Boolean(place);
  }

  function isPressed(button) {
    return button.ariaPressed === "true" || button.ariaChecked === "true";
  }

  // What React was last given to draw this with: of the outermost part that was given all of these.
  function given(place, names) {
    const mark = place && Object.keys(place).find((key) => key.startsWith("__reactFiber$"));
    if (!mark) return null;
    let top = place[mark];
    while (top.return) top = top.return;
    return seek(top.stateNode.current, place, names, null);
  }

  // From the top, as only that way leads by what is drawn now.
  function seek(first, place, names, outermost) {
    for (let each = first; each; each = each.sibling) {
      if (each.stateNode === place) return outermost;
      if (each.stateNode instanceof Element && !each.stateNode.contains(place)) continue;
      const held = each.memoizedProps;
      const found = outermost ?? (held && names.every((name) => held[name]) ? held : null);
      const within = seek(each.child, place, names, found);
      if (within) return within;
    }
    return null;
  }

  function cellsOf(grid) {
    if (!grid) return null;
    return Array.from({ length: grid.rows }, (_, row) =>
      grid.columns.map((_column, column) => {
        const held = grid.getCellContent([column, row]).data;
        return String((held !== null && typeof held === "object" ? held.value : held) ?? "");
      }),
    );
  }

  // What is to be put where, as [column, row, texts]; null when a row is not to be found again or was taken away. A row is known by what
  // stands first in it: others may have added some, or sorted them.
  function edits(before, wanted, now) {
    if (!before || !wanted || !now) return null;
    const found = [];
    for (const [at, row] of wanted.entries()) {
      const was = named(before, row[0]) ?? (before[at] && !named(wanted, before[at][0]) ? before[at] : null);
      const place = now.findIndex((each) => each[0] === row[0] || (was && each[0] === was[0]));
      if (!was && place < 0) found.push([0, now.length + found.filter(isNew).length, row]);
      else if (was && (place < 0 || now.filter((each) => each[0] === was[0]).length > 1) && differs(row, was)) return null;
      else for (const [column, text] of row.entries()) if (text !== was?.[column] && text !== now[place]?.[column]) found.push([column, place, [text]]);
    }
    return before.some((row, at) => !named(wanted, row[0]) && named(before, wanted[at]?.[0])) || wanted.length < before.length ? null : found;

    function isNew([, row]) {
      return row >= now.length;
    }
  }

  function named(rows, name) {
    return rows.find((row) => row[0] === name);
  }

  function differs(one, other) {
    return one.some((text, column) => text !== other[column]);
  }

  const kindOf = (field) => KINDS.find((kind) => field.querySelector(kind.part)) ?? null;
  const nameOf = (field) => [...field.classList].find((name) => name.startsWith("st-key-")).replace(OF, "");
  const find = (name) =>
    [...document.querySelectorAll(`${FIELD}[class*="${CSS.escape(name)}"]`)].find((field) => nameOf(field) === name);

  window.klarsjekkFields = { FIELD, kindOf, nameOf, find, says };
})();
