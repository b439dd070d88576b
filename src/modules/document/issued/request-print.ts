import type { WishedSignatures } from '#/modules/signing/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { newId } from '#/values/id.ts';
import type { Text } from '#/values/text.ts';
import { forms, letterhead, type FormData, type FormKind } from '../forms/index.ts';
import { insertIssued, type NewIssued } from '../store/issued.ts';
import { newVerificationCode } from './verification-code.ts';

/** A standard form with its data. `number` is printed as number and symbol. */
export interface FormOrder<K extends FormKind = FormKind> {
  readonly owner: string;
  readonly kind: K;
  readonly data: FormData[K];
  readonly number?: string | undefined;
  /** Letters to people are sealed by their office where it signs digitally (Decree 30/2020/NĐ-CP, article 25). */
  readonly sealedBy?: string | undefined;
}

/** Has a standard form printed. It is printed after the transaction, usually within seconds. Returns its id. */
export async function requestPrint<K extends FormKind>(
  tx: Tx,
  actor: Actor,
  order: FormOrder<K>,
): Promise<string> {
  const { head } = order.data;
  return await issue(tx, actor, {
    owner: order.owner,
    kind: order.kind,
    title: forms[order.kind].name.vi,
    issuer: [head.office, head.parent].filter(Boolean).join(', '),
    number: order.number ?? head.number,
    template: null,
    assets: {},
    data: order.data,
    signing: order.sealedBy === undefined ? null : { unitId: order.sealedBy },
  });
}

/** The result of a dossier: its own template and data. */
export interface ResultOrder {
  readonly owner: string;
  readonly title: Text;
  /** Typst source; it may import `letterhead.typ`. */
  readonly template: string;
  readonly number: string | null;
  /** Whether it is only shown to the leader who decides; then it is marked as a draft on every page. */
  readonly isDraft: boolean;
  /** Whose signature and whose seal it gets, where the office signs digitally. Drafts get none. */
  readonly signing?: WishedSignatures | undefined;
  readonly data: { readonly agency: { readonly name: string } } & Readonly<Record<string, unknown>>;
}

/** Has a result printed. Returns its id. */
export async function requestResult(tx: Tx, actor: Actor, order: ResultOrder): Promise<string> {
  return await issue(tx, actor, {
    owner: order.owner,
    kind: order.isDraft ? 'DRAFT' : 'RESULT',
    title: order.isDraft ? `Dự thảo: ${order.title.vi}` : order.title.vi,
    issuer: order.data.agency.name,
    number: order.number ?? undefined,
    template: order.isDraft ? `${draftMark} ${order.template}` : order.template,
    // Kept with the result as it is today: a later change of the letterhead must not change it.
    assets: { 'letterhead.typ': Buffer.from(letterhead).toString('utf8') },
    data: order.data,
    signing: order.isDraft ? null : (order.signing ?? null),
  });
}

/** On the first line, so that faults of the template keep their line numbers. */
const draftMark =
  '#set page(background: rotate(-35deg, text(72pt, fill: luma(90%), weight: "bold")[DỰ THẢO]));';

async function issue(
  tx: Tx,
  actor: Actor,
  issued: Omit<NewIssued, 'id' | 'code' | 'requestedAt' | 'requestedBy'>,
): Promise<string> {
  const id = newId();
  const by = { requestedAt: actor.at, requestedBy: actor.accountId };
  await insertIssued(tx, { ...issued, id, code: newVerificationCode(), ...by });
  return id;
}
