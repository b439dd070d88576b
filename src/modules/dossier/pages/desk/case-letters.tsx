import { PrintStanding, type Issued } from '#/modules/document/index.ts';
import { Link, Tag } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { say } from '#/values/text.ts';
import { caseWords as words } from './case-words.ts';
import type { CaseProps } from './dossier-view.tsx';

/** Letters, drafts and the result, each as a PDF. What still waits is printed when it is opened. */
export function Letters({ visit, opened }: CaseProps) {
  const { lang } = visit;
  return (
    <section aria-labelledby="van-ban">
      <h2 id="van-ban">{say(lang, words.letters)}</h2>
      {opened.letters.length === 0 && <p class="soft">{say(lang, words.lettersNone)}</p>}
      <ul class="files">
        {opened.letters.map((letter) => (
          <Letter key={letter.id} visit={visit} letter={letter} />
        ))}
      </ul>
      <p>
        <Link href={`/can-bo/ho-so/${opened.dossier.code}/phieu-kiem-soat`}>
          {say(lang, words.controlSheet)}
        </Link>
      </p>
    </section>
  );
}

function Letter({ visit, letter }: Pick<CaseProps, 'visit'> & { readonly letter: Issued }) {
  const { lang } = visit;
  return (
    <li class="file">
      <span class="file-name">
        {letter.state === 'failed' ? (
          letter.title
        ) : (
          <Link href={`/van-ban/${letter.id}`}>{letter.title} (PDF)</Link>
        )}{' '}
        <span class="soft small">
          {letter.number ?? ''} {formatInstant(letter.requestedAt, lang)}
          {letter.state === 'waiting' && ` · ${say(lang, words.printing)}`}
        </span>
      </span>
      {letter.state === 'failed' && (
        <PrintStanding visit={visit} issued={letter} back={visit.path} />
      )}
      {letter.kind === 'DRAFT' && <Tag tone="warning">{say(lang, words.draft)}</Tag>}
    </li>
  );
}
