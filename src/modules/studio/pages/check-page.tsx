import type { BundleFault } from '#/modules/procedure/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { Link, LinkButton, NotificationBanner, StatusTag, Table } from '#/ui/index.ts';
import { fill, say, text } from '#/values/text.ts';
import { framed } from './frame.tsx';
import { faultHref } from './fault-href.ts';
import { parts, placeHref } from './places.ts';
import type { Bench } from './workbench.ts';

const words = {
  title: text('Kiểm tra', 'Check'),
  lead: text(
    'Máy đọc lại toàn bộ bản nháp: thông tin, tờ khai, quy tắc, quy trình, mẫu kết quả, và chạy mọi ví dụ. Còn chỗ sai thì không công bố được.',
    'The whole draft is read again: facts, form, rules, process, template, and all examples are run. While there are faults it cannot be published.',
  ),
  good: text('Không còn chỗ nào sai', 'Nothing is wrong'),
  goodNote: text(
    'Bạn có thể gửi người khác duyệt.',
    'You may hand it to somebody else for review.',
  ),
  review: text('Duyệt và công bố', 'Review and publish'),
  red: text('Còn {n} chỗ sai', '{n} faults'),
  redNote: text('Bấm vào từng chỗ để tới nơi sửa.', 'Press a place to go where it is mended.'),
  place: text('Chỗ', 'Place'),
  what: text('Sai gì, sửa thế nào', 'What is wrong and how to mend it'),
  examples: text('Ví dụ của luật', 'Examples of the law'),
  example: text('Ví dụ', 'Example'),
  outcome: text('Kết quả', 'Outcome'),
  holds: text('Đúng', 'Holds'),
  fails: text('Sai', 'Fails'),
  notRun: text(
    'Các ví dụ chưa chạy được vì còn chỗ sai ở trên.',
    'The examples cannot run before the faults above are mended.',
  ),
  whole: text('cả phần này', 'the whole part'),
} as const;

/** Everything that can be said of a draft by machine, each with the way to where it is mended. */
export function showCheck(visit: Visit, bench: Bench): Shown {
  const { lang } = visit;
  const { draft, check } = bench;
  const isGood = check.faults.length === 0;
  const view = (
    <>
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      {isGood ? (
        <>
          <NotificationBanner lang={lang} tone="good" title={say(lang, words.good)}>
            {say(lang, words.goodNote)}
          </NotificationBanner>
          <LinkButton href={placeHref(draft.id, 'duyet')}>{say(lang, words.review)}</LinkButton>
        </>
      ) : (
        <NotificationBanner
          lang={lang}
          tone="error"
          title={say(lang, fill(words.red, { n: String(check.faults.length) }))}
        >
          {say(lang, words.redNote)}
        </NotificationBanner>
      )}
      {parts.map(({ path, title, faults }) => {
        const found = check.faults.filter((fault) => faults!(fault));
        if (found.length === 0) return null;
        return (
          <section key={path}>
            <h2>{say(lang, title)}</h2>
            <Faults visit={visit} bench={bench} faults={found} caption={say(lang, title)} />
          </section>
        );
      })}
      <h2>{say(lang, words.examples)}</h2>
      <ExampleResults visit={visit} bench={bench} />
    </>
  );
  return framed(visit, bench, { title: say(lang, words.title), here: 'kiem-tra', view });
}

interface FaultsProps {
  readonly visit: Visit;
  readonly bench: Bench;
  readonly faults: readonly BundleFault[];
  readonly caption: string;
}

function Faults({ visit: { lang }, bench, faults, caption }: FaultsProps) {
  return (
    <Table
      caption={caption}
      captionUnseen
      rows={faults}
      columns={[
        {
          title: say(lang, words.place),
          heads: true,
          cell: (fault) => (
            <Link href={faultHref(bench, fault)}>
              {fault.place === '' ? say(lang, words.whole) : fault.place}
            </Link>
          ),
        },
        { title: say(lang, words.what), cell: (fault) => fault.words },
      ]}
    />
  );
}

function ExampleResults({
  visit: { lang },
  bench,
}: {
  readonly visit: Visit;
  readonly bench: Bench;
}) {
  const { draft, check } = bench;
  if (check.examples === undefined) return <p>{say(lang, words.notRun)}</p>;
  return (
    <Table
      caption={say(lang, words.examples)}
      captionUnseen
      rows={check.examples.map((result, at) => ({ ...result, no: at + 1 }))}
      columns={[
        {
          title: say(lang, words.example),
          cell: ({ title, no }) => <Link href={placeHref(draft.id, `vi-du/${no}`)}>{title}</Link>,
        },
        {
          title: say(lang, words.outcome),
          cell: ({ faults }) => (
            <StatusTag tone={faults.length === 0 ? 'good' : 'error'}>
              {say(lang, faults.length === 0 ? words.holds : words.fails)}
            </StatusTag>
          ),
        },
      ]}
    />
  );
}
