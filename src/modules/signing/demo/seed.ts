import { demoUnits } from '#/modules/agency/index.ts';
import { demoAccounts, findAccountIdOf, findPersonByPersonalId } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { operatorAccountId } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { makeAuthority, type Authority } from '#/platform/pades/index.ts';
import { dayOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { addCertificate } from '../add-certificate.ts';
import { sealSoftwareKey } from '../signers/software.ts';
import { findDemoAuthority, insertDemoAuthority } from '../store/demo-authority.ts';
import { upsertPractice } from '../store/practice.ts';
import { insertRoot } from '../store/roots.ts';
import { findAuthority, sealAuthority } from './authority.ts';

type Needs = Pick<Services, 'keys' | 'clock' | 'config'>;

const yearMs = 365 * 86_400_000;
const termMs = 3 * yearMs;
const leaders: ReadonlySet<string> = new Set(['LANH_DAO_UBND', 'CA_LANH_DAO', 'LANH_DAO_THUE']);
const { committee, oneStop, police, tax } = demoUnits;
const offices = [committee, oneStop, police, tax];

/** What the demonstration signs with: an authority, certificates of its leaders, and the seals of its offices. Made once. */
export async function seedDemoSigning(tx: Tx, { keys, clock, config }: Needs): Promise<void> {
  if (await findDemoAuthority(tx)) return;
  const at = clock.now();
  const made = await makeAuthority('Chứng thực trình diễn', at, 'ec');
  const kept = {
    sealed: sealAuthority(keys, made),
    root: made.root,
    issuing: made.issuing.certificate,
    madeAt: at,
  };
  if (!(await insertDemoAuthority(tx, kept))) return;
  const source = 'Dữ liệu trình diễn';
  await insertRoot(tx, {
    id: newId(),
    name: 'Chứng thực trình diễn – gốc',
    certificate: made.root,
    source,
    addedAt: at,
    addedBy: operatorAccountId,
  });
  const authority = (await findAuthority(tx, keys))!;
  const crlUrl = `${config.publicUrl}/chung-thu-so/trinh-dien.crl`;
  const needs = { keys, authority, crlUrl, at };
  // From today on: what the demonstration plays in its past was signed by hand.
  const from = dayOf(at);
  for (const { id: unitId, name } of offices) {
    const by = operatorAccountId;
    await upsertPractice(tx, { unitId, from, level: 'B-LT', sealMm: 36, source, by, at });
    await issue(tx, needs, { usage: 'seal', accountId: null, unitId, holder: name.vi });
  }
  for (const { person, posts } of demoAccounts) {
    const post = posts.find(({ role }) => leaders.has(role));
    const known = post && (await findPersonByPersonalId(tx, person.personalId ?? ''));
    const accountId = known && (await findAccountIdOf(tx, known.id));
    const unit = Object.values(demoUnits).find(({ key }) => key === post?.unitKey);
    if (!accountId || !unit) continue;
    const holder = person.fullName;
    await issue(tx, needs, { usage: 'personal', accountId, unitId: unit.id, holder });
  }
}

interface Holder {
  readonly usage: 'personal' | 'seal';
  readonly accountId: string | null;
  readonly unitId: string;
  readonly holder: string;
}

async function issue(
  tx: Tx,
  {
    keys,
    authority,
    crlUrl,
    at,
  }: {
    readonly keys: Services['keys'];
    readonly authority: Authority;
    readonly crlUrl: string;
    readonly at: Date;
  },
  { holder, ...whose }: Holder,
): Promise<void> {
  const { key, certificate, issuers } = await authority.issue({
    name: holder,
    organization: 'Phường Ninh Kiều (trình diễn)',
    purpose: 'signing',
    from: new Date(at.getTime() - 86_400_000),
    to: new Date(at.getTime() + termMs),
    crlUrl,
  });
  const id = newId();
  await addCertificate(tx, {
    ...whose,
    id,
    certificate,
    issuers,
    reach: 'software',
    place: null,
    sealedKey: sealSoftwareKey(keys, id, key),
    by: operatorAccountId,
    at,
    ceremony: {
      heldAt: at,
      place: 'Máy chủ trình diễn',
      ledBy: 'Hệ thống trình diễn',
      witnesses: [],
    },
  });
}
