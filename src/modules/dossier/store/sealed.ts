import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { searchTokens, sealedColumn } from '#/platform/vault/index.ts';
import type { Dossier } from '../dossier.ts';
import type { Act } from './acts.ts';
import type { Draft } from './drafts.ts';
import type { Message, PaperCheck } from './exchange.ts';
import type { Supplement } from './supplements.ts';

const key = ['id'];
const ownerOfRow = '(select d.owner_person_id from dossier.dossier d where d.id = t.dossier_id)';

/** What is typed while an application is filled. */
export const sealedDraft = sealedColumn<Pick<Draft, 'answers' | 'typed'>>({
  table: 'dossier.draft',
  column: 'sealed',
  key,
  subject:
    'coalesce(t.person_id, (select person_id from identity.account where id = t.account_id))',
  gone: { answers: {}, typed: {} },
});

/** What lists show of a dossier. */
export const sealedLabel = sealedColumn<Pick<Dossier, 'ownerName' | 'abstract'>>({
  table: 'dossier.dossier',
  column: 'label',
  key,
  subject: 't.owner_person_id',
  gone: { ownerName: '(đã xóa)', abstract: '(đã xóa)' },
  async derived(tx, label, id) {
    const { rows } = await sql<Pick<Dossier, 'code' | 'legacyCode'>>`
      select code, legacy_code as "legacyCode" from dossier.dossier where id = ${id}`.execute(tx);
    return { tokens: await tokensOfDossier(tx, { ...rows[0]!, ...label }) };
  },
});

/** The rest of what a dossier tells about people. */
export const sealedContent = sealedColumn<
  Pick<Dossier, 'answers' | 'deliveryAddress' | 'proposalWords'>
>({
  table: 'dossier.dossier',
  column: 'content',
  key,
  subject: 't.owner_person_id',
  gone: { answers: {}, deliveryAddress: null, proposalWords: null },
});

export const sealedAct = sealedColumn<Pick<Act, 'actorName' | 'words' | 'facts'>>({
  table: 'dossier.act',
  column: 'sealed',
  key: ['dossier_id', 'seq'],
  subject: ownerOfRow,
  gone: { actorName: '(đã xóa)', words: null, facts: {} },
});

export const sealedMessage = sealedColumn<Pick<Message, 'fromName' | 'words'>>({
  table: 'dossier.message',
  column: 'sealed',
  key,
  subject: ownerOfRow,
  gone: { fromName: '(đã xóa)', words: '(đã xóa)' },
});

export const sealedSupplement = sealedColumn<Pick<Supplement, 'items' | 'words'>>({
  table: 'dossier.supplement',
  column: 'sealed',
  key,
  subject: ownerOfRow,
  gone: { items: [], words: null },
});

export const sealedCheck = sealedColumn<Pick<PaperCheck, 'words'>>({
  table: 'dossier.paper_check',
  column: 'sealed',
  key: ['dossier_id', 'paper_code'],
  subject: ownerOfRow,
  gone: { words: null },
});

type Searched = Pick<Dossier, 'code' | 'legacyCode' | 'ownerName' | 'abstract'>;

/** What a dossier is searched by. */
export function searchedText({ code, legacyCode, ownerName, abstract }: Searched): string {
  return `${code} ${legacyCode ?? ''} ${ownerName} ${abstract}`;
}

/** The tokens of it, as the database reads them. */
export async function tokensOfDossier(tx: Tx, dossier: Searched): Promise<string> {
  return (await searchTokens(tx, searchedText(dossier))).join(' ');
}
