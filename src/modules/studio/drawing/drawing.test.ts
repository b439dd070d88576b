import { BpmnModdle } from 'bpmn-moddle';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileProcess, pictureOf, processSchema } from '#/modules/process/index.ts';
import { readSteps } from '../steps/read-steps.ts';
import { weave } from './weave.ts';
import { withPicture } from './with-picture.ts';

const folder = join(import.meta.dirname, '../../../../procedures');
const bundles = readdirSync(folder);
const read = (slug: string) => readFileSync(join(folder, slug, 'process.bpmn'), 'utf8');

/** The text as bpmn-js writes it: read into the meta-model, and written anew. */
async function rewritten(xml: string): Promise<string> {
  const moddle = new BpmnModdle({ cqs: processSchema }) as unknown as Writer;
  const { rootElement, warnings } = await moddle.fromXML(xml);
  expect(warnings).toEqual([]);
  return (await moddle.toXML(rootElement, { format: true })).xml;
}

interface Writer {
  fromXML(xml: string): Promise<{ rootElement: unknown; warnings: unknown[] }>;
  toXML(root: unknown, how: { format: boolean }): Promise<{ xml: string }>;
}

const inside = (xml: string) =>
  xml.slice(xml.indexOf('<bpmn:process'), xml.indexOf('</bpmn:process>')).trimEnd();

test.each(bundles)(
  '%s: drawn and saved without a change, no letter of the process changes',
  async (slug) => {
    const xml = read(slug);
    const drawn = withPicture(xml, await compileProcess(xml));
    const saved = weave(xml, await rewritten(drawn));
    expect(inside(saved).replace(/\n\s*\n/g, '\n')).toBe(inside(xml).replace(/\n\s*\n/g, '\n'));
    const [before, after] = [await compileProcess(xml), await compileProcess(saved)];
    expect(after.nodes.map(({ no, id, step }) => ({ no, id, step }))).toEqual(
      before.nodes.map(({ no, id, step }) => ({ no, id, step })),
    );
    expect(pictureOf(after)).toEqual(after.picture);
  },
);

test('a picture that its author drew whole stays as it is', async () => {
  const xml = read('dang-ky-khai-sinh');
  const drawn = withPicture(xml, await compileProcess(xml));
  expect(withPicture(drawn, await compileProcess(drawn))).toBe(drawn);
});

test('a part that is new comes behind the others, one that is gone is gone, and the step list can go on', async () => {
  const xml = read('dang-ky-khai-sinh');
  const drawn = (await rewritten(xml)).replace(
    /<bpmn:sequenceFlow id="receive_Accepted"[^>]*\/>/,
    (flow) =>
      `${flow.replace('receive_Accepted', 'receive_look').replace('targetRef="Accepted"', 'targetRef="look"')}
       <bpmn:userTask id="look" name="Xem lại" cqs:kind="review" cqs:role="TRUONG_PHONG" cqs:unit="justice" cqs:hours="1"><bpmn:incoming>receive_look</bpmn:incoming><bpmn:outgoing>look_Accepted</bpmn:outgoing></bpmn:userTask>
       <bpmn:sequenceFlow id="look_Accepted" sourceRef="look" targetRef="Accepted"/>`,
  );
  const saved = weave(xml, drawn);
  expect(saved).not.toContain('id="receive_Accepted"');
  expect(saved).not.toMatch(/incoming|outgoing/);
  expect(saved).toContain('cqs:nameEn="Receive, check for completeness, scan and forward"\n');
  const compiled = await compileProcess(saved);
  expect(compiled.byId.get('look')?.step?.role).toBe('TRUONG_PHONG');
  expect(
    readSteps(saved)
      ?.steps.map(({ id }) => id)
      .slice(0, 3),
  ).toEqual(['receive', 'look', 'handle']);
});

test('what is no process is taken as it was drawn, for the check to tell what is wrong', () => {
  const xml = read('dang-ky-khai-sinh');
  for (const drawn of ['', 'x', '<a/>', '<!DOCTYPE a><a/>', `${'<a>'.repeat(5_000)}`])
    expect(weave(xml, drawn)).toBe(drawn);
});
