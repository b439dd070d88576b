import { Button, Link, StatusTag } from '#/ui/index.ts';
import { fill, say, type Lang } from '#/values/text.ts';
import type { FileState, PaperFile, PaperPage } from '../papers/paper.ts';
import { spoiledWords } from '../refusals.ts';
import { doubtWords, words } from './paper-words.ts';

interface FileRowProps {
  readonly file: PaperFile;
  readonly lang: Lang;
  readonly isOpen: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** A file of a paper. Its buttons belong to the form around it. */
export function FileRow({ file, lang, isOpen, isFirst, isLast }: FileRowProps) {
  const here = `/tep/${file.id}`;
  const isMovable = isOpen && file.state === 'ready';
  return (
    <li class="file">
      <span class="file-name">
        {file.key === undefined ? file.name : <Link href={here}>{file.name}</Link>}{' '}
        <span class="soft small">{about(file, lang)}</span>
      </span>
      <StatusTag tone={tones[file.state]}>
        {say(lang, file.state === 'ready' ? words.taken : words[file.state])}
      </StatusTag>
      {isMovable && !isFirst && (
        <Button look="quiet" small formAction={`${here}/len`} about={file.name}>
          {say(lang, words.earlier)}
        </Button>
      )}
      {isMovable && !isLast && (
        <Button look="quiet" small formAction={`${here}/xuong`} about={file.name}>
          {say(lang, words.later)}
        </Button>
      )}
      {isOpen && (
        <Button look="quiet" small icon="trash-2" formAction={`${here}/bo`} about={file.name}>
          {say(lang, words.remove)}
        </Button>
      )}
      {file.spoiled !== undefined && <p class="message">{say(lang, spoiledWords(file.spoiled))}</p>}
      {file.pages.length > 0 && (
        <ul class="leaves">
          {file.pages.map((page) => (
            <Leaf key={page.no} page={page} here={here} lang={lang} isOpen={isOpen} />
          ))}
        </ul>
      )}
    </li>
  );
}

const tones = {
  uploaded: 'info',
  checking: 'info',
  ready: 'good',
  rejected: 'error',
} as const satisfies Record<FileState, string>;

interface LeafProps {
  readonly page: PaperPage;
  readonly here: string;
  readonly lang: Lang;
  readonly isOpen: boolean;
}

function Leaf({ page, here, lang, isOpen }: LeafProps) {
  const name = say(lang, fill(words.page, { no: String(page.no) }));
  const isDoubted = page.doubt !== undefined && !page.isConfirmed && !page.isDropped;
  return (
    <li class={`leaf${page.isDropped ? ' leaf--dropped' : ''}${isDoubted ? ' leaf--doubted' : ''}`}>
      {page.previewKey === undefined ? (
        <span class="leaf-text">{name}</span>
      ) : (
        <img
          src={`${here}/trang/${page.no}?xoay=${page.turn}`}
          alt={name}
          width="132"
          height="176"
          loading="lazy"
        />
      )}
      {page.doubt !== undefined && (
        <span>{say(lang, page.isConfirmed ? words.confirmed : doubtWords[page.doubt])}</span>
      )}
      {isOpen && !page.isDropped && (
        <>
          <Button
            look="quiet"
            small
            icon="rotate-cw"
            formAction={`${here}/trang/${page.no}/xoay`}
            about={name}
          >
            {say(lang, words.turn)}
          </Button>
          <Button
            look="quiet"
            small
            icon="x"
            formAction={`${here}/trang/${page.no}/bo`}
            about={name}
          >
            {say(lang, words.drop)}
          </Button>
        </>
      )}
      {isOpen && page.isDropped && (
        <Button
          look="quiet"
          small
          icon="undo-2"
          formAction={`${here}/trang/${page.no}/giu`}
          about={name}
        >
          {say(lang, words.keep)}
        </Button>
      )}
    </li>
  );
}

function about(file: PaperFile, lang: Lang): string {
  const size = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(
    file.size / 1024 / 1024,
  );
  const pages = file.pages.filter((page) => !page.isDropped).length;
  const shown = size === '0' ? '< 0,1' : size;
  if (pages === 0) return `${shown} MB`;
  return `${say(lang, fill(words.pages, { count: String(pages) }))} · ${shown} MB`;
}
