import type { Text } from '#/values/text.ts';
import { blankBefore, childrenOf, escaped, escapedText, readSpans, splice } from '../text/spans.ts';
import type { Event, Gate, StepList, StepRow } from './step-list.ts';

/**
 * The process text with these steps. What stands around the process stays letter by letter, but for a drawing: it
 * would show the old steps, so it goes and the picture is laid out anew.
 */
export function writeSteps(xml: string, list: StepList): string {
  const root = readSpans(xml);
  const [process] = childrenOf(root, 'process');
  const prefix = process!.name.slice(0, process!.name.length - 'process'.length);
  const inside = [...nodesOf(list, prefix), '', ...flowsOf(list, prefix)].map(
    (line) => `\n${line === '' ? '' : '    '}${line}`,
  );
  const drawings = root.children.filter(({ local }) => local === 'BPMNDiagram');
  return splice(xml, [
    { from: process!.openTo, to: process!.closeFrom, text: `${inside.join('')}\n  ` },
    ...drawings.map((drawing) => ({
      from: blankBefore(xml, drawing.from),
      to: drawing.to,
      text: '',
    })),
  ]);
}

function nodesOf({ start, steps, last, ends }: StepList, prefix: string): string[] {
  return [
    `<${prefix}startEvent ${named(start)}/>`,
    ...steps.flatMap((step) => [
      ...(step.onlyIf === undefined ? [] : [gateway(step.onlyIf.gate, prefix)]),
      task(step, prefix),
      ...(step.gate === undefined ? [] : [gateway(step.gate, prefix)]),
    ]),
    ...(last === undefined ? [] : [gateway(last, prefix)]),
    ...ends.map((end) => `<${prefix}endEvent ${named(end)}/>`),
  ];
}

function named({ id, name }: { readonly id: string; readonly name: Text }): string {
  const english = name.en === name.vi ? '' : ` cqs:nameEn="${escaped(name.en)}"`;
  return `id="${escaped(id)}" name="${escaped(name.vi)}"${english}`;
}

function gateway(gate: Gate, prefix: string): string {
  return `<${prefix}exclusiveGateway ${named(gate)} default="${escaped(nextIdOf(gate))}"/>`;
}

function nextIdOf({ id, nextId }: Gate): string {
  return nextId ?? `${id}_next`;
}

function task(step: StepRow, prefix: string): string {
  const facts = (['kind', 'role', 'unit', 'hours', 'hoursExtended'] as const).flatMap((name) =>
    fact(step, name),
  );
  const more = (['state', 'outcomes'] as const).flatMap((name) => fact(step, name));
  const rest = (['form', 'legalBasis'] as const).flatMap((name) => fact(step, name));
  const english = step.name.en === step.name.vi ? [] : [`cqs:nameEn="${escaped(step.name.en)}"`];
  const lines = [english, facts, more, rest]
    .filter((line) => line.length > 0)
    .map((line) => `\n      ${line.join(' ')}`);
  return `<${prefix}userTask id="${escaped(step.id)}" name="${escaped(step.name.vi)}"${lines.join('')}/>`;
}

function fact(
  step: StepRow,
  name: Exclude<keyof StepRow, 'id' | 'name' | 'onlyIf' | 'gate'>,
): string[] {
  const value = step[name];
  return value === undefined || value === '' ? [] : [`cqs:${name}="${escaped(value)}"`];
}

function flowsOf({ start, steps, last, end }: StepList, prefix: string): string[] {
  const ids = new Set<string>();
  const flow = (
    from: string,
    to: string,
    words?: string,
    condition?: string,
    wanted = `${from}_${to}`,
  ) => {
    let id = wanted;
    for (let no = 2; ids.has(id); no += 1) id = `${wanted}_${no}`;
    ids.add(id);
    const name = words === undefined ? '' : ` name="${escaped(words)}"`;
    const head = `<${prefix}sequenceFlow id="${escaped(id)}"${name} sourceRef="${escaped(from)}" targetRef="${escaped(to)}"`;
    if (condition === undefined) return `${head}/>`;
    return `${head}>\n      <${prefix}conditionExpression xsi:type="${prefix}tFormalExpression">${escapedText(condition)}</${prefix}conditionExpression>\n    </${prefix}sequenceFlow>`;
  };
  const on = (gate: Gate, to: string) => flow(gate.id, to, gate.next, undefined, nextIdOf(gate));
  const ways = (gate: Gate) =>
    gate.ways.map(({ to, words, condition }) => flow(gate.id, to, words, condition));
  // Where a case arrives that goes on to the step at a place: at the gateway before a step that may be skipped.
  const entry = (at: number): string => {
    const step = steps[at];
    if (step !== undefined) return step.onlyIf?.gate.id ?? step.id;
    return last?.id ?? end;
  };
  return [
    flow(start.id, entry(0)),
    ...steps.flatMap((step, at) => {
      const next = entry(at + 1);
      const { onlyIf, gate } = step;
      const skip =
        onlyIf === undefined
          ? []
          : [
              on(onlyIf.gate, next),
              flow(onlyIf.gate.id, step.id, onlyIf.gate.ways[0]?.words, onlyIf.feel),
            ];
      return gate === undefined
        ? [...skip, flow(step.id, next)]
        : [...skip, flow(step.id, gate.id), on(gate, next), ...ways(gate)];
    }),
    ...(last === undefined ? [] : [on(last, end), ...ways(last)]),
  ];
}

/** Elements that only this list has an event for: unused ends are not written. */
export function usedEnds(list: StepList): readonly Event[] {
  const targets = new Set([
    list.end,
    ...[list.last, ...list.steps.map(({ gate }) => gate)].flatMap(
      (gate) => gate?.ways.map(({ to }) => to) ?? [],
    ),
  ]);
  return list.ends.filter(({ id }) => targets.has(id));
}
