import fc from 'fast-check';
import SCIMMY from 'scimmy';
import { describe, expect, it } from 'vitest';
import { userSchema, type Resource } from '../resource.ts';
import { matches } from './matches.ts';
import { parseFilter, parsePath } from './parse.ts';

const binh: Resource = {
  id: 'a1',
  userName: 'binh.nt',
  name: { familyName: 'Nguyễn', givenName: 'Bình', formatted: 'Nguyễn Thị Bình' },
  title: 'Chuyên viên',
  active: true,
  emails: [
    { value: 'binh@xa.gov.vn', type: 'work', primary: true },
    { value: 'binh@nha.vn', type: 'home' },
  ],
  meta: { lastModified: '2026-07-14T02:00:00.000Z' },
};
const fits = (filter: string) => matches(userSchema, parseFilter(filter), binh);

describe('a filter', () => {
  it.each([
    'userName eq "BINH.NT"',
    'USERNAME Eq "binh.nt"',
    'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "binh"',
    'name.familyName eq "Nguyễn"',
    'name.familyName eq "Nguyễn"',
    'name.formatted co "thị"',
    'emails co "gov.vn"',
    'emails[type eq "work" and value co "@xa"]',
    'emails.type eq "home"',
    'title pr',
    'not (title eq "Khác")',
    'not(title eq "Khác")',
    'title ne "Khác"',
    'active eq true',
    'meta.lastModified gt "2026-07-13T00:00:00Z"',
    'meta.lastModified le "2026-07-14T09:00:00+07:00"',
    'title eq "Khác" or active eq true and userName ew "nt"',
    '(title eq "Khác" or active eq true) and userName ew "nt"',
    'nickName2 pr or active eq true'.replace('nickName2', 'displayName'),
    'externalId eq null',
  ])('fits by %s', (filter) => {
    expect(fits(filter)).toBe(true);
  });

  it.each([
    'emails[type eq "home" and value co "@xa"]',
    'userName eq "khac"',
    'displayName pr',
    'active eq false',
    'id eq "A1"',
    'meta.lastModified lt "2026-07-01T00:00:00Z"',
  ])('does not fit by %s', (filter) => {
    expect(fits(filter)).toBe(false);
  });

  it.each([
    '',
    'userName',
    'userName eq',
    'userName xx "a"',
    'userName eq "a" and',
    '(userName eq "a"',
    'userName eq "a")',
    'emails[type eq "work"',
    'khongCo eq "a"',
    'name.khongCo eq "a"',
    'userName eq binh',
    'active gt true',
    'meta.lastModified gt "hôm qua"',
    '"a" eq userName',
    `${'('.repeat(60)}userName pr${')'.repeat(60)}`,
  ])('is refused as invalidFilter: %s', (filter) => {
    expect(() => fits(filter)).toThrowError(
      expect.objectContaining({ scimType: 'invalidFilter' }) as Error,
    );
  });

  it('gives what another implementation gives, on random filters', () => {
    const leaf = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('userName', 'title', 'name.familyName', 'displayName'),
          fc.constantFrom('eq', 'ne', 'co', 'sw', 'ew'),
          fc.constantFrom('binh.nt', 'nt', 'Chuyên viên', 'Nguyễn', 'x'),
        )
        .map(([name, operator, value]) => `${name} ${operator} "${value}"`),
      fc.constantFrom('title pr', 'displayName pr', 'active eq true', 'active eq false'),
    );
    const { filter } = fc.letrec<{ filter: string }>((tie) => ({
      filter: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc
          .tuple(tie('filter'), fc.constantFrom('and', 'or'), leaf)
          .map(([a, op, b]) => `${a} ${op} ${b}`),
        leaf.map((one) => `not (${one})`),
      ),
    }));
    fc.assert(
      fc.property(filter, (typed) => {
        const oracle =
          new SCIMMY.Types.Filter(typed).match([binh as Record<string, unknown>]).length === 1;
        expect([typed, fits(typed)]).toEqual([typed, oracle]);
      }),
      { numRuns: 500 },
    );
  });

  it('never breaks, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        try {
          fits(typed);
        } catch (error) {
          expect(error).toMatchObject({ name: 'ScimFault', status: 400 });
        }
      }),
    );
  });
});

it('a path names an attribute, a part of it, or values of it', () => {
  expect(parsePath('name.givenName')).toMatchObject({
    name: 'name',
    sub: 'givenName',
    filter: undefined,
  });
  expect(parsePath('emails[type eq "work"].value')).toMatchObject({ name: 'emails', sub: 'value' });
  expect(parsePath('urn:ietf:params:scim:schemas:core:2.0:User:title')).toMatchObject({
    name: 'title',
  });
});
