import { Type, type Static } from '@sinclair/typebox';
import type { Tx } from '#/platform/db/index.ts';
import { api, type Actor, type Route } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { signedIn } from '../access.ts';
import { accept } from '../commands/accept.ts';
import { approve } from '../commands/approve.ts';
import { checkPaper } from '../commands/check-paper.ts';
import { confirmDraft, disputeDraft } from '../commands/confirm-draft.ts';
import { deliver } from '../commands/deliver.ts';
import { demandPayment } from '../commands/demand-payment.ts';
import { extend } from '../commands/extend.ts';
import { finishLeg } from '../commands/finish-leg.ts';
import { forward, proposeRefusal, sendBack } from '../commands/forward.ts';
import { giveOpinion } from '../commands/give-opinion.ts';
import { claim, handOver, release } from '../commands/hold.ts';
import { jump } from '../commands/jump.ts';
import { refuseIntake } from '../commands/refuse-intake.ts';
import { refuseLeg } from '../commands/refuse-leg.ts';
import { register } from '../commands/register.ts';
import {
  allowSupplement,
  denySupplement,
  requestSupplement,
} from '../commands/request-supplement.ts';
import { stop, withdraw } from '../commands/withdraw.ts';
import { writeMessage } from '../commands/write-message.ts';
import type { Verb } from '../dossier.ts';
import { findByCode } from '../store/index.ts';
import { delivery, oneOf, standing } from './schemas.ts';
import { standingJson } from './to-json.ts';

const item = Type.Object(
  {
    kind: oneOf('paper', 'field'),
    name: Type.String({ minLength: 1, maxLength: 120 }),
    reason: oneOf('missing', 'incorrect', 'incomplete', 'outdated', 'unreadable'),
    words: Type.String({ minLength: 1, maxLength: 500 }),
  },
  { additionalProperties: false },
);

const body = Type.Object(
  {
    words: Type.Optional(
      Type.String({ maxLength: 4000, description: 'Reason, note or message, as the verb needs' }),
    ),
    to: Type.Optional(
      Type.String({ format: 'uuid', description: 'Account that takes the (next) step' }),
    ),
    step: Type.Optional(
      Type.String({
        maxLength: 120,
        description: 'Element of the process to which `jump` sends it',
      }),
    ),
    by: Type.Optional(delivery),
    paper: Type.Optional(Type.String({ maxLength: 120 })),
    verdict: Type.Optional(oneOf('good', 'wrong')),
    opinion: Type.Optional(oneOf('agree', 'object')),
    items: Type.Optional(Type.Array(item, { maxItems: 200 })),
  },
  { additionalProperties: false },
);

interface Order extends Static<typeof body> {
  readonly code: string;
}

type Deed = (tx: Tx, actor: Actor, order: Order) => Promise<object | Refusal>;

/** The same commands as the pages use. Verbs that nobody orders (timers, payments, filing) are not here. */
const deeds = {
  claim: (tx, actor, { code }) => claim(tx, actor, { code }),
  release: (tx, actor, { code }) => release(tx, actor, { code }),
  assign: (tx, actor, { code, to = '', words = null }) =>
    handOver(tx, actor, { code, toAccountId: to, note: words }),
  accept: (tx, actor, { code }) => accept(tx, actor, { code }),
  refuse: (tx, actor, { code, words = '' }) => refuseIntake(tx, actor, { code, reason: words }),
  'request-supplement': (tx, actor, { code, items = [], words = null }) =>
    requestSupplement(tx, actor, { code, items, words }),
  'allow-supplement': (tx, actor, { code }) => allowSupplement(tx, actor, { code }),
  'deny-supplement': (tx, actor, { code, words = '' }) =>
    denySupplement(tx, actor, { code, reason: words }),
  forward: (tx, actor, { code, words = null, to }) =>
    forward(tx, actor, { code, note: words, assignTo: to }),
  'propose-refusal': (tx, actor, { code, words = '' }) =>
    proposeRefusal(tx, actor, { code, reason: words }),
  return: (tx, actor, { code, words = '' }) => sendBack(tx, actor, { code, reason: words }),
  approve: (tx, actor, { code }) => approve(tx, actor, { code }),
  register: (tx, actor, { code }) => register(tx, actor, { code }),
  deliver: (tx, actor, { code, by = 'COUNTER', words = null }) =>
    deliver(tx, actor, { code, by, note: words }),
  extend: (tx, actor, { code, words = '' }) => extend(tx, actor, { code, reason: words }),
  jump: (tx, actor, { code, step = '', words = '' }) =>
    jump(tx, actor, { code, element: step, reason: words }),
  stop: (tx, actor, { code, words = '' }) => stop(tx, actor, { code, reason: words }),
  withdraw: (tx, actor, { code, words = '' }) => withdraw(tx, actor, { code, reason: words }),
  'demand-payment': (tx, actor, { code }) => demandPayment(tx, actor, { code }),
  'finish-leg': (tx, actor, { code, words = '' }) => finishLeg(tx, actor, { code, result: words }),
  'refuse-leg': (tx, actor, { code, words = '' }) => refuseLeg(tx, actor, { code, reason: words }),
  'give-opinion': (tx, actor, { code, opinion = 'agree', words = null }) =>
    giveOpinion(tx, actor, { code, opinion, words }),
  'confirm-draft': (tx, actor, { code }) => confirmDraft(tx, actor, { code }),
  'dispute-draft': (tx, actor, { code, words = '' }) => disputeDraft(tx, actor, { code, words }),
  message: (tx, actor, { code, words = '' }) => writeMessage(tx, actor, { code, words }),
  'check-paper': (tx, actor, { code, paper = '', verdict = 'good', words = null }) =>
    checkPaper(tx, actor, { code, paper, verdict, words }),
} as const satisfies Partial<Record<Verb, Deed>>;

const verbs = Object.keys(deeds) as (keyof typeof deeds)[];

/** Everything that can be done to a dossier, by one address. */
export function actApi(): Route[] {
  return [
    api(
      'POST',
      '/api/v1/dossiers/:code/actions/:verb',
      signedIn,
      {
        summary: 'Does something to a dossier; what is lawful now is told by `acts` of the dossier',
        params: Type.Object({ code: Type.String({ maxLength: 40 }), verb: oneOf(...verbs) }),
        body,
        answer: standing,
      },
      async (tx, { actor, params, body: ordered }) => {
        const deed: Deed = deeds[params.verb];
        const done = await deed(tx, actor!, { ...ordered, code: params.code });
        return isRefusal(done) ? done : standingJson((await findByCode(tx, params.code))!);
      },
    ),
  ];
}
