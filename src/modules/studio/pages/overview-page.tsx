import { findVersion } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { mayUse, type Shown, type Visit } from '#/platform/http/index.ts';
import {
  Button,
  ButtonRow,
  Details,
  Form,
  Link,
  LinkButton,
  SummaryList,
  TaskList,
} from '#/ui/index.ts';
import { formatDay, parseDay } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, text } from '#/values/text.ts';
import { editors } from '../access.ts';
import { mayNow } from '../draft.ts';
import { purposeWords } from '../draft-words.ts';
import { factsOf } from '../facts.ts';
import { listActs } from '../store/index.ts';
import { framed } from './frame.tsx';
import { parts, placeHref } from './places.ts';
import type { Bench } from './workbench.ts';

const words = {
  title: text('Tổng quan', 'Overview'),
  good: text('Ổn', 'In order'),
  red: text('{n} chỗ sai', '{n} faults'),
  purpose: text('Việc', 'Purpose'),
  address: text('Địa chỉ trên cổng', 'Address on the portal'),
  base: text('Sửa từ', 'Changed from'),
  baseNo: text('phiên bản {no}, hiệu lực từ {from}', 'version {no}, in force from {from}'),
  none: text('thủ tục chưa từng công bố', 'never published before'),
  from: text('Có hiệu lực từ', 'In force from'),
  until: text('Bãi bỏ từ', 'Repealed from'),
  saved: text('Lưu lần cuối', 'Last saved'),
  check: text('Xem hết các chỗ sai', 'See all faults'),
  review: text('Duyệt và công bố', 'Review and publish'),
  download: text('Tải gói về', 'Download the bundle'),
  discard: text('Bỏ bản nháp này', 'Discard this draft'),
  discardHint: text(
    'Bản nháp biến khỏi danh sách và không sửa được nữa. Lịch sử của nó vẫn được giữ.',
    'The draft leaves the list and can no longer be changed. Its history is kept.',
  ),
} as const;

/** One draft at a glance: what it is, how far each part is, what comes next. */
export async function showOverview(tx: Tx, visit: Visit, bench: Bench): Promise<Shown> {
  const { lang } = visit;
  const { draft, check } = bench;
  const view = (
    <>
      <h1>{draft.name}</h1>
      <SummaryList lang={lang} rows={await factRows(tx, visit, bench)} />
      <h2>{say(lang, text('Các phần', 'Parts'))}</h2>
      <TaskList
        tasks={parts.map(({ path, title, faults }) => {
          const n = check.faults.filter((fault) => faults!(fault)).length;
          return {
            title: say(lang, title),
            href: placeHref(draft.id, path),
            status: {
              tone: n === 0 ? 'good' : 'error',
              words: say(lang, n === 0 ? words.good : fill(words.red, { n: String(n) })),
            },
          };
        })}
      />
      <ButtonRow>
        <LinkButton href={placeHref(draft.id, check.faults.length > 0 ? 'kiem-tra' : 'duyet')}>
          {say(lang, check.faults.length > 0 ? words.check : words.review)}
        </LinkButton>
        <LinkButton href={placeHref(draft.id, 'tai-ve')} look="secondary" icon="download">
          {say(lang, words.download)}
        </LinkButton>
      </ButtonRow>
      {mayUse(visit.actor, editors) && mayNow('discard', draft.state) && (
        <Details summary={say(lang, words.discard)}>
          <p>{say(lang, words.discardHint)}</p>
          <Form csrf={visit.csrf} lang={lang} action={placeHref(draft.id, 'bo')}>
            <Button look="danger">{say(lang, words.discard)}</Button>
          </Form>
        </Details>
      )}
    </>
  );
  return framed(visit, bench, { title: say(lang, words.title), here: '', view });
}

async function factRows(tx: Tx, { lang }: Visit, { draft, artefacts }: Bench) {
  const facts = factsOf(artefacts);
  const base =
    draft.baseVersionId === null ? undefined : await findVersion(tx, draft.baseVersionId);
  const last = (await listActs(tx, draft.id)).find(({ revision }) => revision === draft.revision);
  const day = (written: unknown) => {
    const parsed = typeof written === 'string' ? parseDay(written) : undefined;
    return parsed === undefined ? '' : formatDay(parsed);
  };
  return [
    { label: say(lang, words.purpose), value: say(lang, purposeWords[draft.purpose]) },
    {
      label: say(lang, words.address),
      value: base ? (
        <Link href={`/dich-vu/${draft.slug}`}>{`/dich-vu/${draft.slug}`}</Link>
      ) : (
        `/dich-vu/${draft.slug}`
      ),
    },
    {
      label: say(lang, words.base),
      value: say(
        lang,
        base
          ? fill(words.baseNo, { no: String(base.no), from: formatDay(base.effectiveFrom) })
          : words.none,
      ),
    },
    { label: say(lang, words.from), value: day(facts.effectiveFrom) },
    ...(facts.repealedFrom === undefined
      ? []
      : [{ label: say(lang, words.until), value: day(facts.repealedFrom) }]),
    {
      label: say(lang, words.saved),
      value: `${formatInstant(draft.savedAt, lang)} · ${last?.actorName ?? ''}`,
    },
  ];
}
