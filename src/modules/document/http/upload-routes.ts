import type { FastifyReply, FastifyRequest } from 'fastify';
import { lineOf, post, raw, type Body, type Route, type Visit } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { isId } from '#/values/id.ts';
import { signedIn } from '../access.ts';
import { addFile } from '../papers/add-file.ts';
import { arrange, confirmDoubts, type Arrangement } from '../papers/arrange.ts';
import { checkChange, checkRead, type OwnerGate } from '../papers/owner-gate.ts';
import type { PaperWorks } from '../papers/paper-works.ts';
import { checkRoom } from '../papers/quota.ts';
import { maxFileBytes } from '../papers/paper.ts';
import { findPlaceOfFile } from '../store/papers.ts';
import { readMultipart } from '../uploads/read-multipart.ts';
import { receive } from '../uploads/receive.ts';
import { isPaperCode, refuseRaw, wayBack } from './raw-answers.ts';

/** How long a person waits for the check of what they sent before the page comes back as it is. */
const settleMs = 8_000;

/** What a person does with the files of a paper, by forms that need no script. */
export function uploadRoutes(services: Services, works: PaperWorks, gate: OwnerGate): Route[] {
  const { database, files } = services;
  return [
    raw('POST', '/giay-to/:owner/:paper', signedIn, upload),
    raw('GET', '/giay-to/:owner/:paper/xong', signedIn, settle),
    post('/giay-to/:owner/:paper/xac-nhan', signedIn, confirm),
    post('/tep/:id/:act', signedIn, rearrange),
    post('/tep/:id/trang/:no/:act', signedIn, rearrange),
  ];

  async function upload(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
  ): Promise<unknown> {
    const { owner = '', paper = '' } = visit.params;
    const early = await database.transaction(
      (tx) => mayReceive(tx, request, visit),
      lineOf(visit.actor),
    );
    if (early) return refuseRaw(reply.header('connection', 'close'), visit, early);
    const received = await readMultipart(request.raw, (name, content) =>
      receive(files, owner, name, content),
    ).catch(() => undefined);
    if (!received)
      return refuseRaw(
        reply.header('connection', 'close'),
        visit,
        refuse('document.upload-broken'),
      );
    const late = await database.transaction((tx) => land(tx, visit, received), lineOf(visit.actor));
    if (late) return refuseRaw(reply, visit, late);
    await works.settle(owner, paper, settleMs);
    return reply.redirect(wayBack(visit.query['ve']), 303);
  }

  /** Asked before the bytes are taken, so that they need not be sent in vain. */
  async function mayReceive(
    tx: Tx,
    request: FastifyRequest,
    visit: Visit,
  ): Promise<Refusal | undefined> {
    const { owner = '', paper = '' } = visit.params;
    const bytes = Number(request.headers['content-length'] ?? maxFileBytes);
    return (
      (await mayChange(tx, visit, owner, paper)) ??
      (await checkRoom(tx, visit.actor!, owner, bytes))
    );
  }

  /**
   * Asked again when the bytes are there: meanwhile the dossier may have been submitted. Of what is refused no row
   * stays; its bytes go with the next sweep, since another paper may have the same.
   */
  async function land(
    tx: Tx,
    visit: Visit,
    received: readonly Awaited<ReturnType<typeof receive>>[],
  ): Promise<Refusal | undefined> {
    const { owner = '', paper = '' } = visit.params;
    const refused = await mayChange(tx, visit, owner, paper);
    if (refused) return refused;
    for (const file of received) {
      const added = await addFile(tx, visit.actor!, { ...file, owner, paper });
      if (isRefusal(added)) return added;
    }
    return undefined;
  }

  /** After a change: waits for the paper to be bound again, then leads back. */
  async function settle(
    _request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
  ): Promise<unknown> {
    const { owner = '', paper = '' } = visit.params;
    if (!isId(owner) || !isPaperCode(paper))
      return refuseRaw(reply, visit, refuse('document.not-found'));
    const refused = await database.transaction(
      (tx) => checkRead(tx, gate, visit.actor!, owner),
      lineOf(visit.actor),
    );
    if (refused) return refuseRaw(reply, visit, refused);
    await works.settle(owner, paper, settleMs);
    return reply.redirect(wayBack(visit.query['ve']), 303);
  }

  async function confirm(tx: Tx, visit: Visit, body: Body) {
    const { owner = '', paper = '' } = visit.params;
    const refused = await mayChange(tx, visit, owner, paper);
    if (refused) return refused;
    await confirmDoubts(tx, visit.actor!, owner, paper);
    return { goTo: wayBack(last(body['ve'])) };
  }

  async function rearrange(tx: Tx, visit: Visit, body: Body) {
    const { id = '' } = visit.params;
    const arrangement = arrangementOf(visit.params);
    const place = isId(id) && arrangement ? await findPlaceOfFile(tx, id) : undefined;
    if (!place || !arrangement) return refuse('document.not-found');
    const refused = await mayChange(tx, visit, place.owner, place.paper);
    if (refused) return refused;
    const outcome = await arrange(tx, visit.actor!, id, arrangement);
    if (isRefusal(outcome)) return outcome;
    const back = encodeURIComponent(wayBack(last(body['ve'])));
    return { goTo: `/giay-to/${outcome.owner}/${outcome.paper}/xong?ve=${back}` };
  }

  async function mayChange(
    tx: Tx,
    visit: Visit,
    owner: string,
    paper: string,
  ): Promise<Refusal | undefined> {
    if (!isId(owner) || !isPaperCode(paper)) return refuse('document.not-found');
    return await checkChange(tx, gate, visit.actor!, owner, paper);
  }
}

const fileActs = { bo: 'remove', len: 'earlier', xuong: 'later' } as const;
const pageActs = { xoay: 'turn', bo: 'drop', giu: 'keep' } as const;

function arrangementOf(params: Visit['params']): Arrangement | undefined {
  const { act = '', no } = params;
  if (no === undefined)
    return Object.hasOwn(fileActs, act)
      ? { act: fileActs[act as keyof typeof fileActs] }
      : undefined;
  if (!Object.hasOwn(pageActs, act) || !/^[1-9]\d{0,3}$/.test(no)) return undefined;
  return { act: pageActs[act as keyof typeof pageActs], page: Number(no) };
}

function last(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.at(-1) : value;
}
