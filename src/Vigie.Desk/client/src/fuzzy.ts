/** How well the letters typed stand in a label, in their order: 0 where they do not; more at the head of words and side by side. */
export function score(label: string, typed: string): number {
  const text = fold(label);
  const wanted = fold(typed).replace(/\s+/g, "");
  let at = 0, total = 0, last = -2;
  for (const letter of wanted) {
    const found = text.indexOf(letter, at);
    if (found < 0) return 0;
    total += found === last + 1 ? 3 : found === 0 || text[found - 1] === " " ? 2 : 1;
    last = found;
    at = found + 1;
  }
  return total - text.length / 200;
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

let lists = 0;

/** Sets a search field before a select: some letters, arrows, Enter. The select stays what is sent. */
export function findTypes(select: HTMLSelectElement): void {
  const options = [...select.options].filter((option) => option.value !== "");
  const box = document.createElement("span");
  box.className = "fuzzy";
  const input = document.createElement("input");
  const list = document.createElement("ul");
  list.id = `found-${++lists}`;
  list.role = "listbox";
  list.hidden = true;
  Object.assign(input, { type: "text", autocomplete: "off", role: "combobox", placeholder: select.dataset.fuzzyLabel ?? "" });
  input.setAttribute("aria-label", select.dataset.fuzzyLabel ?? "");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  box.append(input, list);
  select.before(box);
  if (select.autofocus) input.focus();
  let chosen = 0;
  let shown: HTMLOptionElement[] = [];

  const draw = () => {
    const typed = input.value.trim();
    shown = typed === "" ? [] : options.map((option) => ({ option, rank: score(option.label, typed) })).filter((one) => one.rank > 0)
      .sort((a, b) => b.rank - a.rank).slice(0, 8).map((one) => one.option);
    chosen = Math.min(chosen, Math.max(0, shown.length - 1));
    list.replaceChildren(...shown.map((option, i) => {
      const item = document.createElement("li");
      item.role = "option";
      item.id = `${list.id}-${i}`;
      item.textContent = option.label;
      item.setAttribute("aria-selected", String(i === chosen));
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(option); });
      return item;
    }));
    list.hidden = shown.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (shown.length > 0) input.setAttribute("aria-activedescendant", `${list.id}-${chosen}`);
    else input.removeAttribute("aria-activedescendant");
  };
  const take = (option: HTMLOptionElement) => {
    select.value = option.value;
    input.value = option.label;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  };
  input.addEventListener("input", () => { chosen = 0; draw(); });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (shown.length === 0) return;
      event.preventDefault();
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : shown.length - 1)) % shown.length;
      draw();
    } else if (event.key === "Enter") {
      event.preventDefault();
      const option = list.hidden ? undefined : shown[chosen];
      if (option !== undefined) take(option);
      else if (input.value.trim() === "" || select.selectedOptions[0]?.label === input.value) select.form?.requestSubmit();
    }
  });
}
