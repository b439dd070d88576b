import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileGraph } from '../bpmn/compile.ts';
import { feelLanguage } from '../bpmn/feel-language.ts';
import type { CompiledProcess, Node } from '../bpmn/graph.ts';
import type { Box } from '../bpmn/picture.ts';
import { anyBlock } from '../sketch/blocks.ts';
import { sketchOf } from '../sketch/write-block.ts';
import { compileSketch } from '../sketch/play.ts';
import { sketch } from '../sketch/sketch.ts';
import { drawProcess } from './draw.ts';
import { layOut } from './layout.ts';

const lines = 'start S\nuser A\nuser B\nend E\nS -> A -> B -> E';
const named = sketch(lines).replace(
  'id="A"',
  'id="A" name="Tiếp nhận &lt;hồ sơ&gt;" cqs:nameEn="Receive"',
);

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function pairs(nodes: readonly Node[]): [Node, Node][] {
  return nodes.flatMap((one, at) => nodes.slice(at + 1).map((other): [Node, Node] => [one, other]));
}

describe('the own layout', () => {
  test('gives every element a place, lets none overlap and keeps what is inside inside', async () => {
    await fc.assert(
      fc.asyncProperty(anyBlock(), async (block) => {
        const compiled = await compileSketch(sketchOf(block));
        const { boxes, lines: ways } = layOut(compiled);
        const standing = compiled.nodes.filter((node) => node.kind !== 'boundary');
        for (const [one, other] of pairs(standing)) {
          if (one.parent === other.parent)
            expect(overlap(boxes.get(one.id)!, boxes.get(other.id)!)).toBe(false);
        }
        for (const node of standing) {
          if (node.parent)
            expect(isInside(boxes.get(node.id)!, boxes.get(node.parent.id)!)).toBe(true);
        }
        for (const flow of compiled.nodes.flatMap((node) => node.out)) {
          expect(ways.get(flow.id)!.length).toBeGreaterThan(1);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('reads from left to right', async () => {
    const { boxes } = layOut(await compileSketch(lines));
    const places = ['S', 'A', 'B', 'E'].map((id) => boxes.get(id)!.x);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe('a drawing', () => {
  const draw = async (xml: string, active: number[] = [], done: number[] = []) =>
    drawProcess(await compileGraph(xml, feelLanguage), { active, done, lang: 'vi' });

  test('says in words where the case stands', async () => {
    const svg = await draw(named, [2], [0, 1]);
    expect(svg).toContain('Quy trình có 2 bước. Đã qua: Tiếp nhận &lt;hồ sơ&gt;. Đang ở: B.');
    expect(svg).toMatch(/class="process-node is-user is-active" data-node="2"/);
    expect(svg).toContain('● Đang ở đây');
    expect(svg).toContain('<title>Tiếp nhận &lt;hồ sơ&gt;: Đã qua</title>');
  });

  test('speaks English to those who read English', async () => {
    const compiled = await compileGraph(named, feelLanguage);
    const svg = drawProcess(compiled, { active: [1], done: [], lang: 'en' });
    expect(svg).toContain('<title>Receive: Here now</title>');
  });

  test('is well-formed, whatever a name holds, and carries no script or style', async () => {
    const hostile = named.replace(
      'name="Tiếp nhận &lt;hồ sơ&gt;"',
      'name="&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x &#1;"',
    );
    const svg = await draw(hostile, [1]);
    expect(svg).not.toMatch(/<script|<style|style=|<[^>]* onload=/);
    const opened = svg.match(/<[a-z]+(?: [^>]*[^/])?>/g)!.length;
    expect(svg.match(/<\/[a-z]+>/g)).toHaveLength(opened);
  });

  test("follows its author's diagram when that shows every element", async () => {
    const shape = (id: string, x: number) =>
      `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="777" width="100" height="80"/></bpmndi:BPMNShape>`;
    const diagram = (
      ...ids: string[]
    ) => `<bpmndi:BPMNDiagram id="D" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">
      <bpmndi:BPMNPlane id="P" bpmnElement="Process">${ids.map((id, at) => shape(id, at * 200)).join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
    const whole = named.replace('</bpmn:definitions>', diagram('S', 'A', 'B', 'E'));
    expect(await draw(whole)).toContain('y="777"');
    const partial = named.replace('</bpmn:definitions>', diagram('S', 'A'));
    expect(await draw(partial)).not.toContain('777');
  });

  test('draws every kind of element', async () => {
    const compiled: CompiledProcess = await compileSketch(`
      start S
      or O
      job J job=sign
      on B host=J message=m beside
      on X host=J error=x
      throw T message=t
      first F
      catch C1 after=P1D
      catch C2 message=n
      user M times=3
      user Q times=2 order=yes
      sub P {
        start S2
        pass Z
        end E2 event=terminate
        S2 -> Z -> E2
      }
      and A
      throw L link=l
      catch K link=l
      end E
      S -> O
      O -> J if feeDue
      O -> F otherwise
      J -> T -> E
      B -> E
      X -> E
      F -> C1 -> M -> E
      F -> C2 -> Q -> P -> A -> L
      K -> E`);
    const svg = drawProcess(compiled, { active: [], done: [], lang: 'vi' });
    expect(svg.match(/class="process-node/g)).toHaveLength(compiled.nodes.length);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});
