import type { ComponentChildren } from 'preact';
import { lookupsOf } from '#/modules/agency/index.ts';
import type { ArtefactName, Artefacts } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Answers, Asked, Filled, Form as Questions } from '#/platform/form/index.ts';
import {
  get,
  post,
  type Body,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { Ask, Button, ErrorSummary, Form } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { say, text, type Text } from '#/values/text.ts';
import { editors, reviewers } from '../access.ts';
import {
  conditionOf,
  readTyped,
  typeCondition,
  type Scope,
  type TypedCondition,
} from '../sentence/condition-form.ts';
import { ConditionFields } from './condition-fields.tsx';
import { framed } from './frame.tsx';
import {
  ClashNotice,
  RevisionField,
  revisionOf,
  saveAnd,
  textsSeen,
  type Clashed,
} from './saving.tsx';
import { layOut, type Bench, type Workbench } from './workbench.ts';

const words = { save: text('Lưu', 'Save') } as const;

/** One condition of a section. */
interface SectionCondition {
  readonly prefix: string;
  readonly label: Text;
  readonly hint?: Text | undefined;
  readonly scope: Scope;
  readonly feel: string | undefined;
}

/** What was answered to a section: its questions, and its conditions as FEEL by their prefix. */
export interface Edited {
  readonly answers: Answers;
  readonly feel: Readonly<Record<string, string | undefined>>;
}

/** A part of a draft that is edited on a page of its own. */
export interface Section {
  readonly title: string;
  readonly lead?: Text | undefined;
  /** Place in the rail. */
  readonly here: string;
  readonly back: { readonly href: string; readonly title: string };
  readonly form: Questions<Readonly<Record<string, Asked>>>;
  /** What stands there now. */
  readonly answers: Answers;
  readonly conditions?: readonly SectionCondition[] | undefined;
  readonly file: ArtefactName;
  /** Puts what was answered into the text, or says what is wrong by posted name. */
  apply(edited: Edited): { readonly text: string } | { readonly wrong: Filled['wrong'] };
  /** Where one goes after saving; what was answered may have changed the address. */
  goTo(edited: Edited): string;
  /** Stands below the form. */
  readonly below?: ComponentChildren;
}

/** Opens a section on a bench, whose texts may be those of an earlier revision; `body` is what was typed so far. */
export type OpenSection = (visit: Visit, bench: Bench, body: Body | undefined) => Section | Refusal;

/** The routes of a section: shown, and saved with the typing kept whatever is wrong. */
export function sectionRoutes(workbench: Workbench, path: string, open: OpenSection): Route[] {
  return [
    get(path, reviewers, async (tx, visit) => {
      const bench = await layOut(tx, visit, workbench);
      if (isRefusal(bench)) return bench;
      const section = open(visit, bench, undefined);
      return isRefusal(section) ? section : shown(tx, visit, bench, section, asItStands(section));
    }),
    post(path, editors, async (tx, visit, body) => {
      const bench = await layOut(tx, visit, workbench);
      return isRefusal(bench) ? bench : submit(tx, visit, bench, body, open);
    }),
  ];
}

async function submit(
  tx: Tx,
  visit: Visit,
  bench: Bench,
  body: Body,
  open: OpenSection,
): Promise<Shown | Redirect | Refusal> {
  const revision = revisionOf(body, bench);
  const seen = await textsSeen(tx, bench, revision);
  const section = open(visit, { ...bench, artefacts: seen }, body);
  if (isRefusal(section)) return section;
  const lookups = await lookupsOf(tx, dayOf(visit.now));
  const reading = section.form.read(body, { today: dayOf(visit.now), demo: visit.isDemo, lookups });
  const deed = [body['_do'] ?? ''].flat().at(-1);
  const conditions = readConditions(section, body, deed);
  const left = { ...reading, conditions: conditions.typed, revision };
  if (reading.again) return shown(tx, visit, bench, section, { ...left, wrong: {} });
  const wrong = { ...reading.wrong, ...conditions.wrong };
  if (reading.answers === undefined || Object.keys(wrong).length > 0) {
    return shown(tx, visit, bench, section, { ...left, wrong }, 422);
  }
  const edited = { answers: reading.answers as Answers, feel: conditions.feel };
  const applied = section.apply(edited);
  if ('wrong' in applied) {
    return shown(tx, visit, bench, section, { ...left, wrong: applied.wrong }, 422);
  }
  return saveAnd({
    tx,
    visit,
    bench,
    revision,
    texts: { [section.file]: applied.text } as Partial<Artefacts>,
    what: section.title,
    goTo: section.goTo(edited),
    again: (clash) => {
      const merged = open(visit, { ...bench, artefacts: clash.merged }, body);
      const kept = isRefusal(merged) ? { ...left, wrong: {} } : asItStands(merged);
      return shown(tx, visit, bench, section, { ...kept, revision: clash.revision, clash });
    },
  });
}

/** A section as it was left: what was typed, what is wrong, what others wrote. */
interface Left extends Filled {
  readonly conditions: Readonly<Record<string, TypedCondition>>;
  readonly revision?: number | undefined;
  readonly clash?: Clashed | undefined;
}

function asItStands({ form, answers, conditions = [] }: Section): Left {
  const typed = conditions.map(({ prefix, feel }) => [prefix, typeCondition(feel)] as const);
  return { ...form.filledWith(answers), conditions: Object.fromEntries(typed) };
}

function readConditions({ conditions = [] }: Section, body: Body, deed: string | undefined) {
  const typed: Record<string, TypedCondition> = {};
  const feel: Record<string, string | undefined> = {};
  let wrong: Filled['wrong'] = {};
  for (const { prefix, scope, feel: before } of conditions) {
    typed[prefix] = readTyped(body, prefix, deed);
    const read = conditionOf(typed[prefix], prefix, scope, before);
    if ('wrong' in read) wrong = { ...wrong, ...read.wrong };
    else feel[prefix] = read.feel;
  }
  return { typed, feel, wrong };
}

async function shown(
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
        {section.form.list.map((question) => (
          <Ask
            key={question.name}
            question={question}
            lang={lang}
            lookups={lookups}
            typed={left.typed}
            wrong={left.wrong}
            refreshes={question.name === 'kind'}
          />
        ))}
        {(section.conditions ?? []).map(({ prefix, label, hint, scope }) => (
          <ConditionFields
            key={prefix}
            lang={lang}
            prefix={prefix}
            label={label}
            hint={hint}
            typed={left.conditions[prefix]!}
            wrong={left.wrong}
            subjects={scope.subjects}
            names={scope.names}
          />
        ))}
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
