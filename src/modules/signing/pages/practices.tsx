import { listUnits } from '#/modules/agency/index.ts';
import { stepUps, withStepUp } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { noLookups, type Filled } from '#/platform/form/index.ts';
import {
  get,
  post,
  type Body,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import {
  AskAll,
  BackLink,
  Button,
  DeskLayout,
  EmptyState,
  ErrorSummary,
  Form,
  Table,
} from '#/ui/index.ts';
import { dayOf, formatDay } from '#/values/day.ts';
import { say, text } from '#/values/text.ts';
import { manageCertificates } from '../access.ts';
import { listPractices, upsertPractice, type Practice } from '../store/practice.ts';
import { newPractice } from './forms.ts';

const path = '/quan-tri/chu-ky-so/cach-ky';

/** From when on each office signs digitally, and how long that is to be proven. */
export function practiceRoutes(): Route[] {
  return [
    get(path, manageCertificates, (tx, visit) => show(tx, visit)),
    withStepUp(stepUps.counter, post(path, manageCertificates, submit)),
  ];

  async function show(tx: Tx, visit: Visit, filled: Filled = newPractice.blank): Promise<Shown> {
    const { lang, csrf } = visit;
    const [practices, units] = [await listPractices(tx), await listUnits(tx)];
    const nameOf = ({ unitId }: Practice) => units.find(({ id }) => id === unitId)?.name;
    const isWrong = Object.keys(filled.wrong).length > 0;
    const view = (
      <DeskLayout lang={lang} wide>
        <BackLink lang={lang} href="/quan-tri/chu-ky-so" />
        <ErrorSummary lang={lang} wrong={filled.wrong} />
        <h1>{say(lang, words.title)}</h1>
        <p>{say(lang, words.lead)}</p>
        <Table
          caption={say(lang, words.title)}
          captionUnseen
          rows={practices}
          keyOf={({ unitId, from }) => `${unitId} ${from}`}
          empty={<EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>}
          columns={[
            {
              title: say(lang, words.unit),
              heads: true,
              cell: (one) => say(lang, nameOf(one) ?? text('', '')),
            },
            { title: say(lang, words.from), cell: ({ from }) => formatDay(from) },
            {
              title: say(lang, words.level),
              cell: ({ level }) => (level === 'none' ? say(lang, words.no) : level),
            },
            { title: say(lang, words.seal), cell: ({ sealMm }) => `${sealMm} mm` },
            { title: say(lang, words.source), cell: ({ source }) => source },
          ]}
        />
        <h2>{say(lang, words.change)}</h2>
        <Form csrf={csrf} lang={lang} action={path}>
          <AskAll questions={newPractice.list} lang={lang} lookups={noLookups} {...filled} />
          <Button>{say(lang, words.save)}</Button>
        </Form>
      </DeskLayout>
    );
    return { title: say(lang, words.title), layout: 'desk', view, ...(isWrong && { status: 422 }) };
  }

  async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect> {
    const { lang, now, isDemo } = visit;
    const reading = newPractice.read(body, { today: dayOf(now), demo: isDemo, lookups: noLookups });
    if (!reading.answers) return show(tx, visit, reading);
    const {
      don_vi: key,
      tu_ngay: from,
      muc: level,
      duong_kinh: sealMm,
      nguon: source,
    } = reading.answers;
    const unit = (await listUnits(tx)).find((each) => each.key === key.trim());
    if (!unit) return show(tx, visit, { ...reading, wrong: { don_vi: words.noUnit } });
    const past = from < dayOf(now);
    if (past) return show(tx, visit, { ...reading, wrong: { tu_ngay: words.past } });
    const { accountId: by, at } = visit.actor!;
    await upsertPractice(tx, { unitId: unit.id, from, level, sealMm, source, by, at });
    return { goTo: path, notice: say(lang, words.saved) };
  }
}

const words = {
  title: text('Cách ký của từng cơ quan', 'How each office signs'),
  lead: text(
    'Từ ngày ghi ở đây, kết quả của cơ quan có chữ ký của người phê duyệt và con dấu của cơ quan; phiếu, thông báo có chữ ký của cơ quan.',
    'From the day told here results of the office carry the signature of who approved and its seal; letters carry the signature of the office.',
  ),
  none: text('Chưa cơ quan nào ký số', 'No office signs digitally'),
  noneHint: text(
    'Thêm chứng thư trước, rồi đặt ngày bắt đầu ở dưới.',
    'Add certificates first, then set the first day below.',
  ),
  unit: text('Cơ quan', 'Office'),
  from: text('Từ ngày', 'From'),
  level: text('Mức', 'Level'),
  no: text('Không ký số', 'Not digitally'),
  seal: text('Con dấu', 'Seal'),
  source: text('Căn cứ', 'Basis'),
  change: text('Đặt cách ký mới', 'Set how an office signs'),
  save: text('Lưu', 'Save'),
  saved: text('Đã lưu.', 'Saved.'),
  noUnit: text('Không có đơn vị mang mã này.', 'There is no office with this key.'),
  past: text('Chỉ đặt được từ hôm nay trở đi.', 'Only from today on.'),
};
