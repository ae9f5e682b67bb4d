// The map and the timeline of all that the filter selects. The page lists the same without this module.
import { Map as Atlas, NavigationControl, Popup, ScaleControl, setWorkerUrl, type GeoJSONSource, type MapGeoJSONFeature } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import { brush } from "./brush";
import { features, read, type Outlines } from "./outlines";
import { styleOf } from "./style";

const stage = document.getElementById("map");
if (stage !== null) void draw(stage).catch((problem: unknown) => fail(stage, problem));

async function draw(stage: HTMLElement): Promise<void> {
  setWorkerUrl(new URL(stage.dataset.worker ?? "", location.href).href);
  const [outlines, land] = await Promise.all([read(stage.dataset.outlines ?? ""), fetch(stage.dataset.land ?? "").then((answer) => answer.json() as Promise<GeoJSON.FeatureCollection>)]);
  const all = features(outlines);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const map = new Atlas({ container: stage, style: styleOf(dark.matches, land, all), bounds: boundsOf(all), fitBoundsOptions: { padding: 60, maxZoom: 7 }, attributionControl: { compact: true }, dragRotate: false, pitchWithRotate: false, fadeDuration: 0, renderWorldCopies: true });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), stage.dataset.rtl === "1" ? "top-left" : "top-right");
  map.addControl(new ScaleControl({}), "bottom-left");
  dark.addEventListener("change", () => map.setStyle(styleOf(dark.matches, land, all)));
  // What is drawn is said, so that a test need not read pixels.
  map.on("idle", () => {
    stage.dataset.landDrawn = String(map.queryRenderedFeatures({ layers: ["land"] }).length);
    stage.dataset.dotsDrawn = String(map.queryRenderedFeatures({ layers: ["clusters", "points"] }).length);
    stage.dataset.ready = "1";
  });
  map.on("click", "clusters", (event) => {
    const cluster = event.features?.[0];
    if (cluster === undefined) return;
    const source = map.getSource<GeoJSONSource>("incidents");
    void source?.getClusterExpansionZoom(cluster.properties.cluster_id as number).then((zoom) => map.easeTo({ center: pointOf(cluster), zoom }));
  });
  map.on("click", "points", (event) => {
    const point = event.features?.[0];
    if (point !== undefined) new Popup({ maxWidth: "20rem" }).setLngLat(pointOf(point)).setDOMContent(card(stage, outlines, point)).addTo(map);
  });
  for (const layer of ["clusters", "points"]) {
    map.on("mouseenter", layer, () => { map.getCanvas().style.cursor = "pointer"; });
    map.on("mouseleave", layer, () => { map.getCanvas().style.cursor = ""; });
  }
  brush(document.querySelector("figure.chart"), (from, to) => {
    const kept = from === null || to === null ? all : { ...all, features: all.features.filter(({ properties }) => properties.day !== null && properties.last >= from && properties.day <= to) };
    void map.getSource<GeoJSONSource>("incidents")?.setData(kept);
    stage.dataset.shown = String(kept.features.length);
  });
  stage.dataset.shown = String(all.features.length);
}

function pointOf(feature: MapGeoJSONFeature): [number, number] {
  const point = feature.geometry as GeoJSON.Point;
  return [point.coordinates[0] ?? 0, point.coordinates[1] ?? 0];
}

function boundsOf(all: GeoJSON.FeatureCollection<GeoJSON.Point>): [number, number, number, number] {
  if (all.features.length === 0) return [-20, -35, 60, 50];
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { geometry } of all.features) {
    const [x = 0, y = 0] = geometry.coordinates;
    west = Math.min(west, x); east = Math.max(east, x); south = Math.min(south, y); north = Math.max(north, y);
  }
  return [west, south, east, north];
}

/** What a click on an incident shows; its words come from strangers and are set as text. */
function card(stage: HTMLElement, outlines: Outlines, point: MapGeoJSONFeature): HTMLElement {
  const at = point.properties.at as number;
  const box = document.createElement("div");
  box.className = "map-card";
  const type = document.createElement("strong");
  type.textContent = document.querySelector(`[data-type="${CSS.escape(outlines.types[outlines.type[at] ?? 0] ?? "")}"]`)?.textContent ?? outlines.types[outlines.type[at] ?? 0] ?? "";
  const place = document.createElement("p");
  const format = new Intl.DateTimeFormat(stage.dataset.language, { dateStyle: "long", timeZone: "UTC" });
  const day = outlines.day[at];
  place.textContent = [outlines.place[at] ?? "", day === null || day === undefined ? "" : format.format(new Date(day * 86_400_000))].filter((part) => part !== "").join(" · ");
  const killed = document.createElement("p");
  const [low, high] = [outlines.killed_low[at], outlines.killed_high[at]];
  killed.textContent = `${stage.dataset.sayKilled}: ${low === null || low === undefined ? stage.dataset.sayNone : low === high ? low : `${low}–${high}`}`;
  const link = document.createElement("a");
  link.href = "/incidents/" + encodeURIComponent(outlines.id[at] ?? "");
  link.textContent = stage.dataset.sayIncident ?? "";
  box.append(type, place, killed, link);
  return box;
}

function fail(stage: HTMLElement, problem: unknown): void {
  console.error(problem);
  const words = document.createElement("p");
  words.className = "empty";
  words.role = "alert";
  words.textContent = stage.dataset.sayFailed ?? "";
  stage.replaceChildren(words);
  stage.dataset.ready = "failed";
}
