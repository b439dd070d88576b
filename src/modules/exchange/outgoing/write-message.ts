import { issuedFor, listPapers } from '#/modules/document/index.ts';
import {
  getAct,
  getById,
  stateWords,
  type Act,
  type Dossier,
  type SupplementItem,
} from '#/modules/dossier/index.ts';
import { getPerson } from '#/modules/identity/index.ts';
import { compiledVersion } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Kind, Said } from '../event.ts';
import type { Leg } from '../leg.ts';
import type { Outgoing } from '../store/outgoing.ts';
import type { Parcel } from './parcel.ts';

interface Subject {
  readonly tx: Tx;
  /** Takes the files of the message. */
  readonly parcel: Parcel;
  readonly leg: Leg;
  readonly dossier: Dossier;
  /** The act that the message tells of; the request of a part has none. */
  readonly act: Act | undefined;
}

/** A paper that the message brings is not printed yet: it is written a little later. */
export const unready = Symbol('unready');

type Writers = { readonly [K in Kind]: (about: Subject) => Promise<Said<K> | typeof unready> };

/** What a message says, from what the dossier and its act say now. */
export async function contentOf(
  tx: Tx,
  parcel: Parcel,
  leg: Leg,
  { kind, actSeq }: Pick<Outgoing, 'kind' | 'actSeq'>,
): Promise<Said<Kind> | typeof unready> {
  const dossier = await getById(tx, leg.dossierId);
  const act = actSeq === null ? undefined : await getAct(tx, dossier.id, actSeq);
  return writers[kind]({ tx, parcel, leg, dossier, act });
}

const writers: Writers = {
  async requested({ tx, parcel, leg, dossier }) {
    const needs = await needsOf(tx, leg, dossier);
    return {
      number: leg.number,
      procedure: leg.procedureCode,
      step: leg.step,
      part: leg.part,
      dueAt: leg.dueAt?.toISOString() ?? null,
      submitter: await personOf(tx, dossier.submitterPersonId),
      owner: await personOf(tx, dossier.ownerPersonId),
      answers: pick(dossier.answers, needs.answers),
      papers: await papersOf(tx, parcel, dossier, needs.papers),
    };
  },
  async answered({ tx, parcel, dossier, act }) {
    const items = (act?.facts['items'] ?? []) as readonly Pick<SupplementItem, 'kind' | 'name'>[];
    const names = (kind: SupplementItem['kind']) =>
      items.filter((item) => item.kind === kind).map(({ name }) => name);
    return {
      answers: pick(dossier.answers, names('field')),
      papers: await papersOf(tx, parcel, dossier, names('paper')),
    };
  },
  withdrawn: async ({ dossier, act }) => ({
    reason: act?.words ?? stateWords[dossier.state].name.vi,
  }),
  accepted: async ({ dossier }) => ({ code: dossier.code, dueAt: dueOf(dossier) }),
  progress: async ({ dossier, act }) => ({
    code: dossier.code,
    state: stateWords[act?.toState ?? dossier.state].name.vi,
    dueAt: dueOf(dossier),
  }),
  supplement: async ({ act }) => ({
    items: (act?.facts['items'] ?? []) as SupplementItem[],
    words: act?.words ?? null,
  }),
  refused: async ({ dossier, act }) => ({
    reason: act?.words ?? dossier.proposalWords ?? stateWords[dossier.state].name.vi,
  }),
  async finished({ tx, parcel, dossier }) {
    const results = (await issuedFor(tx, dossier.id)).filter(({ kind }) => kind === 'RESULT');
    if (results.some(({ state }) => state !== 'printed')) return unready;
    const papers: Said<'finished'>['papers'] = [];
    for (const { title, issuer, number, pdf } of results) {
      const { pages, sha256 } = pdf!;
      const packed = await parcel.pack(pdf!);
      papers.push({ title, issuer, number: number ?? null, pages, sha256, ...packed });
    }
    const number = dossier.resultNumber === null ? '' : `, số ${dossier.resultNumber}`;
    return { words: `Đã có kết quả của hồ sơ ${dossier.code}${number}`, papers };
  },
};

async function needsOf(tx: Tx, leg: Leg, dossier: Dossier) {
  const { catalogue } = await compiledVersion(tx, dossier.versionId);
  return catalogue.legs!.find(({ step }) => step === leg.step)!;
}

function pick(
  answers: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(answers, name)).map((name) => [name, answers[name]]),
  );
}

async function papersOf(
  tx: Tx,
  parcel: Parcel,
  dossier: Dossier,
  codes: readonly string[],
): Promise<Said<'requested'>['papers']> {
  const papers: Said<'requested'>['papers'] = [];
  for (const { code, bound } of await listPapers(tx, dossier.id)) {
    if (!bound || !codes.includes(code)) continue;
    const name = dossier.papers.find((paper) => paper.code === code)?.name ?? code;
    const packed = await parcel.pack(bound);
    papers.push({ code, name, pages: bound.pages, sha256: bound.sha256, ...packed });
  }
  return papers;
}

async function personOf(tx: Tx, id: string): Promise<Said<'requested'>['owner']> {
  const { fullName, bornOn, personalId, phone, email } = await getPerson(tx, id);
  return { fullName, bornOn, personalId, phone, email };
}

function dueOf({ dueAt }: Dossier): string | null {
  return dueAt?.toISOString() ?? null;
}
