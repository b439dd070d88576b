import { lookupsOf } from '#/modules/agency/index.ts';
import { findPersonByPersonalId, registerPerson } from '#/modules/identity/index.ts';
import { compiledVersion } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Filled, Lookups } from '#/platform/form/index.ts';
import { get, post, type Body, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import type { Refusal } from '#/platform/refusal.ts';
import { receivers } from '../../access.ts';
import { listLiveDrafts } from '../../store/index.ts';
import { occasionOf } from '../apply/frame.tsx';
import { beginIntake } from './begin.ts';
import { personPage, startPage, type Begun } from './intake-view.tsx';
import { receivableBy } from './receivable.ts';
import { personForm, readStart, startForm } from './start-form.ts';

type Answer = Shown | Refusal | { goTo: string; notice?: string };

/** Where the entering of a paper dossier begins: which procedure, by which way, whose. */
export function startRoutes(): Route[] {
  return [
    get('/can-bo/nhan-ho-so', receivers, (tx, visit) =>
      show(tx, visit, { typed: { channel: 'DIRECT' }, wrong: {} }, 200),
    ),
    post('/can-bo/nhan-ho-so', receivers, begin),
    post('/can-bo/nhan-ho-so/nguoi-moi', receivers, register),
  ];
}

async function show(tx: Tx, visit: Visit, filled: Filled, status: 200 | 422): Promise<Shown> {
  const { list } = startForm(await receivableBy(tx, visit.actor!));
  return startPage(visit, { list, filled, begun: await listBegun(tx, visit) }, status);
}

async function begin(tx: Tx, visit: Visit, body: Body): Promise<Answer> {
  const lookups = await lookupsOf(tx, occasionOf(visit).today);
  const reading = readStart(await receivableBy(tx, visit.actor!), body, {
    ...occasionOf(visit),
    lookups,
  });
  if (!reading.answers) return show(tx, visit, reading, 422);
  const { slug, channel, personalId } = reading.answers;
  const person = await findPersonByPersonalId(tx, personalId);
  if (person) return beginIntake(tx, visit, { slug, channel, person });
  return personPage(visit, { start: reading, filled: personForm.blank, lookups }, 200);
}

async function register(tx: Tx, visit: Visit, body: Body): Promise<Answer> {
  const lookups: Lookups = await lookupsOf(tx, occasionOf(visit).today);
  const setting = { ...occasionOf(visit), lookups };
  const start = readStart(await receivableBy(tx, visit.actor!), body, setting);
  if (!start.answers) return show(tx, visit, start, 422);
  const reading = personForm.read(body, setting);
  if (!reading.answers)
    return personPage(visit, { start, filled: reading, lookups }, reading.again ? 200 : 422);
  const { slug, channel, personalId } = start.answers;
  const { address, phone, ...facts } = reading.answers;
  const person = await registerPerson(
    tx,
    {
      ...facts,
      personalId,
      phone: phone ?? null,
      address: address ? { ...address, detail: address.detail ?? '' } : null,
    },
    visit.now,
  );
  return beginIntake(tx, visit, { slug, channel, person });
}

/** Paper dossiers that the official has begun to enter. */
async function listBegun(tx: Tx, visit: Visit): Promise<Begun[]> {
  const begun: Begun[] = [];
  for (const draft of await listLiveDrafts(tx, visit.actor!)) {
    if (draft.personId === null) continue;
    const { catalogue } = await compiledVersion(tx, draft.versionId);
    begun.push({ draft, slug: catalogue.slug, name: catalogue.shortName });
  }
  return begun;
}
