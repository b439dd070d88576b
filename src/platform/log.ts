import { pino, type Logger } from 'pino';

/** Structured log lines (JSON). Give it codes and ids, never names, numbers or words of persons. */
export type Log = Logger;

/** Opens the log of a process. Error causes are written as one chain. */
export function openLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    serializers: { err: errorChain },
    redact: { paths: ['req.headers', '*.password', '*.cookie', '*.authorization'], remove: true },
  });
}

interface Link {
  name: string;
  message: string;
  code?: unknown;
  stack?: string | undefined;
}

function errorChain(error: unknown): Link[] {
  const chain: Link[] = [];
  for (let link = error; link instanceof Error && chain.length < 8; link = link.cause) {
    const code = (link as { code?: unknown }).code;
    const head = { name: link.name, message: link.message, stack: link.stack };
    chain.push(code === undefined ? head : { ...head, code });
  }
  return chain;
}
