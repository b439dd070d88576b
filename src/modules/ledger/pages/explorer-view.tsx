import { formatInstant } from '#/values/instant.ts';
import { fill, say, type Lang, type Text } from '#/values/text.ts';
import {
  Ask,
  Button,
  Details,
  EmptyState,
  Link,
  NotificationBanner,
  Pagination,
  SummaryList,
  Table,
} from '#/ui/index.ts';
import type { Leaf } from '../leaf/leaf.ts';
import type { LedgerNames } from '../names.ts';
import type { StoredCheckpoint } from '../store/checkpoints.ts';
import type { Freeze } from '../store/freezes.ts';
import type { Inspection } from '../store/inspections.ts';
import { ledgerWords as words, ownVerbs } from './words.ts';

interface Explorer {
  readonly lang: Lang;
  readonly names: LedgerNames;
  readonly units: ReadonlyMap<string, Text>;
  readonly filter: Readonly<Record<'thu-tuc' | 'don-vi' | 'trang-thai', string>>;
  readonly leaves: readonly { readonly index: number; readonly leaf: Leaf }[];
  readonly older: string | undefined;
  readonly checkpoint: StoredCheckpoint | undefined;
  readonly knownWitnesses: number;
  readonly isFrozen: boolean;
  readonly freezes: readonly Freeze[];
  readonly inspection: Inspection | undefined;
}

/** The public ledger: where it stands, the latest acts, and how to check it without us. */
export function ExplorerView(explorer: Explorer) {
  const { lang, isFrozen } = explorer;
  return (
    <>
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      <p class="soft">{say(lang, words.noPersonal)}</p>
      {isFrozen && (
        <NotificationBanner tone="error" lang={lang} title={say(lang, words.frozen)}>
          {say(lang, words.frozenText)}
        </NotificationBanner>
      )}
      <h2>{say(lang, words.latest)}</h2>
      <search>
        <form method="get" action="/so-minh-bach">
          <Details
            summary={say(lang, words.choices)}
            open={Object.values(explorer.filter).some((chosen) => chosen !== '')}
          >
            <div class="filter-fields">
              <Choices {...explorer} />
            </div>
            <Button look="secondary">{say(lang, words.narrow)}</Button>
          </Details>
        </form>
      </search>
      <Acts {...explorer} />
      <Pagination lang={lang} next={explorer.older} />
      <Whole {...explorer} />
      <Checking lang={lang} />
    </>
  );
}

function Choices({ lang, names, units, filter }: Explorer) {
  const lists: readonly [keyof Explorer['filter'], Text, Iterable<[string, Text]>][] = [
    ['thu-tuc', words.procedure, names.procedures],
    ['don-vi', words.unit, units],
    ['trang-thai', words.standing, Object.entries(names.states)],
  ];
  return lists.map(([name, label, options]) => (
    <Ask
      key={name}
      question={{
        name,
        kind: 'select',
        label,
        required: true,
        options: Array.from(options, ([value, one]) => ({ value, label: one })),
      }}
      typed={{ [name]: filter[name] }}
      wrong={{}}
      unchosen={words.any}
      lang={lang}
    />
  ));
}

function Acts({ lang, names, units, leaves }: Explorer) {
  return (
    <Table
      caption={say(lang, words.latest)}
      captionUnseen
      rows={leaves}
      keyOf={({ index }) => String(index)}
      empty={
        <EmptyState icon="inbox" title={say(lang, words.empty)}>
          {say(lang, words.emptyText)}
        </EmptyState>
      }
      columns={[
        {
          title: say(lang, words.act),
          heads: true,
          cell: ({ leaf }) => (
            <>
              {verbOf(leaf, names, lang)}
              <br />
              <span class="soft small">{whereOf(leaf, names, units, lang)}</span>
            </>
          ),
        },
        { title: say(lang, words.when), cell: ({ leaf }) => formatInstant(leaf.at, lang) },
        {
          title: say(lang, words.number),
          numeric: true,
          cell: ({ index }) => <Link href={`/so-minh-bach/muc/${index}`}>{index}</Link>,
        },
      ]}
    />
  );
}

/** The act in words, or its code when it has none. */
export function verbOf({ facts }: Leaf, names: LedgerNames, lang: Lang): string {
  const { verb = '', document } = facts;
  const own = ownVerbs as Readonly<Record<string, Text>>;
  const done = named(names.verbs[verb] ?? own[verb], verb, lang);
  if (typeof document !== 'string') return done;
  return `${done}: ${named(names.documents[document], document, lang)}`;
}

/** Procedure, state afterwards and unit of an act; papers and the ledger's own acts have none. */
function whereOf(
  { facts }: Leaf,
  names: LedgerNames,
  units: Explorer['units'],
  lang: Lang,
): string {
  return [
    named(names.procedures.get(facts.procedure ?? ''), facts.procedure, lang),
    named(names.states[facts.state ?? ''], facts.state, lang),
    named(units.get(facts.unit ?? ''), facts.unit, lang),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function named(name: Text | undefined, code: string | undefined, lang: Lang): string {
  return name === undefined ? (code ?? '') : say(lang, name);
}

function Whole({ lang, checkpoint, knownWitnesses, freezes, inspection }: Explorer) {
  if (!checkpoint) return null;
  const { size, root, madeAt, cosignatures } = checkpoint;
  const signed = { signed: String(cosignatures.length), known: String(knownWitnesses) };
  const names = cosignatures.map(({ witness, at }) => `${witness} (${formatInstant(at, lang)})`);
  return (
    <>
      <h2>{say(lang, words.state)}</h2>
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.entries), value: size.toLocaleString('vi-VN') },
          { label: say(lang, words.sealedAt), value: formatInstant(madeAt, lang) },
          {
            label: say(lang, words.root),
            value: (
              <>
                <code class="hash">{root.toString('base64')}</code>
                <br />
                <span class="soft small">{say(lang, words.rootHint)}</span>
              </>
            ),
          },
          {
            label: say(lang, words.witnesses),
            value:
              knownWitnesses === 0
                ? say(lang, words.noWitness)
                : [say(lang, fill(words.witnessed, signed)), ...names].join(' · '),
          },
          ...(inspection === undefined
            ? []
            : [{ label: say(lang, words.inspected), value: inspected(inspection, lang) }]),
        ]}
      />
      {freezes.length > 0 && (
        <>
          <h3>{say(lang, words.freezes)}</h3>
          <ul>
            {freezes.map((freeze) => (
              <li key={freeze.id}>
                {formatInstant(freeze.at, lang)}:{' '}
                {say(lang, fill(words.freezeShown, { witness: freeze.witness }))}
                {freeze.endedAt !== null &&
                  `. ${say(lang, fill(words.freezeEnded, { at: formatInstant(freeze.endedAt, lang), reason: freeze.endReason ?? '' }))}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function inspected({ endedAt, leaves, findings }: Inspection, lang: Lang): string {
  const facts = {
    at: formatInstant(endedAt, lang),
    count: leaves.toLocaleString('vi-VN'),
    findings: String(findings.length),
  };
  return say(lang, fill(findings.length === 0 ? words.inspectedGood : words.inspectedBad, facts));
}

/** How to check it without us. */
export function Checking({ lang }: { readonly lang: Lang }) {
  return (
    <>
      <h2>{say(lang, words.how)}</h2>
      <p>
        {say(lang, words.howReceipt)}{' '}
        <Link href="/kiem-chung/bien-nhan">{say(lang, words.howPage)}</Link>
      </p>
      <p>
        {say(lang, words.howTiles)}{' '}
        <Link href="/ledger/checkpoint">{say(lang, words.checkpoint)}</Link>,{' '}
        <Link href="/ledger/policy">{say(lang, words.policy)}</Link>.
      </p>
      <p>
        <Link href="/so-minh-bach/neo">{say(lang, words.howAnchors)}</Link>
      </p>
    </>
  );
}
