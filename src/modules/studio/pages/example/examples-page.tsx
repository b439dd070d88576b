import type { Shown, Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { EmptyState, Link, LinkButton, StatusTag, Table } from '#/ui/index.ts';
import { say, text } from '#/values/text.ts';
import { readEditable } from '../../editable.ts';
import { framed } from '../frame.tsx';
import { ItemButtons } from '../list-deeds.tsx';
import { placeHref } from '../places.ts';
import type { Bench } from '../workbench.ts';

export const here = 'vi-du';

const words = {
  title: text('Ví dụ', 'Examples'),
  lead: text(
    'Luật viết thành ví dụ: trường hợp nào thì cần gì, thu bao nhiêu, trong bao lâu, theo điều khoản nào. Ví dụ sai thì không công bố được.',
    'The law as examples: which case needs what, costs how much, takes how long, by which clause. A red example blocks publication.',
  ),
  example: text('Trường hợp', 'Case'),
  outcome: text('Kết quả', 'Outcome'),
  holds: text('Đúng', 'Holds'),
  fails: text('Sai', 'Fails'),
  notRun: text('Chưa chạy được', 'Not run'),
  acts: text('Sắp xếp', 'Arrange'),
  copy: text('Nhân đôi', 'Double'),
  add: text('Thêm ví dụ', 'Add an example'),
  none: text('Chưa có ví dụ nào', 'No examples yet'),
  noneHint: text(
    'Viết ít nhất một ví dụ cho mỗi điều khoản.',
    'Write at least one for each clause.',
  ),
} as const;

/** The examples of a draft, green or red. */
export function showExamples(visit: Visit, bench: Bench): Shown | Refusal {
  const { lang } = visit;
  const examples = readEditable('examples.json', bench.artefacts);
  if (isRefusal(examples)) return examples;
  const href = (path: string) => placeHref(bench.draft.id, `${here}/${path}`);
  const results = bench.check.examples;
  const view = (
    <>
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      <LinkButton href={href('_moi')} icon="plus">
        {say(lang, words.add)}
      </LinkButton>
      <Table
        caption={say(lang, words.title)}
        captionUnseen
        rows={examples.map((example, at) => ({ example, at, result: results?.[at] }))}
        empty={<EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>}
        columns={[
          {
            title: say(lang, words.example),
            cell: ({ example, at, result }) => (
              <>
                <Link href={href(String(at + 1))}>{example.title}</Link>
                {(result?.faults ?? []).map((fault, no) => (
                  <p class="small" key={no}>
                    {fault.words}
                  </p>
                ))}
              </>
            ),
          },
          {
            title: say(lang, words.outcome),
            cell: ({ result }) =>
              result === undefined ? (
                <StatusTag tone="neutral">{say(lang, words.notRun)}</StatusTag>
              ) : (
                <StatusTag tone={result.faults.length === 0 ? 'good' : 'error'}>
                  {say(lang, result.faults.length === 0 ? words.holds : words.fails)}
                </StatusTag>
              ),
          },
          {
            title: say(lang, words.acts),
            cell: ({ example, at }) => (
              <>
                <Link href={`${href('_moi')}?tu=${at + 1}`}>
                  {say(lang, words.copy)}
                  <span class="unseen"> {example.title}</span>
                </Link>
                <ItemButtons
                  visit={visit}
                  bench={bench}
                  path={href(String(at + 1))}
                  about={example.title}
                  isFirst={at === 0}
                  isLast={at === examples.length - 1}
                />
              </>
            ),
          },
        ]}
      />
    </>
  );
  return framed(visit, bench, { title: say(lang, words.title), here, view });
}
