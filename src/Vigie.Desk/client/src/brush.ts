/** A span of weeks chosen on the chart with the pointer or with the arrow keys; told in days from 1970-01-01, or null for all. */
export function brush(chart: Element | null, choose: (from: number | null, to: number | null) => void): void {
  const svg = chart?.querySelector("svg");
  if (!(chart instanceof HTMLElement) || svg === null || svg === undefined) return;
  const weeks = (chart.dataset.weeks ?? "").split(",").map((week) => Date.parse(week) / 86_400_000).filter(Number.isFinite);
  const first = weeks[0], last = weeks.at(-1);
  if (first === undefined || last === undefined) return;
  const count = (last - first) / 7 + 1;
  const shade = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  shade.setAttribute("class", "brushed");
  shade.setAttribute("y", "0");
  shade.setAttribute("height", "90");
  shade.setAttribute("visibility", "hidden");
  svg.append(shade);
  svg.setAttribute("tabindex", "0");
  let anchor: number | null = null, span: [number, number] | null = null;

  const weekAt = (event: PointerEvent) => {
    const box = svg.getBoundingClientRect();
    return Math.min(count - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * count)));
  };
  const show = (chosen: [number, number] | null) => {
    span = chosen;
    shade.setAttribute("visibility", chosen === null ? "hidden" : "visible");
    if (chosen === null) return choose(null, null);
    shade.setAttribute("x", String(chosen[0] * 10));
    shade.setAttribute("width", String((chosen[1] - chosen[0] + 1) * 10));
    choose(first + chosen[0] * 7, first + chosen[1] * 7 + 6);
  };
  svg.addEventListener("pointerdown", (event) => { anchor = weekAt(event); svg.setPointerCapture(event.pointerId); });
  svg.addEventListener("pointermove", (event) => {
    if (anchor === null) return;
    const week = weekAt(event);
    show([Math.min(anchor, week), Math.max(anchor, week)]);
  });
  svg.addEventListener("pointerup", () => { anchor = null; });
  svg.addEventListener("dblclick", () => show(null));
  svg.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return show(null);
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    const step = event.key === "ArrowRight" ? 1 : -1;
    const [from, to] = span ?? (step === 1 ? [-1, -1] : [count, count]);
    const end = Math.min(count - 1, Math.max(0, to + step));
    show([event.shiftKey ? Math.min(Math.max(from, 0), end) : end, end]);
  });
}
