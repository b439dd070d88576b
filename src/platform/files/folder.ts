import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileDamaged, FileGone } from './file-fault.ts';
import { makeKey, parseKey } from './file-key.ts';
import type { Content, Files, StoredFile } from './files.ts';

/** A store in a local folder: `<root>/<area>/9f/86d0…`. New files grow in `<root>/.incoming` and are renamed when whole. */
export function openFolder(root: string): Files {
  const pathOf = (key: string) => {
    const { area, sha256 } = parseKey(key);
    return join(root, area, sha256.slice(0, 2), sha256.slice(2));
  };

  return {
    async put(area, content) {
      makeKey(area, '0'.repeat(64));
      const incoming = join(root, '.incoming', randomUUID());
      await mkdir(dirname(incoming), { recursive: true });
      try {
        const { sha256, size } = await write(incoming, content);
        const key = makeKey(area, sha256);
        await keep(incoming, pathOf(key));
        return { key, sha256, size };
      } finally {
        await rm(incoming, { force: true });
      }
    },

    async get(key) {
      const file = await open(pathOf(key)).catch((cause: unknown) => gone(key, cause));
      return file.createReadStream();
    },

    async read(key) {
      const bytes = await readFile(pathOf(key)).catch((cause: unknown) => gone(key, cause));
      const { sha256 } = parseKey(key);
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new FileDamaged(key);
      return bytes;
    },

    async has(key) {
      return await exists(pathOf(key));
    },

    async remove(key, unlessAfter) {
      const path = pathOf(key);
      if (unlessAfter !== undefined) {
        const found = await stat(path).catch(() => undefined);
        if (found && found.mtime > unlessAfter) return;
      }
      await rm(path, { force: true });
    },

    async *list(area) {
      const top = dirname(dirname(pathOf(makeKey(area, '0'.repeat(64)))));
      for (const prefix of await names(top)) {
        for (const rest of await names(join(top, prefix))) {
          const found = await stat(join(top, prefix, rest)).catch(() => undefined);
          if (found) yield { key: makeKey(area, prefix + rest), storedAt: found.mtime };
        }
      }
    },
  };
}

async function write(path: string, content: Content): Promise<Omit<StoredFile, 'key'>> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      hash.update(chunk);
      size += chunk.length;
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

async function keep(incoming: string, path: string): Promise<void> {
  if (await exists(path)) {
    const now = new Date();
    await utimes(path, now, now);
    return;
  }
  await mkdir(dirname(path), { recursive: true });
  await rename(incoming, path);
  await syncFolder(dirname(path));
  await syncFolder(dirname(dirname(path)));
}

/** Without this a power cut may forget the new name though the bytes are safe. Windows cannot open a folder. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

async function names(folder: string): Promise<string[]> {
  return await readdir(folder).catch(() => []);
}

function gone(key: string, cause: unknown): never {
  if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw new FileGone(key, { cause });
  throw cause;
}
