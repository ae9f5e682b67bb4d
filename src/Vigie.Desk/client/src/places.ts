interface Found { place: { name: string; gazetteer_id: string | null }; label: string; kind: string }

/** Looks for places while a name is typed; the choice is among radio buttons, as without a module. */
export function findPlaces(input: HTMLInputElement): void {
  const form = input.form;
  const candidates = form?.querySelector<HTMLElement>("[data-candidates]");
  if (form === null || candidates === null || candidates === undefined) return;
  const search = form.querySelector<HTMLButtonElement>("[data-search]");
  if (search !== null) search.hidden = true;
  const nowhere = candidates.querySelector<HTMLElement>("label:last-of-type");
  let asked = 0, waiting = 0;
  input.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => void look(), 120);
  });
  // The first button of a form is what Enter presses: here that is to save, not to search.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector<HTMLButtonElement>("button.accept"));
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    candidates.querySelector<HTMLInputElement>("input[type=radio]:checked, input[type=radio]")?.focus();
  });

  async function look(): Promise<void> {
    const name = input.value.trim();
    const turn = ++asked;
    if (name.length < 2) return;
    const answer = await fetch(`${input.dataset.places}?q=${encodeURIComponent(name)}&lang=${input.dataset.placesLanguage}`, { headers: { accept: "application/json" } });
    if (!answer.ok || turn !== asked) return;
    const { items } = (await answer.json()) as { items: Found[] };
    candidates!.replaceChildren(...items.map(choice), ...(nowhere === null ? [] : [nowhere]));
  }

  function choice(found: Found, index: number): HTMLElement {
    const label = document.createElement("label");
    label.className = "tick";
    const radio = document.createElement("input");
    Object.assign(radio, { type: "radio", name: "place_id", value: found.place.gazetteer_id ?? "", checked: index === 0 });
    const name = document.createElement("bdi");
    name.textContent = found.label;
    const kind = document.createElement("span");
    kind.className = "note";
    kind.textContent = found.kind;
    label.append(radio, name, kind);
    return label;
  }
}
