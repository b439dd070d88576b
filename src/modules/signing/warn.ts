import { officialsOf, type Role } from '#/modules/agency/index.ts';
import { findAccountById } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { dayOf, daysBetween } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { text, type Text } from '#/values/text.ts';
import { listUnits } from '#/modules/agency/index.ts';
import { standingAt, usableOf, type SigningCertificate } from './certificate.ts';
import { listCertificates } from './store/certificates.ts';
import { findWarningDays } from './store/practice.ts';

/** Puts a message into somebody's inbox; the module of messages stands below this one. */
export type Tell = (
  tx: Tx,
  telling: {
    readonly personId: string;
    readonly event: string;
    readonly title: Text;
    readonly body: Text;
    readonly link: string;
    readonly key: string;
    readonly at: Date;
  },
) => Promise<void>;

const administrator: Role = 'QUAN_TRI';

/** Every morning: who holds a certificate that runs out soon, and the administrators, are told; once for each term. */
export function warnOfEnds({ database, clock }: Services, tell: Tell): Job {
  return {
    name: 'signing.warn',
    schedule: '5 7 * * *',
    run: () => database.transaction((tx) => warn(tx, clock.now(), tell)),
  };
}

async function warn(tx: Tx, at: Date, tell: Tell): Promise<void> {
  const days = await findWarningDays(tx, dayOf(at));
  const all = await listCertificates(tx);
  const administrators = await administratorsOf(tx, at);
  for (const one of all) {
    const term = termOf(one, days, at);
    if (term === undefined || isReplaced(one, all, at)) continue;
    const own = one.accountId === null ? undefined : await findAccountById(tx, one.accountId);
    const people = new Set([...administrators, ...(own ? [own.personId] : [])]);
    for (const personId of people) await tell(tx, { personId, ...tellingOf(one, term, at) });
  }
}

/** The shortest of the terms that has begun; 0 when it has run out. */
function termOf(one: SigningCertificate, days: readonly number[], at: Date): number | undefined {
  const standing = standingAt(one, at);
  if (standing === 'expired') return 0;
  if (standing !== 'good') return undefined;
  const left = daysBetween(dayOf(at), dayOf(one.validTo));
  return days.filter((each) => left <= each).toSorted((a, b) => a - b)[0];
}

/** Another certificate of the same holder goes on for longer. */
function isReplaced(
  one: SigningCertificate,
  all: readonly SigningCertificate[],
  at: Date,
): boolean {
  const same = all.filter(
    (each) =>
      each.usage === one.usage &&
      (one.usage === 'seal' ? each.unitId === one.unitId : each.accountId === one.accountId),
  );
  const best = usableOf(same, at);
  return best !== undefined && best.id !== one.id && best.validTo > one.validTo;
}

function tellingOf(one: SigningCertificate, term: number, at: Date) {
  const until = (lang: 'vi' | 'en') => formatInstant(one.validTo, lang);
  const title =
    term === 0
      ? text('Chứng thư số đã hết hạn', 'A certificate has run out')
      : text('Chứng thư số sắp hết hạn', 'A certificate runs out soon');
  const rest = {
    vi: 'Hết hạn thì không phê duyệt, đóng dấu được nữa. Hãy xin cấp chứng thư mới.',
    en: 'Nothing is approved or sealed with it after that. Apply for a new one.',
  };
  const body = text(
    `Chứng thư của ${one.holder} có hiệu lực đến ${until('vi')}. ${rest.vi}`,
    `The certificate of ${one.holder} is valid until ${until('en')}. ${rest.en}`,
  );
  const key = `signing.ends ${one.id} ${term}`;
  return { event: 'certificate.ends', title, body, link: '/hop-thu', key, at };
}

async function administratorsOf(tx: Tx, at: Date): Promise<string[]> {
  const units = await listUnits(tx);
  const found = [];
  for (const { id } of units) found.push(...(await officialsOf(tx, id, administrator, at)));
  return found.map(({ personId }) => personId);
}
