import type { ChainSettings } from '#/platform/config/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, type Lang } from '#/values/text.ts';
import { BackLink, EmptyState, Link, SummaryList, Table } from '#/ui/index.ts';
import { originOf } from '../anchors/evm/chain-anchor.ts';
import { lastHeadSelector } from '../anchors/evm/contract.ts';
import { listAnchors } from '../store/anchors.ts';
import { findLog } from '../store/log.ts';
import { anchorWords as words } from './anchor-words.ts';
import { ledgerWords } from './words.ts';

/** What everybody may know of the chain; addresses of nodes may hold secrets. */
export type PublicChain = Pick<ChainSettings, 'name' | 'chainId' | 'contract' | 'place' | 'did'>;

const shownAnchors = 50;

/** Where the ledger is kept outside of the office, and how to look there without it. */
export async function showAnchors(tx: Tx, visit: Visit, chain: PublicChain | null): Promise<Shown> {
  const { lang } = visit;
  const anchors = await listAnchors(tx, shownAnchors);
  const log = await findLog(tx);
  const nameOf = (place: string) =>
    place === chain?.place ? chain.name : say(lang, words.timeStamps);
  const view = (
    <>
      <BackLink href="/so-minh-bach" lang={lang}>
        {say(lang, ledgerWords.title)}
      </BackLink>
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      <Table
        caption={say(lang, words.latest)}
        rows={anchors}
        keyOf={({ size, place }) => `${place} ${size}`}
        empty={
          <EmptyState icon="inbox" title={say(lang, words.none)}>
            {say(lang, words.noneText)}
          </EmptyState>
        }
        columns={[
          {
            title: say(lang, ledgerWords.when),
            heads: true,
            cell: ({ at }) => formatInstant(at, lang),
          },
          { title: say(lang, words.place), cell: ({ place }) => nameOf(place) },
          {
            title: say(lang, ledgerWords.entries),
            numeric: true,
            cell: ({ size }) => size.toLocaleString('vi-VN'),
          },
          {
            title: say(lang, words.proof),
            cell: ({ size, place }) => (
              <>
                <Link href={`/so-minh-bach/neo/${size}?noi=${place}`}>
                  {say(lang, words.proof)}
                  <span class="unseen"> {fillSize(lang, size)}</span>
                </Link>
                {' · '}
                <Link href={`/so-minh-bach/neo/${size}/diem?noi=${place}`}>
                  {say(lang, ledgerWords.checkpoint)}
                  <span class="unseen"> {fillSize(lang, size)}</span>
                </Link>
              </>
            ),
          },
        ]}
      />
      <h2>{say(lang, ledgerWords.how)}</h2>
      <p>{say(lang, words.howStamp)}</p>
      <p>
        <code class="hash">
          openssl ts -verify -token_in -in neo-N.tst -data neo-N.txt -CAfile goc.pem
        </code>
      </p>
      {chain && log && <Chain lang={lang} chain={chain} origin={log.origin} />}
    </>
  );
  return { title: say(lang, words.title), layout: 'citizen', view };
}

interface ChainProps {
  readonly lang: Lang;
  readonly chain: PublicChain;
  readonly origin: string;
}

/** What to ask any node of the chain, letter by letter. */
function Chain({ lang, chain, origin }: ChainProps) {
  const call = {
    jsonrpc: '2.0',
    id: 1,
    method: 'eth_call',
    params: [
      { to: chain.contract, data: `${lastHeadSelector}${originOf({ origin }).slice(2)}` },
      'latest',
    ],
  };
  return (
    <>
      <h2>{say(lang, fill(words.onChain, { name: chain.name }))}</h2>
      <p>{say(lang, words.howChain)}</p>
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.chainId), value: String(chain.chainId) },
          {
            label: say(lang, words.contract),
            value: <code class="hash">{chain.contract}</code>,
          },
          ...(chain.did === undefined
            ? []
            : [{ label: say(lang, words.did), value: <code class="hash">{chain.did}</code> }]),
          {
            label: say(lang, words.question),
            value: <code class="hash">{JSON.stringify(call)}</code>,
          },
        ]}
      />
      <p>{say(lang, words.answer)}</p>
    </>
  );
}

function fillSize(lang: Lang, size: number): string {
  return say(lang, fill(words.ofSize, { size: size.toLocaleString('vi-VN') }));
}
