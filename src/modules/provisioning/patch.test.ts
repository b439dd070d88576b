import { describe, expect, it } from 'vitest';
import { patched, readOperations } from './patch.ts';
import { groupSchema, userSchema, type Json, type Resource } from './resource.ts';

const user: Resource = {
  id: 'a1',
  userName: 'binh.nt',
  name: { formatted: 'Nguyễn Thị Bình', familyName: 'Nguyễn' },
  active: true,
  emails: [{ value: 'binh@xa.gov.vn', type: 'work', primary: true }],
};
const change = (...operations: Json[]) =>
  patched(userSchema, user, readOperations({ Operations: operations }));
const refused = (scimType: string) => expect.objectContaining({ scimType }) as Error;

describe('a change of a user', () => {
  it('by Microsoft Entra: words in capitals, yes and no as text, values by filter', () => {
    expect(change({ op: 'Replace', path: 'active', value: 'False' })).toMatchObject({
      active: false,
    });
    expect(
      change({ op: 'Add', path: 'emails[type eq "work"].value', value: 'b@xa.gov.vn' }),
    ).toMatchObject({
      emails: [{ value: 'b@xa.gov.vn', type: 'work', primary: true }],
    });
    expect(
      change({ op: 'Add', path: 'phoneNumbers[type eq "work"].value', value: '0912345678' }),
    ).toMatchObject({
      phoneNumbers: [{ type: 'work', value: '0912345678' }],
    });
    expect(
      change({
        op: 'Add',
        path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',
        value: 'x',
      }),
    ).toEqual(user);
    expect(
      change({ op: 'Replace', value: { 'name.familyName': 'Trần', active: false } }),
    ).toMatchObject({
      name: { familyName: 'Trần' },
      active: false,
    });
  });

  it('by Okta: without a path', () => {
    expect(change({ op: 'replace', value: { active: false } })).toMatchObject({ active: false });
    expect(change({ op: 'replace', value: { id: 'a1', title: 'Trưởng phòng' } })).toMatchObject({
      title: 'Trưởng phòng',
    });
  });

  it('takes away', () => {
    expect(change({ op: 'remove', path: 'emails' })).not.toHaveProperty('emails');
    expect(change({ op: 'remove', path: 'emails[type eq "work"]' })).not.toHaveProperty('emails');
    expect(change({ op: 'remove', path: 'name.familyName' })['name']).toEqual({
      formatted: 'Nguyễn Thị Bình',
    });
  });

  it.each<[Json, string]>([
    [{ op: 'remove' }, 'noTarget'],
    [{ op: 'replace', path: 'emails[type eq "home"].value', value: 'x' }, 'noTarget'],
    [{ op: 'remove', path: 'emails[type eq "home"]' }, 'noTarget'],
    [{ op: 'replace', path: 'khongCo', value: 'x' }, 'invalidPath'],
    [{ op: 'replace', path: 'emails[', value: 'x' }, 'invalidPath'],
    [{ op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    [{ op: 'add', path: 'groups', value: [{ value: 'g' }] }, 'mutability'],
    [{ op: 'add', path: 'title' }, 'invalidValue'],
    [{ op: 'add', value: 'x' }, 'invalidValue'],
    [{ op: 'twist', path: 'title', value: 'x' }, 'invalidSyntax'],
  ])('%j is refused as %s', (operation, scimType) => {
    expect(() => change(operation)).toThrowError(refused(scimType));
  });
});

describe('a change of a group', () => {
  const group: Resource = {
    id: 'g',
    displayName: 'Văn phòng',
    members: [{ value: 'a' }, { value: 'b' }],
  };
  const members = (...operations: Json[]) =>
    (patched(groupSchema, group, readOperations({ Operations: operations }))['members'] ?? []) as {
      value: string;
    }[];
  const names = (list: { value: string }[]) => list.map(({ value }) => value);

  it('adds, without doubles', () => {
    expect(
      names(members({ op: 'add', path: 'members', value: [{ value: 'b' }, { value: 'c' }] })),
    ).toEqual(['a', 'b', 'c']);
  });

  it('removes by a filter, by values, and all', () => {
    expect(names(members({ op: 'remove', path: 'members[value eq "a"]' }))).toEqual(['b']);
    expect(names(members({ op: 'Remove', path: 'members', value: [{ value: 'a' }] }))).toEqual([
      'b',
    ]);
    expect(members({ op: 'remove', path: 'members' })).toEqual([]);
  });

  it('replaces', () => {
    expect(
      names(
        members({
          op: 'replace',
          value: { id: 'g', displayName: 'Văn phòng', members: [{ value: 'z' }] },
        }),
      ),
    ).toEqual(['z']);
  });
});
