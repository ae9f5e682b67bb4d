/** Words marked in the article become the evidence of the field whose form is open. */
export function takePassages(): void {
  const area = document.querySelector<HTMLTextAreaElement>("[data-passage]");
  const start = document.querySelector<HTMLInputElement>("[data-passage-start]");
  const text = document.querySelector<HTMLElement>("[data-article] .text");
  if (area === null || start === null || text === null) return;
  document.addEventListener("selectionchange", () => {
    const selection = window.getSelection();
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    const from = offsetOf(range.startContainer, range.startOffset);
    const words = range.toString();
    if (from === null || words.trim() === "" || lineOf(range.startContainer) !== lineOf(range.endContainer)) return;
    // The server looks at exactly these words at exactly this place.
    const blank = words.length - words.trimStart().length;
    area.value = words.trim();
    start.value = String(from + blank);
  });
  area.addEventListener("input", () => { start.value = ""; });
}

function lineOf(node: Node): HTMLElement | null {
  return (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-start]") ?? null;
}

/** The offset in the article, in UTF-16 code units: that of the line, and what stands before within it. */
function offsetOf(node: Node, within: number): number | null {
  const line = lineOf(node);
  if (line === null) return null;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, within);
  return Number(line.dataset.start) + before.toString().length;
}
