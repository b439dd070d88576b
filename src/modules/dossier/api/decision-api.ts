import { Type, type Static } from '@sinclair/typebox';
import { everybody, signedIn } from '../access.ts';
import type { Tx } from '#/platform/db/index.ts';
import { api, type Actor, type Route } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { judgeAccess } from '../judge-access.ts';

const open = { additionalProperties: true };
const name = Type.String({ minLength: 1, maxLength: 120 });
const properties = Type.Optional(Type.Record(Type.String(), Type.Unknown()));
const subject = Type.Object(
  {
    type: name,
    id: Type.String({ minLength: 1, maxLength: 120, description: 'Id of an account' }),
    properties,
  },
  open,
);
const action = Type.Object({ name, properties }, open);
const resource = Type.Object(
  {
    type: name,
    id: Type.String({ minLength: 1, maxLength: 120, description: 'Code of a dossier' }),
    properties,
  },
  open,
);
const context = Type.Optional(Type.Record(Type.String(), Type.Unknown()));

const evaluation = Type.Object({ subject, action, resource, context }, open);
const decided = Type.Object({
  decision: Type.Boolean(),
  context: Type.Object({ reason: Type.String({ description: 'Id of the rule that decided' }) }),
});

const semantics = ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'] as const;
const evaluations = Type.Object(
  {
    subject: Type.Optional(subject),
    action: Type.Optional(action),
    resource: Type.Optional(resource),
    context,
    evaluations: Type.Optional(
      Type.Array(Type.Partial(Type.Object({ subject, action, resource, context }, open)), {
        maxItems: 100,
      }),
    ),
    options: Type.Optional(
      Type.Object(
        {
          evaluations_semantic: Type.Optional(
            Type.Union(semantics.map((word) => Type.Literal(word))),
          ),
        },
        open,
      ),
    ),
  },
  open,
);

/** Decisions for other programs: OpenID AuthZEN Authorization API 1.0. */
export function decisionApi(publicUrl: string): Route[] {
  return [
    api(
      'GET',
      '/.well-known/authzen-configuration',
      everybody,
      {
        summary: 'Where decisions are asked for (AuthZEN 1.0, metadata)',
        answer: Type.Record(Type.String(), Type.String()),
      },
      async () => ({
        policy_decision_point: publicUrl,
        access_evaluation_endpoint: `${publicUrl}/access/v1/evaluation`,
        access_evaluations_endpoint: `${publicUrl}/access/v1/evaluations`,
      }),
    ),
    api(
      'POST',
      '/access/v1/evaluation',
      signedIn,
      {
        summary: 'Whether an account may do something to a dossier (AuthZEN 1.0)',
        body: evaluation,
        answer: decided,
      },
      (tx, { actor, body }) => answer(tx, actor!, body),
    ),
    api(
      'POST',
      '/access/v1/evaluations',
      signedIn,
      {
        summary: 'The same for several questions at once; what they leave out stands beside them',
        body: evaluations,
        answer: Type.Object({ evaluations: Type.Array(decided) }),
      },
      (tx, { actor, body }) => answerAll(tx, actor!, body),
    ),
  ];
}

async function answer(
  tx: Tx,
  actor: Actor,
  question: Static<typeof evaluation>,
): Promise<Static<typeof decided>> {
  const { isPermitted, reason } = await judgeAccess(tx, actor, question);
  return { decision: isPermitted, context: { reason } };
}

/** One after the other: by the semantics that was asked for the first answer of a kind ends it. */
async function answerAll(
  tx: Tx,
  actor: Actor,
  { evaluations: asked, options, ...shared }: Static<typeof evaluations>,
): Promise<{ evaluations: Static<typeof decided>[] } | Refusal> {
  const semantic = options?.evaluations_semantic ?? 'execute_all';
  const answers: Static<typeof decided>[] = [];
  for (const own of asked ?? [{}]) {
    const { subject: who, action: what, resource: which } = { ...shared, ...own };
    if (!who || !what || !which) return refuse('http.invalid');
    const given = await answer(tx, actor, { subject: who, action: what, resource: which });
    answers.push(given);
    if (semantic === 'deny_on_first_deny' && !given.decision) break;
    if (semantic === 'permit_on_first_permit' && given.decision) break;
  }
  return { evaluations: answers };
}
