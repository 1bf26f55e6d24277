import { describe, expect, it } from '@jest/globals';
import { coarse, isInDenmark } from './denmark.js';

describe('isInDenmark', () => {
  it.each([
    ['Roskilde', 12.08, 55.64],
    ['Skagen', 10.58, 57.72],
    ['Tønder', 8.86, 54.94],
    ['Gedser', 11.93, 54.57],
    ['Helsingør', 12.61, 56.035],
    ['Dragør', 12.67, 55.59],
    ['Rønne', 14.7, 55.1],
    ['Christiansø', 15.19, 55.32],
    ['Blåvand', 8.13, 55.56],
    ['Anholt', 11.55, 56.71],
    ['Læsø', 11.0, 57.27],
    ['Padborg', 9.36, 54.82],
  ])('%s is', (_, longitude, latitude) => expect(isInDenmark({ longitude, latitude })).toBe(true));

  it.each([
    ['Malmö', 13.0, 55.6],
    ['Helsingborg', 12.7, 56.05],
    ['Lund', 13.19, 55.7],
    ['Göteborg', 11.97, 57.7],
    ['Flensburg', 9.43, 54.78],
    ['Kiel', 10.13, 54.32],
    ['Null island', 0, 0],
    ['metres of EPSG:25832', 574549, 6223422],
    ['no number', Number.NaN, 55],
  ])('%s is not', (_, longitude, latitude) => expect(isInDenmark({ longitude, latitude })).toBe(false));
});

describe('coarse', () => {
  it('gives everybody in a square the same place, and never the exact one back', () => {
    expect(coarse({ longitude: 12.0801234, latitude: 55.6412345 })).toEqual({ longitude: 12.08, latitude: 55.641 });
    expect(coarse({ longitude: 12.0809, latitude: 55.64149 })).toEqual({ longitude: 12.08, latitude: 55.641 });
  });
});
