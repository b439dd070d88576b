import type { CatalogueFacts } from '#/modules/procedure/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import type { Route, Shown, Visit } from '#/platform/http/index.ts';
import { Details, Link, StatusTag, SummaryList, Table } from '#/ui/index.ts';
import { noLookups } from '#/platform/form/index.ts';
import { tellAnswer } from '#/platform/form/tell-answer.ts';
import { dayOf } from '#/values/day.ts';
import { say, text, type Text } from '#/values/text.ts';
import { readEditable } from '../editable.ts';
import { writeJson } from '../text/write-json.ts';
import type { FactsSection } from './facts-section.ts';
import { factsSections } from './facts-sections.ts';
import { framed } from './frame.tsx';
import { home, placeHref } from './places.ts';
import { sectionRoutes } from './section.ts';
import type { Bench, Workbench } from './workbench.ts';

const here = 'thong-tin';

const words = {
  title: text('Thông tin công bố', 'Catalogue facts'),
  seven: text(
    'Bảy bộ phận bắt buộc (Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2)',
    'The seven compulsory parts (Decree 63/2010/NĐ-CP, article 8(2))',
  ),
  part: text('Bộ phận', 'Part'),
  standing: text('Tình trạng', 'State'),
  there: text('Đã có', 'There'),
  missing: text('Còn thiếu', 'Missing'),
  edit: text('Sửa: {part}', 'Edit: {part}'),
  raw: text('Sửa thẳng văn bản procedure.json', 'Edit the text of procedure.json'),
} as const;

type Facts = Partial<CatalogueFacts>;

/** What a decision that publishes a procedure must hold, and where it is written. */
const compulsory: readonly { title: Text; section: string; isThere: (facts: Facts) => boolean }[] =
  [
    { title: text('Tên thủ tục', 'Name'), section: 'ten', isThere: ({ name }) => isSaid(name) },
    {
      title: text('Trình tự thực hiện', 'Steps'),
      section: 'cach-thuc',
      isThere: ({ steps }) => isSaid(steps),
    },
    {
      title: text('Cách thức thực hiện', 'Ways of filing'),
      section: 'cach-thuc',
      isThere: ({ channels }) => isFilled(channels),
    },
    {
      title: text('Hồ sơ: thành phần và số lượng', 'Papers and their number'),
      section: 'giay-to',
      isThere: ({ papers }) => isFilled(papers),
    },
    {
      title: text('Thời hạn giải quyết', 'Deadline'),
      section: 'thoi-han-le-phi',
      isThere: ({ deadlineText }) => isSaid(deadlineText),
    },
    {
      title: text('Đối tượng thực hiện', 'Who may apply'),
      section: 'doi-tuong',
      isThere: ({ subjects }) => isFilled(subjects),
    },
    {
      title: text('Cơ quan thực hiện', 'Executing authority'),
      section: 'co-quan',
      isThere: ({ executingAgency }) => isSaid(executingAgency),
    },
  ];

function isSaid(words: Text | undefined): boolean {
  return typeof words?.vi === 'string' && words.vi.trim() !== '';
}

function isFilled(list: readonly unknown[] | undefined): boolean {
  return Array.isArray(list) && list.length > 0;
}

/** The facts of a draft at a glance, with the seven compulsory parts. */
export function showFacts(visit: Visit, bench: Bench): Shown | Refusal {
  const { lang } = visit;
  const facts = readEditable('procedure.json', bench.artefacts);
  if (isRefusal(facts)) return facts;
  const view = (
    <>
      <h1>{say(lang, words.title)}</h1>
      <Table
        caption={say(lang, words.seven)}
        rows={compulsory}
        columns={[
          {
            title: say(lang, words.part),
            heads: true,
            cell: ({ title, section }) => (
              <Link href={hrefOf(bench, section)}>{say(lang, title)}</Link>
            ),
          },
          {
            title: say(lang, words.standing),
            cell: ({ isThere }) => {
              const isWell = isThere(facts);
              return (
                <StatusTag tone={isWell ? 'good' : 'error'}>
                  {say(lang, isWell ? words.there : words.missing)}
                </StatusTag>
              );
            },
          },
        ]}
      />
      {factsSections.map((section) => (
        <section key={section.slug}>
          <h2>
            <Link href={hrefOf(bench, section.slug)}>{say(lang, section.title)}</Link>
          </h2>
          <SummaryList lang={lang} rows={rowsOf(visit, section, facts)} />
        </section>
      ))}
      <p>
        <Link href={placeHref(bench.draft.id, 'van-ban/procedure.json')}>
          {say(lang, words.raw)}
        </Link>
      </p>
    </>
  );
  return framed(visit, bench, { title: say(lang, words.title), here, view });
}

function hrefOf({ draft }: Bench, section: string): string {
  return placeHref(draft.id, section === 'giay-to' ? section : `${here}/${section}`);
}

function rowsOf({ lang, now, isDemo }: Visit, section: FactsSection, facts: Facts) {
  const answers = section.fill(facts);
  const setting = { today: dayOf(now), demo: isDemo, lookups: noLookups };
  return section.form.list
    .filter(({ name }) => !name.endsWith('_en'))
    .map((question) => {
      const value = tellAnswer(question, answers[question.name], lang, setting);
      const label = say(lang, question.label);
      return {
        label,
        value:
          value.length > 400 ? (
            <Details summary={`${value.slice(0, 120)}…`}>{value}</Details>
          ) : (
            value
          ),
      };
    });
}

/** The pages of the facts. */
export function factsRoutes(workbench: Workbench): Route[] {
  return sectionRoutes(workbench, `${home}/:id/${here}/:phan`, (visit, bench) => {
    const section = factsSections.find(({ slug }) => slug === visit.params['phan']);
    if (section === undefined) return refuse('studio.no-place');
    const { lang } = visit;
    const facts = readEditable('procedure.json', bench.artefacts);
    if (isRefusal(facts)) return facts;
    const list = placeHref(bench.draft.id, here);
    return {
      title: say(lang, section.title),
      lead: section.lead,
      here,
      back: { href: list, title: say(lang, words.title) },
      form: section.form,
      answers: section.fill(facts),
      file: 'procedure.json',
      apply: ({ answers }) => ({
        text: writeJson({ ...facts, ...section.change(answers, facts) }),
      }),
      goTo: () => list,
    };
  });
}
