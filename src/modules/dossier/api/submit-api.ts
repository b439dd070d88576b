import { Type, type Static } from '@sinclair/typebox';
import type { Tx } from '#/platform/db/index.ts';
import type { Occasion } from '#/platform/form/index.ts';
import { api, type Actor, type Route } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { isoInstant } from '#/values/instant.ts';
import { say } from '#/values/text.ts';
import { appliers } from '../access.ts';
import { beginDraft, openDraft } from '../commands/draft.ts';
import { submit } from '../commands/submit.ts';
import { findByCode, updateDraft } from '../store/index.ts';
import { delivery, instant } from './schemas.ts';

const application = Type.Object(
  {
    slug: Type.String({ maxLength: 80, description: 'Slug of the service' }),
    answers: Type.Record(Type.String({ maxLength: 120 }), Type.Unknown(), {
      description: 'By the JSON Schema of the service’s form',
    }),
    delivery,
    deliveryAddress: Type.Optional(Type.String({ maxLength: 300 })),
    declared: Type.Literal(true, { description: 'The applicant declares that all this is true' }),
    draft: Type.Optional(
      Type.String({
        format: 'uuid',
        description: 'Draft to which the papers were uploaded; its answers are replaced',
      }),
    ),
  },
  { additionalProperties: false },
);

const receipt = Type.Object({
  code: Type.String(),
  trackingSecret: Type.String(),
  submittedAt: instant,
  acceptDueAt: instant,
});

/** Applying without pages: the same form, papers and rules. Sending again with the same Idempotency-Key files nothing twice. */
export function submitApi(isDemo: boolean): Route[] {
  return [
    api(
      'POST',
      '/api/v1/dossiers',
      appliers,
      { summary: 'Files an application', body: application, answer: receipt },
      (tx, { actor, body, now }) => file(tx, actor!, body, { today: dayOf(now), demo: isDemo }),
    ),
  ];
}

async function file(
  tx: Tx,
  actor: Actor,
  input: Static<typeof application>,
  occasion: Occasion,
): Promise<Static<typeof receipt> | Refusal> {
  if (input.delivery === 'POST' && !input.deliveryAddress?.trim()) {
    return refuse('dossier.no-delivery-address');
  }
  const opened =
    input.draft === undefined
      ? await beginDraft(tx, actor, { slug: input.slug, subject: newId(), occasion })
      : await openDraft(tx, actor, input.draft);
  if (isRefusal(opened)) return opened;
  const { draft, procedure } = opened;
  if (procedure.catalogue.slug !== input.slug) return refuse('dossier.no-draft');
  const read = procedure.form.readSubmission(input.answers, occasion);
  if ('wrong' in read) {
    const wrong = Object.entries(read.wrong).map(
      ([name, words]) => `${name}: ${say(actor.lang, words)}`,
    );
    return refuse('dossier.answers-wrong', { wrong: wrong.join('; ') });
  }
  await updateDraft(tx, draft, {
    answers: { ...read.answers },
    typed: {},
    page: null,
    at: actor.at,
  });
  const filed = await submit(tx, actor, {
    draftId: draft.id,
    hasDeclared: input.declared,
    delivery: input.delivery,
    deliveryAddress: input.deliveryAddress ?? null,
    occasion,
  });
  if (isRefusal(filed)) return filed;
  const dossier = (await findByCode(tx, filed.code))!;
  return {
    code: dossier.code,
    trackingSecret: dossier.trackingSecret,
    submittedAt: isoInstant(dossier.submittedAt),
    acceptDueAt: isoInstant(dossier.acceptDueAt),
  };
}
