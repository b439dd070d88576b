import type { Tx } from '#/platform/db/index.ts';
import { post, type Body, type Redirect, type Route, type Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { Button, ButtonRow, Card, Cards, Form, WarningText } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, text, type Lang } from '#/values/text.ts';
import { administrators, signedIn } from '../../access.ts';
import type { Entrance } from '../../enter.ts';
import { approveReset, stopReset } from '../../factors/reset-official.ts';
import { stepUps, withStepUp } from '../../step-up.ts';
import type { FactorReset } from '../../store/factor-resets.ts';
import { posted } from '../posted.ts';
import { securityPath } from './security-path.ts';

const counter = '/can-bo/go-xac-thuc';

/** Administrators approve or stop the removal of an official's factors; the official stops it themselves. */
export function resetRoutes({ tell }: Entrance): Route[] {
  const approve = async (tx: Tx, visit: Visit, body: Body): Promise<Redirect | Refusal> => {
    const outcome = await approveReset(tx, tell, visit.actor!, posted(body, 'id'));
    return isRefusal(outcome)
      ? outcome
      : { goTo: counter, notice: say(visit.lang, words.approved) };
  };
  const stop = (goTo: string) => async (tx: Tx, visit: Visit, body: Body) => {
    const outcome = await stopReset(tx, tell, visit.actor!, posted(body, 'id'));
    return isRefusal(outcome) ? outcome : { goTo, notice: say(visit.lang, words.stopped) };
  };
  return [
    withStepUp(stepUps.counter, post(`${counter}/duyet`, administrators, approve), {
      back: counter,
    }),
    post(`${counter}/dung`, administrators, stop(counter)),
    post(`${securityPath}/dung-go`, signedIn, stop(securityPath)),
  ];
}

interface ResetsProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly resets: readonly FactorReset[];
  /** The account of who looks: nobody approves what they asked for. */
  readonly accountId: string;
}

/** What is under way, for administrators. */
export function Resets({ lang, csrf, resets, accountId }: ResetsProps) {
  if (resets.length === 0) return null;
  return (
    <>
      <h2>{say(lang, words.title)}</h2>
      <Cards>
        {resets.map((reset) => (
          <Card key={reset.id} title={reset.name}>
            <p>
              {say(
                lang,
                fill(words.asked, {
                  when: formatInstant(reset.askedAt, lang),
                  document: reset.document,
                }),
              )}
            </p>
            <p>{standing(reset, lang)}</p>
            <ButtonRow>
              {reset.approvedBy === null && reset.askedBy !== accountId && (
                <Deed lang={lang} csrf={csrf} reset={reset} to="duyet" />
              )}
              <Deed lang={lang} csrf={csrf} reset={reset} to="dung" />
            </ButtonRow>
          </Card>
        ))}
      </Cards>
    </>
  );
}

interface DeedProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly reset: FactorReset;
  readonly to: 'duyet' | 'dung';
}

function Deed({ lang, csrf, reset, to }: DeedProps) {
  return (
    <Form csrf={csrf} lang={lang} action={`${counter}/${to}`}>
      <input type="hidden" name="id" value={reset.id} />
      <Button look={to === 'duyet' ? 'primary' : 'danger'} small about={reset.name}>
        {say(lang, to === 'duyet' ? words.approve : words.stop)}
      </Button>
    </Form>
  );
}

/** The same, for the official whose factors are to go. */
export function OwnReset({
  lang,
  csrf,
  reset,
}: Pick<DeedProps, 'lang' | 'csrf'> & { readonly reset: FactorReset }) {
  return (
    <section aria-label={say(lang, words.title)}>
      <WarningText lang={lang}>
        {say(lang, words.own)} {standing(reset, lang)}
      </WarningText>
      <Form csrf={csrf} lang={lang} action={`${securityPath}/dung-go`}>
        <input type="hidden" name="id" value={reset.id} />
        <Button look="danger">{say(lang, words.notMe)}</Button>
      </Form>
    </section>
  );
}

function standing({ dueAt }: FactorReset, lang: Lang): string {
  return dueAt === null
    ? say(lang, words.waits)
    : say(lang, fill(words.due, { when: formatInstant(dueAt, lang) }));
}

const words = {
  title: text('Đề nghị gỡ bước xác thực của cán bộ', 'Removals of officials’ second factors'),
  asked: text(
    'Đề nghị lúc {when}. Giấy tờ: {document}.',
    'Asked for at {when}. Document: {document}.',
  ),
  waits: text('Chờ một người quản trị khác duyệt.', 'It waits for another administrator.'),
  due: text(
    'Có hiệu lực lúc {when}, nếu không ai dừng.',
    'It takes effect at {when} unless stopped.',
  ),
  approve: text('Duyệt', 'Approve'),
  stop: text('Dừng', 'Stop'),
  approved: text(
    'Đã duyệt. Sau 24 giờ mới gỡ; người đó được báo và có thể dừng.',
    'Approved. It is removed after 24 hours; the official is told and can stop it.',
  ),
  stopped: text('Đã dừng. Không có gì bị gỡ.', 'Stopped. Nothing was removed.'),
  own: text(
    'Có người đề nghị gỡ bước xác thực thứ hai của bạn.',
    'Somebody asked to remove your second factor.',
  ),
  notMe: text('Tôi không yêu cầu: dừng lại', 'I did not ask for it: stop'),
};
