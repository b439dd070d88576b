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
import { dayOf } from '#/values/day.ts';
import type { Text } from '#/values/text.ts';
import { editors, reviewers } from '../access.ts';
import {
  conditionOf,
  readTyped,
  typeCondition,
  type Scope,
  type TypedCondition,
} from '../sentence/condition-form.ts';
import { revisionOf, saveAnd, textsSeen } from './saving.tsx';
import { showSection as shown, type Left } from './section-view.tsx';
import { layOut, type Bench, type Workbench } from './workbench.ts';

/** One condition of a section. */
export interface SectionCondition {
  readonly prefix: string;
  readonly label: Text;
  readonly hint?: Text | undefined;
  readonly scope: Scope;
  readonly feel: string | undefined;
  /** Few need it: it is folded away while it always holds. */
  readonly isRare?: boolean | undefined;
}

/** What was answered to a section: its questions, and its conditions as FEEL by their prefix. */
export interface Edited {
  readonly answers: Answers;
  readonly feel: Readonly<Record<string, string | undefined>>;
}

/** The text after an edit, and other texts that go with it. */
export interface Applied {
  readonly text: string;
  readonly others?: Partial<Artefacts> | undefined;
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
  /** Questions that are folded away under a title, by their names. */
  readonly folds?: readonly Fold[] | undefined;
  /** The answers tell of nobody: numbers of invented people are welcome. */
  readonly isInvented?: boolean | undefined;
  /** What a button of the section makes of the answers, instead of saving them; undefined when it is none of its own. */
  press?(
    deed: string,
    answers: Answers,
  ): { readonly answers: Answers } | { readonly wrong: Filled['wrong'] } | undefined;
  readonly file: ArtefactName;
  /** Puts what was answered into the text, or says what is wrong by posted name. */
  apply(edited: Edited): Applied | { readonly wrong: Filled['wrong'] };
  /** Where one goes after saving; what was answered may have changed the address. */
  goTo(edited: Edited): string;
  /** Stands in the form, before its button. */
  readonly within?: ComponentChildren;
  /** Stands below the form. */
  readonly below?: ComponentChildren;
}

/** Questions under a title of their own. */
interface Fold {
  readonly title: string;
  readonly names: ReadonlySet<string>;
  readonly isOpen: boolean;
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
  const demo = visit.isDemo || section.isInvented === true;
  const reading = section.form.read(body, { today: dayOf(visit.now), demo, lookups });
  const deed = [body['_do'] ?? ''].flat().at(-1);
  const conditions = readConditions(section, body, deed);
  const left = { ...reading, conditions: conditions.typed, revision };
  if (reading.again) return shown(tx, visit, bench, section, { ...left, wrong: {} });
  const wrong = { ...reading.wrong, ...conditions.wrong };
  if (reading.answers === undefined || Object.keys(wrong).length > 0) {
    return shown(tx, visit, bench, section, { ...left, wrong }, 422);
  }
  const answers = reading.answers as Answers;
  const pressed = deed === undefined ? undefined : section.press?.(deed, answers);
  if (pressed !== undefined) {
    if ('wrong' in pressed) return shown(tx, visit, bench, section, { ...left, ...pressed }, 422);
    const filled = section.form.filledWith({ ...answers, ...pressed.answers });
    return shown(tx, visit, bench, section, { ...left, ...filled });
  }
  const edited = { answers, feel: conditions.feel };
  const applied = section.apply(edited);
  if ('wrong' in applied) {
    return shown(tx, visit, bench, section, { ...left, wrong: applied.wrong }, 422);
  }
  return saveAnd({
    tx,
    visit,
    bench,
    revision,
    texts: { [section.file]: applied.text, ...applied.others },
    what: section.title,
    goTo: section.goTo(edited),
    again: (clash) => {
      const merged = open(visit, { ...bench, artefacts: clash.merged }, body);
      const kept = isRefusal(merged) ? { ...left, wrong: {} } : asItStands(merged);
      return shown(tx, visit, bench, section, { ...kept, revision: clash.revision, clash });
    },
  });
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
