import pg from 'pg';
import { beyondMark, lineMark } from './line.ts';
import { statementName } from './prepared.ts';

/**
 * A statement whose text begins with this is sent without waiting for its answer, which must not matter: the next one
 * follows on the wire at once. If it fails, the transaction fails at its next statement or its end, with that fault.
 */
const unansweredMark = '/* unanswered */';

type Query = (statement: unknown, values?: unknown, ...rest: unknown[]) => unknown;

/**
 * A connection on which statements follow each other without a pause: a transaction begins with its first statement,
 * and writes that nobody waits for go along with what comes next. Each wait for an answer that is saved shortens the
 * time for which a transaction holds its locks.
 */
export class SwiftClient extends pg.Client {
  /** `begin` was asked for and is not sent yet. */
  #isBeginning = false;
  #unanswered: Promise<unknown>[] = [];
  #failure: unknown;
  /** The database role of the line that the transaction was narrowed to. */
  #line: string | undefined;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // One that breaks between two statements tells it to the next. Without a listener it would end the process.
    this.on('error', () => undefined);
    const send = this.query.bind(this) as Query;
    const ask = (text: unknown, values?: unknown, ...rest: unknown[]): unknown => {
      const name =
        typeof text === 'string' && Array.isArray(values)
          ? statementName(text, this.#line)
          : undefined;
      return name === undefined
        ? send(text, values, ...rest)
        : send({ name, text, values }, ...rest);
    };
    const query: Query = (text, values, ...rest) => {
      switch (text) {
        case 'begin':
          this.#isBeginning = true;
          return Promise.resolve(nothing);
        case 'commit':
          return this.#commit(() => send('commit') as Promise<unknown>);
        case 'rollback':
          return this.#rollBack(() => send('rollback') as Promise<unknown>);
        default:
          return this.#during(
            text,
            () => this.#inLine(text, () => ask(text, values, ...rest), send),
            () => send('begin') as Promise<unknown>,
          );
      }
    };
    this.query = query as typeof this.query;
  }

  #during(text: unknown, ask: () => unknown, begin: () => Promise<unknown>): unknown {
    if (this.#isBeginning) {
      this.#isBeginning = false;
      this.#failure = undefined;
      this.#keep(begin());
    }
    const answer = ask();
    if (!(answer instanceof Promise)) return answer;
    if (typeof text === 'string' && text.startsWith(unansweredMark)) {
      this.#keep(answer);
      return Promise.resolve(nothing);
    }
    // What follows a fault that nobody waited for only says that the transaction is aborted.
    return answer.catch((error: unknown) => {
      throw this.#failure ?? error;
    });
  }

  /**
   * Keeps to the line of the transaction, but for statements beyond it. Plans depend on the role, so each line has its
   * own prepared statements. All goes out in one go: nothing can come between.
   */
  #inLine(text: unknown, ask: () => unknown, send: Query): unknown {
    if (typeof text !== 'string') return ask();
    if (text.startsWith(lineMark)) {
      const answer = ask();
      this.#line = text.slice(lineMark.length, text.indexOf(' ', lineMark.length));
      return answer;
    }
    const line = this.#line;
    if (line === undefined || !isBeyond(text)) return ask();
    this.#line = undefined;
    this.#keep(send('set local role none') as Promise<unknown>);
    const answer = ask();
    this.#keep(send(`set local role cqs_${line}`) as Promise<unknown>);
    this.#line = line;
    return answer;
  }

  async #commit(commit: () => Promise<unknown>): Promise<unknown> {
    this.#line = undefined;
    if (this.#isBeginning) return this.#nothingWasDone();
    const committed = commit();
    this.#keep(committed);
    await this.#settled();
    if (this.#failure !== undefined) throw this.#failure;
    return committed;
  }

  async #rollBack(rollBack: () => Promise<unknown>): Promise<unknown> {
    this.#line = undefined;
    if (this.#isBeginning) return this.#nothingWasDone();
    const rolledBack = rollBack();
    await this.#settled();
    this.#failure = undefined;
    return rolledBack;
  }

  #nothingWasDone(): typeof nothing {
    this.#isBeginning = false;
    return nothing;
  }

  #keep(answer: Promise<unknown>): void {
    this.#unanswered.push(
      answer.catch((error: unknown) => {
        this.#failure ??= error;
      }),
    );
  }

  async #settled(): Promise<void> {
    await Promise.all(this.#unanswered.splice(0));
  }
}

function isBeyond(text: string): boolean {
  const from = text.startsWith(unansweredMark) ? unansweredMark.length + 1 : 0;
  return text.startsWith(beyondMark, from);
}

const nothing = { command: '', rowCount: 0, rows: [] };
