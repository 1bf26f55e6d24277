import type { Area } from '../contracts/consultation.contract.js';
import type { Point } from './denmark.js';

/** From degrees to a picture of `width` by `height`; good for an area of some kilometres, where the earth is flat enough. */
export interface Projection {
  width: number;
  height: number;
  project: (point: Point) => { x: number; y: number };
  /** Units of the picture for one metre on the ground. */
  perMetre: number;
}

const METRES_PER_DEGREE = 111_320;
const MARGIN = 28;
/** The least that is shown: half a kilometre, so that one pin has something around it. */
const LEAST_METRES = 500;

/** Fits area and points into the picture. Null when there is neither. */
export function fit(area: Area | null, points: Point[], width: number, height: number): Projection | null {
  const corners = [
    ...(area?.coordinates.flat(2) ?? []).map(([longitude = 0, latitude = 0]) => ({ longitude, latitude })),
    ...points,
  ];
  if (corners.length === 0) return null;
  const west = Math.min(...corners.map((at) => at.longitude));
  const east = Math.max(...corners.map((at) => at.longitude));
  const south = Math.min(...corners.map((at) => at.latitude));
  const north = Math.max(...corners.map((at) => at.latitude));
  const middle = { longitude: (west + east) / 2, latitude: (south + north) / 2 };
  const perLongitude = METRES_PER_DEGREE * Math.cos((middle.latitude * Math.PI) / 180);
  const across = Math.max((east - west) * perLongitude, LEAST_METRES);
  const along = Math.max((north - south) * METRES_PER_DEGREE, LEAST_METRES);
  const perMetre = Math.min((width - 2 * MARGIN) / across, (height - 2 * MARGIN) / along);
  const round = (value: number): number => Math.round(value * 10) / 10;
  return {
    width,
    height,
    perMetre,
    project: ({ longitude, latitude }) => ({
      x: round(width / 2 + (longitude - middle.longitude) * perLongitude * perMetre),
      y: round(height / 2 - (latitude - middle.latitude) * METRES_PER_DEGREE * perMetre),
    }),
  };
}

/** The area as a path, rings as they come: holes stay holes by the even-odd rule. */
export function areaPath(area: Area, { project }: Projection): string {
  return area.coordinates
    .flat()
    .map((ring) => {
      const at = ring.map(([longitude = 0, latitude = 0]) => project({ longitude, latitude }));
      return `M${at.map(({ x, y }) => `${x} ${y}`).join('L')}Z`;
    })
    .join('');
}

/** The longest round distance (1, 2 or 5 times a power of ten) that fits into a third of the picture. */
export function scaleBar({ width, perMetre }: Projection): { metres: number; length: number } {
  const most = width / 3 / perMetre;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
  return { metres, length: Math.round(metres * perMetre) };
}

/** The middle of an area's box: a place for its dot. */
export function middleOf(area: Area): Point {
  const corners = area.coordinates.flat(2);
  const middle = (values: number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
  return {
    longitude: middle(corners.map(([longitude = 0]) => longitude)),
    latitude: middle(corners.map(([, latitude = 0]) => latitude)),
  };
}
