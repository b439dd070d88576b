import type { FastifyReply, FastifyRequest } from 'fastify';
import { findVersion, getArtefacts, type Artefacts } from '#/modules/procedure/index.ts';
import { raw, type Route, type Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { isId } from '#/values/id.ts';
import { fill, say } from '#/values/text.ts';
import { reviewers } from '../access.ts';
import { zipOf } from '../bundle/bundle-zip.ts';
import { openDraft } from '../commands/open-draft.ts';
import { refusals } from '../refusals.ts';
import { home } from './places.ts';
import type { Workbench } from './workbench.ts';

/** Procedures as archives, out of drafts and versions. The way into drafts is in `import/`. */
export function bundleRoutes(workbench: Workbench): Route[] {
  return [
    raw('GET', `${home}/:id/tai-ve`, reviewers, (request, reply, visit) =>
      give(request, reply, visit, async (tx) => {
        const opened = await openDraft(tx, visit.params['id'] ?? '');
        return isRefusal(opened)
          ? opened
          : { slug: opened.draft.slug, artefacts: opened.artefacts };
      }),
    ),
    raw('GET', `${home}/phien-ban/:id/tai-ve`, reviewers, (request, reply, visit) =>
      give(request, reply, visit, async (tx) => {
        const id = visit.params['id'] ?? '';
        const version = isId(id) ? await findVersion(tx, id) : undefined;
        if (!version) return refuse('studio.no-version');
        return { slug: version.slug, artefacts: await getArtefacts(tx, version.id) };
      }),
    ),
  ];

  async function give(
    _request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
    find: (
      tx: Parameters<Parameters<Workbench['database']['transaction']>[0]>[0],
    ) => Promise<{ slug: string; artefacts: Artefacts } | Refusal>,
  ): Promise<unknown> {
    const found = await workbench.database.transaction(find);
    if (isRefusal(found)) return refuseRaw(reply, visit, found);
    return reply
      .header('content-disposition', `attachment; filename="${found.slug}.zip"`)
      .header('cache-control', 'private, no-store')
      .type('application/zip')
      .send(zipOf(found.slug, found.artefacts));
  }
}

/** Says no where there is no page: the words as plain text. */
function refuseRaw(reply: FastifyReply, visit: Visit, refusal: Refusal): FastifyReply {
  const { status, words: told } = refusals[refusal.refused as keyof typeof refusals];
  return reply
    .code(status)
    .type('text/plain; charset=utf-8')
    .send(say(visit.lang, fill(told, refusal.facts ?? {})));
}
