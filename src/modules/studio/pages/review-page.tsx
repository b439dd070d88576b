import { formatDay, parseDay } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import type { Tx } from '#/platform/db/index.ts';
import { mayUse, type Shown, type Visit } from '#/platform/http/index.ts';
import { Button, Form, InsetText, Link, SummaryList, WarningText } from '#/ui/index.ts';
import { fill, say, text, type Text } from '#/values/text.ts';
import { editors, reviewers } from '../access.ts';
import { mayNow, writingVerbs } from '../draft.ts';
import { factsOf } from '../facts.ts';
import { listActs } from '../store/index.ts';
import { framed } from './frame.tsx';
import { placeHref } from './places.ts';
import { isBehind, type Bench } from './workbench.ts';

const words = {
  title: text('Duyệt và công bố', 'Review and publish'),
  writers: text('Người soạn', 'Written by'),
  approved: text('Người duyệt', 'Approved by'),
  nobody: text('chưa có', 'nobody yet'),
  from: text('Có hiệu lực từ', 'In force from'),
  faults: text('Chỗ sai', 'Faults'),
  next: text('Bước tiếp theo', 'What comes next'),
  red: text(
    'Còn {n} chỗ sai nên chưa gửi duyệt được.',
    '{n} faults must be mended before it can be reviewed.',
  ),
  toCheck: text('Xem các chỗ sai', 'See the faults'),
  ask: text('Gửi duyệt', 'Ask for a review'),
  askNote: text('Lời nhắn cho người duyệt (không bắt buộc)', 'Note to the reviewer (optional)'),
  reviewHint: text(
    'Người duyệt phải là người không soạn bản nháp này. Hãy đọc phần khác biệt, xem thử, rồi quyết định.',
    'The reviewer must not have written this draft. Read what differs, see it as a citizen, then decide.',
  ),
  differs: text('Đọc phần khác biệt', 'Read what differs'),
  own: text(
    'Bạn đã soạn một phần bản nháp này, nên cần người khác duyệt.',
    'You wrote part of this draft, so somebody else must review it.',
  ),
  approve: text('Duyệt', 'Approve'),
  approveNote: text('Ý kiến (không bắt buộc)', 'Comment (optional)'),
  back: text('Trả lại để sửa', 'Send back'),
  backNote: text('Cần sửa gì?', 'What must be changed?'),
  publish: text('Công bố', 'Publish'),
  publishHint: text(
    'Công bố xong thì không sửa, không xóa được nữa; muốn đổi phải có phiên bản mới. Hồ sơ đang chạy giữ phiên bản lúc nộp.',
    'A published version can never be changed or deleted; a change needs a new version. Running dossiers keep the version that they began with.',
  ),
  waiting: text('Đang chờ người khác duyệt.', 'Somebody else is to review it.'),
  done: text('Đã công bố.', 'It is published.'),
  gone: text('Bản nháp đã bỏ.', 'The draft was discarded.'),
  behind: text('Lấy thay đổi của phiên bản {no}', 'Take over version {no}'),
  behindHint: text(
    'Phần nào cả hai bên cùng sửa thì giữ lời của bản nháp, và ghi lại trong lịch sử để bạn xem.',
    'Where both changed the same, the draft keeps its own words, and the history tells where.',
  ),
} as const;

/** Where a draft stands between its writers, its reviewer and the public. */
export async function showReview(tx: Tx, visit: Visit, bench: Bench): Promise<Shown> {
  const { lang } = visit;
  const { draft, artefacts, check } = bench;
  const acts = await listActs(tx, draft.id);
  const writers = acts.filter(({ verb }) => writingVerbs.includes(verb));
  const approval =
    draft.approvedSha256 === null ? undefined : acts.find(({ verb }) => verb === 'approve');
  const from = parseDay(String(factsOf(artefacts).effectiveFrom));
  const isOwn = writers.some(({ personId }) => personId === visit.actor!.personId);
  const returned = draft.state === 'EDITING' && acts[0]?.verb === 'send-back' ? acts[0] : undefined;
  const view = (
    <>
      <h1>{say(lang, words.title)}</h1>
      <SummaryList
        lang={lang}
        rows={[
          {
            label: say(lang, words.writers),
            value: [...new Set(writers.map(({ actorName }) => actorName))].join(', '),
          },
          {
            label: say(lang, words.approved),
            value: approval
              ? `${approval.actorName} · ${formatInstant(approval.at, lang)}`
              : say(lang, words.nobody),
          },
          { label: say(lang, words.from), value: from === undefined ? '' : formatDay(from) },
          { label: say(lang, words.faults), value: String(check.faults.length) },
        ]}
      />
      {returned && (
        <InsetText>
          <p>
            <strong>
              {returned.actorName}, {formatInstant(returned.at, lang)}
            </strong>
          </p>
          <p>{returned.words}</p>
        </InsetText>
      )}
      <h2>{say(lang, words.next)}</h2>
      {isBehind(bench) && <CatchUp visit={visit} bench={bench} />}
      <Next visit={visit} bench={bench} isOwn={isOwn} />
    </>
  );
  return framed(visit, bench, { title: say(lang, words.title), here: 'duyet', view });
}

interface NextProps {
  readonly visit: Visit;
  readonly bench: Bench;
}

function CatchUp({ visit, bench: { draft, latest } }: NextProps) {
  const { lang } = visit;
  return (
    <Form csrf={visit.csrf} lang={lang} action={placeHref(draft.id, 'lay-ban-moi')}>
      <p>{say(lang, words.behindHint)}</p>
      <Button icon="refresh-cw" look="secondary">
        {say(lang, fill(words.behind, { no: String(latest?.no) }))}
      </Button>
    </Form>
  );
}

function Next({ visit, bench, isOwn }: NextProps & { readonly isOwn: boolean }) {
  const { lang, actor } = visit;
  const { draft, check } = bench;
  switch (draft.state) {
    case 'EDITING':
      if (!mayUse(actor, editors)) return <p>{say(lang, words.waiting)}</p>;
      if (check.faults.length === 0)
        return (
          <Deed visit={visit} bench={bench} path="gui-duyet" act={words.ask} note={words.askNote} />
        );
      return (
        <p>
          {say(lang, fill(words.red, { n: String(check.faults.length) }))}{' '}
          <Link href={placeHref(draft.id, 'kiem-tra')}>{say(lang, words.toCheck)}</Link>
        </p>
      );
    case 'IN_REVIEW':
      return (
        <>
          <p>{say(lang, words.reviewHint)}</p>
          <p>
            <Link href={placeHref(draft.id, 'khac-biet')}>{say(lang, words.differs)}</Link>
          </p>
          {isOwn || !mayUse(actor, reviewers) ? (
            <InsetText>{say(lang, words.own)}</InsetText>
          ) : (
            <Deed
              visit={visit}
              bench={bench}
              path="duyet"
              act={words.approve}
              note={words.approveNote}
            />
          )}
          <Deed
            visit={visit}
            bench={bench}
            path="tra-lai"
            act={words.back}
            note={words.backNote}
            look="secondary"
          />
        </>
      );
    case 'APPROVED':
      return (
        <>
          <WarningText lang={lang}>{say(lang, words.publishHint)}</WarningText>
          {mayUse(actor, editors) && mayNow('publish', draft.state) && (
            <Deed visit={visit} bench={bench} path="cong-bo" act={words.publish} />
          )}
          <Deed
            visit={visit}
            bench={bench}
            path="tra-lai"
            act={words.back}
            note={words.backNote}
            look="secondary"
          />
        </>
      );
    case 'PUBLISHED':
      return (
        <p>
          {say(lang, words.done)}{' '}
          <Link href={`/dich-vu/${draft.slug}`}>{`/dich-vu/${draft.slug}`}</Link>
        </p>
      );
    case 'DISCARDED':
      return <p>{say(lang, words.gone)}</p>;
  }
}

interface DeedProps extends NextProps {
  readonly path: string;
  readonly act: Text;
  readonly note?: Text | undefined;
  readonly look?: 'secondary' | undefined;
}

function Deed({ visit, bench: { draft }, path, act, note, look }: DeedProps) {
  const { lang } = visit;
  return (
    <Form csrf={visit.csrf} lang={lang} action={placeHref(draft.id, path)}>
      {note !== undefined && (
        <div class="ask">
          <label class="label" for={`words-${path}`}>
            {say(lang, note)}
          </label>
          <textarea class="textarea" id={`words-${path}`} name="words" rows={3} />
        </div>
      )}
      <Button look={look ?? 'primary'}>{say(lang, act)}</Button>
    </Form>
  );
}
