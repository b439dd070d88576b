import { foreseeMove } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { pageNumber, type Shown, type Visit } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import {
  BackLink,
  Button,
  ButtonRow,
  EmptyState,
  Form,
  InsetText,
  Link,
  LinkButton,
  Pagination,
  Progress,
  StatusTag,
  SummaryList,
  Table,
} from '#/ui/index.ts';
import { isId } from '#/values/id.ts';
import { formatInstant } from '#/values/instant.ts';
import { say } from '#/values/text.ts';
import type { Move } from '../../move/move.ts';
import { findMove, listStayed } from '../../store/index.ts';
import { plainPage } from '../frame.tsx';
import { moveStates, moveWords as words, stayWords } from './move-words.ts';
import { movesHref } from './propose-page.tsx';
import { StandsTable } from './stands-table.tsx';

const perPage = 50;

/** One move: what it would come to while it waits, how far it is while it runs, what came of it at its end. */
export async function showMove(tx: Tx, visit: Visit): Promise<Shown | Refusal> {
  const { lang } = visit;
  const id = visit.params['lan'] ?? '';
  const move = isId(id) ? await findMove(tx, id) : undefined;
  if (!move || move.slug !== visit.params['slug']) return refuse('studio.no-move');
  const title = `${say(lang, words.title)}, ${formatInstant(move.proposedAt, lang)}`;
  const view = (
    <>
      <BackLink lang={lang} href={movesHref(move.slug)} />
      <h1>{title}</h1>
      <p>
        <StatusTag tone={moveStates[move.state].tone}>
          {say(lang, moveStates[move.state].words)}
        </StatusTag>
      </p>
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.reason), value: move.reason },
          { label: say(lang, words.who), value: move.proposedByName },
          ...(move.decidedByName === null
            ? []
            : [{ label: say(lang, words.decided), value: move.decidedByName }]),
        ]}
      />
      {move.state === 'PROPOSED' && (await proposed(tx, visit, move))}
      {(move.state === 'RUNNING' || move.state === 'DONE') && (await report(tx, visit, move))}
    </>
  );
  return plainPage(visit, title, view);
}

async function proposed(tx: Tx, visit: Visit, move: Move) {
  const { lang, csrf } = visit;
  const { moves } = await foreseeMove(tx, move);
  const own = movesHref(move.slug, move.id);
  const isOwn = move.proposedBy === visit.actor!.personId;
  return (
    <>
      <h2>{say(lang, words.stands)}</h2>
      <p>{say(lang, words.tried)}</p>
      <StandsTable lang={lang} moves={moves} />
      {isOwn && <InsetText>{say(lang, words.ownHint)}</InsetText>}
      <ButtonRow>
        {!isOwn && (
          <Form csrf={csrf} lang={lang} action={`${own}/duyet`}>
            <Button>{say(lang, words.approve)}</Button>
          </Form>
        )}
        <Form csrf={csrf} lang={lang} action={`${own}/bo`}>
          <Button look="secondary">{say(lang, words.drop)}</Button>
        </Form>
      </ButtonRow>
    </>
  );
}

async function report(tx: Tx, visit: Visit, move: Move) {
  const { lang } = visit;
  const { moved, refused } = move;
  const page = pageNumber(visit);
  const stayed = await listStayed(tx, move.id, { limit: perPage, skip: (page - 1) * perPage });
  const own = movesHref(move.slug, move.id);
  const tried = moved + refused;
  return (
    <>
      {move.state === 'RUNNING' && (
        <>
          <Progress
            id="tien-do"
            label={say(lang, words.progress)}
            done={tried}
            of={Math.max(move.total, tried)}
          />
          <LinkButton href={own} look="secondary" icon="refresh-cw">
            {say(lang, words.reload)}
          </LinkButton>
        </>
      )}
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.moved), value: String(moved) },
          { label: say(lang, words.refused), value: String(refused) },
        ]}
      />
      <h2>{say(lang, words.stayed)}</h2>
      <Table
        caption={say(lang, words.stayed)}
        captionUnseen
        rows={stayed}
        keyOf={({ dossierId }) => dossierId}
        empty={
          move.state === 'DONE' ? <EmptyState title={say(lang, words.nobodyStayed)} /> : undefined
        }
        columns={[
          {
            title: say(lang, words.code),
            heads: true,
            cell: ({ code }) => <Link href={`/can-bo/ho-so/${code}`}>{code}</Link>,
          },
          {
            title: say(lang, words.why),
            cell: ({ refusal }) => (refusal === null ? '' : say(lang, stayWords(refusal))),
          },
        ]}
      />
      <Pagination
        lang={lang}
        page={page}
        pages={Math.max(1, Math.ceil(refused / perPage))}
        hrefOf={(no) => `${own}?trang=${no}`}
      />
    </>
  );
}
