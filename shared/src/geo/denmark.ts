/** A place on the map: WGS84, degrees. */
export interface Point {
  longitude: number;
  latitude: number;
}

type Ring = ReadonlyArray<readonly [longitude: number, latitude: number]>;

/**
 * Denmark with its waters, drawn coarsely by hand: wide at sea, close where Sweden and Germany begin (a few kilometres).
 * For catching a wrong projection or a wrong country, not for drawing a border.
 */
const DENMARK: Ring[] = [
  [
    [7.6, 55.05],
    [8.35, 55.06],
    [8.62, 54.91],
    [9.0, 54.86],
    [9.3, 54.79],
    [9.47, 54.83],
    [9.75, 54.82],
    [10.05, 54.72],
    [10.9, 54.5],
    [11.6, 54.5],
    [12.1, 54.5],
    [12.7, 54.85],
    [12.75, 55.3],
    [12.76, 55.62],
    [12.76, 55.85],
    [12.66, 56.02],
    [12.64, 56.06],
    [12.3, 56.3],
    [11.85, 56.55],
    [11.75, 56.85],
    [11.35, 57.15],
    [11.25, 57.45],
    [10.9, 57.85],
    [9.6, 57.8],
    [8.2, 57.35],
    [7.6, 56.9],
  ],
  [
    [14.55, 54.9],
    [15.3, 54.9],
    [15.3, 55.5],
    [14.55, 55.5],
  ],
];

/** True when the point lies in one of the rings of `DENMARK` (even-odd rule). */
export function isInDenmark({ longitude, latitude }: Point): boolean {
  return (
    Number.isFinite(longitude) &&
    Number.isFinite(latitude) &&
    DENMARK.some((ring) => contains(ring, longitude, latitude))
  );
}

function contains(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [xi, yi] = ring[i] ?? [0, 0];
    const [xj, yj] = ring[j] ?? [0, 0];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** What the public sees of a place: the middle of a grid square of some 125 by 110 metres. */
export function coarse({ longitude, latitude }: Point): Point {
  return {
    longitude: Math.round((Math.round(longitude * 500) / 500) * 1000) / 1000,
    latitude: Math.round(latitude * 1000) / 1000,
  };
}
