import type { VNode } from 'preact';
import { listUnits } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import {
  Button,
  DeskLayout,
  Form,
  Link,
  LinkButton,
  NotificationBanner,
  SummaryList,
  Table,
  type Column,
} from '#/ui/index.ts';
import { formatDay } from '#/values/day.ts';
import { fill, say, type Text } from '#/values/text.ts';
import type { Declaration } from '../commands.ts';
import type { OwnNode } from '../node.ts';
import type { Declared } from '../partner.ts';
import { listOffers, listPartners, listServed } from '../store/declared.ts';
import { countStuck } from '../store/listing.ts';
import { addWords, words } from './words.ts';

export const path = '/quan-tri/lien-thong';

/** Who is believed, which units are served elsewhere, what is done for others. */
export async function showOverview(tx: Tx, visit: Visit, own: OwnNode): Promise<Shown> {
  const { lang } = visit;
  const partners = await listPartners(tx);
  const served = await listServed(tx);
  const offers = await listOffers(tx);
  const stuck = await countStuck(tx);
  const units = new Map((await listUnits(tx)).map(({ id, name }) => [id, say(lang, name)]));
  const nameOf = new Map(partners.map(({ address, name }) => [address, name]));
  const title = say(lang, words.title);
  const view = (
    <DeskLayout lang={lang} wide>
      <h1>{title}</h1>
      <p>{say(lang, words.intro)}</p>
      {stuck > 0 && (
        <NotificationBanner
          lang={lang}
          tone="warning"
          title={say(lang, fill(words.stuck, { n: String(stuck) }))}
        >
          <Link href={`${path}/thong-diep`}>{say(lang, words.messages)}</Link>
        </NotificationBanner>
      )}
      <p>
        <Link href={`${path}/thong-diep`}>{say(lang, words.messages)}</Link>
      </p>
      <h2>{say(lang, words.own)}</h2>
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.address), value: own.address },
          {
            label: say(lang, words.publicKey),
            value: <code class="hash">{own.signer.publicKey}</code>,
          },
          { label: say(lang, words.keyId), value: <code class="hash">{own.signer.keyId}</code> },
        ]}
      />
      <Declarations
        visit={visit}
        what="he-thong"
        caption={words.partners}
        rows={partners}
        columns={[
          { title: say(lang, words.name), heads: true, cell: ({ name }) => name },
          { title: say(lang, words.address), cell: ({ address }) => address },
          { title: say(lang, words.keyId), cell: ({ keyId }) => <code class="hash">{keyId}</code> },
        ]}
      />
      <Declarations
        visit={visit}
        what="don-vi"
        caption={words.served}
        rows={served}
        columns={[
          {
            title: say(lang, words.unit),
            heads: true,
            cell: ({ unitId }) => units.get(unitId) ?? '',
          },
          { title: say(lang, words.system), cell: ({ address }) => nameOf.get(address) ?? address },
        ]}
      />
      <Declarations
        visit={visit}
        what="thu-tuc"
        caption={words.offers}
        rows={offers}
        columns={[
          {
            title: say(lang, words.part),
            heads: true,
            cell: ({ procedureCode, step }) => `${procedureCode}, ${step}`,
          },
          { title: say(lang, words.slug), cell: ({ slug }) => slug },
        ]}
      />
    </DeskLayout>
  );
  return { title, view, layout: 'desk' };
}

interface DeclarationsProps<T extends Declared> {
  readonly visit: Visit;
  readonly what: Declaration;
  readonly caption: Text;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
}

function Declarations<T extends Declared>({
  visit,
  what,
  caption,
  rows,
  columns,
}: DeclarationsProps<T>): VNode {
  const { lang } = visit;
  const end: Column<T> = {
    title: say(lang, words.act),
    cell: ({ id, validTo }) =>
      validTo === null ? (
        <Form csrf={visit.csrf} lang={lang} action={`${path}/${what}/${id}/ket-thuc`}>
          <Button look="secondary">{say(lang, words.end)}</Button>
        </Form>
      ) : null,
  };
  return (
    <section>
      <h2>{say(lang, caption)}</h2>
      {rows.length === 0 ? (
        <p class="soft">{say(lang, words.none)}</p>
      ) : (
        <Table
          caption={say(lang, caption)}
          captionUnseen
          narrow="stack"
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            ...columns,
            { title: say(lang, words.validFrom), cell: ({ validFrom }) => formatDay(validFrom) },
            {
              title: say(lang, words.validTo),
              cell: ({ validTo }) => (validTo === null ? '' : formatDay(validTo)),
            },
            { title: say(lang, words.source), cell: ({ source }) => source },
            end,
          ]}
        />
      )}
      <LinkButton look="secondary" href={`${path}/${what}`}>
        {say(lang, addWords[what])}
      </LinkButton>
    </section>
  );
}
