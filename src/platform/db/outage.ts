const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/**
 * Whether an error says that the database cannot be reached or is going down (PostgreSQL classes 08 and 57P, 53300),
 * as opposed to a fault of a statement.
 */
export function isOutage(error: unknown): boolean {
  for (let link = error; link instanceof Error; link = link.cause) {
    const { code = '', syscall } = link as { code?: string; syscall?: string };
    // A socket in a folder that is gone; a missing file has the same code and is no outage.
    if (code === 'ENOENT' && syscall === 'connect') return true;
    if (networkCodes.has(code) || code === '53300') return true;
    if (code.startsWith('08') || code.startsWith('57P')) return true;
    if (
      /Connection terminated|timeout exceeded when trying to connect|Client has encountered/.test(
        link.message,
      )
    )
      return true;
  }
  return false;
}
