import type { Tx } from '#/platform/db/index.ts';
import { pageNumber, type Shown, type Visit } from '#/platform/http/index.ts';
import { BackLink, Button, DeskLayout, Form, Link, Pagination, Table, Tag } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, type Lang } from '#/values/text.ts';
import { listPartners } from '../store/declared.ts';
import { listMessages, type ListedMessage } from '../store/listing.ts';
import { path } from './overview-page.tsx';
import { kindWords, stateWords, words } from './words.ts';

const perPage = 50;

/** What was sent and what came, with its standing; a message that did not arrive is sent again from here. */
export async function showMessages(tx: Tx, visit: Visit): Promise<Shown> {
  const { lang } = visit;
  const isAll = visit.query['xem'] === 'tat-ca';
  const page = pageNumber(visit);
  const found = await listMessages(tx, {
    isOpenOnly: !isAll,
    offset: (page - 1) * perPage,
    limit: perPage + 1,
  });
  const names = new Map((await listPartners(tx)).map(({ address, name }) => [address, name]));
  const title = say(lang, words.messages);
  const view = (
    <DeskLayout lang={lang} wide>
      <BackLink lang={lang} href={path} />
      <h1>{title}</h1>
      <p>
        {isAll ? (
          <Link href={`${path}/thong-diep`}>{say(lang, words.openOnly)}</Link>
        ) : (
          <Link href={`${path}/thong-diep?xem=tat-ca`}>{say(lang, words.all)}</Link>
        )}
      </p>
      {found.length === 0 ? (
        <p class="soft">{say(lang, words.none)}</p>
      ) : (
        <Table
          caption={title}
          captionUnseen
          narrow="stack"
          rows={found.slice(0, perPage)}
          keyOf={({ way, id }) => `${way} ${id}`}
          columns={[
            {
              title: say(lang, words.part),
              heads: true,
              cell: ({ leg, part }) => (leg === null ? '' : `${leg} ${part ?? ''}`),
            },
            {
              title: say(lang, words.system),
              cell: ({ address }) => names.get(address) ?? address,
            },
            {
              title: say(lang, words.way),
              cell: ({ way, number }) => `${say(lang, words[way])} ${number}`,
            },
            { title: say(lang, words.what), cell: ({ kind }) => say(lang, kindWords[kind]) },
            { title: say(lang, words.at), cell: ({ at }) => formatInstant(at, lang) },
            {
              title: say(lang, words.state),
              cell: (message) => <Standing lang={lang} message={message} />,
            },
            {
              title: say(lang, words.act),
              cell: ({ way, id, state }) =>
                way === 'out' && state !== 'sent' ? (
                  <Form csrf={visit.csrf} lang={lang} action={`${path}/thong-diep/${id}/gui-lai`}>
                    <Button look="secondary">{say(lang, words.again)}</Button>
                  </Form>
                ) : null,
            },
          ]}
        />
      )}
      <Pagination
        lang={lang}
        page={page}
        pages={found.length > perPage ? page + 1 : page}
        hrefOf={(no) => `${path}/thong-diep?trang=${no}${isAll ? '&xem=tat-ca' : ''}`}
      />
    </DeskLayout>
  );
  return { title, view, layout: 'desk' };
}

function Standing({ lang, message }: { readonly lang: Lang; readonly message: ListedMessage }) {
  const { state, attempts, fault, nextAt } = message;
  const { tone, words: name } = stateWords[state];
  const more = [
    attempts > 0 ? say(lang, fill(words.attempts, { n: String(attempts) })) : undefined,
    fault ?? undefined,
    nextAt !== null && fault !== null
      ? say(lang, fill(words.next, { at: formatInstant(nextAt, lang) }))
      : undefined,
  ].filter((one) => one !== undefined);
  return (
    <>
      <Tag tone={tone}>{say(lang, name)}</Tag>
      {more.length > 0 && <span class="soft small"> {more.join(', ')}</span>}
    </>
  );
}
