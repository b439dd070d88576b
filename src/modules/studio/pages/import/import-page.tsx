import { artefactNames } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { BackLink, Button, EmptyState, ErrorSummary, Link, Table } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say } from '#/values/text.ts';
import type { Staged } from '../../catalogue/staged.ts';
import { listStaged } from '../../store/index.ts';
import { Message } from '../condition-fields.tsx';
import { plainPage } from '../frame.tsx';
import { home } from '../places.ts';
import { flaws, type Flaw } from './flaws.ts';
import { importWords as words } from './import-words.ts';
import { importHref, State } from './staged-page.tsx';

/** Where a file is brought, and what was brought before. */
export async function showImport(tx: Tx, visit: Visit): Promise<Shown> {
  const { lang, query } = visit;
  const action = `${importHref}?_csrf=${encodeURIComponent(visit.csrf)}`;
  const flaw = Object.hasOwn(flaws, query['sai'] ?? '') ? flaws[query['sai'] as Flaw] : undefined;
  // Only names of the six files are told again: an address must not put words into our mouth.
  const names = artefactNames.filter((name) => (query['tep'] ?? '').includes(name)).join(', ');
  const wrong = flaw === undefined ? undefined : fill(flaw, { names });
  const view = (
    <>
      <BackLink lang={lang} href={home} />
      <ErrorSummary lang={lang} wrong={wrong === undefined ? {} : { tep: wrong }} />
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      <form method="post" action={action} enctype="multipart/form-data">
        <div class={wrong === undefined ? 'ask' : 'ask ask--wrong'}>
          <label class="label" for="tep">
            {say(lang, words.file)}
          </label>
          <p class="hint" id="tep-hint">
            {say(lang, words.hint)}
          </p>
          {wrong !== undefined && <Message lang={lang} name="tep" wrong={{ tep: wrong }} />}
          <div class="upload">
            <input
              type="file"
              id="tep"
              name="tep"
              accept=".json,.docx,.html,.htm,.zip"
              aria-describedby="tep-hint"
            />
          </div>
        </div>
        <Button icon="upload">{say(lang, words.bring)}</Button>
      </form>
      <h2>{say(lang, words.list)}</h2>
      <Waiting visit={visit} list={await listStaged(tx)} />
    </>
  );
  return plainPage(visit, say(lang, words.title), view, wrong === undefined ? 200 : 422);
}

function Waiting({ visit: { lang }, list }: { readonly visit: Visit; readonly list: Staged[] }) {
  return (
    <Table
      caption={say(lang, words.list)}
      captionUnseen
      rows={list}
      keyOf={({ id }) => id}
      empty={<EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>}
      columns={[
        {
          title: say(lang, words.procedure),
          heads: true,
          cell: ({ id, record, fileName }) => (
            <>
              <Link href={`${importHref}/${id}`}>{record?.name || fileName}</Link>
              <br />
              <span class="soft">{[record?.code, fileName].filter(Boolean).join(' · ')}</span>
            </>
          ),
        },
        { title: say(lang, words.state), cell: (staged) => <State lang={lang} staged={staged} /> },
        {
          title: say(lang, words.when),
          cell: ({ askedAt, askedByName }) => (
            <>
              {formatInstant(askedAt, lang)}
              <br />
              <span class="soft">{askedByName}</span>
            </>
          ),
        },
      ]}
    />
  );
}
