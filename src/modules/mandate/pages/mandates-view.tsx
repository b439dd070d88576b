import { Button, ButtonRow, Card, Cards, Form, LinkButton, Tag } from '#/ui/index.ts';
import { formatDay } from '#/values/day.ts';
import { fill, say, text, type Lang, type Text } from '#/values/text.ts';
import { kindRules } from '../kinds.ts';
import type { Mandate } from '../mandate.ts';

/** A mandate with the names that its parties know. */
export interface NamedMandate {
  readonly mandate: Mandate;
  readonly principal: string;
  readonly representative: string;
  /** Short names of its procedures; empty for all. */
  readonly procedures: readonly Text[];
  readonly isInForce: boolean;
}

export interface MandatesViewProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly given: readonly NamedMandate[];
  readonly received: readonly NamedMandate[];
}

/** Who may act for me, and for whom I may act. */
export function MandatesView({ lang, csrf, given, received }: MandatesViewProps) {
  return (
    <>
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      <h2>{say(lang, words.received)}</h2>
      {received.length === 0 && <p>{say(lang, words.noneReceived)}</p>}
      <Cards>
        {received.map((one) => (
          <MandateCard key={one.mandate.id} lang={lang} csrf={csrf} one={one} isGiven={false} />
        ))}
      </Cards>
      <h2>{say(lang, words.given)}</h2>
      {given.length === 0 && <p>{say(lang, words.noneGiven)}</p>}
      <Cards>
        {given.map((one) => (
          <MandateCard key={one.mandate.id} lang={lang} csrf={csrf} one={one} isGiven />
        ))}
      </Cards>
      <ButtonRow>
        <LinkButton href="/tai-khoan/uy-quyen/moi" look="secondary" icon="plus">
          {say(lang, words.grant)}
        </LinkButton>
      </ButtonRow>
      <p>{say(lang, words.counter)}</p>
      <p>{say(lang, words.support)}</p>
    </>
  );
}

interface CardProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly one: NamedMandate;
  readonly isGiven: boolean;
}

function MandateCard({ lang, csrf, one, isGiven }: CardProps) {
  const { mandate, procedures, isInForce } = one;
  const other = isGiven ? one.representative : one.principal;
  const scope =
    procedures.length === 0
      ? say(lang, words.all)
      : procedures.map((name) => say(lang, name)).join('; ');
  return (
    <Card title={other}>
      <p>
        {isInForce ? (
          <Tag tone="good">{say(lang, words.inForce)}</Tag>
        ) : (
          <Tag tone="neutral">{say(lang, words.over)}</Tag>
        )}
      </p>
      <p>
        {say(lang, kindRules[mandate.kind].name)}. {scope}.
      </p>
      <p class="soft small">
        {say(
          lang,
          fill(words.span, {
            from: formatDay(mandate.fromOn),
            until: formatDay(mandate.untilOn),
            law: say(lang, kindRules[mandate.kind].law),
          }),
        )}
      </p>
      {isInForce && (
        <ButtonRow>
          {!isGiven && (
            <Form csrf={csrf} lang={lang} action="/tai-khoan/uy-quyen/lam-thay">
              <input type="hidden" name="id" value={mandate.id} />
              <Button small about={other}>
                {say(lang, words.act)}
              </Button>
            </Form>
          )}
          <Form csrf={csrf} lang={lang} action="/tai-khoan/uy-quyen/thu-hoi">
            <input type="hidden" name="id" value={mandate.id} />
            <Button look="danger" small about={other}>
              {say(lang, isGiven ? words.revoke : words.giveBack)}
            </Button>
          </Form>
        </ButtonRow>
      )}
    </Card>
  );
}

const words = {
  title: text('Làm thay, ủy quyền', 'Acting for others'),
  lead: text(
    'Ai được làm thủ tục thay bạn, và bạn được làm thay cho ai. Người được đại diện luôn được báo từng việc.',
    'Who may act for you, and for whom you may act. The represented person is always told of each act.',
  ),
  received: text('Bạn được làm thay cho', 'You may act for'),
  given: text('Người được làm thay bạn', 'Who may act for you'),
  noneReceived: text('Chưa có ai ủy quyền cho bạn.', 'Nobody has given you a mandate.'),
  noneGiven: text('Bạn chưa ủy quyền cho ai.', 'You have given no mandate.'),
  grant: text('Ủy quyền cho một người', 'Give somebody a mandate'),
  counter: text(
    'Cha mẹ, người giám hộ và người cầm giấy ủy quyền: cán bộ ghi nhận tại quầy sau khi đối chiếu giấy tờ.',
    'Parents, guardians and holders of a written authority: an official records it at the counter after comparing the document.',
  ),
  support: text(
    'Người hỗ trợ kỹ thuật không xem được hồ sơ của bạn và không đăng nhập thay bạn được.',
    'Support staff cannot see your dossiers and cannot sign in as you.',
  ),
  all: text('Mọi thủ tục', 'All procedures'),
  span: text('Từ {from} đến hết {until}. Căn cứ: {law}.', 'From {from} until {until}. Law: {law}.'),
  inForce: text('Đang có hiệu lực', 'In force'),
  over: text('Đã chấm dứt', 'Ended'),
  act: text('Làm thay', 'Act for them'),
  revoke: text('Thu hồi', 'Revoke'),
  giveBack: text('Trả lại', 'Give back'),
};
