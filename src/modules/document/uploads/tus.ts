import { AsyncLocalStorage } from 'node:async_hooks';
import { Server } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { entryOf, lineOf, raw, type Actor, type Route, type Visit } from '#/platform/http/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { StoredFile } from '#/platform/files/index.ts';
import type { Services } from '#/platform/module.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { fill, say } from '#/values/text.ts';
import { isId, newId } from '#/values/id.ts';
import { addFile } from '../papers/add-file.ts';
import { maxFileBytes } from '../papers/paper.ts';
import { area, type PaperWorks } from '../papers/paper-works.ts';
import { checkChange, type OwnerGate } from '../papers/owner-gate.ts';
import { checkRoom } from '../papers/quota.ts';
import { refusals } from '../refusals.ts';
import { deleteUpload, findUpload, type PartialUpload } from '../store/uploads.ts';
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
      const { actor } = requests.getStore()!;
      const refused = await finish(id, actor);
      return refused ? said(refused, actor) : {};
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
      return refuseRaw(reply, visit, refuse('document.not-found'));
    const target = { owner: owner!, paper: paper!, name: filename ?? '' };
    const bytes = Number(request.headers['upload-length'] ?? maxFileBytes);
    const refused = await database.transaction(
      async (tx) =>
        (await checkChange(tx, gate, visit.actor!, target.owner, target.paper)) ??
        (await checkRoom(tx, visit.actor!, target.owner, bytes)),
      lineOf(visit.actor),
    );
    return refused
      ? refuseRaw(reply, visit, refused)
      : await serve(request, reply, { actor: visit.actor!, target });
  }

  async function goOn(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
  ): Promise<unknown> {
    const id = visit.params['id'] ?? '';
    const upload = isId(id)
      ? await database.transaction((tx) => findUpload(tx, id), lineOf(visit.actor))
      : undefined;
    if (!upload) return refuseRaw(reply, visit, refuse('document.not-found'));
    const refused = await database.transaction(
      (tx) => checkChange(tx, gate, visit.actor!, upload.owner, upload.paper),
      lineOf(visit.actor),
    );
    return refused
      ? refuseRaw(reply, visit, refused)
      : await serve(request, reply, { actor: visit.actor!, owner: upload.owner });
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

  async function finish(id: string, actor: Actor): Promise<Refusal | undefined> {
    const line = lineOf(actor);
    const upload = await database.transaction((tx) => findUpload(tx, id), line);
    if (!upload) return undefined;
    const stored = await files.put(area, whole(upload.parts), upload.owner);
    const refused = await database.transaction((tx) => land(tx, actor, upload, stored), line);
    if (refused) {
      await database.transaction((tx) => deleteUpload(tx, id), line);
      return refused;
    }
    await works.settle(upload.owner, upload.paper, settleMs);
    return undefined;
  }

  /** Asked again when all parts are there: meanwhile the dossier may have been submitted. */
  async function land(
    tx: Tx,
    actor: Actor,
    upload: PartialUpload,
    stored: StoredFile,
  ): Promise<Refusal | undefined> {
    const refused = await checkChange(tx, gate, actor, upload.owner, upload.paper);
    if (refused) return refused;
    await deleteUpload(tx, upload.id);
    const added = await addFile(tx, actor, { ...upload, size: stored.size, stored });
    return isRefusal(added) ? added : undefined;
  }

  async function* whole(parts: readonly string[]): AsyncIterable<Uint8Array> {
    for (const key of parts)
      for await (const chunk of await files.get(key)) yield chunk as Uint8Array;
  }
}

/** A refusal as the tus server answers it. */
function said(refusal: Refusal, { lang }: Actor): { status_code: number; body: string } {
  const { status, words } = entryOf(refusal, refusals);
  return { status_code: status, body: say(lang, fill(words, refusal.facts ?? {})) };
}
