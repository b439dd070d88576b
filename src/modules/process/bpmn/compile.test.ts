import { describe, expect, test } from 'vitest';
import { compileSketch } from '../sketch/play.ts';
import { sketch } from '../sketch/sketch.ts';
import { compileGraph } from './compile.ts';
import { ProcessFault } from './fault.ts';
import { feelLanguage } from './feel-language.ts';

async function faultsOf(xml: string): Promise<string[]> {
  const error = await compileGraph(xml, feelLanguage).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(ProcessFault);
  return (error as ProcessFault).faults.map(({ element, words }) => `${element}: ${words.en}`);
}

const small = sketch('start S\nuser A kind=review hours=8 state=REVIEW\nend E\nS -> A -> E');
const within = (element: string) => small.replace('</bpmn:process>', `${element}</bpmn:process>`);

describe('compiling a process', () => {
  test('reads the facts of a step', async () => {
    const compiled = await compileGraph(small, feelLanguage);
    expect(compiled.byId.get('A')?.step).toEqual({
      kind: 'review',
      role: 'CHUYEN_VIEN',
      unit: null,
      hours: 8,
      hoursExtended: null,
      state: 'REVIEW',
      outcomes: ['forward', 'return'],
      form: null,
      due: null,
      atDue: null,
      legalBasis: null,
    });
  });

  test('gives nodes the numbers that they had in earlier versions', async () => {
    const compiled = await compileGraph(small, feelLanguage, { numbers: new Map([['A', 17]]) });
    expect(compiled.byNo.get(17)?.id).toBe('A');
  });

  test.each([
    [
      '<bpmn:scriptTask id="X"/>',
      'X: The element bpmn:ScriptTask (or this use of it) is not supported',
    ],
    [
      '<bpmn:complexGateway id="X"/>',
      'X: The element bpmn:ComplexGateway (or this use of it) is not supported',
    ],
    [
      '<bpmn:transaction id="X"/>',
      'X: The element bpmn:Transaction (or this use of it) is not supported',
    ],
    [
      '<bpmn:adHocSubProcess id="X"/>',
      'X: The element bpmn:AdHocSubProcess (or this use of it) is not supported',
    ],
    [
      '<bpmn:task id="X"><bpmn:standardLoopCharacteristics/></bpmn:task>',
      'X: The element bpmn:Task (or this use of it) is not supported',
    ],
    [
      '<bpmn:startEvent id="X"><bpmn:messageEventDefinition/></bpmn:startEvent>',
      'X: This kind of event is not supported here: bpmn:MessageEventDefinition',
    ],
    [
      '<bpmn:intermediateCatchEvent id="X"><bpmn:conditionalEventDefinition/></bpmn:intermediateCatchEvent>',
      'X: This kind of event is not supported here: bpmn:ConditionalEventDefinition',
    ],
    ['<bpmn:intermediateCatchEvent id="X"/>', 'X: The event must say what it waits for'],
    [
      '<bpmn:intermediateCatchEvent id="X"><bpmn:timerEventDefinition/></bpmn:intermediateCatchEvent>',
      'X: A timer needs an ISO 8601 duration (such as P15D), an instant, or working hours (cqs:hours)',
    ],
    [
      '<bpmn:serviceTask id="X"/>',
      'X: Automatic work must name its job (cqs:job) in lower-case letters',
    ],
    ['<bpmn:userTask id="X" cqs:kind="sing"/>', 'X: There is no such kind of step: "sing"'],
    [
      '<bpmn:userTask id="X" cqs:kind="approve" cqs:outcomes="approve refuse"/>',
      'X: Outcomes that this kind of step cannot have: refuse',
    ],
    [
      '<bpmn:userTask id="X" cqs:hours="-4"/>',
      'X: Working hours must be a positive number, not "-4"',
    ],
    ['<bpmn:userTask id="X" cqs:role="boss"/>', 'X: Not a role code: "boss"'],
    ['<bpmn:userTask id="X" cqs:unit="moon"/>', 'X: There is no such kind of unit: "moon"'],
    ['<bpmn:userTask id="X" cqs:roel="A"/>', 'X: Unknown attribute: "cqs:roel"'],
    [
      '<bpmn:sequenceFlow id="X" sourceRef="S" targetRef="Nowhere"/>',
      'X: Points to an element that does not exist: "Nowhere"',
    ],
    ['<bpmn:userTask id="X"/>', 'X: No flow leads to this element'],
    ['<bpmn:startEvent id="X"/>', 'Process: There must be exactly one start event, there are 2'],
  ])('refuses %s', async (element, words) => {
    expect(await faultsOf(within(element))).toContain(words);
  });

  test.each([
    [
      'a condition out of a parallel gateway',
      'and G\nS -> G\nG -> A if feeDue',
      'G_to_A: This flow must not have a condition',
    ],
    [
      'an exclusive way without condition',
      'xor G\nS -> G\nG -> A if feeDue\nG -> E',
      'G_to_E: A flow out of an exclusive gateway needs a condition or must be the default',
    ],
    [
      'a flow out of a sub-process',
      'sub G {\nstart S2\nuser B\nend E2\nS2 -> B -> E2\n}\nB -> A\nS -> G -> A',
      'B_to_A: A flow must not cross the border of a sub-process',
    ],
    [
      'a sub-process that cannot start',
      'sub G {\nend E2\n}\nS -> G -> A',
      'G: There must be exactly one start event, there are 0',
    ],
    [
      'a task after an event gateway',
      'first G\nS -> G -> A',
      'A: After an event gateway there must be a catching event that is reached only from it',
    ],
    [
      'a link without an end',
      'throw G link=far\nS -> G',
      'G: The link has not exactly one other end',
    ],
    [
      'a boundary on nothing that waits',
      'pass P\non B host=P after=P1D\nS -> P -> A\nB -> A',
      'B: A boundary event must be attached to a step or sub-process that waits',
    ],
    [
      'a cycle that interrupts',
      'on B host=A cycle=R/P1D\nB -> E',
      'B: A cycle is only for an event that does not interrupt',
    ],
    [
      'a name that is no variable',
      'xor G\nS -> G\nG -> A if pas = 1\nG -> E otherwise',
      'G_to_A: The expression "pas = 1" is wrong: There is no name “pas”.',
    ],
    [
      'a dead end',
      'user B\nS -> B',
      'B: No flow leaves this element: lead it to the next step or to an end event',
    ],
  ])('refuses %s', async (_name, lines, words) => {
    const xml = sketch(`start S\nuser A\nend E\n${lines}\nA -> E`);
    expect(await faultsOf(xml)).toContain(words);
  });

  test('tells everything that is wrong at once', async () => {
    const faults = await faultsOf(within('<bpmn:scriptTask id="X"/><bpmn:scriptTask id="Y"/>'));
    expect(faults).toHaveLength(2);
  });

  test('ignores what other tools add and what does not change the run', async () => {
    const xml = within(
      '<bpmn:dataObject id="D"/><bpmn:dataObjectReference id="R" dataObjectRef="D"/><bpmn:textAnnotation id="T"/>',
    ).replace(
      '<bpmn:userTask',
      '<bpmn:userTask xmlns:camunda="http://camunda.org/schema/1.0/bpmn" camunda:asyncBefore="true"',
    );
    expect((await compileGraph(xml, feelLanguage)).nodes).toHaveLength(3);
  });

  test('names the one process that runs when the file holds several', async () => {
    expect(
      await faultsOf(
        small.replace(
          '<bpmn:process',
          '<bpmn:process id="Other" isExecutable="true"/><bpmn:process',
        ),
      ),
    ).toEqual(['null: The file must hold exactly one process to run, it holds 2']);
  });
});

describe('a process that calls another', () => {
  const child = sketch('start S\nuser B\nend E\nS -> B -> E');
  const caller = sketch('start S\ncall C key=child\nend E\nS -> C -> E');

  test('takes it into itself, its elements named after the call', async () => {
    const library = async (element: string, key: string) =>
      element === 'C' && key === 'child'
        ? { xml: child, library: async () => undefined }
        : undefined;
    const compiled = await compileGraph(caller, feelLanguage, { library });
    expect(compiled.nodes.map(({ id }) => id)).toEqual(['S', 'C', 'C/S', 'C/B', 'C/E', 'E']);
    expect(compiled.byId.get('C/B')?.parent?.id).toBe('C');
  });

  test('is refused when that does not exist', async () => {
    expect(await faultsOf(caller)).toEqual([
      'C: The process that is called does not exist yet: "child"',
    ]);
  });

  test('is refused when the calls never end', async () => {
    const library = async () => ({ xml: caller, library });
    const error = await compileGraph(caller, feelLanguage, { library }).catch(
      (cause: unknown) => cause,
    );
    expect((error as ProcessFault).message).toMatch(/too deeply or too often: at most 5 levels/);
  });
});

describe('a hostile file', () => {
  test.each([
    [
      'entities',
      `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(20)}">]>${small}`,
      /document type or entity/,
    ],
    ['depth', '<a>'.repeat(100), /nested too deeply: at most 64 levels \(line 1, column 193\)/],
    ['elements', `<a>${'<b/>'.repeat(10_000)}</a>`, /Too many XML elements/],
    ['size', `<a>${' '.repeat(1_100_000)}</a>`, /too large/],
    ['an unclosed comment', '<a><!-- ', /not closed \(line 1, column 4\)/],
    ['an unclosed attribute', '<a b="', /not closed/],
    ['no XML at all', 'hello', /Cannot be read/],
    ['nothing', '', /Cannot be read/],
    ['another kind of XML', '<svg xmlns="http://www.w3.org/2000/svg"/>', /Cannot be read/],
  ])('is refused in bounded time: %s', async (_name, xml, words) => {
    const started = performance.now();
    expect((await faultsOf(xml)).join('\n')).toMatch(words);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test('of more steps than any procedure has is refused', async () => {
    const steps = Array.from({ length: 600 }, (_, at) => `user A${at}`);
    const chain = ['S', ...steps.map((_, at) => `A${at}`), 'E'].join(' -> ');
    expect(
      (await faultsOf(sketch(['start S', 'end E', ...steps, chain].join('\n')))).join(),
    ).toMatch(/too many elements: at most 500/);
  });

  test('of 10,000 elements is refused quickly', async () => {
    const started = performance.now();
    await compileSketch(Array.from({ length: 10_000 }, (_, at) => `user A${at}`).join('\n')).catch(
      () => undefined,
    );
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
