import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  compileProcess,
  proveSound,
  stepList,
  type CompiledProcess,
} from '#/modules/process/index.ts';
import { text } from '#/values/text.ts';
import { skeletonOf } from '../skeleton/skeleton.ts';
import type { Day } from '#/values/day.ts';
import { withAttributes } from '../text/attributes.ts';
import { afterStepDeed, freshId, mayRefuse, putStep } from './edit-steps.ts';
import { readSteps, tasksIn } from './read-steps.ts';
import { returnsTo, type StepList, type StepRow } from './step-list.ts';
import { writeSteps } from './write-steps.ts';

const models = globSync('procedures/*/process.bpmn').map((path) => ({
  path,
  xml: readFileSync(path, 'utf8'),
}));
const usual = models.flatMap(({ path, xml }) => {
  const list = readSteps(xml);
  return list === undefined ? [] : [{ path, xml, list }];
});

/** What a process does, without the names of its flows. */
function meaning(compiled: CompiledProcess) {
  return compiled.nodes
    .map(({ id, kind, name, step, out }) => ({
      id,
      kind,
      name,
      step,
      out: out.map(({ to, condition }) => `${condition?.text ?? ''} → ${to.id}`).toSorted(),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

test('the list covers the shape of ten of the twelve procedures; the others ask or work side by side', () => {
  expect(usual).toHaveLength(10);
  const others = models.filter(({ path }) => !usual.some((one) => one.path === path));
  expect(others.map(({ path }) => path.split('/').at(-2)!).toSorted()).toEqual([
    'cap-phep-xay-dung-nha-o-rieng-le',
    'lien-thong-khai-sinh',
  ]);
});

describe.each(usual)('$path', ({ xml, list }) => {
  test('written without a change it is the same text, letter by letter', () => {
    expect(writeSteps(xml, list)).toBe(xml);
  });

  test('what is written runs the same as what was read', async () => {
    const renamed = xml
      .replaceAll('id="Approved"', 'id="Decided"')
      .replaceAll('"Approved"', '"Decided"');
    const again = writeSteps(renamed, readSteps(renamed)!);
    expect(meaning(await compileProcess(again))).toEqual(meaning(await compileProcess(renamed)));
  });

  test('every step may be taken away or moved; what comes of it can always be read, and refusals and returns still lead somewhere', async () => {
    for (const [at, { kind }] of list.steps.entries()) {
      if (kind === 'receive' || kind === 'deliver') continue;
      const shorter = writeSteps(xml, afterStepDeed(list, at, 'bo'));
      const compiled = await compileProcess(shorter);
      expect(stepList(compiled)).toHaveLength(list.steps.length - 1);
      expect(proveSound(compiled).faults).toEqual([]);
      expect(readSteps(shorter)?.steps).toHaveLength(list.steps.length - 1);
    }
  });
});

const { list: birth, xml: birthXml } = usual.find(({ path }) =>
  path.includes('dang-ky-khai-sinh'),
)!;

test('a review with a way back is added; it is sound and the case returns to whoever handles it', async () => {
  const step: StepRow = {
    id: freshId(birth, 'review'),
    name: text('Kiểm tra, trình ký', 'Review'),
    kind: 'review',
    role: 'TRUONG_PHONG',
    unit: 'economy',
    hours: '2',
    hoursExtended: undefined,
    state: 'DRAFTING',
    outcomes: undefined,
    legalBasis: undefined,
    form: undefined,
    onlyIf: undefined,
    gate: undefined,
  };
  const added = putStep(birth, undefined, step, {
    returnsTo: 'handle',
    mayRefuse: false,
    onlyIf: 'channel = "POSTAL"',
  });
  const moved = afterStepDeed(afterStepDeed(added, 4, 'len'), 3, 'len');
  expect(moved.steps.map(({ id }) => id)).toEqual([
    'receive',
    'handle',
    'review',
    'approve',
    'register',
    'deliver',
  ]);
  const written = writeSteps(birthXml, moved);
  const compiled = await compileProcess(written);
  expect(proveSound(compiled)).toMatchObject({ sound: true });
  const again = readSteps(written)!;
  expect(returnsTo(again.steps[2]!)).toBe('handle');
  expect(again.steps[2]).toMatchObject({
    outcomes: 'forward return',
    onlyIf: { feel: 'channel = "POSTAL"' },
  });
});

test('whoever handed a case back to a step that is taken away hands it to the one before', () => {
  const without = afterStepDeed(birth, 1, 'bo');
  expect(returnsTo(without.steps[1]!)).toBe('receive');
  expect(mayRefuse(without.steps[0]!)).toBe(true);
});

test('random editing always gives a process that can be read back as the same list', () => {
  const deed = fc.record({
    at: fc.nat(8),
    deed: fc.constantFrom('len' as const, 'xuong' as const, 'bo' as const),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...usual),
      fc.array(deed, { maxLength: 6 }),
      ({ xml, list }, deeds) => {
        let next: StepList = list;
        for (const one of deeds) {
          if (one.at < next.steps.length && next.steps.length > 1)
            next = afterStepDeed(next, one.at, one.deed);
        }
        const written = writeSteps(xml, next);
        const read = readSteps(written);
        expect(read && writeSteps(written, read)).toBe(written);
      },
    ),
  );
});

test('facts of a step of any process are changed in place, everything else stays letter by letter', () => {
  const { xml } = models.find(({ path }) => path.includes('lien-thong'))!;
  const task = tasksIn(xml).find((span) => span.attributes.get('id')?.value === 'residence')!;
  const changed = withAttributes(xml, task, {
    'cqs:hours': '24',
    'cqs:legalBasis': 'Luật "A" & B',
    'cqs:hoursExtended': undefined,
  });
  expect(changed).toContain('cqs:hours="24"');
  expect(changed).toContain('cqs:legalBasis="Luật &quot;A&quot; &amp; B"');
  expect(changed.length).toBe(
    xml.length -
      ' cqs:hoursExtended="40"'.length +
      ' cqs:legalBasis="Luật &quot;A&quot; &amp; B"'.length,
  );
  expect(withAttributes(xml, task, { 'cqs:hours': '16' })).toBe(xml);
});

test.each([
  ['a parallel gateway', (xml: string) => xml.replaceAll('exclusiveGateway', 'parallelGateway')],
  [
    'a timer',
    (xml: string) =>
      xml.replace(
        '<bpmn:endEvent id="EndRefused" name="Từ chối tiếp nhận" cqs:nameEn="Refused at intake"/>',
        '<bpmn:endEvent id="EndRefused"><bpmn:terminateEventDefinition/></bpmn:endEvent>',
      ),
  ],
  [
    'an attribute that a list does not show',
    (xml: string) => xml.replace('cqs:kind="handle"', 'cqs:kind="handle" cqs:due="P3D"'),
  ],
  ['something that is no XML', () => '<a>'],
])('%s is more than a list can hold, and is left alone', (_what, change) => {
  expect(readSteps(change(birthXml))).toBeUndefined();
});

test('the skeleton has the usual shape', () => {
  const { 'process.bpmn': xml } = skeletonOf('thu-tuc', 'Tên & "dấu"', '2026-07-14' as Day);
  expect(writeSteps(xml, readSteps(xml)!)).toContain('cqs:kind="deliver"');
});
