import { listUnits } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { say } from '#/values/text.ts';
import { parseLeaf } from '../leaf/leaf.ts';
import type { NamesOf } from '../names.ts';
import { findPublished } from '../store/checkpoints.ts';
import { listLeaves } from '../store/explorer.ts';
import { listFreezes } from '../store/freezes.ts';
import { findLatestInspection } from '../store/inspections.ts';
import { findLog } from '../store/log.ts';
import { listWitnesses } from '../store/witnesses.ts';
import { ExplorerView } from './explorer-view.tsx';
import { ledgerWords as words } from './words.ts';

const pageSize = 25;

/** The list of acts, narrowed by what stands in the address. */
export async function showExplorer(tx: Tx, visit: Visit, namesOf: NamesOf): Promise<Shown> {
  const { lang, query } = visit;
  const filter = {
    'thu-tuc': query['thu-tuc'] ?? '',
    'don-vi': query['don-vi'] ?? '',
    'trang-thai': query['trang-thai'] ?? '',
  };
  const checkpoint = await findPublished(tx);
  const size = checkpoint?.size ?? 0;
  const before = /^\d{1,15}$/.test(query['truoc'] ?? '') ? Number(query['truoc']) : size;
  const found = await listLeaves(
    tx,
    {
      procedure: filter['thu-tuc'] || undefined,
      unit: filter['don-vi'] || undefined,
      state: filter['trang-thai'] || undefined,
      before: Math.min(before, size),
    },
    pageSize + 1,
  );
  const rows = found.slice(0, pageSize);
  const view = (
    <ExplorerView
      lang={lang}
      names={await namesOf(tx, visit.now)}
      units={new Map((await listUnits(tx)).map(({ key, name }) => [key, name]))}
      filter={filter}
      leaves={rows.flatMap(({ idx, body }) => {
        const leaf = parseLeaf(body);
        return leaf ? [{ index: idx, leaf }] : [];
      })}
      older={found.length > pageSize ? olderHref(filter, rows.at(-1)!.idx) : undefined}
      checkpoint={checkpoint}
      knownWitnesses={(await listWitnesses(tx)).length}
      isFrozen={(await findLog(tx))?.frozenAt != null}
      freezes={await listFreezes(tx)}
      inspection={await findLatestInspection(tx)}
    />
  );
  return { title: say(lang, words.title), layout: 'citizen', view };
}

function olderHref(filter: Readonly<Record<string, string>>, before: number): string {
  const chosen = Object.entries(filter).filter(([, value]) => value !== '');
  return `/so-minh-bach?${new URLSearchParams([...chosen, ['truoc', String(before)]]).toString()}`;
}
