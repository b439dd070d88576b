import type { FastifyReply, FastifyRequest } from 'fastify';
import { raw, type Route, type Visit } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { fill, say, text } from '#/values/text.ts';
import { editors } from '../../access.ts';
import { printSample } from '../../check/sample-paper.ts';
import { home } from '../places.ts';
import { readForm } from '../read-form.ts';
import { layOut, type Workbench } from '../workbench.ts';
import { here } from './template-page.tsx';

const words = {
  noProcedure: text(
    'Tờ khai, quy tắc hoặc ví dụ còn sai nên chưa có dữ liệu để in thử. Hãy sửa các chỗ ở trang Kiểm tra trước.',
    'The form, rules or examples are faulty, so there is nothing to print with. Mend what the check names first.',
  ),
  unreadable: text('Không đọc được biểu mẫu vừa gửi.', 'The form could not be read.'),
  line: text('Dòng {line}: {words}', 'Line {line}: {words}'),
} as const;

const mostBytes = 1_048_576;

/** Prints a template as it is typed, without saving it; answers with the PDF, or words about what is wrong. */
export function previewRoute(workbench: Workbench): Route {
  return raw('POST', `${home}/:id/${here}/xem-thu`, editors, preview);

  async function preview(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
  ): Promise<unknown> {
    const tell = (status: number, sentence: string) =>
      reply.code(status).type('text/plain; charset=utf-8').send(sentence);
    const form = await readForm(request.raw, mostBytes);
    if (form === undefined) return tell(413, say(visit.lang, words.unreadable));
    const bench = await workbench.database.transaction((tx) => layOut(tx, visit, workbench));
    if (isRefusal(bench)) return tell(404, '');
    const { procedure } = bench.check;
    if (procedure === undefined) return tell(422, say(visit.lang, words.noProcedure));
    const template = (form.get('template') ?? '').replaceAll('\r\n', '\n');
    const example = Number(form.get('vi_du') ?? 0);
    const paper = await printSample(
      workbench.papersmith,
      procedure,
      template,
      Number.isSafeInteger(example) ? example : 0,
      form.get('tu_choi') !== null,
    );
    if ('pdf' in paper) {
      return reply
        .header('content-disposition', 'inline; filename="xem-thu.pdf"')
        .header('cache-control', 'private, no-store')
        .type('application/pdf')
        .send(Buffer.from(paper.pdf));
    }
    const { line, words: told } = paper.fault;
    return tell(
      422,
      line === undefined
        ? told
        : say(visit.lang, fill(words.line, { line: String(line), words: told })),
    );
  }
}
