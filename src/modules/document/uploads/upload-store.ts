import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import type { Services } from '#/platform/module.ts';
import { isId } from '#/values/id.ts';
import { area } from '../papers/paper-works.ts';
import { appendPart, deleteUpload, findUpload, insertUpload } from '../store/uploads.ts';
import type { Uploader } from './uploader.ts';

/**
 * Keeps resumable uploads where everything else is: the parts in the store of files, their list in the database. So any
 * process of the installation can go on with an upload that another one began.
 */
export class UploadStore extends DataStore {
  readonly #needs: Pick<Services, 'database' | 'files'>;
  readonly #uploader: () => Uploader;

  constructor(needs: Pick<Services, 'database' | 'files'>, uploader: () => Uploader) {
    super();
    this.#needs = needs;
    this.#uploader = uploader;
    this.extensions = ['creation', 'termination'];
  }

  override async create(upload: Upload): Promise<Upload> {
    const { actor, target } = this.#uploader();
    if (!target || upload.size === undefined || upload.size === 0) throw ERRORS.INVALID_LENGTH;
    const { size } = upload;
    await this.#needs.database.transaction((tx) =>
      insertUpload(tx, {
        ...target,
        id: upload.id,
        size,
        begunAt: actor.at,
        begunBy: actor.accountId,
      }),
    );
    return upload;
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const { owner } = this.#uploader();
    if (owner === undefined) throw ERRORS.FILE_NOT_FOUND;
    const part = await this.#needs.files.put(area, untilBroken(stream), owner);
    if (part.size === 0) return offset;
    const appended = await this.#needs.database.transaction((tx) =>
      appendPart(tx, id, offset, part),
    );
    if (!appended) throw ERRORS.INVALID_OFFSET;
    return offset + part.size;
  }

  override async getUpload(id: string): Promise<Upload> {
    const found = isId(id)
      ? await this.#needs.database.transaction((tx) => findUpload(tx, id))
      : undefined;
    if (!found) throw ERRORS.FILE_NOT_FOUND;
    return new Upload({
      id,
      size: found.size,
      offset: found.received,
      metadata: { filename: found.name },
      creation_date: found.begunAt.toISOString(),
    });
  }

  override async remove(id: string): Promise<void> {
    await this.#needs.database.transaction((tx) => deleteUpload(tx, id));
  }
}

/** What came before the connection broke is kept: that is the point of resumable uploads. */
async function* untilBroken(stream: Readable): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch {
    return;
  }
}
