import { formatInstant } from '#/values/instant.ts';
import { fill, say, type Lang } from '#/values/text.ts';
import { Details, Link, Steps, Table, type Step } from '#/ui/index.ts';
import type { Standing } from '../standing.ts';
import { ledgerWords as words } from './words.ts';

interface LedgerReceiptProps {
  readonly lang: Lang;
  readonly standing: Standing;
  /** What each act is called, by its number; acts without a name are not the reader's and are left out. */
  readonly acts: ReadonlyMap<number, string>;
}

/** How far the acts of a dossier have come in the public ledger, as four lamps, and the receipts to keep. */
export function LedgerReceipt({ lang, standing, acts }: LedgerReceiptProps) {
  const shown = standing.sealed.filter(({ n }) => acts.has(n));
  return (
    <section id="bien-nhan-kiem-chung">
      <h2>{say(lang, words.panel)}</h2>
      <p>{say(lang, words.panelText)}</p>
      <Details summary={say(lang, words.receipts)}>
        <Steps steps={lampsOf(standing, lang)} lang={lang} across />
        {shown.length > 0 && <Receipts lang={lang} standing={standing} acts={acts} shown={shown} />}
      </Details>
    </section>
  );
}

interface ReceiptsProps extends LedgerReceiptProps {
  readonly shown: Standing['sealed'];
}

function Receipts({ lang, standing, acts, shown }: ReceiptsProps) {
  return (
    <>
      <Table
        caption={say(lang, words.receipts)}
        captionUnseen
        rows={shown}
        keyOf={({ n }) => String(n)}
        columns={[
          { title: say(lang, words.act), heads: true, cell: ({ n }) => acts.get(n)! },
          {
            title: say(lang, words.number),
            numeric: true,
            cell: ({ index }) => <Link href={`/so-minh-bach/muc/${index}`}>{index}</Link>,
          },
          {
            title: say(lang, words.panel),
            cell: ({ n }) => (
              <Link href={`/so-minh-bach/bien-nhan/${standing.kind}/${standing.subject}/${n}`}>
                {say(lang, words.receipt)}
                <span class="unseen"> {acts.get(n)}</span>
              </Link>
            ),
          },
        ]}
      />
      <p>
        {say(lang, words.howReceipt)}{' '}
        <Link href="/kiem-chung/bien-nhan">{say(lang, words.howPage)}</Link>
      </p>
      {standing.anchored && (
        <p>
          <Link href={`/so-minh-bach/neo/${standing.anchored.size}`}>
            {say(lang, words.anchorProof)}
          </Link>
        </p>
      )}
    </>
  );
}

function lampsOf(
  { recorded, sealed, sealedAt, witnesses, anchored }: Standing,
  lang: Lang,
): Step[] {
  const isSealed = sealedAt !== null && sealed.length === recorded;
  const last = sealed.at(-1);
  return [
    {
      title: say(lang, words.lampRecorded),
      state: recorded > 0 ? 'done' : 'todo',
      note: say(lang, fill(words.lampRecordedNote, { count: String(recorded) })),
    },
    {
      title: say(lang, words.lampSealed),
      state: isSealed ? 'done' : 'current',
      note:
        isSealed && last
          ? say(
              lang,
              fill(words.lampSealedNote, {
                index: String(last.index),
                at: formatInstant(sealedAt, lang),
              }),
            )
          : say(lang, words.lampWaiting),
    },
    {
      title: say(
        lang,
        fill(words.lampWitnessed, {
          signed: String(isSealed ? witnesses.signed : 0),
          known: String(witnesses.known),
        }),
      ),
      state: isSealed && witnesses.signed > 0 ? 'done' : 'todo',
    },
    {
      title: say(lang, words.lampAnchored),
      state: isSealed && anchored ? 'done' : 'todo',
      note:
        isSealed && anchored ? formatInstant(anchored.at, lang) : say(lang, words.lampAnchoredNote),
    },
  ];
}
