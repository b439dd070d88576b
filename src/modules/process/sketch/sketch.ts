/**
 * Writes BPMN from short lines, so that a test shows its process at a glance:
 *
 *     start Start
 *     user Receive role=TIEP_NHAN outcomes="accept refuse"
 *     xor Decide
 *     timer Late on Receive after=P15D
 *     sub Legs { … }
 *     event Stopped { … }
 *     Start -> Receive -> Decide
 *     Decide -> End if outcome = "accept"
 *     Decide -> Receive otherwise
 */
export function sketch(lines: string): string {
  const rows = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const defaults = new Map<string, string>();
  const flows = rows.map((row) => flowsOf(row, defaults));
  const messages = new Set(rows.flatMap((row) => /\bmessage=(\S+)/.exec(row)?.[1] ?? []));
  const signals = new Set(rows.flatMap((row) => /\bsignal=(\S+)/.exec(row)?.[1] ?? []));
  const escalations = new Set(rows.flatMap((row) => /\bescalation=(\S+)/.exec(row)?.[1] ?? []));
  const errors = new Set(rows.flatMap((row) => /\berror=(\S+)/.exec(row)?.[1] ?? []));
  const body = rows.map((row, at) => flows[at] ?? elementOf(row, defaults));
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:cqs="https://chinhquyenso.vn/schema/bpmn/1.0" id="Definitions" targetNamespace="https://chinhquyenso.vn/">
${[...messages].map((name) => `<bpmn:message id="Message_${name}" name="${name}"/>`).join('\n')}
${[...errors].map((code) => `<bpmn:error id="Error_${code}" errorCode="${code}"/>`).join('\n')}
${[...signals].map((name) => `<bpmn:signal id="Signal_${name}" name="${name}"/>`).join('\n')}
${[...escalations].map((code) => `<bpmn:escalation id="Escalation_${code}" escalationCode="${code}"/>`).join('\n')}
<bpmn:process id="Process" name="Quy trình" isExecutable="true">
${body.join('\n')}
</bpmn:process>
</bpmn:definitions>`;
}

const arrow = / -> /;

/** `A -> B -> C`, `A -> B if condition`, `A -> B otherwise`; undefined when the row is no flow. */
function flowsOf(row: string, defaults: Map<string, string>): string | undefined {
  if (!arrow.test(row)) return undefined;
  const [way, condition] = row.split(' if ') as [string, string?];
  const ids = way.replace(/ otherwise$/, '').split(arrow);
  return ids
    .slice(1)
    .map((to, at) => {
      const id = `${ids[at]}_to_${to}`;
      if (way.endsWith(' otherwise')) defaults.set(ids[at]!, id);
      const inner =
        condition === undefined
          ? ''
          : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escaped(condition)}</bpmn:conditionExpression>`;
      return `<bpmn:sequenceFlow id="${id}" sourceRef="${ids[at]}" targetRef="${to}">${inner}</bpmn:sequenceFlow>`;
    })
    .join('\n');
}

const tags: Readonly<Record<string, string>> = {
  start: 'startEvent',
  end: 'endEvent',
  user: 'userTask',
  pass: 'task',
  job: 'serviceTask',
  receive: 'receiveTask',
  xor: 'exclusiveGateway',
  and: 'parallelGateway',
  or: 'inclusiveGateway',
  first: 'eventBasedGateway',
  catch: 'intermediateCatchEvent',
  throw: 'intermediateThrowEvent',
  on: 'boundaryEvent',
};

function elementOf(row: string, defaults: ReadonlyMap<string, string>): string {
  if (row === '}') return '</bpmn:subProcess>';
  const undo = /^(\w+) ~> (\w+)$/.exec(row);
  if (undo) {
    return `<bpmn:association id="${undo[1]}_undo" sourceRef="${undo[1]}" targetRef="${undo[2]}"/>`;
  }
  const [word = '', id = ''] = row.split(/\s+/);
  const facts = factsOf(row);
  if (row.endsWith('{')) {
    const event = word === 'event' ? ' triggeredByEvent="true"' : '';
    return `<bpmn:subProcess id="${id}"${event}>${loopOf(facts)}`;
  }
  if (word === 'call') {
    return `<bpmn:callActivity id="${id}" calledElement="${facts.get('key')}">${loopOf(facts)}</bpmn:callActivity>`;
  }
  const tag = tags[word];
  if (tag === undefined) throw new Error(`The sketch has no word "${word}"`);
  const given = defaults.get(id);
  const attributes = [
    given === undefined ? '' : ` default="${given}"`,
    row.endsWith(' undo') ? ' isForCompensation="true"' : '',
    word === 'on' ? ` attachedToRef="${facts.get('host')}"` : '',
    row.endsWith(' beside')
      ? ` ${word === 'on' ? 'cancelActivity' : 'isInterrupting'}="false"`
      : '',
    word === 'job' ? ` cqs:job="${facts.get('job') ?? 'work'}"` : '',
    word === 'receive' ? ` messageRef="Message_${facts.get('message')}"` : '',
    word === 'user' ? stepOf(facts) : '',
  ].join('');
  const event = word === 'receive' ? '' : eventOf(facts);
  return `<bpmn:${tag} id="${id}"${attributes}>${event}${loopOf(facts)}</bpmn:${tag}>`;
}

function factsOf(row: string): ReadonlyMap<string, string> {
  const facts = [...row.matchAll(/(\w+)=("([^"]*)"|\S+)/g)];
  return new Map(facts.map(([, name, whole, quoted]) => [name!, quoted ?? whole!]));
}

function stepOf(facts: ReadonlyMap<string, string>): string {
  const named = ['kind', 'unit', 'hours', 'due', 'atDue', 'legalBasis', 'state', 'outcomes'].filter(
    (name) => facts.has(name),
  );
  const role = ` cqs:role="${facts.get('role') ?? 'CHUYEN_VIEN'}"`;
  return role + named.map((name) => ` cqs:${name}="${facts.get(name)}"`).join('');
}

function eventOf(facts: ReadonlyMap<string, string>): string {
  const kinds: readonly [string, (value: string) => string][] = [
    ['after', (value) => timer('timeDuration', value)],
    ['cycle', (value) => timer('timeCycle', value)],
    ['worked', (value) => `<bpmn:timerEventDefinition cqs:hours="${value}"/>`],
    [
      'message',
      (value) => `<bpmn:messageEventDefinition messageRef="Message_${value}"${intoOf(facts)}/>`,
    ],
    ['error', (value) => `<bpmn:errorEventDefinition errorRef="Error_${value}"/>`],
    ['signal', (value) => `<bpmn:signalEventDefinition signalRef="Signal_${value}"/>`],
    [
      'escalation',
      (value) => `<bpmn:escalationEventDefinition escalationRef="Escalation_${value}"/>`,
    ],
    ['link', (value) => `<bpmn:linkEventDefinition name="${value}"/>`],
    [
      'undoes',
      (value) =>
        `<bpmn:compensateEventDefinition${value === 'all' ? '' : ` activityRef="${value}"`}/>`,
    ],
    ['event', (value) => `<bpmn:${value}EventDefinition/>`],
  ];
  return kinds.map(([name, write]) => (facts.has(name) ? write(facts.get(name)!) : '')).join('');
}

function intoOf(facts: ReadonlyMap<string, string>): string {
  return facts.has('into') ? ` cqs:into="${facts.get('into')}"` : '';
}

function timer(tag: string, value: string): string {
  return `<bpmn:timerEventDefinition><bpmn:${tag} xsi:type="bpmn:tFormalExpression">${escaped(value)}</bpmn:${tag}></bpmn:timerEventDefinition>`;
}

function loopOf(facts: ReadonlyMap<string, string>): string {
  const each = facts.get('each');
  const times = facts.get('times');
  if (each === undefined && times === undefined) return '';
  const names = ['each', 'as', 'collect'].filter((name) => facts.has(name));
  const attributes = names.map((name) => ` cqs:${name}="${escaped(facts.get(name)!)}"`).join('');
  const order = facts.has('order') ? ' isSequential="true"' : '';
  const inner = [
    times === undefined ? '' : formal('loopCardinality', times),
    facts.has('until') ? formal('completionCondition', facts.get('until')!) : '',
  ].join('');
  return `<bpmn:multiInstanceLoopCharacteristics${order}${attributes}>${inner}</bpmn:multiInstanceLoopCharacteristics>`;
}

function formal(tag: string, value: string): string {
  return `<bpmn:${tag} xsi:type="bpmn:tFormalExpression">${escaped(value)}</bpmn:${tag}>`;
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
