import type { Tx } from '#/platform/db/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { Timeline } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, text } from '#/values/text.ts';
import { artefactWords, verbWords } from '../draft-words.ts';
import { listActs } from '../store/index.ts';
import { framed } from './frame.tsx';
import type { Bench } from './workbench.ts';

const words = {
  title: text('Lịch sử', 'History'),
  saved: text('{verb}: {parts}', '{verb}: {parts}'),
} as const;

/** Everything that was done to a draft, the latest first. */
export async function showHistory(tx: Tx, visit: Visit, bench: Bench): Promise<Shown> {
  const { lang } = visit;
  const acts = await listActs(tx, bench.draft.id);
  const view = (
    <>
      <h1>{say(lang, words.title)}</h1>
      <Timeline
        label={say(lang, words.title)}
        events={acts.map(({ verb, at, actorName, words: said, wrote }) => {
          const done = say(lang, verbWords[verb]);
          const parts = wrote.map((file) => say(lang, artefactWords[file])).join(', ');
          return {
            when: formatInstant(at, lang),
            who: actorName,
            title:
              verb === 'begin' || parts === ''
                ? done
                : say(lang, fill(words.saved, { verb: done, parts })),
            body: said === '' ? undefined : said,
          };
        })}
      />
    </>
  );
  return framed(visit, bench, { title: say(lang, words.title), here: 'lich-su', view });
}
