import { lookupsOf } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Filled, Lookups, Question } from '#/platform/form/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { Ask, Button, Details, ErrorSummary, Form } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { say, text, type Lang } from '#/values/text.ts';
import type { TypedCondition } from '../sentence/condition-form.ts';
import { ConditionFields } from './condition-fields.tsx';
import { framed } from './frame.tsx';
import { ClashNotice, RevisionField, type Clashed } from './saving.tsx';
import type { Section, SectionCondition } from './section.ts';
import type { Bench } from './workbench.ts';

const words = { save: text('Lưu', 'Save') } as const;

/** A section as it was left: what was typed, what is wrong, what others wrote. */
export interface Left extends Filled {
  readonly conditions: Readonly<Record<string, TypedCondition>>;
  readonly revision?: number | undefined;
  readonly clash?: Clashed | undefined;
}

/** The page of a section as it was left. */
export async function showSection(
  tx: Tx,
  visit: Visit,
  bench: Bench,
  section: Section,
  left: Left,
  status?: 422,
): Promise<Shown> {
  const { lang } = visit;
  const lookups = await lookupsOf(tx, dayOf(visit.now));
  const view = (
    <>
      <ErrorSummary lang={lang} wrong={left.wrong} />
      {left.clash !== undefined && <ClashNotice visit={visit} clash={left.clash} />}
      <h1>{section.title}</h1>
      {section.lead !== undefined && <p class="lead">{say(lang, section.lead)}</p>}
      <Form csrf={visit.csrf} lang={lang} action={visit.path}>
        <RevisionField revision={left.revision ?? bench.draft.revision} />
        <Questions {...{ visit, section, left, lookups }} />
        {(section.conditions ?? []).map((condition) => (
          <Condition key={condition.prefix} {...{ lang, condition, left }} />
        ))}
        {section.within}
        <Button>{say(lang, words.save)}</Button>
      </Form>
      {section.below}
    </>
  );
  return framed(visit, bench, {
    title: section.title,
    here: section.here,
    view,
    status,
    back: section.back,
  });
}

interface ConditionProps {
  readonly lang: Lang;
  readonly condition: SectionCondition;
  readonly left: Left;
}

/** A condition of a section; a rare one stands folded, open when it says something or is wrong. */
function Condition({ lang, condition, left: { conditions, wrong } }: ConditionProps) {
  const { prefix, label, hint, scope, isRare = false } = condition;
  const typed = conditions[prefix]!;
  const fields = (
    <ConditionFields
      lang={lang}
      prefix={prefix}
      label={label}
      hint={hint}
      typed={typed}
      wrong={wrong}
      subjects={scope.subjects}
      names={scope.names}
    />
  );
  if (!isRare) return fields;
  const isOpen =
    typed.mode !== 'always' || Object.keys(wrong).some((name) => name.startsWith(`${prefix}.`));
  return (
    <Details summary={say(lang, label)} open={isOpen}>
      {fields}
    </Details>
  );
}

interface QuestionsProps {
  readonly visit: Visit;
  readonly section: Section;
  readonly left: Left;
  readonly lookups: Lookups;
}

/** The questions of a section; those of a fold stand under its title, open when something in it is wrong. */
function Questions({ visit: { lang }, section, left, lookups }: QuestionsProps) {
  const folds = section.folds ?? [];
  const ask = (question: Question) => (
    <Ask
      key={question.name}
      question={question}
      lang={lang}
      lookups={lookups}
      typed={left.typed}
      wrong={left.wrong}
      refreshes={question.name === 'kind'}
    />
  );
  const isWrong = (names: ReadonlySet<string>) =>
    Object.keys(left.wrong).some((name) => names.has(name.split('.')[0]!));
  const outside = section.form.list.filter(
    ({ name }) => !folds.some(({ names }) => names.has(name)),
  );
  return (
    <>
      {outside.map(ask)}
      {folds.map(({ title, names, isOpen }) => (
        <Details key={title} summary={title} open={isOpen || isWrong(names)}>
          {section.form.list.filter(({ name }) => names.has(name)).map(ask)}
        </Details>
      ))}
    </>
  );
}
