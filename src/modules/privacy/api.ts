import { Type } from '@sinclair/typebox';
import { api, type Route } from '#/platform/http/index.ts';
import { everybody, signedIn } from './access.ts';
import type { ReadRecord } from './read-record.ts';
import { whoRead } from './reads-parts.tsx';
import { firstRead, listReads } from './store/reads.ts';

const instant = Type.String({ format: 'date-time' });
const optional = Type.Optional(instant);

const usage = Type.Object({
  logtime: instant,
  action: Type.String(),
  receiverCode: Type.String(),
  receiverName: Type.String(),
  receiverSystem: Type.String(),
  purpose: Type.String(),
  caseNo: Type.Union([Type.String(), Type.Null()]),
  unit: Type.Union([Type.String(), Type.Null()]),
  legalBasis: Type.Union([Type.String(), Type.Null()]),
  mandate: Type.Union([Type.String(), Type.Null()]),
});

/** Who used my data, in the shape of the Estonian data tracker (findUsage, usagePeriod, heartbeat). */
export function usageRoutes(): Route[] {
  return [
    api(
      'GET',
      '/api/v1/data-usage',
      signedIn,
      {
        summary: 'Readings of the signed-in person’s data by others, the latest first',
        query: Type.Object({
          periodStart: optional,
          periodEnd: optional,
          offset: Type.Integer({ minimum: 0, default: 0 }),
          limit: Type.Integer({ minimum: 1, maximum: 1000, default: 1000 }),
        }),
        answer: Type.Object({ totalUsages: Type.Integer(), usages: Type.Array(usage) }),
      },
      async (tx, { actor, query, now, lang }) => {
        const { periodStart, periodEnd, offset, limit } = query;
        const { reads, total } = await listReads(tx, actor!.personId, {
          limit,
          offset,
          now,
          from: periodStart === undefined ? undefined : new Date(periodStart),
          until: periodEnd === undefined ? undefined : new Date(periodEnd),
        });
        return { totalUsages: total, usages: reads.map((read) => usageOf(read, lang)) };
      },
    ),
    api(
      'GET',
      '/api/v1/data-usage/period',
      signedIn,
      {
        summary: 'From when on readings are recorded',
        answer: Type.Object({ periodStart: instant }),
      },
      async (tx, { now }) => ({ periodStart: ((await firstRead(tx)) ?? now).toISOString() }),
    ),
    api(
      'GET',
      '/api/v1/data-usage/heartbeat',
      everybody,
      {
        summary: 'Whether the tracker works',
        answer: Type.Object({ status: Type.Literal('OK') }),
      },
      async () => ({ status: 'OK' as const }),
    ),
  ];
}

function usageOf(read: ReadRecord, lang: 'vi' | 'en') {
  return {
    logtime: read.at.toISOString(),
    action: read.purpose[lang],
    receiverCode: read.role ?? read.way.toUpperCase(),
    receiverName: whoRead(read, lang),
    receiverSystem: read.program ?? 'chinh-quyen-so',
    purpose: read.purpose[lang],
    caseNo: read.caseNo,
    unit: read.unit?.[lang] ?? null,
    legalBasis: read.legalBasis,
    mandate: read.mandateId,
  };
}
