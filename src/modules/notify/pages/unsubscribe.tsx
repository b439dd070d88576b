import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Tx } from '#/platform/db/index.ts';
import {
  get,
  post,
  program,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { Button, Form, LinkButton } from '#/ui/index.ts';
import { isId } from '#/values/id.ts';
import { say, text } from '#/values/text.ts';
import { anyone } from '../access.ts';
import type { Office } from '../deliver/office.ts';
import { readUnsubscribe, unsubscribePath } from '../deliver/unsubscribe.ts';
import { mute, type Muted } from '../mute.ts';

/**
 * Ends mail of a topic: by the one click of a mail program (RFC 8058), which follows no redirect and has no cookie, or
 * on a page by people who open the link. Opening it alone ends nothing: scanners of mail open links.
 */
export function unsubscribeRoutes(office: Office): Route[] {
  const muteBy = async (tx: Tx, token: string, at: Date): Promise<Muted | undefined> => {
    const id = readUnsubscribe(office, token);
    return id !== undefined && isId(id) ? mute(tx, id, at) : undefined;
  };
  return [
    get(`${unsubscribePath}/:token`, anyone, async (_tx, visit) =>
      readUnsubscribe(office, visit.params['token'] ?? '') === undefined
        ? refuse('notify.bad-link')
        : asked(visit),
    ),
    post(`${unsubscribePath}/:token/xac-nhan`, anyone, async (tx, visit) => {
      const muted = await muteBy(tx, visit.params['token'] ?? '', visit.now);
      return muted ? done(visit) : refuse('notify.bad-link');
    }),
    get(`${unsubscribePath}/xong`, anyone, async (_tx, visit) => over(visit)),
    program('POST', `${unsubscribePath}/:token`, (request, reply) =>
      oneClick(office, muteBy, request, reply),
    ),
  ];
}

async function oneClick(
  { services: { database, clock } }: Office,
  muteBy: (tx: Tx, token: string, at: Date) => Promise<Muted | undefined>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { token = '' } = request.params as { token?: string };
  const muted = await database.transaction((tx) => muteBy(tx, token, clock.now()));
  return reply.code(muted ? 200 : 404).send();
}

function asked(visit: Visit): Shown {
  const { lang, csrf, path } = visit;
  const title = say(lang, words.title);
  const view = (
    <>
      <h1>{title}</h1>
      <p>{say(lang, words.lead)}</p>
      <Form csrf={csrf} lang={lang} action={`${path}/xac-nhan`}>
        <Button>{say(lang, words.confirm)}</Button>
      </Form>
    </>
  );
  return { title, layout: 'citizen', view };
}

function done({ lang }: Visit): Redirect | Refusal {
  return { goTo: `${unsubscribePath}/xong`, notice: say(lang, words.done) };
}

function over({ lang }: Visit): Shown {
  const title = say(lang, words.done);
  const view = (
    <>
      <h1>{title}</h1>
      <p>{say(lang, words.stillInbox)}</p>
      <LinkButton href="/toi/bao-tin">{say(lang, words.preferences)}</LinkButton>
    </>
  );
  return { title, layout: 'citizen', view };
}

const words = {
  title: text('Thôi nhận thư loại này', 'Stop mail of this kind'),
  lead: text(
    'Bạn sẽ không nhận thư và tin nhắn loại này nữa. Tin vẫn có trong hộp thư trên cổng.',
    'You will get no more mail or text messages of this kind. They stay in your inbox on the portal.',
  ),
  confirm: text('Thôi nhận', 'Stop'),
  done: text('Đã thôi nhận', 'Stopped'),
  stillInbox: text(
    'Tin vẫn có trong hộp thư trên cổng. Bạn có thể nhận lại bất cứ lúc nào.',
    'Messages stay in your inbox on the portal. You can have them sent again at any time.',
  ),
  preferences: text('Chọn cách nhận tin', 'Choose how you are told'),
};
