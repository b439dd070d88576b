import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { sealedColumn } from '#/platform/vault/index.ts';
import type { Day } from '#/values/day.ts';
import { isId } from '#/values/id.ts';

export type Kind = 'ACCESS' | 'CORRECT' | 'DELETE' | 'RESTRICT' | 'OBJECT' | 'COMPLAINT';

interface Said {
  readonly words: string;
  readonly answer: string | null;
}

/** What a person asked about data of theirs. */
export interface Request extends Said {
  readonly id: string;
  readonly personId: string;
  readonly kind: Kind;
  readonly readId: string | null;
  readonly state: 'OPEN' | 'ACCEPTED' | 'REFUSED';
  readonly madeAt: Date;
  readonly answerDueAt: Date;
  readonly dueAt: Date;
  readonly extensionDays: number;
  readonly extendedAt: Date | null;
  readonly legalBasis: string;
}

const sealedSaid = sealedColumn<Said>({
  table: 'rights.request',
  column: 'sealed',
  key: ['id'],
  subject: 't.person_id',
  gone: { words: '(đã xóa)', answer: null },
});

const columns = sql`r.id, r.person_id as "personId", r.kind, r.read_id as "readId", r.state,
  r.made_at as "madeAt", r.answer_due_at as "answerDueAt", r.due_at as "dueAt",
  r.extension_days as "extensionDays", r.extended_at as "extendedAt", r.legal_basis as "legalBasis",
  ${sealedSaid.read('r')}`;

/** How quickly requests of a kind are answered and done, by the law of a day. */
export async function findTerm(tx: Tx, kind: Kind, on: Day) {
  const { rows } = await sql<{
    answerDays: number;
    doneDays: number;
    extensionDays: number;
    legalBasis: string;
  }>`select answer_days as "answerDays", done_days as "doneDays", extension_days as "extensionDays",
            legal_basis as "legalBasis"
       from rights.term where kind = ${kind}
      order by (from_on <= ${on}) desc, case when from_on <= ${on} then from_on end desc, from_on limit 1`.execute(
    tx,
  );
  return rows[0]!;
}

type NewRequest = Pick<
  Request,
  | 'id'
  | 'personId'
  | 'kind'
  | 'readId'
  | 'words'
  | 'answerDueAt'
  | 'dueAt'
  | 'extensionDays'
  | 'legalBasis'
> & { readonly at: Date };

export async function insertRequest(tx: Tx, made: NewRequest): Promise<void> {
  const { id, personId, words } = made;
  const sealed = await sealedSaid.seal(tx, personId, id, { words, answer: null });
  await sql`insert into rights.request
      (id, person_id, kind, read_id, sealed, made_at, answer_due_at, due_at, extension_days, legal_basis)
    values (${id}, ${personId}, ${made.kind}, ${made.readId}, ${sealed}, ${made.at}, ${made.answerDueAt},
            ${made.dueAt}, ${made.extensionDays}, ${made.legalBasis})`.execute(tx);
}

/** One's own requests, the latest first. */
export async function listRequestsOf(tx: Tx, personId: string): Promise<Request[]> {
  const { rows } = await sql<Request>`
    select ${columns} from rights.request r where r.person_id = ${personId}
     order by r.made_at desc limit 100`.execute(tx);
  return rows;
}

/** What waits for an answer, the most pressing first, then what was decided lately. */
export async function listForDesk(tx: Tx): Promise<Omit<Request, keyof Said>[]> {
  const { rows } = await sql<
    Omit<Request, keyof Said>
  >`/* beyond: leaders decide requests of all people */
    select id, person_id as "personId", kind, read_id as "readId", state, made_at as "madeAt",
           answer_due_at as "answerDueAt", due_at as "dueAt", extension_days as "extensionDays",
           extended_at as "extendedAt", legal_basis as "legalBasis"
      from rights.request order by (state = 'OPEN') desc, due_at limit 200`.execute(tx);
  return rows;
}

export async function findRequest(tx: Tx, id: string): Promise<Request | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<Request>`/* beyond: leaders decide requests of all people */
    select ${columns} from rights.request r where r.id = ${id} for update of r`.execute(tx);
  return rows[0];
}

/** Whose reading a complaint is about. */
export async function readerOfRecord(tx: Tx, readId: string): Promise<string | undefined> {
  const { rows } = await sql<{ by: string }>`/* beyond: who is complained of must not answer */
    select reader_account_id as by from privacy.read_record where id = ${readId} limit 1`.execute(
    tx,
  );
  return rows[0]?.by;
}

/** Whether a reading is of this person's data, so that they may ask about it. */
export async function isReadOf(tx: Tx, readId: string, personId: string): Promise<boolean> {
  if (!isId(readId)) return false;
  const { rows } = await sql`
    select from privacy.read_record where id = ${readId} and person_id = ${personId} limit 1`.execute(
    tx,
  );
  return rows.length > 0;
}

export async function updateDecided(
  tx: Tx,
  { id, personId, words }: Request,
  decided: {
    readonly isAccepted: boolean;
    readonly answer: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  const sealed = await sealedSaid.seal(tx, personId, id, { words, answer: decided.answer });
  const state = decided.isAccepted ? 'ACCEPTED' : 'REFUSED';
  await sql`/* beyond: leaders decide requests of all people */
    update rights.request set state = ${state}, sealed = ${sealed}, decided_at = ${decided.at}, decided_by = ${decided.by}
     where id = ${id}`.execute(tx);
}

export async function updateExtended(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`/* beyond: leaders decide requests of all people */
    update rights.request set extended_at = ${at}, due_at = due_at + make_interval(days => extension_days)
     where id = ${id}`.execute(tx);
}
