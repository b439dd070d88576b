import { Busboy } from '@fastify/busboy';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import {
  artefactNames,
  findVersion,
  getArtefacts,
  type Artefacts,
} from '#/modules/procedure/index.ts';
import { get, raw, type Route, type Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { BackLink, Button, ErrorSummary } from '#/ui/index.ts';
import { isId } from '#/values/id.ts';
import { fill, say, text, type Text } from '#/values/text.ts';
import { editors, reviewers } from '../access.ts';
import { artefactsIn, zipOf } from '../bundle/bundle-zip.ts';
import { ZipFault, type ZipFlaw } from '../bundle/read-zip.ts';
import { beginImported } from '../commands/begin.ts';
import { openDraft } from '../commands/open-draft.ts';
import { refusals } from '../refusals.ts';
import { Message } from './condition-fields.tsx';
import { plainPage } from './frame.tsx';
import { home, placeHref } from './places.ts';
import type { Workbench } from './workbench.ts';

const words = {
  title: text('Nhập thủ tục từ tệp', 'Import a procedure'),
  lead: text(
    'Chọn tệp .zip có sáu tệp của một thủ tục (procedure.json, form.json, process.bpmn, rules.dmn, result.typ, examples.json). Nội dung vào một bản nháp, chưa công bố gì.',
    'Choose a .zip with the six files of a procedure. They become a draft; nothing is published.',
  ),
  file: text('Tệp .zip', 'Zip file'),
  hint: text('Tối đa 5 MB', 'At most 5 MB'),
  bring: text('Nhập vào bản nháp', 'Import into a draft'),
} as const;

const mostBytes = 5 * 1024 * 1024;

/** Procedures as archives: out of drafts and versions, and into new drafts. */
export function bundleRoutes(workbench: Workbench): Route[] {
  return [
    get(`${home}/nhap`, editors, async (_tx, visit) => importPage(visit)),
    raw('POST', `${home}/nhap`, editors, take),
    raw('GET', `${home}/:id/tai-ve`, reviewers, (request, reply, visit) =>
      give(request, reply, visit, async (tx) => {
        const opened = await openDraft(tx, visit.params['id'] ?? '');
        return isRefusal(opened)
          ? opened
          : { slug: opened.draft.slug, artefacts: opened.artefacts };
      }),
    ),
    raw('GET', `${home}/phien-ban/:id/tai-ve`, reviewers, (request, reply, visit) =>
      give(request, reply, visit, async (tx) => {
        const id = visit.params['id'] ?? '';
        const version = isId(id) ? await findVersion(tx, id) : undefined;
        if (!version) return refuse('studio.no-version');
        return { slug: version.slug, artefacts: await getArtefacts(tx, version.id) };
      }),
    ),
  ];

  async function give(
    _request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
    find: (
      tx: Parameters<Parameters<Workbench['database']['transaction']>[0]>[0],
    ) => Promise<{ slug: string; artefacts: Artefacts } | Refusal>,
  ): Promise<unknown> {
    const found = await workbench.database.transaction(find);
    if (isRefusal(found)) return refuseRaw(reply, visit, found);
    return reply
      .header('content-disposition', `attachment; filename="${found.slug}.zip"`)
      .header('cache-control', 'private, no-store')
      .type('application/zip')
      .send(zipOf(found.slug, found.artefacts));
  }

  async function take(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
  ): Promise<unknown> {
    const again = (flaw: Flaw, names: readonly string[] = []) => {
      const query = new URLSearchParams({ sai: flaw, tep: names.join(' ').slice(0, 200) });
      return reply.redirect(`${home}/nhap?${query.toString()}`, 303);
    };
    const sent = await readFile(request.raw).catch(() => undefined);
    if (sent === undefined) {
      void reply.header('connection', 'close');
      return again('not-sent');
    }
    let artefacts: Artefacts;
    try {
      artefacts = artefactsIn(sent.bytes);
    } catch (error) {
      if (!(error instanceof ZipFault)) throw error;
      return again(error.flaw, error.names);
    }
    const actor = visit.actor!;
    const begun = await workbench.database.transaction((tx) =>
      beginImported(tx, actor, { artefacts, fileName: sent.name }),
    );
    if (isRefusal(begun)) return again('no-slug');
    return reply.redirect(placeHref(begun.draftId, 'kiem-tra'), 303);
  }
}

type Flaw = ZipFlaw | 'not-sent' | 'no-slug';

const flaws: Readonly<Record<Flaw, Text>> = {
  'not-sent': text('Chọn tệp .zip, không quá 5 MB', 'Choose a .zip of at most 5 MB'),
  'no-zip': text('Tệp này không phải tệp .zip', 'This is no zip file'),
  damaged: text('Tệp .zip bị hỏng; hãy tạo lại', 'The zip file is damaged; make it again'),
  locked: text('Tệp .zip có mật khẩu; hãy tạo lại không mật khẩu', 'The zip file is locked'),
  odd: text(
    'Tệp .zip nén theo kiểu lạ; hãy nén lại bằng kiểu thường',
    'The zip file is packed in an odd way',
  ),
  'too-large': text('Có tệp bên trong lớn hơn 1 MB', 'A file in it is larger than 1 MB'),
  'too-many': text('Có quá nhiều tệp bên trong', 'There are too many files in it'),
  twice: text('Có hai tệp cùng tên: {names}', 'Two files have the same name: {names}'),
  several: text(
    'Có nhiều hơn một thủ tục; mỗi lần chỉ nhập một',
    'It holds more than one procedure',
  ),
  missing: text('Thiếu tệp {names}', 'Missing: {names}'),
  'no-text': text('Không phải văn bản UTF-8: {names}', 'No UTF-8 text: {names}'),
  'no-slug': text(
    'procedure.json không có địa chỉ (slug) đúng dạng, hoặc địa chỉ đó đang có bản nháp mới',
    'procedure.json has no proper slug, or a new draft has it already',
  ),
};

/** The one file of a form; undefined when it is too large or not there. */
async function readFile(
  request: IncomingMessage,
): Promise<{ name: string; bytes: Buffer } | undefined> {
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data')) return undefined;
  const parser = new Busboy({
    headers: { ...request.headers, 'content-type': contentType },
    limits: { files: 1, fileSize: mostBytes, fields: 10, fieldSize: 10_000, parts: 20 },
  });
  const chunks: Buffer[] = [];
  let name = '';
  let isCut = false;
  parser.on('file', (_field, content, fileName: string | undefined) => {
    name = (fileName ?? '').slice(0, 200);
    content.on('data', (chunk: Buffer) => chunks.push(chunk));
    content.on('limit', () => (isCut = true));
  });
  await pipeline(request, parser);
  return isCut || chunks.length === 0 ? undefined : { name, bytes: Buffer.concat(chunks) };
}

function importPage(visit: Visit) {
  const { lang, query } = visit;
  const action = `${home}/nhap?_csrf=${encodeURIComponent(visit.csrf)}`;
  const flaw = Object.hasOwn(flaws, query['sai'] ?? '') ? flaws[query['sai'] as Flaw] : undefined;
  // Only names of the six files are told again: an address must not put words into our mouth.
  const names = artefactNames.filter((name) => (query['tep'] ?? '').includes(name)).join(', ');
  const wrong = flaw === undefined ? undefined : fill(flaw, { names });
  return plainPage(
    visit,
    say(lang, words.title),
    <>
      <BackLink lang={lang} href={home} />
      <ErrorSummary lang={lang} wrong={wrong === undefined ? {} : { tep: wrong }} />
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      <form method="post" action={action} enctype="multipart/form-data">
        <div class={wrong === undefined ? 'ask' : 'ask ask--wrong'}>
          <label class="label" for="tep">
            {say(lang, words.file)}
          </label>
          <p class="hint" id="tep-hint">
            {say(lang, words.hint)}
          </p>
          {wrong !== undefined && <Message lang={lang} name="tep" wrong={{ tep: wrong }} />}
          <input type="file" id="tep" name="tep" accept=".zip" aria-describedby="tep-hint" />
        </div>
        <Button icon="upload">{say(lang, words.bring)}</Button>
      </form>
    </>,
    wrong === undefined ? 200 : 422,
  );
}

/** Says no where there is no page: the words as plain text. */
function refuseRaw(reply: FastifyReply, visit: Visit, refusal: Refusal): FastifyReply {
  const { status, words: told } = refusals[refusal.refused as keyof typeof refusals];
  return reply
    .code(status)
    .type('text/plain; charset=utf-8')
    .send(say(visit.lang, fill(told, refusal.facts ?? {})));
}
