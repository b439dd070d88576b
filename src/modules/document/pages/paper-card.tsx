import type { Visit } from '#/platform/http/index.ts';
import { Button, Csrf, Link, StatusTag, WarningText, type Tone } from '#/ui/index.ts';
import { fill, say, text, type Lang, type Text } from '#/values/text.ts';
import { maxFilesPerPaper, type Paper, type PaperState } from '../papers/paper.ts';
import { FileRow } from './file-row.tsx';
import { words } from './paper-words.ts';

export interface PaperCardProps {
  readonly visit: Visit;
  /** The draft or dossier that it belongs to. */
  readonly owner: string;
  /** Code and name of the paper in its procedure. */
  readonly code: string;
  readonly name: Text;
  readonly note?: Text | undefined;
  readonly isNeeded: boolean;
  /** What was uploaded; undefined when it is missing. */
  readonly paper: Paper | undefined;
  /** Page of this site to come back to. */
  readonly back: string;
  /** Whether it may be changed. */
  readonly isOpen: boolean;
}

/** One paper: where it stands, its files with pages to see, turn, drop and reorder, and a place to bring more. No script needed. */
export function PaperCard(props: PaperCardProps) {
  const { visit, owner, code, name, note, isNeeded, paper, back, isOpen } = props;
  const { lang } = visit;
  const state = paper?.state ?? 'missing';
  const files = paper?.files ?? [];
  const here = `/giay-to/${owner}/${code}`;
  return (
    <section class="card paper-card" id={`giay-to-${code}`} aria-labelledby={`ten-${code}`}>
      <h2 id={`ten-${code}`}>{say(lang, name)}</h2>
      <p>
        <Standing lang={lang} state={state} isNeeded={isNeeded} doubts={paper?.doubts ?? 0} />{' '}
        {paper?.bound && (
          <Link href={here}>
            {say(lang, fill(words.look, { pages: String(paper.bound.pages) }))}
          </Link>
        )}
      </p>
      {note && <p class="hint">{say(lang, note)}</p>}
      {paper && paper.doubts > 0 && <Doubts lang={lang} count={paper.doubts} />}
      {files.length > 0 && (
        <form method="post" action={`${here}/xac-nhan`}>
          <Csrf token={visit.csrf} />
          <input type="hidden" name="ve" value={back} />
          <ul class="files">
            {files.map((file, i) => (
              <FileRow
                key={file.id}
                file={file}
                lang={lang}
                isOpen={isOpen}
                isFirst={i === 0}
                isLast={i === files.length - 1}
              />
            ))}
          </ul>
          {isOpen && paper && paper.doubts > 0 && (
            <Button look="secondary" icon="check">
              {say(lang, words.confirm)}
            </Button>
          )}
        </form>
      )}
      {isOpen && files.length < maxFilesPerPaper && (
        <Upload {...props} here={here} isFirst={files.length === 0} />
      )}
    </section>
  );
}

interface StandingProps {
  readonly lang: Lang;
  readonly state: PaperState;
  readonly isNeeded: boolean;
  readonly doubts: number;
}

function Standing({ lang, state, isNeeded, doubts }: StandingProps) {
  if (state === 'missing' && !isNeeded)
    return <StatusTag tone="neutral">{say(lang, words.optional)}</StatusTag>;
  if (state === 'ready' && doubts > 0)
    return <StatusTag tone="warning">{say(lang, words.lookAgain)}</StatusTag>;
  return <StatusTag tone={tones[state]}>{say(lang, words[state])}</StatusTag>;
}

const tones: Readonly<Record<PaperState, Tone>> = {
  missing: 'neutral',
  uploaded: 'info',
  checking: 'info',
  rejected: 'error',
  ready: 'good',
};

function Doubts({ lang, count }: { readonly lang: Lang; readonly count: number }) {
  return (
    <WarningText lang={lang}>{say(lang, fill(words.doubts, { count: String(count) }))}</WarningText>
  );
}

function Upload(props: PaperCardProps & { readonly here: string; readonly isFirst: boolean }) {
  const { visit, code, name, back, here, isFirst } = props;
  const { lang } = visit;
  const field = `tep-${code}`;
  const target = `${here}?_csrf=${encodeURIComponent(visit.csrf)}&ve=${encodeURIComponent(back)}`;
  return (
    <form
      method="post"
      action={target}
      enctype="multipart/form-data"
      data-owner={props.owner}
      data-paper={code}
    >
      <div class="ask">
        <label class="label" for={field}>
          {say(lang, isFirst ? words.choose : words.more)}{' '}
          <span class="unseen">{say(lang, name)}</span>
        </label>
        <p class="hint" id={`${field}-hint`}>
          {say(lang, words.kinds)}
        </p>
        <div class="upload">
          <input
            type="file"
            id={field}
            name="tep"
            multiple
            accept="image/*,.heic,.heif,application/pdf,.pdf,.docx"
            aria-describedby={`${field}-hint`}
          />
          <Button look="secondary" small icon="upload" about={say(lang, name)}>
            {say(lang, text('Tải lên', 'Upload'))}
          </Button>
        </div>
      </div>
    </form>
  );
}
