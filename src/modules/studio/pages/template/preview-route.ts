import type { FastifyReply } from 'fastify';
import { raw, type Route, type Visit } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { fill, say, text } from '#/values/text.ts';
import { editors, reviewers } from '../../access.ts';
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

/** Prints the template as it was saved, or as it is typed without saving it; answers with the PDF, or words about what is wrong. */
export function previewRoutes(workbench: Workbench): Route[] {
  const path = `${home}/:id/${here}/xem-thu`;
  return [
    raw('GET', path, reviewers, (_request, reply, visit) => print(reply, visit, undefined)),
    raw('POST', path, editors, async (request, reply, visit) => {
      const form = await readForm(request.raw, mostBytes);
      if (form === undefined) return tell(reply, 413, say(visit.lang, words.unreadable));
      return print(reply, visit, form);
    }),
  ];

  async function print(
    reply: FastifyReply,
    visit: Visit,
    form: URLSearchParams | undefined,
  ): Promise<unknown> {
    const bench = await workbench.database.transaction((tx) => layOut(tx, visit, workbench));
    if (isRefusal(bench)) return tell(reply, 404, '');
    const { procedure } = bench.check;
    if (procedure === undefined) return tell(reply, 422, say(visit.lang, words.noProcedure));
    const typed = form?.get('template')?.replaceAll('\r\n', '\n');
    const example = Number(form?.get('vi_du') ?? 0);
    const paper = await printSample(
      workbench.papersmith,
      procedure,
      typed ?? bench.artefacts['result.typ'],
      Number.isSafeInteger(example) ? example : 0,
      form?.has('tu_choi') === true,
    );
    if ('pdf' in paper) {
      return reply
        .header('content-disposition', 'inline; filename="xem-thu.pdf"')
        .header('cache-control', 'private, no-store')
        .type('application/pdf')
        .send(Buffer.from(paper.pdf));
    }
    const { line, words: told } = paper.fault;
    const facts = { line: String(line), words: told };
    return tell(reply, 422, line === undefined ? told : say(visit.lang, fill(words.line, facts)));
  }
}

function tell(reply: FastifyReply, status: number, sentence: string): FastifyReply {
  return reply.code(status).type('text/plain; charset=utf-8').send(sentence);
}
