import { ask, form, type Answers } from '#/platform/form/index.ts';
import type { Route, Visit } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { say, text, type Text } from '#/values/text.ts';
import { bilingual, mustWords, typeWords } from '../../question/bilingual.ts';
import { afterStepDeed, freshId, mayRefuse, putStep } from '../../steps/edit-steps.ts';
import { readSteps, tasksIn } from '../../steps/read-steps.ts';
import { kindFacts, returnsTo, type StepList, type StepRow } from '../../steps/step-list.ts';
import { writeSteps } from '../../steps/write-steps.ts';
import { withAttributes } from '../../text/attributes.ts';
import { attribute, type Span } from '../../text/spans.ts';
import { deedRoutes } from '../list-deeds.tsx';
import { home, placeHref } from '../places.ts';
import { sectionRoutes, type Section } from '../section.ts';
import type { Bench, Workbench } from '../workbench.ts';
import { here } from './process-page.tsx';
import { kindWords, roleWords, stepScope, unitWords } from './process-words.ts';
import { orRefuse } from '../rules/open-decision.ts';

const words = {
  process: text('Quy trình', 'Process'),
  fresh: text('Bước mới', 'New step'),
  onlyIf: text('Khi nào mới cần bước này?', 'When is this step needed?'),
} as const;

const choices = (list: Readonly<Record<string, Text>>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }));

const facts = {
  ...bilingual('name', { label: text('Tên bước', 'Name of the step') }),
  role: ask.select(choices(roleWords), { label: text('Ai làm?', 'Who does it?'), required: true }),
  unit: ask.select(choices(unitWords), {
    label: text('Ở đơn vị nào?', 'In which unit?'),
    required: true,
  }),
  hours: ask.decimal({ label: text('Giờ làm việc', 'Working hours'), min: 0, max: 10_000 }),
  hoursExtended: ask.decimal({
    label: text('Giờ khi gia hạn hoặc xác minh', 'Hours when extended'),
    min: 0,
    max: 10_000,
  }),
  legalBasis: ask.text({ label: text('Căn cứ', 'Legal basis'), maxLength: 500 }),
};

const kind = ask.select(choices(kindWords), {
  label: text('Loại bước', 'Kind of step'),
  required: true,
});

/** Single steps of a process, and the buttons beside them. */
export function stepRoutes(workbench: Workbench): Route[] {
  const path = `${home}/:id/${here}/buoc/:buoc`;
  return [
    ...sectionRoutes(workbench, path, (visit, bench) =>
      orRefuse(() => {
        const list = readSteps(bench.artefacts['process.bpmn']);
        return list === undefined ? plainStep(visit, bench) : listedStep(visit, bench, list);
      }),
    ),
    ...deedRoutes(workbench, path, (visit, bench) => {
      const xml = bench.artefacts['process.bpmn'];
      const list = readSteps(xml);
      const at = list?.steps.findIndex(({ id }) => id === visit.params['buoc']) ?? -1;
      if (list === undefined || at < 0) return refuse('studio.no-place');
      return {
        file: 'process.bpmn',
        here,
        what: say(visit.lang, list.steps[at]!.name),
        goTo: placeHref(bench.draft.id, here),
        apply: (deed) =>
          deed === 'bo' && list.steps.length === 1
            ? refuse('studio.last-one')
            : { text: writeSteps(xml, afterStepDeed(list, at, deed)) },
      };
    }),
  ];
}

/** A step of a process of the usual shape: its facts and its ways. */
function listedStep(visit: Visit, bench: Bench, list: StepList): Section | Refusal {
  const { lang } = visit;
  const xml = bench.artefacts['process.bpmn'];
  const id = visit.params['buoc'];
  const found = list.steps.findIndex((step) => step.id === id);
  if (found < 0 && id !== '_moi') return refuse('studio.no-place');
  const at = found < 0 ? undefined : found;
  const step = at === undefined ? undefined : list.steps[at];
  const before = list.steps.slice(0, at ?? Math.max(list.steps.length - 1, 0));
  const back = placeHref(bench.draft.id, here);
  return {
    title: step === undefined ? say(lang, words.fresh) : say(lang, step.name),
    here,
    back: { href: back, title: say(lang, words.process) },
    form: form({
      ...facts,
      kind,
      ...(before.length === 0
        ? {}
        : {
            returnsTo: ask.select(
              before.map((other) => ({ value: other.id, label: other.name })),
              {
                label: text(
                  'Không đạt thì trả lại về bước',
                  'If it is not in order it goes back to',
                ),
                hint: text(
                  'Chỉ bước xem lại và bước phê duyệt trả lại được',
                  'Only reviews and approvals may send back',
                ),
              },
            ),
          }),
      mayRefuse: ask.checkbox({
        label: text(
          'Có thể từ chối hồ sơ tại bước này (chỉ bước tiếp nhận)',
          'A case may be refused here (reception only)',
        ),
      }),
    }),
    answers:
      step === undefined
        ? { kind: 'handle' }
        : {
            ...typeFacts(step),
            kind: step.kind,
            returnsTo: returnsTo(step),
            mayRefuse: mayRefuse(step),
          },
    conditions: [
      { prefix: 'onlyIf', label: words.onlyIf, scope: stepScope, feel: step?.onlyIf?.feel },
    ],
    file: 'process.bpmn',
    apply({ answers, feel }) {
      const chosen = String(answers['kind']);
      const mayReturn = chosen === 'review' || chosen === 'approve';
      const written = putStep(list, at, stepOf(list, step, answers), {
        returnsTo: mayReturn ? (answers['returnsTo'] as string | undefined) : undefined,
        mayRefuse: chosen === 'receive' && answers['mayRefuse'] === true,
        onlyIf: feel['onlyIf'],
      });
      return { text: writeSteps(xml, written) };
    },
    goTo: () => back,
  };
}

/** A step of a process of any other shape: only its facts, changed in their place. */
function plainStep(visit: Visit, bench: Bench): Section | Refusal {
  const xml = bench.artefacts['process.bpmn'];
  const task = tasksIn(xml).find((span) => attribute(span, 'id') === visit.params['buoc']);
  if (task === undefined) return refuse('studio.no-place');
  const step = factsOf(task);
  const back = placeHref(bench.draft.id, here);
  return {
    title: say(visit.lang, step.name),
    here,
    back: { href: back, title: say(visit.lang, words.process) },
    form: form(facts),
    answers: typeFacts(step),
    file: 'process.bpmn',
    apply({ answers }) {
      const name = mustWords(answers, 'name');
      return {
        text: withAttributes(xml, task, {
          name: name.vi,
          'cqs:nameEn':
            name.en === name.vi && step.name.en === step.name.vi
              ? attribute(task, 'cqs:nameEn')
              : name.en,
          'cqs:role': String(answers['role']),
          'cqs:unit': String(answers['unit']),
          'cqs:hours': numberOf(answers['hours']),
          'cqs:hoursExtended': numberOf(answers['hoursExtended']),
          'cqs:legalBasis': answers['legalBasis'] as string | undefined,
        }),
      };
    },
    goTo: () => back,
  };
}

type Facts = Pick<StepRow, 'name' | 'role' | 'unit' | 'hours' | 'hoursExtended' | 'legalBasis'>;

function factsOf(task: Span): Facts {
  const vi = attribute(task, 'name') ?? '';
  const own = (name: string) => attribute(task, `cqs:${name}`);
  return {
    name: { vi, en: own('nameEn') ?? vi },
    role: own('role'),
    unit: own('unit'),
    hours: own('hours'),
    hoursExtended: own('hoursExtended'),
    legalBasis: own('legalBasis'),
  };
}

function typeFacts({ name, role, unit, hours, hoursExtended, legalBasis }: Facts): Answers {
  return {
    ...typeWords('name', name),
    role,
    unit,
    hours: hours === undefined ? undefined : Number(hours),
    hoursExtended: hoursExtended === undefined ? undefined : Number(hoursExtended),
    legalBasis,
  };
}

function stepOf(list: StepList, before: StepRow | undefined, answers: Answers): StepRow {
  const chosen = String(answers['kind']);
  const isSameKind = before?.kind === chosen;
  return {
    id: before?.id ?? freshId(list, chosen),
    name: mustWords(answers, 'name'),
    kind: chosen,
    role: String(answers['role']),
    unit: String(answers['unit']),
    hours: numberOf(answers['hours']),
    hoursExtended: numberOf(answers['hoursExtended']),
    state: isSameKind ? before.state : kindFacts[chosen]?.state,
    outcomes: isSameKind ? before.outcomes : kindFacts[chosen]?.outcomes,
    legalBasis: answers['legalBasis'] as string | undefined,
    form: before?.form,
    onlyIf: before?.onlyIf,
    gate: before?.gate,
  };
}

function numberOf(answer: unknown): string | undefined {
  return typeof answer === 'number' ? String(answer) : undefined;
}
