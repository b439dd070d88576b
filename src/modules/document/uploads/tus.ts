import { AsyncLocalStorage } from 'node:async_hooks';
import { Server } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { raw, type Route, type Visit } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { isId, newId } from '#/values/id.ts';
import { addFile } from '../papers/add-file.ts';
import { maxFileBytes } from '../papers/paper.ts';
import { area, type PaperWorks } from '../papers/paper-works.ts';
import { checkGate, type OwnerGate } from '../papers/owner-gate.ts';
import { deleteUpload, findUpload } from '../store/uploads.ts';
import { signedIn } from '../access.ts';
import { isPaperCode, refuseRaw } from '../http/raw-answers.ts';
import { readMetadata } from './metadata.ts';
import { UploadStore } from './upload-store.ts';
import type { Uploader } from './uploader.ts';

const path = '/tai-len';
const settleMs = 5_000;

/**
 * Resumable uploads by the tus protocol 1.0.0 (creation, termination): the base of uploading over bad networks. The
 * metadata name `owner`, `paper` and `filename`; the answer to the last part comes when the file is in its paper.
 */
export function tusRoutes(services: Services, works: PaperWorks, gate: OwnerGate): Route[] {
  const { database, files } = services;
  const requests = new AsyncLocalStorage<Uploader>();
  const tus = new Server({
    path,
    datastore: new UploadStore(services, () => requests.getStore()!),
    relativeLocation: true,
    maxSize: maxFileBytes,
    allowedOrigins: [new URL(services.config.publicUrl).origin],
    namingFunction: () => newId(),
    onUploadFinish: async (_request, { id }) => {
      await finish(id, requests.getStore()!);
      return {};
    },
  });
  const methods = ['HEAD', 'PATCH', 'DELETE', 'OPTIONS'] as const;
  return [
    raw('POST', path, signedIn, begin),
    raw('OPTIONS', path, signedIn, (request, reply, visit) =>
      serve(request, reply, { actor: visit.actor! }),
    ),
    ...methods.map((method) => raw(method, `${path}/:id`, signedIn, goOn)),
  ];

  async function begin(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
  ): Promise<unknown> {
    const { owner, paper, filename } = readMetadata(request.headers['upload-metadata']);
    if (!isId(owner ?? '') || !isPaperCode(paper ?? ''))
      return refuseRaw(reply, visit, { refused: 'document.not-found' });
    const target = { owner: owner!, paper: paper!, name: filename ?? '' };
    return await guarded(request, reply, visit, target.owner, { actor: visit.actor!, target });
  }

  async function goOn(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
  ): Promise<unknown> {
    const id = visit.params['id'] ?? '';
    const upload = isId(id) ? await database.transaction((tx) => findUpload(tx, id)) : undefined;
    if (!upload) return refuseRaw(reply, visit, { refused: 'document.not-found' });
    return await guarded(request, reply, visit, upload.owner, { actor: visit.actor! });
  }

  async function guarded(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
    owner: string,
    uploader: Uploader,
  ): Promise<unknown> {
    const refused = await database.transaction((tx) =>
      checkGate(tx, gate, uploader.actor, owner, 'write'),
    );
    return refused ? refuseRaw(reply, visit, refused) : await serve(request, reply, uploader);
  }

  async function serve(
    request: FastifyRequest,
    reply: FastifyReply,
    uploader: Uploader,
  ): Promise<void> {
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value);
    await requests.run(uploader, () => tus.handle(request.raw, reply.raw));
  }

  async function finish(id: string, { actor }: Uploader): Promise<void> {
    const upload = await database.transaction((tx) => findUpload(tx, id));
    if (!upload) return;
    const stored = await files.put(area, whole(upload.parts));
    await database.transaction(async (tx) => {
      await addFile(tx, actor, { ...upload, size: stored.size, stored });
      await deleteUpload(tx, id);
    });
    await works.settle(upload.owner, upload.paper, settleMs);
  }

  async function* whole(parts: readonly string[]): AsyncIterable<Uint8Array> {
    for (const key of parts)
      for await (const chunk of await files.get(key)) yield chunk as Uint8Array;
  }
}
