import { kinks } from '@turf/kinks';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import proj4 from 'proj4';
import type { Area } from '@forhoering/shared/contracts/consultation.contract.js';
import { isInDenmark } from '@forhoering/shared/geo/denmark.js';
import { LIMITS } from '@forhoering/shared/limits.js';

export type AreaRefusal =
  'area-not-geojson' | 'area-no-polygon' | 'area-crosses-itself' | 'area-outside-denmark' | 'area-too-detailed';

/** ETRS89 / UTM zone 32N, what Danish planning data is kept in (EPSG registry). */
const UTM32 = '+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs';
/** Some ten centimetres: more would be noise in the page. */
const DECIMALS = 1e6;

/**
 * An area from whatever GeoJSON somebody has: a geometry, a feature or a collection, in WGS84 or EPSG:25832 (named by `crs`, or
 * recognised by its metres). Everything that is no polygon is left out.
 * @returns one MultiPolygon in WGS84, rings closed and rounded, or why it is none
 */
export function parseArea(input: unknown): Area | AreaRefusal {
  const polygons = polygonsOf(input);
  if (polygons === null) return 'area-not-geojson';
  if (polygons.length === 0) return 'area-no-polygon';
  const corners = polygons.flat(2).length;
  if (corners > LIMITS.areaCorners) return 'area-too-detailed';
  const inMetres =
    namesUtm(input) || polygons.some((rings) => rings.some((ring) => ring.some(([x = 0]) => Math.abs(x) > 180)));
  const coordinates = polygons.map((rings) => rings.map((ring) => closed(ring.map((at) => position(at, inMetres)))));
  if (!coordinates.every((rings) => rings.every((ring) => ring.length >= 4))) return 'area-no-polygon';
  const inside = coordinates.every((rings) =>
    rings.every((ring) => ring.every(([longitude = NaN, latitude = NaN]) => isInDenmark({ longitude, latitude }))),
  );
  if (!inside) return 'area-outside-denmark';
  const crosses = coordinates.some((rings) => kinks({ type: 'Polygon', coordinates: rings }).features.length > 0);
  return crosses ? 'area-crosses-itself' : { type: 'MultiPolygon', coordinates };
}

/** Coordinates of every polygon in it; null for what is no GeoJSON at all. */
function polygonsOf(value: unknown, depth = 0): Position[][][] | null {
  if (typeof value !== 'object' || value === null || depth > 6) return null;
  const { type } = value as { type?: unknown };
  if (type === 'Feature') {
    const { geometry } = value as { geometry?: unknown };
    return geometry === null ? [] : polygonsOf(geometry, depth + 1);
  }
  if (type === 'FeatureCollection' || type === 'GeometryCollection') {
    const { features, geometries } = value as { features?: unknown; geometries?: unknown };
    const parts = type === 'FeatureCollection' ? features : geometries;
    if (!Array.isArray(parts)) return null;
    const found = parts.map((part) => polygonsOf(part, depth + 1));
    return found.includes(null) ? null : found.flatMap((one) => one ?? []);
  }
  if (type === 'Polygon') return areRings((value as Polygon).coordinates) ? [(value as Polygon).coordinates] : null;
  if (type === 'MultiPolygon') {
    const { coordinates } = value as MultiPolygon;
    return Array.isArray(coordinates) && coordinates.every(areRings) ? coordinates : null;
  }
  return typeof type === 'string' && /^(Multi)?(Point|LineString)$/.test(type) ? [] : null;
}

const areRings = (rings: unknown): boolean =>
  Array.isArray(rings) &&
  rings.every(
    (ring) =>
      Array.isArray(ring) &&
      ring.every((at) => Array.isArray(at) && at.length >= 2 && Number.isFinite(at[0]) && Number.isFinite(at[1])),
  );

function namesUtm(input: unknown): boolean {
  const { crs } = input as { crs?: { properties?: { name?: unknown } } };
  const name = crs?.properties?.name;
  return typeof name === 'string' && name.includes('25832');
}

function position([x = NaN, y = NaN]: Position, inMetres: boolean): Position {
  const [longitude = NaN, latitude = NaN] = inMetres ? proj4(UTM32, 'WGS84', [x, y]) : [x, y];
  return [Math.round(longitude * DECIMALS) / DECIMALS, Math.round(latitude * DECIMALS) / DECIMALS];
}

/** Without repeated corners, and ending where it began. */
function closed(ring: Position[]): Position[] {
  const same = (a?: Position, b?: Position): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1];
  const kept = ring.filter((at, i) => i === 0 || !same(at, ring[i - 1]));
  if (kept.length > 0 && !same(kept[0], kept.at(-1))) kept.push(kept[0] ?? []);
  return kept;
}

/** Corners of a ring in a small map. */
const COARSE_CORNERS = 40;

/** The outer rings with few corners: a picture of where it is, not of where it ends. */
export function coarseArea(area: Area): Area {
  const coordinates = area.coordinates.slice(0, 20).map(([outer = []]) => {
    const step = Math.max(1, Math.ceil(outer.length / COARSE_CORNERS));
    return [closed(outer.filter((_, i) => i % step === 0))];
  });
  return { type: 'MultiPolygon', coordinates };
}
