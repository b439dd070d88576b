import type { Shown, Visit } from '#/platform/http/index.ts';
import type { Refusal } from '#/platform/refusal.ts';
import { InsetText, Link, Table } from '#/ui/index.ts';
import { fill, say, text, type Text } from '#/values/text.ts';
import { readDecisions, readTable, type DecisionText } from '../../dmn/decisions.ts';
import { framed } from '../frame.tsx';
import { placeHref } from '../places.ts';
import type { Bench } from '../workbench.ts';
import { orRefuse } from './open-decision.ts';

export const here = 'quy-tac';

const words = {
  title: text('Quy tắc', 'Rules'),
  lead: text(
    'Luật viết thành bảng: ai chưa nộp được, cần giấy tờ gì, thu bao nhiêu, trong bao lâu. Mỗi dòng ghi căn cứ của nó.',
    'The law as tables: who cannot apply, which papers, how much, how long. Every row names its legal basis.',
  ),
  decision: text('Bảng', 'Table'),
  about: text('Trả lời câu hỏi', 'Answers'),
  form: text('Dạng', 'Form'),
  rows: text('{n} dòng', '{n} rows'),
  formula: text('Công thức', 'Formula'),
  other: text('Dạng khác, sửa ở văn bản gốc', 'Another form; edit the text'),
  raw: text('Sửa thẳng văn bản rules.dmn', 'Edit the text of rules.dmn'),
} as const;

/** What the decisions of every procedure are for; others are steps on the way. */
export const decisionWords: Readonly<
  Record<string, { readonly title: Text; readonly about: Text }>
> = {
  eligibility: {
    title: text('Điều kiện nộp', 'Eligibility'),
    about: text('Vì sao một người chưa nộp được?', 'Why may somebody not apply?'),
  },
  papers: {
    title: text('Giấy tờ cần có', 'Papers'),
    about: text('Hồ sơ này cần giấy tờ nào?', 'Which papers does this case need?'),
  },
  fees: {
    title: text('Phí, lệ phí', 'Fees'),
    about: text(
      'Thu khoản nào, bao nhiêu, theo nơi và theo ngày?',
      'Which fees, how much, by place and day?',
    ),
  },
  deadline: {
    title: text('Thời hạn', 'Deadline'),
    about: text('Cơ quan có bao lâu?', 'How long does the authority have?'),
  },
};

/** The title of a decision for people. */
export function titleOf({ name, label }: Pick<DecisionText, 'name' | 'label'>): Text {
  return decisionWords[name]?.title ?? text(label, label);
}

/** The decisions of a draft. */
export function showRules(visit: Visit, bench: Bench): Shown | Refusal {
  const { lang } = visit;
  const xml = bench.artefacts['rules.dmn'];
  return orRefuse(() => {
    const decisions = readDecisions(xml);
    const view = (
      <>
        <h1>{say(lang, words.title)}</h1>
        <p class="lead">{say(lang, words.lead)}</p>
        <Table
          caption={say(lang, words.title)}
          captionUnseen
          rows={decisions}
          keyOf={({ name }) => name}
          columns={[
            {
              title: say(lang, words.decision),
              heads: true,
              cell: (decision) => (
                <Link
                  href={placeHref(bench.draft.id, `${here}/${encodeURIComponent(decision.name)}`)}
                >
                  {say(lang, titleOf(decision))}
                </Link>
              ),
            },
            {
              title: say(lang, words.about),
              cell: ({ name }) => say(lang, decisionWords[name]?.about ?? text('', '')),
            },
            { title: say(lang, words.form), cell: (decision) => say(lang, formOf(xml, decision)) },
          ]}
        />
        <InsetText>
          <Link href={placeHref(bench.draft.id, 'van-ban/rules.dmn')}>{say(lang, words.raw)}</Link>
        </InsetText>
      </>
    );
    return framed(visit, bench, { title: say(lang, words.title), here, view });
  });
}

function formOf(xml: string, { table, literal }: DecisionText): Text {
  if (table === undefined) return literal === undefined ? words.other : words.formula;
  return fill(words.rows, { n: String(readTable(xml, table).rules.length) });
}
