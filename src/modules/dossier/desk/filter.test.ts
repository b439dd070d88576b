import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles, type Role } from '#/modules/agency/index.ts';
import { newId } from '#/values/id.ts';
import { states } from '../dossier.ts';
import { readColumns } from './columns.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { listHref, readFilter, sortsOf, writeFilter, type DeskFilter } from './filter.ts';
import { queueKeys } from './queues.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const id = fc.constant(newId());

const filters: fc.Arbitrary<DeskFilter> = fc.constantFrom(...queueKeys).chain((queue) =>
  fc.record({
    queue: fc.constant(queue),
    words: maybe(fc.constantFrom('Nguyễn Thị Bình', 'H13.32.1-20260714', '100% & = ?', 'ăâđêôơư')),
    procedureId: maybe(id),
    state: maybe(fc.constantFrom(...states)),
    role: maybe(fc.constantFrom(...(Object.keys(roles) as Role[]))),
    holder: maybe(
      fc.oneof(fc.constantFrom('toi' as const, 'trong' as const), fc.record({ accountId: id })),
    ),
    deadline: maybe(fc.constantFrom('late' as const, 'soon' as const, 'paused' as const)),
    channel: maybe(fc.constantFrom('ONLINE' as const, 'DIRECT' as const, 'POSTAL' as const)),
    sort: fc.constantFrom(...sortsOf(queue)),
  }),
);

describe('the filter of a list', () => {
  it('comes back from its address as it was', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const query = Object.fromEntries(new URL(listHref(filter), 'http://x').searchParams);
        expect(readFilter(query, 'cua-toi')).toEqual(filter);
      }),
    );
  });

  it('takes any address and leaves out what it does not understand', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('hang', 'q', 'tt', 'trang-thai', 'vai', 'ai', 'han', 'kenh', 'xep'),
          fc.string(),
        ),
        (query) => {
          const filter = readFilter(query, 'tiep-nhan');
          expect(queueKeys).toContain(filter.queue);
          expect(readFilter(writeFilter(filter), 'tiep-nhan')).toEqual(filter);
        },
      ),
    );
    expect(
      readFilter({ hang: '__proto__', han: 'constructor', tt: "' or 1=1" }, 'cua-toi'),
    ).toEqual(readFilter({}, 'cua-toi'));
  });

  it('orders work by the step that is due first, and what a unit has from the newest', () => {
    expect(readFilter({ hang: 'tiep-nhan' }, 'cua-toi').sort).toBe('buoc');
    expect(readFilter({ hang: 'tat-ca' }, 'cua-toi').sort).toBe('moi');
    expect(readFilter({ hang: 'tat-ca', xep: 'buoc' }, 'cua-toi').sort).toBe('moi');
  });
});

describe('the place where a page ended', () => {
  it('comes back from its text', () => {
    const day = fc.date({
      noInvalidDate: true,
      min: new Date('1980-01-01'),
      max: new Date('2100-01-01'),
    });
    fc.assert(
      fc.property(fc.option(day), fc.nat({ max: 2_147_483_647 }), (at, token) => {
        const cursor = { at, id: newId(), token };
        expect(readCursor(writeCursor(cursor))).toEqual(cursor);
      }),
    );
  });

  it('is the first page when somebody made it up', () => {
    fc.assert(fc.property(fc.string(), (made) => readCursor(made) === undefined));
    const id = newId();
    for (const made of [
      [null, 'x', 1],
      [null, id, 2 ** 31],
      [null, id, -1],
      ['+200000-01-01T00:00:00Z', id, 1],
      ['x', id, 1],
    ]) {
      expect(readCursor(Buffer.from(JSON.stringify(made)).toString('base64url'))).toBeUndefined();
    }
  });
});

it('columns stand in one order and unknown ones are left out', () => {
  expect(readColumns(['kenh', 'nguoi-nop', 'mat-khau'])).toEqual(['nguoi-nop', 'kenh']);
});
