import { expect, test } from 'vitest';
import { readHours, readSeason } from './read-hours.ts';

test.each([
  [
    '7:00-11:30, 13:30-17:00',
    [
      [420, 690],
      [810, 1020],
    ],
  ],
  [
    '07:30 – 11:30; 13:00 – 16:30',
    [
      [450, 690],
      [780, 990],
    ],
  ],
  ['', []],
  ['11:30-7:00', undefined],
  ['7:00-11:30, 11:00-17:00', undefined],
  ['7:60-11:30', undefined],
  ['7-11', undefined],
  ['23:00-25:00', undefined],
])('office hours written as “%s” are understood', (written, spans) => {
  expect(readHours(written)).toEqual(spans);
});

test.each([
  ['16/04-15/10', { from: '04-16', to: '10-15' }],
  ['16/10 – 15/4', { from: '10-16', to: '04-15' }],
  ['', null],
  ['31/02-15/10', undefined],
  ['mùa hè', undefined],
])('a season written as “%s” is understood', (written, season) => {
  expect(readSeason(written)).toEqual(season);
});
