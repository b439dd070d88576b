import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { serverAccount, type RunAs } from './account.ts';
import { findBinaries } from './binaries.ts';
import { createCluster, passwordOf } from './cluster.ts';
import { isAlive, isServerOf, readLock, readNote, writeNote, type Note } from './note.ts';
import { releaseDeadLock } from './lock.ts';
import { placeFor } from './place.ts';
import { freePort, hasEnded, launch, waitUntilReady } from './launch.ts';

/** How the server is to run. */
export interface EmbeddedOptions {
  /** Folder of the data; another place is taken when the server's account cannot enter it. */
  readonly dataDir: string;
  /** false only for throw-away databases of tests: a crash may lose everything. */
  readonly isDurable: boolean;
  /** Told in one line what is going on that a person may want to know. */
  readonly tell: (line: string) => void;
}

/** A running server of this machine. */
export interface EmbeddedServer {
  /** Address of its database `postgres`. */
  readonly url: string;
  /** The account under which the program is to work there, which has to be admitted first. */
  readonly program: { readonly account: string; readonly password: string; readonly url: string };
  /** The same for another database. */
  urlOf(database: string): string;
  /** Process number of the server that runs now. */
  pid(): number;
  /** Stops the server in order, unless another process had started it and still lives. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with npm on a data folder, or joins the one that already runs there. A server that
 * a killed process left behind is taken over; when the server dies under us it is started again.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const runAs = serverAccount();
  const folder = placeFor(options, runAs);
  const begin = starter(options, runAs, folder);
  const running = await findRunning(folder);
  if (running) {
    const isOrphan = !isAlive(running.ownerPid);
    if (isOrphan) options.tell('Cơ sở dữ liệu của lần chạy trước còn sống: dùng tiếp.');
    return serve(options, begin, folder, running, isOrphan);
  }
  return serve(options, begin, folder, await begin(freePort), true);
}

/** The server that runs on a folder. One without a note has us as its owner. */
async function findRunning(folder: string): Promise<Note | undefined> {
  const note = readNote(folder);
  if (note && isServerOf(note.postgresPid, folder)) return note;
  const lock = readLock(folder);
  const isGone = () => !lock || !isServerOf(lock.postgresPid, folder);
  if (!lock || isGone()) return undefined;
  try {
    await waitUntilReady(isGone, lock.port, passwordOf(folder));
  } catch {
    return undefined;
  }
  return { ...lock, ownerPid: note?.ownerPid ?? nobody };
}

/** No process has this number: Linux gives at most 2^22. */
const nobody = 2 ** 30;

type Starter = (choosePort: () => Promise<number>) => Promise<Note>;

/** What starts the server on a port and leaves the note of it. The port is chosen for each try: somebody may take it first. */
function starter(options: EmbeddedOptions, runAs: RunAs | null, folder: string): Starter {
  return async (choosePort) => {
    const binaries = findBinaries(runAs, '/var/cache/chinh-quyen-so');
    const password = passwordOf(folder);
    await createCluster({ binaries, runAs, folder, password, tell: options.tell });
    for (let tries = 1; ; tries += 1) {
      releaseDeadLock(folder);
      const port = await choosePort();
      const child = launch({ binaries, runAs, folder, port, isDurable: options.isDurable });
      try {
        await waitUntilReady(() => hasEnded(child), port, password);
        const note = { ownerPid: process.pid, postgresPid: child.pid!, port };
        writeNote(folder, note);
        return note;
      } catch (cause) {
        // After a hard kill the old shared memory lives on for a moment, and PostgreSQL refuses to start beside it.
        if (tries >= 20)
          throw new Error(
            `Không khởi động được cơ sở dữ liệu (${lastFault(folder)}); xem ${folder}.log`,
            { cause },
          );
        await pause(500);
      }
    }
  };
}

/** Why the server ended, in its own words. */
function lastFault(folder: string): string {
  const faults = readFileSync(`${folder}.log`, 'utf8').match(/FATAL: .*/g) ?? [];
  return faults.at(-1) ?? 'không ghi lý do';
}

function serve(
  options: EmbeddedOptions,
  begin: Starter,
  folder: string,
  first: Note,
  isOurs: boolean,
): EmbeddedServer {
  let note = first;
  let revival: Promise<void> | undefined;
  const watch = isOurs ? setInterval(reviveIfDead, 500).unref() : undefined;
  if (isOurs) writeNote(folder, { ...note, ownerPid: process.pid });

  function reviveIfDead(): void {
    if (revival !== undefined || isServerOf(note.postgresPid, folder)) return;
    options.tell('Cơ sở dữ liệu ngừng bất ngờ: đang khởi động lại.');
    revival = begin(() => Promise.resolve(note.port))
      .then((next) => void (note = next))
      .catch((error: unknown) => options.tell(String(error)))
      .finally(() => (revival = undefined));
  }

  async function stop(): Promise<void> {
    clearInterval(watch);
    await revival;
    if (!isOurs || !isServerOf(note.postgresPid, folder)) return;
    // SIGINT is PostgreSQL's "fast" shutdown: running statements are cancelled, everything committed is kept.
    process.kill(note.postgresPid, 'SIGINT');
    for (let waited = 0; isAlive(note.postgresPid) && waited < 20_000; waited += 20)
      await pause(20);
  }

  const place = `127.0.0.1:${note.port}`;
  const urlOf = (database: string) => `postgres://cqs:${passwordOf(folder)}@${place}/${database}`;
  const [account, password] = ['cqs_app', passwordOf(`${folder}.app`)];
  const program = { account, password, url: `postgres://${account}:${password}@${place}/postgres` };
  return { url: urlOf('postgres'), program, urlOf, stop, pid: () => note.postgresPid };
}
