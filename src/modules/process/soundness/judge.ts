import { type Fault, fault } from '../bpmn/fault.ts';
import { isAboutOutcome } from './outcome.ts';
import type { Exploration, Failure, Marking } from './explore.ts';

/** What kind of unsoundness a finding is; the picture marks the element by it. */
export type Flaw = 'stuck' | 'no-way-out' | 'unsynchronised' | 'dead' | 'never-true' | 'no-role';

export interface Finding extends Fault {
  readonly flaw: Flaw;
}

/** At most so many stuck markings are told; the first is the shortest way into the trap. */
const mostStuck = 5;

/** Turns what the exploration saw into findings, in words for the author. */
export function judge(exploration: Exploration): readonly Finding[] {
  const isComplete = exploration.budget > 0;
  return [
    ...[...exploration.failures.values()].map(noWayOut),
    ...stuck(exploration).slice(0, mostStuck),
    ...unsynchronised(exploration),
    ...(isComplete ? [...dead(exploration), ...neverTrue(exploration)] : []),
    ...withoutRole(exploration),
  ];
}

function noWayOut({ fault: found, outcome }: Failure): Finding {
  const { vi, en } = found.words;
  return {
    flaw: 'no-way-out',
    element: found.element,
    words:
      outcome === null
        ? found.words
        : {
            vi: `${vi} (khi kết quả là “${outcome}”)`,
            en: `${en} (when the outcome is "${outcome}")`,
          },
  };
}

/** Markings from which no end can be reached, found backwards from the ends. */
function stuck({ markings, budget }: Exploration): readonly Finding[] {
  const before = new Map<string, string[]>();
  const open: string[] = [];
  const canEnd = new Set<string>();
  for (const [key, marking] of markings) {
    for (const next of marking.next) before.set(next, [...(before.get(next) ?? []), key]);
    const unexplored = budget <= 0 && marking.next.size === 0;
    if (marking.state.status !== 'open' || marking.isOpenEnded || unexplored) open.push(key);
  }
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (canEnd.has(key)) continue;
    canEnd.add(key);
    open.push(...(before.get(key) ?? []));
  }
  const traps = [...markings].filter(([key]) => !canEnd.has(key)).map(([, marking]) => marking);
  const deadlocks = traps.filter((marking) => marking.next.size === 0);
  return (deadlocks.length > 0 ? deadlocks : traps).map(stuckAt);
}

/** Tokens that hold others together; nobody waits at them. */
const structural = new Set(['scope', 'many', 'record', 'undoing']);

function stuckAt({ state }: Marking): Finding {
  const waiting = state.tokens.filter((token) => !structural.has(token.kind));
  const names = [...new Set(waiting.map((token) => token.node.id))].toSorted().join(', ');
  const first = waiting.find((token) => token.kind === 'join') ?? waiting[0];
  return {
    flaw: 'stuck',
    ...fault(
      first?.node.id ?? null,
      `Quy trình mắc kẹt, không thể kết thúc khi đang chờ ở: ${names}`,
      `The process is stuck and cannot end while it waits at: ${names}`,
    ),
  };
}

function unsynchronised({ crowded }: Exploration): readonly Finding[] {
  return [...crowded].map((node) => ({
    flaw: 'unsynchronised',
    ...fault(
      node.id,
      'Bước này có thể được làm hai lần cùng lúc: các nhánh song song gặp nhau mà không có cổng nối',
      'This can happen twice at once: parallel branches meet without a join',
    ),
  }));
}

function dead({ compiled, visited }: Exploration): readonly Finding[] {
  return compiled.nodes
    .filter((node) => !visited.has(node))
    .map((node) => ({
      flaw: 'dead',
      ...fault(node.id, 'Không bao giờ đi tới phần tử này', 'This element is never reached'),
    }));
}

function neverTrue({ compiled, visited, taken }: Exploration): readonly Finding[] {
  return compiled.nodes
    .filter((node) => visited.has(node))
    .flatMap((node) => node.out)
    .filter((flow) => flow.condition && isAboutOutcome(flow.condition) && !taken.has(flow))
    .map((flow) => ({
      flaw: 'never-true',
      ...fault(
        flow.id,
        `Điều kiện không bao giờ đúng: ${flow.condition?.text}`,
        `The condition is never true: ${flow.condition?.text}`,
      ),
    }));
}

function withoutRole({ compiled }: Exploration): readonly Finding[] {
  return compiled.nodes
    .filter((node) => node.step && node.step.role === null)
    .map((node) => ({
      flaw: 'no-role',
      ...fault(node.id, 'Bước này chưa có vai trò nào làm', 'No role is named for this step'),
    }));
}
