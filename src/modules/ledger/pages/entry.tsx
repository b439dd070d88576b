import type { Tx } from '#/platform/db/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { refuse, isRefusal, type Refusal } from '#/platform/refusal.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say } from '#/values/text.ts';
import { BackLink, ButtonRow, LinkButton, SummaryList } from '#/ui/index.ts';
import { parseLeaf } from '../leaf/leaf.ts';
import type { NamesOf } from '../names.ts';
import { prove } from '../prove.ts';
import { Checking, verbOf } from './explorer-view.tsx';
import { ledgerWords as words } from './words.ts';

/** One entry, letter by letter, with its receipt. */
export async function showEntry(tx: Tx, visit: Visit, namesOf: NamesOf): Promise<Shown | Refusal> {
  const { lang } = visit;
  const index = Number(visit.params['index']);
  const proof = Number.isSafeInteger(index)
    ? await prove(tx, index)
    : refuse('ledger.no-such-entry');
  if (isRefusal(proof)) return proof;
  const leaf = parseLeaf(proof.body);
  const title = say(lang, fill(words.entry, { index: String(index) }));
  const names = await namesOf(tx, visit.now);
  return {
    title,
    layout: 'citizen',
    view: (
      <>
        <BackLink href="/so-minh-bach" lang={lang}>
          {say(lang, words.title)}
        </BackLink>
        <h1>{title}</h1>
        <p class="lead">{say(lang, words.entryText)}</p>
        <SummaryList
          lang={lang}
          rows={[
            ...(leaf === undefined
              ? []
              : [
                  { label: say(lang, words.act), value: verbOf(leaf, names, lang) },
                  { label: say(lang, words.when), value: formatInstant(leaf.at, lang) },
                  { label: say(lang, words.step), value: String(leaf.n) },
                  {
                    label: say(lang, words.caseNumber),
                    value: <code class="hash">{leaf.caseId.toString('base64url')}</code>,
                  },
                ]),
            {
              label: say(lang, words.body),
              value: <code class="hash">{proof.body.toString()}</code>,
            },
            {
              label: say(lang, words.hash),
              value: <code class="hash">{proof.leafHash.toString('hex')}</code>,
            },
          ]}
        />
        <ButtonRow>
          <LinkButton href={`/so-minh-bach/muc/${index}/bien-nhan`} look="secondary">
            {say(lang, words.receipt)}
          </LinkButton>
        </ButtonRow>
        <Checking lang={lang} />
      </>
    ),
  };
}
