import type { StyleSpecification } from "maplibre-gl";

/** The map's style: land and borders that came with the desk, incidents above; no text is drawn, so that no font is asked for. */
export function styleOf(dark: boolean, land: GeoJSON.FeatureCollection, incidents: GeoJSON.FeatureCollection): StyleSpecification {
  const colour = dark
    ? { sea: "#15202b", land: "#22272c", border: "#59626b", region: "#363d44", dot: "#ff8a80", ring: "#16181b" }
    : { sea: "#dfe8f0", land: "#faf9f6", border: "#9aa0a6", region: "#dcd9d2", dot: "#b3261e", ring: "#ffffff" };
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: land, attribution: "Natural Earth", tolerance: 0.4 },
      incidents: { type: "geojson", data: incidents, cluster: true, clusterRadius: 36, clusterMaxZoom: 9 },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour.sea } },
      { id: "land", type: "fill", source: "land", filter: ["==", ["get", "kind"], "country"], paint: { "fill-color": colour.land } },
      { id: "regions", type: "line", source: "land", filter: ["==", ["get", "kind"], "region"], minzoom: 3.5, paint: { "line-color": colour.region, "line-width": 0.8 } },
      { id: "borders", type: "line", source: "land", filter: ["==", ["get", "kind"], "country"], paint: { "line-color": colour.border, "line-width": 0.9 } },
      {
        // A disc as large as what is known of the place: it grows with the map.
        id: "discs", type: "circle", source: "incidents", filter: ["!", ["has", "point_count"]],
        paint: {
          "circle-radius": ["interpolate", ["exponential", 2], ["zoom"], 0, ["get", "radius"], 20, ["*", ["get", "radius"], 1_048_576]],
          "circle-color": colour.dot, "circle-opacity": 0.13, "circle-stroke-color": colour.dot, "circle-stroke-width": 1, "circle-stroke-opacity": 0.45,
        },
      },
      {
        id: "points", type: "circle", source: "incidents", filter: ["!", ["has", "point_count"]],
        paint: { "circle-radius": ["interpolate", ["linear"], ["ln", ["+", 1, ["get", "killed"]]], 0, 4, 6, 11], "circle-color": colour.dot, "circle-stroke-color": colour.ring, "circle-stroke-width": 1.2 },
      },
      {
        id: "clusters", type: "circle", source: "incidents", filter: ["has", "point_count"],
        paint: { "circle-radius": ["interpolate", ["linear"], ["ln", ["get", "point_count"]], 0, 8, 11, 34], "circle-color": colour.dot, "circle-opacity": 0.72, "circle-stroke-color": colour.ring, "circle-stroke-width": 2 },
      },
    ],
  };
}
