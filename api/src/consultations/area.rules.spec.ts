import { describe, expect, it } from '@jest/globals';
import { parseArea } from './area.rules.js';

const SQUARE = [
  [12.08, 55.64],
  [12.09, 55.64],
  [12.09, 55.65],
  [12.08, 55.65],
  [12.08, 55.64],
];
const polygon = (ring: number[][]) => ({ type: 'Polygon', coordinates: [ring] });

describe('parseArea', () => {
  it('takes a geometry, a feature and a collection, and leaves out what is no polygon', () => {
    const expected = { type: 'MultiPolygon', coordinates: [[SQUARE]] };
    const feature = { type: 'Feature', properties: {}, geometry: polygon(SQUARE) };
    expect(parseArea(polygon(SQUARE))).toEqual(expected);
    expect(parseArea(feature)).toEqual(expected);
    const point = { type: 'Feature', properties: null, geometry: { type: 'Point', coordinates: [12, 55] } };
    expect(parseArea({ type: 'FeatureCollection', features: [point, feature] })).toEqual(expected);
    expect(parseArea({ type: 'MultiPolygon', coordinates: [[SQUARE]] })).toEqual(expected);
  });

  it('reads EPSG:25832, named or recognised by its metres', () => {
    const metres = [
      [574549.18, 6223422.78],
      [574649.18, 6223422.78],
      [574649.18, 6223522.78],
    ];
    const area = parseArea({
      ...polygon(metres),
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } },
    });
    expect(area).toEqual(parseArea(polygon(metres)));
    expect(area).toMatchObject({ type: 'MultiPolygon' });
    const [longitude, latitude] = typeof area === 'string' ? [] : (area.coordinates[0]?.[0]?.[0] ?? []);
    expect(longitude).toBeCloseTo(10.2, 5);
    expect(latitude).toBeCloseTo(56.15, 5);
  });

  it('closes an open ring and drops repeated corners', () => {
    const open = [...SQUARE.slice(0, 2), ...SQUARE.slice(1, 4)];
    expect(parseArea(polygon(open))).toEqual({ type: 'MultiPolygon', coordinates: [[SQUARE]] });
  });

  it.each([
    ['nothing', null, 'area-not-geojson'],
    ['a word', 'Roskilde', 'area-not-geojson'],
    ['another object', { type: 'Topology' }, 'area-not-geojson'],
    ['broken coordinates', { type: 'Polygon', coordinates: [[['a', 'b']]] }, 'area-not-geojson'],
    ['a hole in the nesting', { type: 'FeatureCollection', features: [null] }, 'area-not-geojson'],
    ['only a line', { type: 'LineString', coordinates: SQUARE }, 'area-no-polygon'],
    ['two corners', polygon(SQUARE.slice(0, 2)), 'area-no-polygon'],
    ['an empty collection', { type: 'FeatureCollection', features: [] }, 'area-no-polygon'],
    [
      'Malmö',
      polygon([
        [13, 55.6],
        [13.1, 55.6],
        [13.1, 55.7],
        [13, 55.6],
      ]),
      'area-outside-denmark',
    ],
    ['latitude first', polygon(SQUARE.map(([x, y]) => [y ?? 0, x ?? 0])), 'area-outside-denmark'],
    [
      'a bow tie',
      polygon([
        [12.08, 55.64],
        [12.09, 55.65],
        [12.09, 55.64],
        [12.08, 55.65],
        [12.08, 55.64],
      ]),
      'area-crosses-itself',
    ],
    ['too many corners', polygon(Array.from({ length: 6000 }, (_, i) => [12 + i / 1e6, 55.6])), 'area-too-detailed'],
  ])('refuses %s', (_, input, code) => expect(parseArea(input)).toBe(code));
});
