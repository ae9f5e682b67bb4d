import { isWriting, nameOf } from "./keys";

/** Walks from field to field, and from a field to the words that prove it and back. */
export function walkFields(): void {
  const fields = [...document.querySelectorAll<HTMLElement>(".field[data-field]")];
  if (fields.length === 0) return;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    const active = document.activeElement as HTMLElement | null;
    const field = active?.closest<HTMLElement>(".field") ?? null;
    const name = nameOf(event);
    if (name === "ArrowDown" || name === "ArrowUp") {
      if (active?.closest(".text") !== null && active?.closest(".text") !== undefined && !active.matches(".proof")) return;
      const step = name === "ArrowDown" ? 1 : -1;
      const at = field === null ? (step === 1 ? -1 : fields.length) : fields.indexOf(field);
      reach(fields[Math.min(fields.length - 1, Math.max(0, at + step))], event);
    } else if (/^[1-9]$/.test(name)) {
      reach(fields[Number(name) - 1], event);
    } else if (name === "e" && field !== null) {
      event.preventDefault();
      field.querySelector<HTMLElement>(".edit")?.click();
    } else if (name === "Enter" && active !== null && active === field) {
      const proof = proofOf(field);
      if (proof === null) return;
      event.preventDefault();
      proof.focus();
    } else if ((name === "Enter" || name === "Escape" || name === "Backspace") && active?.matches(".proof") === true) {
      reach(fieldOf(active), event);
    }
  });
  for (const element of [...fields, ...document.querySelectorAll<HTMLElement>(".proof")]) {
    element.addEventListener("focusin", () => light(element.closest<HTMLElement>(".field")?.dataset.field ?? element.dataset.fields?.split(" ")[0]));
  }
  document.querySelector(".text")?.addEventListener("click", (event) => {
    const proof = event.target instanceof Element ? event.target.closest<HTMLElement>(".proof") : null;
    if (proof === null || String(window.getSelection()).length > 0) return;
    reach(fieldOf(proof), event);
  });
}

function reach(element: HTMLElement | null | undefined, event: Event): void {
  if (element === null || element === undefined) return;
  event.preventDefault();
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}

function proofOf(field: HTMLElement): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.proof[data-fields~="${CSS.escape(field.dataset.field ?? "")}"]`);
}

function fieldOf(proof: HTMLElement): HTMLElement | null {
  return document.getElementById("field-" + (proof.dataset.fields?.split(" ")[0] ?? ""));
}

function light(field: string | undefined): void {
  for (const lit of document.querySelectorAll(".proof.lit")) lit.classList.remove("lit");
  if (field === undefined) return;
  const proofs = document.querySelectorAll<HTMLElement>(`.proof[data-fields~="${CSS.escape(field)}"]`);
  for (const proof of proofs) proof.classList.add("lit");
  proofs[0]?.scrollIntoView({ block: "nearest" });
}
