import { type CompiledProcess, type Node, startOf, type Vars } from '../bpmn/graph.ts';
import { finishActivity } from './activity.ts';
import { arrive } from './arrive.ts';
import { fire } from './catch.ts';
import { fireInclusive } from './join.ts';
import { raiseFrom } from './raise.ts';
import type { Rules } from './rules.ts';
import { clear, closeRun, drop, note, openRun, type Run } from './run.ts';
import { armEvents, isAlive, openScope } from './scope.ts';
import { type Change, EngineFault, type Happening, type State, type Token } from './state.ts';
import { armBoundary } from './wait.ts';

/** More moves than this in one step is a loop in which nobody ever has to do anything. */
const mostMoves = 10_000;

/**
 * The interpreter: what one happening changes in one instance. Pure; the token that the happening names must be
 * in the state. Throws an EngineFault when the model leaves no way to go on.
 */
export function step(
  compiled: CompiledProcess,
  state: State,
  happening: Happening,
  rules: Rules,
  at: Date,
): Change {
  const run = openRun(compiled, state, rules, at);
  begin(run, happening);
  settle(run);
  if (run.status === 'open' && !isAlive(run, 0)) run.status = 'done';
  if (run.status !== 'open') {
    clear(run, 0);
    note(run, 'closed', null);
  }
  return closeRun(run);
}

function begin(run: Run, happening: Happening): void {
  switch (happening.type) {
    case 'start':
      run.vars = happening.vars;
      note(run, 'started', null);
      armEvents(run, null, 0);
      run.queue.push({ node: startOf(run.compiled, null), scope: 0, flow: null });
      break;
    case 'complete':
      remember(run, happening.vars, happening.outcome);
      finishActivity(run, tokenOf(run, happening.token));
      break;
    case 'fire':
      fire(run, tokenOf(run, happening.token), happening.body);
      break;
    case 'fail':
      raiseFrom(run, happening.code, tokenOf(run, happening.token));
      break;
    case 'jump':
      for (const id of happening.leaving) drop(run, id);
      note(run, 'jumped', happening.to);
      run.queue.push({
        node: happening.to,
        scope: scopeOf(run, happening.to.parent),
        flow: null,
      });
      break;
    case 'cancel':
      run.status = 'cancelled';
      break;
  }
}

function tokenOf(run: Run, id: number): Token {
  const token = run.tokens.get(id);
  if (!token) throw new Error(`There is no token ${id}`);
  return token;
}

/** `outcome` is the outcome of the latest completed step; conditions look at it. */
function remember(run: Run, vars: Vars, outcome: string | null): void {
  if (outcome === null && Object.keys(vars).length === 0) return;
  run.vars = { ...run.vars, ...vars, ...(outcome === null ? {} : { outcome }) };
}

/** The scope of a container; opens it, and those around it, without starting anything inside. */
function scopeOf(run: Run, container: Node | null): number {
  if (container === null) return 0;
  for (const token of run.tokens.values()) {
    if (token.kind === 'scope' && token.node === container) return token.id;
  }
  const scope = openScope(run, container, scopeOf(run, container.parent), {});
  armBoundary(run, scope);
  return scope.id;
}

/** Lets everything move until nothing moves by itself any more. */
function settle(run: Run): void {
  for (let moves = 0; run.status === 'open'; moves += 1) {
    if (moves > mostMoves || run.queue.length > mostMoves) throw endless(run.queue[0]?.node);
    const move = run.queue.shift();
    if (move) arrive(run, move);
    else if (!fireInclusive(run) && !closeEmptyScope(run)) return;
  }
}

function endless(node: Node | undefined): EngineFault {
  return new EngineFault(
    node?.id ?? '',
    'Vòng lặp không bao giờ phải chờ ai: quy trình không dừng lại',
    'A loop in which nothing ever has to be waited for: the process does not come to rest',
  );
}

/** Ends one sub-process in which nothing is left. */
function closeEmptyScope(run: Run): boolean {
  for (const token of run.tokens.values()) {
    if (token.kind !== 'scope' || isAlive(run, token.id)) continue;
    finishActivity(run, token);
    return true;
  }
  return false;
}
