/** The incidents of the filter, a column a value; days are counted from 1970-01-01. */
export interface Outlines {
  types: string[];
  id: string[];
  type: number[];
  longitude: (number | null)[];
  latitude: (number | null)[];
  radius_km: (number | null)[];
  place: (string | null)[];
  day: (number | null)[];
  last_day: (number | null)[];
  killed_low: (number | null)[];
  killed_high: (number | null)[];
}

export interface Dot { at: number; radius: number; day: number | null; last: number; killed: number }

export async function read(address: string): Promise<Outlines> {
  const answer = await fetch(address, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as Outlines;
}

/** What has a place, as points. The radius is in pixels at zoom 0, where the equator is 512 long; the projection stretches it with the latitude. */
export function features(outlines: Outlines): GeoJSON.FeatureCollection<GeoJSON.Point, Dot> {
  const equatorKm = 40_075.017, pixels = 512;
  const found: GeoJSON.Feature<GeoJSON.Point, Dot>[] = [];
  for (let at = 0; at < outlines.id.length; at++) {
    const x = outlines.longitude[at], y = outlines.latitude[at];
    if (x === null || x === undefined || y === null || y === undefined) continue;
    const radius = ((outlines.radius_km[at] ?? 1) / equatorKm) * pixels / Math.max(0.1, Math.cos((y * Math.PI) / 180));
    const day = outlines.day[at] ?? null;
    found.push({ type: "Feature", geometry: { type: "Point", coordinates: [x, y] }, properties: { at, radius, day, last: outlines.last_day[at] ?? day ?? 0, killed: outlines.killed_low[at] ?? 0 } });
  }
  return { type: "FeatureCollection", features: found };
}
