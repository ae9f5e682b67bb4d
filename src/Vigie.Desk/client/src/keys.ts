/** A letter of the key's place on a Latin keyboard where the layout writes another script; else what the key writes. */
export function nameOf(event: KeyboardEvent): string {
  if (event.key.length === 1 && event.key.charCodeAt(0) > 0x24f && event.code.startsWith("Key")) return event.code.slice(3).toLowerCase();
  return event.key;
}

/** Whether keys belong to what is being written. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=radio]):not([type=checkbox]), textarea, select"));
}

/** What a key stands for is said in the page itself: an element with data-key is followed, pressed, opened or sent. */
export function followKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isWriting(event.target)) {
      if (event.key !== "Escape") return;
      (event.target as HTMLElement).blur();
      if (document.querySelector("[data-edit]") === null) return event.preventDefault();
    }
    const name = nameOf(event);
    if (name === "Enter" && document.activeElement !== document.body && document.activeElement?.id !== "main") return;
    for (const element of document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(name)}"]`)) {
      if (element.closest("details:not([open]) > :not(summary)") !== null) continue;
      event.preventDefault();
      act(element);
      return;
    }
  });
  // A form is sent once: a second key before the next page comes would decide twice.
  document.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement)) return;
    if (event.target.dataset.sent === "1") event.preventDefault();
    event.target.dataset.sent = "1";
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]")) delete form.dataset.sent;
  });
}

function act(element: HTMLElement): void {
  if (element instanceof HTMLFormElement) element.requestSubmit();
  else if (element instanceof HTMLInputElement) element.focus();
  else element.click();
}
