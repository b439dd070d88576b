import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Artefacts } from '#/modules/procedure/index.ts';
import {
  get,
  post,
  raw,
  readUpload,
  type Body,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { isId } from '#/values/id.ts';
import { fill, say } from '#/values/text.ts';
import { editors } from '../../access.ts';
import { artefactsIn } from '../../bundle/bundle-zip.ts';
import { ZipFault } from '../../bundle/read-zip.ts';
import { isSource } from '../../catalogue/read-source.ts';
import { beginImported } from '../../commands/begin.ts';
import { stageImport } from '../../commands/stage-import.ts';
import { discardStaged, saveStaged, takeStaged } from '../../commands/take-staged.ts';
import { refusals } from '../../refusals.ts';
import { findStaged, findStagedBody } from '../../store/index.ts';
import { placeHref } from '../places.ts';
import type { Workbench } from '../workbench.ts';
import type { Flaw } from './flaws.ts';
import { showImport } from './import-page.tsx';
import { importWords as words } from './import-words.ts';

import { readProposal } from './staged-form.ts';
import { importHref, showStaged } from './staged-page.tsx';

/** Bringing procedures in: files of the national catalogue by way of staging, archives of six files at once. */
export function importRoutes({ database }: Workbench): Route[] {
  return [
    get(importHref, editors, showImport),
    raw('POST', importHref, editors, take),
    get(`${importHref}/:lan`, editors, (tx, visit) => showStaged(tx, visit)),
    post(`${importHref}/:lan`, editors, correct),
    post(`${importHref}/:lan/cat-di`, editors, async (tx, visit) => {
      const outcome = await discardStaged(tx, visit.params['lan'] ?? '');
      if (isRefusal(outcome)) return outcome;
      return { goTo: importHref, notice: say(visit.lang, words.discarded) };
    }),
    raw('GET', `${importHref}/:lan/tep`, editors, give),
  ];

  async function take(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
  ): Promise<unknown> {
    const again = (flaw: Flaw, names: readonly string[] = []) => {
      const query = new URLSearchParams({ sai: flaw, tep: names.join(' ').slice(0, 200) });
      return reply.redirect(`${importHref}?${query.toString()}`, 303);
    };
    const sent = await readUpload(request.raw).catch(() => undefined);
    if (sent === undefined) {
      void reply.header('connection', 'close');
      return again('not-sent');
    }
    const actor = visit.actor!;
    if (isSource(sent.bytes)) {
      const { stagedId } = await database.transaction((tx) => stageImport(tx, actor, sent));
      return reply.redirect(`${importHref}/${stagedId}`, 303);
    }
    let artefacts: Artefacts;
    try {
      artefacts = artefactsIn(sent.bytes);
    } catch (error) {
      if (!(error instanceof ZipFault)) throw error;
      return again(error.flaw, error.names);
    }
    const begun = await database.transaction((tx) =>
      beginImported(tx, actor, { artefacts, fileName: sent.name }),
    );
    if (isRefusal(begun)) return again('no-slug');
    return reply.redirect(placeHref(begun.draftId, 'kiem-tra'), 303);
  }

  /** The file as it came, never to be shown by the browser itself. */
  async function give(
    _request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
  ): Promise<unknown> {
    const id = visit.params['lan'] ?? '';
    const found = isId(id) ? await database.transaction((tx) => findStagedBody(tx, id)) : undefined;
    if (!found) {
      const { status, words: told } = refusals['studio.no-staged'];
      return reply.code(status).type('text/plain; charset=utf-8').send(say(visit.lang, told));
    }
    return reply
      .header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(found.fileName)}`,
      )
      .header('cache-control', 'private, no-store')
      .type('application/octet-stream')
      .send(found.body);
  }
}

/** Saves corrections, or makes a draft of them. What is wrong is shown again with the typing kept. */
async function correct(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect | Refusal> {
  const id = visit.params['lan'] ?? '';
  const staged = isId(id) ? await findStaged(tx, id) : undefined;
  if (staged === undefined || staged.state === 'REFUSED') return refuse('studio.no-staged');
  if (staged.state !== 'STAGED') return refuse('studio.staged-is-done');
  const { proposal, filled, again } = readProposal(body, visit.now);
  if (again) return showStaged(tx, visit, { filled, status: 200 });
  if (body['_keep'] !== undefined) {
    const saved = await saveStaged(tx, { id, typed: filled.typed });
    if (isRefusal(saved)) return saved;
    return { goTo: `${importHref}/${saved.id}`, notice: say(visit.lang, words.saved) };
  }
  if (proposal === undefined) return showStaged(tx, visit, { filled, status: 422 });
  const taken = await takeStaged(tx, visit.actor!, { id, proposal });
  if (!isRefusal(taken)) return { goTo: placeHref(taken.draftId, 'kiem-tra') };
  if (taken.refused !== 'studio.slug-taken') return taken;
  const slug = fill(refusals['studio.slug-taken'].words, taken.facts ?? {});
  return showStaged(tx, visit, { filled: { ...filled, wrong: { slug } }, status: 422 });
}
