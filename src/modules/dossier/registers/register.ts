import { findPlace, fullPlaceName, getUnit } from '#/modules/agency/index.ts';
import { letterDate, requestPrint, type FormData } from '#/modules/document/index.ts';
import type { Address } from '#/modules/identity/index.ts';
import { recordRead } from '#/modules/privacy/index.ts';
import { compiledVersion } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { addDays, dayOf, formatDay, type Day } from '#/values/day.ts';
import { formatInstant, instantAt } from '#/values/instant.ts';
import { text } from '#/values/text.ts';
import type { Delivery } from '../dossier.ts';
import { townOf } from '../print/letter.ts';
import { stateWords } from '../state-words.ts';
import { listRegister, type RegisterRow } from '../store/index.ts';
import { approvingUnitOf } from '../unit-of-step.ts';

/** Which part of which unit's register: both days belong to it. */
export interface RegisterSpan {
  readonly unitId: string;
  readonly from: Day;
  readonly until: Day;
}

/** More lines are not printed at once: a register of a shorter span is asked for. */
export const mostLines = 1000;

/** Lines of the register; `isMore` when there are more than are printed at once. */
export interface Register {
  readonly lines: FormData['MAU_06']['dossiers'];
  readonly isMore: boolean;
}

/** Sổ theo dõi hồ sơ (Mẫu 06, Circular 01/2018/TT-VPCP): what a unit accepted in a span of days. */
export async function registerOf(tx: Tx, span: RegisterSpan): Promise<Register> {
  const rows = await rowsOf(tx, span);
  return {
    lines: await linesOf(tx, rows.slice(0, mostLines), span.until),
    isMore: rows.length > mostLines,
  };
}

/** Has it printed, for officials; that they read names, addresses and numbers of all these people is recorded. */
export async function printRegister(
  tx: Tx,
  actor: Actor,
  span: RegisterSpan,
): Promise<string | Refusal> {
  const rows = await rowsOf(tx, span);
  if (rows.length > mostLines)
    return refuse('dossier.register-too-long', { most: String(mostLines) });
  const unit = await getUnit(tx, span.unitId);
  const on = dayOf(actor.at);
  const seat = await findPlace(tx, unit.placeCode, on);
  const parent = unit.parentId === null ? undefined : await getUnit(tx, unit.parentId);
  const [from, until] = [formatDay(span.from), formatDay(span.until)];
  await recordRead(tx, {
    actor,
    personIds: rows.map(({ ownerPersonId }) => ownerPersonId),
    subject: { kind: 'register', id: unit.id, label: `Sổ theo dõi hồ sơ ${from} – ${until}` },
    purpose: text('In sổ theo dõi hồ sơ', 'Print the register of dossiers'),
    post: actor.posts.find(({ unitId }) => unitId === unit.id),
  });
  return requestPrint(tx, actor, {
    owner: unit.id,
    kind: 'MAU_06',
    data: {
      head: {
        parent: parent?.name.vi,
        office: unit.name.vi,
        place: seat ? townOf(seat) : '',
        date: letterDate(on),
      },
      from,
      until,
      dossiers: await linesOf(tx, rows, span.until),
    },
  });
}

function rowsOf(tx: Tx, { unitId, from, until }: RegisterSpan): Promise<RegisterRow[]> {
  const span = { from: instantAt(from, 0), until: instantAt(addDays(until, 1), 0) };
  return listRegister(tx, unitId, span, mostLines + 1);
}

async function linesOf(tx: Tx, rows: readonly RegisterRow[], on: Day): Promise<Register['lines']> {
  const leads = new Map<string, string>();
  const lines = [];
  for (const row of rows) {
    const { catalogue } = await compiledVersion(tx, row.versionId);
    const process = row.definitionId ?? row.versionId;
    const lead = leads.get(process) ?? (await approvingUnitOf(tx, row)).name.vi;
    leads.set(process, lead);
    lines.push({
      code: row.code,
      procedure: catalogue.shortName.vi,
      sets: catalogue.sets ?? 1,
      name: row.ownerName,
      contact: await contactOf(tx, row, on),
      office: lead,
      acceptedAt: formatInstant(row.acceptedAt),
      dueAt: instant(row.dueAt),
      resultAt: instant(row.endedAt),
      deliveredAt: instant(row.deliveredAt),
      deliveredBy: row.deliveredAt === null ? '' : ways[row.delivery],
      note: stateWords[row.state].name.vi,
    });
  }
  return lines;
}

async function contactOf(
  tx: Tx,
  { address, phone }: { readonly address: Address | null; readonly phone: string | null },
  on: Day,
): Promise<string> {
  const place = address ? await fullPlaceName(tx, address.commune, on) : undefined;
  const line = [address?.detail, place].filter(Boolean).join(', ');
  return [line, phone].filter(Boolean).join('; ');
}

function instant(at: Date | null): string {
  return at === null ? '' : formatInstant(at);
}

const ways: Readonly<Record<Delivery, string>> = {
  ONLINE: 'Trực tuyến',
  COUNTER: 'Trực tiếp',
  POST: 'Bưu chính',
};
