import type { FastifyReply } from 'fastify';
import { lineOf, raw, type Route, type Visit } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { signedIn } from '../access.ts';
import { listConsents } from '../store/consents.ts';
import { copyFor } from '../store/copy.ts';

/** Draws any data as headings and lines: a copy is complete before it is pretty. */
const template = `
#set document(title: "Dữ liệu cá nhân")
#set page(paper: "a4", margin: 2cm)
#set text(font: "Tinos", size: 11pt, lang: "vi")
#let given = json(bytes(sys.inputs.data))
#let show-value(value) = {
  if type(value) == dictionary {
    for (key, inner) in value [- *#key*: #show-value(inner)]
  } else if type(value) == array {
    for inner in value [- #show-value(inner)]
  } else if value == none [—] else [#str(value)]
}
= #given.title
#for (key, value) in given.content [
  == #key
  #show-value(value)
]
`;

/** A person takes their data and the receipts of their consents along, to read and for programs. */
export function fileRoutes({ database, clock, papersmith }: Services): Route[] {
  const copyOf = (visit: Visit) =>
    database.transaction(
      (tx) => copyFor(tx, visit.actor!.personId, clock.now()),
      lineOf(visit.actor),
    );
  const receiptOf = (visit: Visit, id: string) =>
    database.transaction(async (tx) => {
      const consents = await listConsents(tx, visit.actor!.personId);
      return consents.find((one) => one.id === id);
    }, lineOf(visit.actor));

  async function sendPdf(reply: FastifyReply, title: string, content: object, name: string) {
    const plain = JSON.parse(
      JSON.stringify(content, (_key, value: unknown) =>
        typeof value === 'boolean' ? (value ? 'có' : 'không') : value,
      ),
    ) as object;
    const pdf = await papersmith.print({
      template,
      data: { title, content: plain },
      standard: 'a-2a',
    });
    return send(reply, name, 'application/pdf', Buffer.from(pdf));
  }

  return [
    raw('GET', '/toi/du-lieu/ban-sao.json', signedIn, async (_request, reply, visit) =>
      send(reply, 'du-lieu.json', json, JSON.stringify(await copyOf(visit), null, 2)),
    ),
    raw('GET', '/toi/du-lieu/ban-sao.pdf', signedIn, async (_request, reply, visit) =>
      sendPdf(reply, 'Bản sao dữ liệu cá nhân', await copyOf(visit), 'du-lieu.pdf'),
    ),
    raw(
      'GET',
      '/toi/du-lieu/dong-y/:id/bien-nhan.json',
      signedIn,
      async (request, reply, visit) => {
        const receipt = await receiptOf(visit, idOf(request.params));
        if (!receipt) return reply.code(404).send();
        return send(reply, 'bien-nhan.json', json, JSON.stringify(receipt, null, 2));
      },
    ),
    raw('GET', '/toi/du-lieu/dong-y/:id/bien-nhan.pdf', signedIn, async (request, reply, visit) => {
      const receipt = await receiptOf(visit, idOf(request.params));
      if (!receipt) return reply.code(404).send();
      return sendPdf(reply, 'Biên nhận sự đồng ý', receipt, 'bien-nhan.pdf');
    }),
  ];
}

const json = 'application/json; charset=utf-8';

function send(reply: FastifyReply, name: string, type: string, body: string | Buffer) {
  return reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `attachment; filename="${name}"`)
    .type(type)
    .send(body);
}

function idOf(params: unknown): string {
  return (params as { readonly id: string }).id;
}
