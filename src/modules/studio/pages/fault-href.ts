import type { BundleFault } from '#/modules/procedure/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { readEditable } from '../editable.ts';
import { partOf, placeHref } from './places.ts';
import type { Bench } from './workbench.ts';

/** Where a fault is mended: its question, paper, table, step or example when the place names one, else its part. */
export function faultHref(bench: Pick<Bench, 'draft' | 'artefacts'>, fault: BundleFault): string {
  const part = partOf(fault)?.path ?? 'kiem-tra';
  const below = belowPart(bench, fault);
  return placeHref(bench.draft.id, below === undefined ? part : `${part}/${below}`);
}

function belowPart(
  { artefacts }: Pick<Bench, 'artefacts'>,
  fault: BundleFault,
): string | undefined {
  const steps = fault.place.split(' › ');
  const no = (at: number) => Number(steps[at]) - 1;
  switch (fault.file) {
    case 'form.json': {
      const form = readEditable('form.json', artefacts);
      if (isRefusal(form)) return undefined;
      if (steps[0] === 'computed') return 'gia-tri';
      if (steps[0] === 'checks') return `doi-chieu/${steps[1] ?? ''}`;
      const page = form.pages[no(1)];
      const question = steps[2] === 'questions' ? page?.questions[no(3)] : undefined;
      if (question !== undefined) return `cau/${encodeURIComponent(question.name)}`;
      return page === undefined ? undefined : `trang/${page.id}`;
    }
    case 'procedure.json': {
      const facts = readEditable('procedure.json', artefacts);
      if (isRefusal(facts)) return undefined;
      if (steps[0] === 'papers') return named(facts.papers?.[no(1)]?.code);
      return steps[0] === 'eligibility' ? named(facts.eligibility?.[no(1)]?.name) : undefined;
    }
    case 'rules.dmn':
      return named(/^(\w+), /.exec(fault.place)?.[1]);
    case 'process.bpmn':
      return undefined;
    case 'examples.json':
      return /^\d+$/.test(steps[0] ?? '') ? steps[0] : undefined;
    default:
      return undefined;
  }
}

function named(name: string | undefined): string | undefined {
  return name === undefined ? undefined : encodeURIComponent(name);
}
