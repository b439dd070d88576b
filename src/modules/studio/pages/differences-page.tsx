import { getArtefacts, listVersionsOf } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { InsetText, Table } from '#/ui/index.ts';
import { fill, say, text } from '#/values/text.ts';
import { compareArtefacts } from '../differences/compare.ts';
import type { Difference } from '../differences/difference.ts';
import { framed } from './frame.tsx';
import type { Bench } from './workbench.ts';

const words = {
  title: text('Khác gì bản đang công bố', 'What differs from the published version'),
  against: text('So với phiên bản {no}.', 'Compared with version {no}.'),
  fresh: text(
    'Đây là thủ tục mới, chưa có phiên bản nào để so.',
    'This is a new procedure; there is no version to compare with.',
  ),
  same: text('Không có gì khác.', 'Nothing differs.'),
  place: text('Chỗ', 'Place'),
  was: text('Trước', 'Before'),
  now: text('Bây giờ', 'Now'),
  none: text('(không có)', '(nothing)'),
} as const;

/** What a draft changes, in words. */
export async function showDifferences(tx: Tx, visit: Visit, bench: Bench): Promise<Shown> {
  const { lang } = visit;
  const { draft } = bench;
  const title = say(lang, words.title);
  const version = (await listVersionsOf(tx, draft.slug)).find(
    ({ id }) => id === draft.baseVersionId,
  );
  const parts =
    version === undefined
      ? []
      : compareArtefacts(await getArtefacts(tx, version.id), bench.artefacts, lang);
  const view = (
    <>
      <h1>{title}</h1>
      {version === undefined ? (
        <InsetText>{say(lang, words.fresh)}</InsetText>
      ) : (
        <p class="lead">
          {say(lang, fill(words.against, { no: String(version.no) }))}{' '}
          {parts.length === 0 && say(lang, words.same)}
        </p>
      )}
      {parts.map((part) => (
        <section key={part.title.en}>
          <h2>{say(lang, part.title)}</h2>
          <List visit={visit} caption={say(lang, part.title)} list={part.list} />
        </section>
      ))}
    </>
  );
  return framed(visit, bench, { title, here: 'khac-biet', view });
}

interface ListProps {
  readonly visit: Visit;
  readonly caption: string;
  readonly list: readonly Difference[];
}

function List({ visit: { lang }, caption, list }: ListProps) {
  const told = (side: string | undefined) =>
    side === undefined ? <span class="soft">{say(lang, words.none)}</span> : <Words>{side}</Words>;
  return (
    <Table
      caption={caption}
      captionUnseen
      rows={list}
      columns={[
        { title: say(lang, words.place), heads: true, cell: ({ place }) => place },
        { title: say(lang, words.was), cell: ({ was }) => told(was) },
        { title: say(lang, words.now), cell: ({ now }) => told(now) },
      ]}
    />
  );
}

function Words({ children }: { readonly children: string }) {
  return (
    <>
      {children.split('\n').map((line, no) => (
        <div key={no}>{line}</div>
      ))}
    </>
  );
}
