import { setTimeout as sleep } from 'node:timers/promises';
import type { Services } from '#/platform/module.ts';
import { newId } from '#/values/id.ts';
import { lockLog, updateLeader, type LogState } from '../store/log.ts';
import type { Council } from './council.ts';
import { logKeys, type LogKeys } from './log-keys.ts';
import { sequence } from './sequence.ts';

/** What came of one look at the waiting acts. */
export type Turn =
  | { readonly became: 'sealed'; readonly count: number }
  | { readonly became: 'idle' | 'leader' | 'follower' | 'unproven' | 'frozen' | 'closed' };

/** Writes the log as long as this process leads. */
interface Sequencer {
  /** Looks once; for tests, and for the loop. */
  turn(): Promise<Turn>;
  /** Works until stopped. */
  start(): { stop(): Promise<void> };
}

const restMs = 200;
/** How often witnesses that were away are asked when nothing new was sealed. */
const calmMs = 2_000;
const troubleMs = 2_000;
const signOfLifeMs = 1_000;

type Needs = Pick<Services, 'database' | 'clock' | 'keys' | 'log'>;

/**
 * One process leads: it holds the log by an advisory lock in every transaction, and gives signs of life. When they
 * stay away for four seconds another takes over, after asking all witnesses whether they know more than its database.
 */
export function createSequencer(
  { database, clock, keys, log }: Needs,
  council: Council,
): Sequencer {
  const me = newId();
  let signing: LogKeys | undefined;
  let isProven = false;
  let lastSign = 0;
  return { turn, start };

  async function turn(): Promise<Turn> {
    const outcome = await database.transaction(async (tx): Promise<Turn> => {
      const state = await lockLog(tx);
      if (!state) return { became: 'closed' };
      if (state.frozenAt !== null) return { became: 'frozen' };
      if (state.leader !== me) {
        if (state.isLed) return { became: 'follower' };
        if (!isProven) return { became: 'unproven' };
        await updateLeader(tx, me);
        return { became: 'leader' };
      }
      const count = await sequence(tx, state, keysOf(state), clock.now());
      if (count > 0) return { became: 'sealed', count };
      if (Date.now() - lastSign > signOfLifeMs) await updateLeader(tx, me);
      return { became: 'idle' };
    });
    if (outcome.became === 'unproven') {
      isProven = await council.agrees();
      return isProven ? turn() : { became: 'frozen' };
    }
    if (outcome.became === 'follower' || outcome.became === 'frozen') isProven = false;
    else if (Date.now() - lastSign > signOfLifeMs) lastSign = Date.now();
    return outcome;
  }

  /** @throws Error when the log was signed with other keys: it is not the log of this installation. */
  function keysOf(state: LogState): LogKeys {
    signing ??= logKeys(keys, state.origin);
    if (signing.vkeys.join() !== state.vkeys.join())
      throw new Error(`the keys of this installation are not those of the log ${state.origin}`);
    return signing;
  }

  function start(): { stop(): Promise<void> } {
    const stopping = new AbortController();
    let leads = false;
    let nextRound = 0;
    const sealing = loop(stopping.signal, async () => {
      const { became } = await turn();
      leads = became === 'sealed' || became === 'idle' || became === 'leader';
      if (became === 'sealed') nextRound = 0;
      return became === 'leader' ? 0 : restMs;
    });
    const cosigning = loop(stopping.signal, async () => {
      if (leads && nextRound < Date.now()) {
        nextRound = Date.now() + calmMs;
        await council.round();
      }
      return restMs / 4;
    });
    return {
      async stop() {
        stopping.abort();
        await Promise.all([sealing, cosigning]);
      },
    };
  }

  /** Repeats until told to stop; after trouble it waits longer. */
  async function loop(signal: AbortSignal, once: () => Promise<number>): Promise<void> {
    while (!signal.aborted) {
      const pause = await once().catch((err: unknown) => {
        log.error({ err }, 'ledger');
        return troubleMs;
      });
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}
