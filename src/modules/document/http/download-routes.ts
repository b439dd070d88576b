import type { FastifyReply, FastifyRequest } from 'fastify';
import sharp from 'sharp';
import { lineOf, post, raw, type Body, type Route, type Visit } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { isId } from '#/values/id.ts';
import { say } from '#/values/text.ts';
import { reprinters, signedIn } from '../access.ts';
import type { Issued } from '../issued/issued.ts';
import { matterOf } from '../issued/matter-of.ts';
import type { PrintWorks } from '../issued/print-works.ts';
import { reprint } from '../issued/reprint.ts';
import { printWords } from '../pages/print-standing.tsx';
import { checkRead, type OwnerGate } from '../papers/owner-gate.ts';
import type { PaperFile } from '../papers/paper.ts';
import { mergedPdf } from '../papers/read-papers.ts';
import { findIssued } from '../store/issued.ts';
import { findPlaceOfFile, listPapers } from '../store/papers.ts';
import { isPaperCode, refuseRaw, wayBack } from './raw-answers.ts';
import { sendFile, type FileAnswer } from './send-file.ts';

const pdf = 'application/pdf';

/** What people may see and save: bound papers, originals, small pictures of pages, issued papers. */
export function downloadRoutes(services: Services, prints: PrintWorks, gate: OwnerGate): Route[] {
  const { database, files } = services;
  return [
    raw('GET', '/giay-to/:owner/:paper', signedIn, answering(boundPaper)),
    raw('GET', '/tep/:id', signedIn, answering(original)),
    raw('GET', '/tep/:id/trang/:no', signedIn, preview),
    raw('GET', '/van-ban/:id', signedIn, issuedPaper),
    post('/van-ban/:id/lap-lai', reprinters, printAgain),
  ];

  function answering(find: (tx: Tx, visit: Visit) => Promise<FileAnswer | Refusal>) {
    return async (
      _request: FastifyRequest,
      reply: FastifyReply,
      visit: Visit,
    ): Promise<unknown> => {
      const answer = await database.transaction((tx) => find(tx, visit), lineOf(visit.actor));
      return isRefusal(answer)
        ? refuseRaw(reply, visit, answer)
        : await sendFile(reply, files, answer);
    };
  }

  async function boundPaper(tx: Tx, visit: Visit): Promise<FileAnswer | Refusal> {
    const { owner = '', paper = '' } = visit.params;
    if (!isId(owner) || !isPaperCode(paper)) return refuse('document.not-found');
    const refused = await checkRead(tx, gate, visit.actor!, owner);
    if (refused) return refused;
    const bound = await mergedPdf(tx, owner, paper);
    return bound
      ? { key: bound.key, type: pdf, name: `${paper}.pdf`, isShown: true }
      : refuse('document.not-found');
  }

  /** An original is whatever was sent, so it is only ever saved, never shown. */
  async function original(tx: Tx, visit: Visit): Promise<FileAnswer | Refusal> {
    const file = await readableFile(tx, visit);
    if (isRefusal(file)) return file;
    if (file.key === undefined) return refuse('document.not-found');
    return { key: file.key, type: 'application/octet-stream', name: file.name, isShown: false };
  }

  async function readableFile(tx: Tx, visit: Visit): Promise<PaperFile | Refusal> {
    const { id = '' } = visit.params;
    const place = isId(id) ? await findPlaceOfFile(tx, id) : undefined;
    if (!place) return refuse('document.not-found');
    const refused = await checkRead(tx, gate, visit.actor!, place.owner);
    if (refused) return refused;
    const [paper] = await listPapers(tx, place.owner, place.paper);
    return paper?.files.find((file) => file.id === id) ?? refuse('document.not-found');
  }

  async function preview(
    _request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
  ): Promise<unknown> {
    const file = await database.transaction((tx) => readableFile(tx, visit), lineOf(visit.actor));
    if (isRefusal(file)) return refuseRaw(reply, visit, file);
    const page = file.pages.find(({ no }) => String(no) === visit.params['no']);
    if (page?.previewKey === undefined)
      return refuseRaw(reply, visit, refuse('document.not-found'));
    const picture = await files.read(page.previewKey);
    const turned =
      page.turn === 0
        ? picture
        : await sharp(picture).rotate(page.turn).jpeg({ quality: 70 }).toBuffer();
    return reply.header('cache-control', 'private, no-cache').type('image/jpeg').send(turned);
  }

  /** A paper that is still waiting is printed now: nobody waits for a job to see it. */
  async function issuedPaper(
    _request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
  ): Promise<unknown> {
    const { id = '' } = visit.params;
    const found = await database.transaction(
      (tx) => readableIssued(tx, visit, id),
      lineOf(visit.actor),
    );
    if (isRefusal(found)) return refuseRaw(reply, visit, found);
    if (!found.pdf) await prints.printNext(id);
    const issued = found.pdf
      ? found
      : await database.transaction((tx) => findIssued(tx, id), lineOf(visit.actor));
    if (!issued?.pdf) {
      const isFailed = issued?.state === 'failed';
      return refuseRaw(
        reply,
        visit,
        refuse(`document.${isFailed ? 'print-failed' : 'not-printed'}`),
      );
    }
    const name = `${issued.title}${issued.number ? ` ${issued.number}` : ''}.pdf`;
    const isShown = visit.query['tai'] === undefined;
    return await sendFile(reply, files, { key: issued.pdf.key, type: pdf, name, isShown });
  }

  async function printAgain(tx: Tx, visit: Visit, body: Body) {
    const found = await readableIssued(tx, visit, visit.params['id'] ?? '');
    if (isRefusal(found)) return found;
    const done = await reprint(tx, visit.actor!, found.id);
    if (isRefusal(done)) return done;
    const [back] = [body['ve'] ?? []].flat();
    return { goTo: wayBack(back), notice: say(visit.lang, printWords.again) };
  }

  async function readableIssued(tx: Tx, visit: Visit, id: string): Promise<Issued | Refusal> {
    const issued = isId(id) ? await findIssued(tx, id) : undefined;
    if (!issued) return refuse('document.not-found');
    const { owner } = issued;
    return (await checkRead(tx, gate, visit.actor!, owner, matterOf(issued.kind))) ?? issued;
  }
}
