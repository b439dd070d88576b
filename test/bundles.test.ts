import { beforeAll, describe, expect, test } from 'vitest';
import { assessPartly, type Bundle } from '#/modules/procedure/index.ts';
import { compileProcess, stepList } from '#/modules/process/index.ts';
import { readShipped, slugs } from './bundles/shipped.ts';
import { offeredBy, spokenInConditions, spokenInTables } from './bundles/spoken-choices.ts';

let bundles: ReadonlyMap<string, Bundle>;

beforeAll(async () => {
  bundles = await readShipped();
});

test('the twelve procedures are there, each with at least five examples that hold', () => {
  expect(slugs).toHaveLength(12);
  for (const { procedure } of bundles.values()) {
    expect(procedure.examples.length).toBeGreaterThanOrEqual(5);
  }
});

describe.each(slugs)('%s', (slug) => {
  const bundle = () => bundles.get(slug)!;

  test('every example names its law', () => {
    const law = /(Luật|Bộ luật|Nghị định|Thông tư|[Nn]ghị quyết|thủ tục|trường hợp) /;
    for (const { title } of bundle().procedure.examples) expect(title).toMatch(law);
  });

  test('every conditional paper is needed in one example and not in another', () => {
    const { procedure, catalogue } = bundle();
    const needed = procedure.examples.map(
      ({ given }) => new Set(assessPartly(procedure, given).papers.map(({ paper }) => paper.code)),
    );
    for (const { code, group, when } of catalogue.papers) {
      const times = needed.filter((codes) => codes.has(code)).length;
      if (group === 'LOOKED_UP') expect.soft(times, `${code} is looked up`).toBe(0);
      else expect.soft(times, `${code} is needed`).toBeGreaterThan(0);
      if (when !== undefined)
        expect.soft(times, `${code} is not always needed`).toBeLessThan(needed.length);
    }
  });

  test('conditions and rules speak only of choices that the questions offer', () => {
    const { procedure, catalogue, artefacts } = bundle();
    const offered = offeredBy([...procedure.form.questions, ...catalogue.eligibility]);
    const json = [artefacts['form.json'], artefacts['procedure.json']]
      .join('\n')
      .replaceAll('\\"', '"');
    const spoken = [
      ...spokenInConditions(json),
      ...spokenInConditions(artefacts['rules.dmn']),
      ...spokenInTables(artefacts['rules.dmn']),
    ].filter(({ question }) => offered.has(question));
    expect(spoken.filter(({ question, literal }) => !offered.get(question)?.has(literal))).toEqual(
      [],
    );
  });

  test('answers on which papers, fees and the deadline hang are asked in the form itself', () => {
    const { procedure, catalogue, artefacts } = bundle();
    const asked = new Set(procedure.form.questions.map(({ name }) => name));
    const [judged = ''] = artefacts['rules.dmn'].match(/<decision id="papers"[^]*/) ?? [];
    const named = [
      ...judged.matchAll(/answers\.(\w+)/g),
      ...JSON.stringify(catalogue.papers).matchAll(/answers\.(\w+)/g),
    ];
    expect(named.map(([, name]) => name).filter((name) => !asked.has(name!))).toEqual([]);
  });

  test('doubts about the facts are noted for officials and never shown', () => {
    const { confidence: _, ...shown } = bundle().catalogue;
    const words = JSON.stringify(shown) + bundle().artefacts['form.json'];
    expect(words).not.toMatch(/theo trí nhớ|tin cậy|chưa kiểm chứng|minh họa/i);
  });

  test('the steps fit into the legal deadline, in the usual case and in the longer one', async () => {
    const { procedure, artefacts } = bundle();
    const steps = stepList(await compileProcess(artefacts['process.bpmn'])).filter(
      ({ kind }) => kind !== 'leg',
    );
    for (const variant of ['NORMAL', 'VERIFY', 'EXTEND']) {
      const judged = procedure.examples.filter(({ given }) => given.variant === variant);
      const days = judged.map(({ given }) => assessPartly(procedure, given).deadline?.qty ?? 0);
      if (days.length === 0) continue;
      const hours = steps.map(
        (step) => (variant === 'NORMAL' ? step.hours : (step.hoursExtended ?? step.hours)) ?? 0,
      );
      expect(hours.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(Math.max(...days) * 8);
    }
  });

  test('a refusal at intake, a reasoned refusal and a granted result have each their own end', async () => {
    const { nodes } = await compileProcess(bundle().artefacts['process.bpmn']);
    const ends = nodes.filter(({ kind }) => kind === 'end').map(({ id }) => id);
    expect(ends.toSorted()).toEqual(['EndDelivered', 'EndRefused', 'EndRefusedResult']);
  });
});
