import type { Question } from '#/platform/form/index.ts';
import type { Route, Shown, Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { EmptyState, Link, LinkButton, Table } from '#/ui/index.ts';
import { say, text } from '#/values/text.ts';
import { scopeBefore } from '../conditions.ts';
import { afterDeed } from '../list-edit.ts';
import { library } from '../question/library.ts';
import { tellCondition } from '../sentence/tell.ts';
import { writeJson } from '../text/write-json.ts';
import { factsIn } from './form/form-texts.ts';
import { questionSection } from './form/question-section.ts';
import { framed } from './frame.tsx';
import { deedRoutes, ItemButtons } from './list-deeds.tsx';
import { home, placeHref } from './places.ts';
import { sectionRoutes } from './section.ts';
import type { Bench, Workbench } from './workbench.ts';

const here = 'hoi-truoc';

const words = {
  title: text('Hỏi trước khi nộp', 'Questions before filing'),
  lead: text(
    'Vài câu hỏi để báo trước: có nộp được không, cần giấy tờ gì, bao nhiêu tiền, mất bao lâu. Câu trùng mã với tờ khai thì không phải trả lời lại.',
    'Some questions that tell beforehand whether one may apply, which papers, how much and how long. Those named like questions of the form are not asked twice.',
  ),
  question: text('Câu hỏi', 'Question'),
  kind: text('Loại', 'Kind'),
  when: text('Hỏi khi', 'Asked when'),
  always: text('luôn hỏi', 'always'),
  acts: text('Sắp xếp', 'Arrange'),
  add: text('Thêm câu hỏi', 'Add a question'),
  none: text('Chưa có câu hỏi nào', 'No questions yet'),
  noneHint: text(
    'Không có cũng được: người dân vào thẳng tờ khai.',
    'None are needed: people go to the form at once.',
  ),
} as const;

/** The questions before filing in their order. */
export function showPrecheck(visit: Visit, bench: Bench): Shown | Refusal {
  const { lang } = visit;
  const facts = factsIn(bench);
  if (isRefusal(facts)) return facts;
  const questions = facts.eligibility ?? [];
  const { subjects } = scopeBefore(questions);
  const path = (name: string) => placeHref(bench.draft.id, `${here}/${encodeURIComponent(name)}`);
  const view = (
    <>
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      <LinkButton href={path('_moi')} icon="plus">
        {say(lang, words.add)}
      </LinkButton>
      <Table
        caption={say(lang, words.title)}
        captionUnseen
        rows={questions.map((question, at) => ({ question, at }))}
        empty={<EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>}
        columns={[
          {
            title: say(lang, words.question),
            heads: true,
            cell: ({ question }) => (
              <Link href={path(question.name)}>{say(lang, question.label)}</Link>
            ),
          },
          {
            title: say(lang, words.kind),
            cell: ({ question: { kind } }) =>
              library[kind] ? say(lang, library[kind].name) : kind,
          },
          {
            title: say(lang, words.when),
            cell: ({ question: { when } }) =>
              when === undefined ? say(lang, words.always) : tellCondition(when, subjects, lang),
          },
          {
            title: say(lang, words.acts),
            cell: ({ question, at }) => (
              <ItemButtons
                visit={visit}
                bench={bench}
                path={path(question.name)}
                about={say(lang, question.label)}
                isFirst={at === 0}
                isLast={at === questions.length - 1}
              />
            ),
          },
        ]}
      />
    </>
  );
  return framed(visit, bench, { title: say(lang, words.title), here, view });
}

/** Single questions before filing, and the buttons beside them. */
export function precheckRoutes(workbench: Workbench): Route[] {
  const path = `${home}/:id/${here}/:cau`;
  return [
    ...sectionRoutes(workbench, path, (visit, bench, body) => {
      const facts = factsIn(bench);
      if (isRefusal(facts)) return facts;
      const questions = facts.eligibility ?? [];
      const at = questions.findIndex(({ name }) => name === visit.params['cau']);
      if (at < 0 && visit.params['cau'] !== '_moi') return refuse('studio.no-place');
      const question = questions[at];
      const list = placeHref(bench.draft.id, here);
      const written = (eligibility: readonly Question[]) => writeJson({ ...facts, eligibility });
      return questionSection({
        visit,
        body,
        here,
        back: { href: list, title: say(visit.lang, words.title) },
        file: 'procedure.json',
        question,
        before: questions.slice(0, question === undefined ? questions.length : at),
        taken: questions.filter((other) => other !== question).map(({ name }) => name),
        write: (made) =>
          written(question === undefined ? [...questions, made] : questions.with(at, made)),
        goTo: () => list,
      });
    }),
    ...deedRoutes(workbench, path, (visit, bench) => {
      const facts = factsIn(bench);
      if (isRefusal(facts)) return facts;
      const questions = facts.eligibility ?? [];
      const at = questions.findIndex(({ name }) => name === visit.params['cau']);
      if (at < 0) return refuse('studio.no-place');
      return {
        file: 'procedure.json',
        here,
        what: say(visit.lang, questions[at]!.label),
        goTo: placeHref(bench.draft.id, here),
        apply: (deed) => ({
          text: writeJson({ ...facts, eligibility: afterDeed(questions, at, deed) }),
        }),
      };
    }),
  ];
}
