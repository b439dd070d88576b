import type { ArtefactName, Artefacts } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Body, Redirect, Shown, Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { NotificationBanner } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, text, type Text } from '#/values/text.ts';
import { saveDraft, type Saved } from '../commands/save.ts';
import { artefactWords } from '../draft-words.ts';
import { getArtefactsAt } from '../store/index.ts';
import type { Bench } from './workbench.ts';

const words = {
  saved: text('Đã lưu', 'Saved'),
  merged: text(
    'Đã lưu, và gộp với phần người khác vừa lưu',
    'Saved, and merged with what somebody else had just saved',
  ),
  clash: text('{who} vừa sửa cùng chỗ này', '{who} has just changed the same'),
  clashNote: text(
    'Chưa lưu gì cả. Lời bạn nhập vẫn còn nguyên dưới đây. Đọc lời của họ; muốn giữ lời của bạn thì bấm Lưu lần nữa.',
    'Nothing was saved. What you typed is still below. Read what they wrote; to keep yours press Save again.',
  ),
  theirs: text('{file}, {place}: họ ghi “{theirs}”', '{file}, {place}: they wrote “{theirs}”'),
  removed: text('(đã bỏ)', '(taken away)'),
  tooLong: text('Văn bản dài quá 500.000 ký tự', 'The text is longer than 500,000 signs'),
  empty: text('Văn bản không được để trống', 'The text must not be empty'),
} as const;

/** Name of the hidden field that tells which revision an editor was looking at. */
const revisionField = '_revision';

/** The hidden field of every editor. */
export function RevisionField({ revision }: { readonly revision: number }) {
  return <input type="hidden" name={revisionField} value={String(revision)} />;
}

/** The revision that an editor was looking at; the present one when the form does not say. */
export function revisionOf(body: Body, bench: Bench): number {
  const written = [body[revisionField] ?? ''].flat().at(-1) ?? '';
  const revision = /^[1-9]\d{0,8}$/.test(written) ? Number(written) : bench.draft.revision;
  return Math.min(revision, bench.draft.revision);
}

const mostSigns = 500_000;

/** The whole text of a file as an editor posts it, and what is wrong with it before anything is read. */
export function typedText(body: Body): {
  readonly typed: string;
  readonly wrong: Text | undefined;
} {
  const typed = ([body['body'] ?? ''].flat().at(-1) ?? '').replaceAll('\r\n', '\n');
  const wrong =
    typed.trim() === '' ? words.empty : typed.length > mostSigns ? words.tooLong : undefined;
  return { typed, wrong };
}

/** The texts that an editor was looking at: edits are made on these and merged into what stands now. */
export function textsSeen(tx: Tx, bench: Bench, revision: number): Promise<Artefacts> {
  return getArtefactsAt(tx, bench.draft.id, revision);
}

export interface Saving {
  readonly tx: Tx;
  readonly visit: Visit;
  readonly bench: Bench;
  readonly revision: number;
  readonly texts: Partial<Artefacts>;
  /** What was edited, for the history. */
  readonly what: string;
  readonly goTo: string;
  /** Shows the editor again with the typing kept, what the others wrote, and the revision to save from. */
  readonly again: (clash: Clashed) => Shown | Promise<Shown>;
}

/** A save that met another's. */
export type Clashed = Extract<Saved, { clashes: unknown }>;

/** Saves an edit and goes on, or shows the editor again with what somebody else wrote in the same place. */
export async function saveAnd(saving: Saving): Promise<Shown | Redirect | Refusal> {
  const { tx, visit, bench, revision, texts, what } = saving;
  const edit = { draftId: bench.draft.id, from: revision, texts, words: what };
  const outcome = await saveDraft(tx, visit.actor!, edit);
  if (isRefusal(outcome)) return outcome;
  if ('clashes' in outcome) return { ...(await saving.again(outcome)), status: 409 };
  const notice = say(visit.lang, outcome.isMerged ? words.merged : words.saved);
  return { goTo: saving.goTo, notice };
}

/** Who changed the same, and what they wrote. */
export function ClashNotice({
  visit: { lang },
  clash,
}: {
  readonly visit: Visit;
  readonly clash: Clashed;
}) {
  const names = [...new Set(clash.by.map(({ actorName }) => actorName))].join(', ');
  const last = clash.by[0];
  const who = last === undefined ? names : `${names} (${formatInstant(last.at, lang)})`;
  return (
    <NotificationBanner lang={lang} tone="warning" title={say(lang, fill(words.clash, { who }))}>
      <p>{say(lang, words.clashNote)}</p>
      <ul>
        {clash.clashes.map(({ file, place, theirs }) => (
          <li key={`${file} ${place}`}>
            {say(
              lang,
              fill(words.theirs, {
                file: say(lang, artefactWords[file as ArtefactName]),
                place,
                theirs: theirs === undefined ? say(lang, words.removed) : shortened(theirs),
              }),
            )}
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}

function shortened(value: unknown): string {
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  return written.length > 600 ? `${written.slice(0, 600)}…` : written;
}

/** HTML swallows the first line end inside a textarea. */
export function keepFirstLineEnd(text: string): string {
  return /^[\r\n]/.test(text) ? `\n${text}` : text;
}
