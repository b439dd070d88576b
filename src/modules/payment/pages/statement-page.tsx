import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Tx } from '#/platform/db/index.ts';
import {
  get,
  lineOf,
  raw,
  readUpload,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { isRefusal } from '#/platform/refusal.ts';
import {
  BackLink,
  Button,
  DeskLayout,
  ErrorSummary,
  NotificationBanner,
  Table,
} from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, text } from '#/values/text.ts';
import { keepers, mayCollect } from '../access.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { importStatement } from '../statement/import-statement.ts';
import { listWatchedUnits } from '../store/days.ts';
import { listStatements } from '../store/statements.ts';
import { sourceName } from './source-words.ts';
import { isId } from '#/values/id.ts';

const path = '/can-bo/doi-soat/sao-ke';

/** Where statements of banks and gateways are brought. */
export function statementRoutes(services: Services, gateways: readonly Gateway[]): Route[] {
  return [
    get(path, keepers, (tx, visit) => show(tx, visit, gateways)),
    raw('POST', path, keepers, (request, reply, visit) =>
      take(services, gateways, request, reply, visit),
    ),
  ];
}

async function take(
  { database, jobs, clock }: Services,
  gateways: readonly Gateway[],
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
): Promise<unknown> {
  const back = (query: Record<string, string>) =>
    reply.redirect(`${path}?${new URLSearchParams(query).toString()}`, 303);
  const { 'don-vi': unitId = '', nguon: source = '' } = request.query as Record<string, string>;
  const isSource = source === 'bank' || gateways.some(({ code }) => code === source);
  const file = await readUpload(request.raw).catch(() => undefined);
  if (file === undefined || !isSource || !isId(unitId)) {
    void reply.header('connection', 'close');
    return back({ sai: 'khong-co-tep' });
  }
  const actor = { ...visit.actor!, at: clock.now() };
  const imported = await database.transaction(
    (tx) => importStatement(tx, jobs, actor, { unitId, source, ...file }),
    lineOf(actor),
  );
  if (!isRefusal(imported))
    return back({ 'giao-dich': String(imported.entries), moi: String(imported.fresh) });
  return imported.refused === 'payment.unreadable-statement'
    ? back({ sai: 'khong-doc-duoc', dong: imported.facts?.['line'] ?? '0' })
    : back({ sai: 'khong-duoc-phep' });
}

async function show(tx: Tx, visit: Visit, gateways: readonly Gateway[]): Promise<Shown> {
  const { lang, csrf, query, actor } = visit;
  const units = (await listWatchedUnits(tx)).filter(({ unitId }) => mayCollect(actor!, unitId));
  const brought = await listStatements(
    tx,
    units.map(({ unitId }) => unitId),
  );
  const sources = ['bank', ...gateways.map(({ code }) => code)];
  const flaw = flaws[query['sai'] as keyof typeof flaws] as
    | (typeof flaws)['khong-co-tep']
    | undefined;
  const wrong = flaw && fill(flaw, { line: figure(query['dong']) });
  const entries = figure(query['giao-dich']);
  const view = (
    <DeskLayout lang={lang}>
      <BackLink href="/can-bo/doi-soat" lang={lang} />
      {wrong && <ErrorSummary lang={lang} wrong={{ 'tep-0-bank': wrong }} />}
      {query['giao-dich'] !== undefined && (
        <NotificationBanner tone="good" lang={lang}>
          {say(lang, fill(words.taken, { entries, fresh: figure(query['moi']) }))}
        </NotificationBanner>
      )}
      <h1>{say(lang, words.title)}</h1>
      <p>{say(lang, words.hint)}</p>
      {units.map(({ unitId, agencyName }, index) => (
        <section key={unitId} aria-label={agencyName}>
          <h2>{agencyName}</h2>
          {sources.map((source) => {
            const asked = new URLSearchParams({ 'don-vi': unitId, nguon: source, _csrf: csrf });
            const id = `tep-${index}-${source}`;
            return (
              <form
                key={source}
                method="post"
                action={`${path}?${asked.toString()}`}
                enctype="multipart/form-data"
              >
                <div class="ask">
                  <label class="label" for={id}>
                    {say(lang, sourceName(source, gateways))}
                  </label>
                  <div class="upload">
                    <input type="file" id={id} name="tep" accept=".csv,.txt,.sta,.940,.xml" />
                  </div>
                </div>
                <Button look="secondary" icon="upload">
                  {say(lang, words.bring)}
                </Button>
              </form>
            );
          })}
        </section>
      ))}
      <Table
        caption={say(lang, words.brought)}
        rows={brought}
        keyOf={({ id }) => id}
        empty={<p>{say(lang, words.none)}</p>}
        columns={[
          { title: say(lang, words.file), heads: true, cell: ({ name }) => name },
          {
            title: say(lang, words.source),
            cell: ({ source }) => say(lang, sourceName(source, gateways)),
          },
          { title: say(lang, words.entries), numeric: true, cell: ({ entries: n }) => n },
          {
            title: say(lang, words.at),
            cell: ({ importedAt }) => formatInstant(importedAt, lang),
          },
        ]}
      />
    </DeskLayout>
  );
  return { title: say(lang, words.title), layout: 'desk', view, ...(wrong && { status: 422 }) };
}

/** Only figures of an address are told again: it must not put words into our mouth. */
function figure(written: string | undefined): string {
  return /^\d{1,6}$/.test(written ?? '') ? written! : '0';
}

const flaws = {
  'khong-co-tep': text(
    'Hãy chọn một tệp sao kê, không quá 5 MB.',
    'Choose a statement of at most 5 MB.',
  ),
  'khong-doc-duoc': text(
    'Không đọc được tệp (dòng {line}). Nhận MT940, camt.053 hoặc CSV UTF-8 có tên cột; tiền là số đồng nguyên. Chưa có gì được ghi.',
    'The file cannot be read (line {line}). Give MT940, camt.053, or CSV in UTF-8 with names of columns; money is whole đồng. Nothing was recorded.',
  ),
  'khong-duoc-phep': text(
    'Chỉ người thu của đơn vị này mới nhập được sao kê.',
    'Only those who collect for this unit may bring its statements.',
  ),
} as const;

const words = {
  title: text('Nhập sao kê', 'Bring statements'),
  hint: text(
    'Tải sao kê từ ngân hàng hoặc cổng thanh toán rồi chọn tệp: MT940, camt.053 hoặc CSV. Nhập lại cùng một tệp không sao: không có gì bị ghi hai lần.',
    'Choose the file from your bank or gateway: MT940, camt.053 or CSV. Bringing a file again does no harm: nothing is recorded twice.',
  ),
  bring: text('Nhập sao kê này', 'Bring this statement'),
  taken: text(
    'Đã nhận {entries} giao dịch, trong đó {fresh} giao dịch mới. Việc khớp với hồ sơ đang chạy.',
    '{entries} entries were taken, {fresh} of them new. They are being matched.',
  ),
  brought: text('Sao kê đã nhập', 'Statements brought before'),
  none: text('Chưa nhập sao kê nào.', 'No statement was brought yet.'),
  file: text('Tệp', 'File'),
  source: text('Nguồn', 'Source'),
  entries: text('Giao dịch', 'Entries'),
  at: text('Nhập lúc', 'Brought'),
};
