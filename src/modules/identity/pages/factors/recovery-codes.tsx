import type { Tx } from '#/platform/db/index.ts';
import {
  get,
  post,
  type Body,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { Button, ButtonRow, Form, LinkButton, WarningText } from '#/ui/index.ts';
import { fill, say, text } from '#/values/text.ts';
import { signedIn } from '../../access.ts';
import type { Entrance } from '../../enter.ts';
import { ownFactors } from '../../factors/own-factors.ts';
import { issueRecoveryCodes } from '../../factors/recovery-code.ts';
import { readReturnPath } from '../../return-path.ts';
import { changedNotice } from '../../security-notice.ts';
import { stepUps, withStepUp } from '../../step-up.ts';
import { posted } from '../posted.ts';
import { factorPage } from './page.tsx';
import { securityPath } from './security-path.ts';

const path = `${securityPath}/ma-du-phong`;

/** Recovery codes: made at the press of a button, shown once on the answer itself. */
export function recoveryCodeRoutes({ keys }: Services, entrance: Entrance): Route[] {
  async function show(tx: Tx, visit: Visit): Promise<Shown | Redirect> {
    const { isOn, recoveryCodesLeft } = await ownFactors(tx, visit.actor!.accountId);
    if (!isOn) return { goTo: securityPath };
    const { lang, csrf } = visit;
    const back = readReturnPath(visit.query['tiep']);
    return factorPage(visit, {
      title: words.title,
      lead: words.lead,
      back: securityPath,
      children: (
        <Form csrf={csrf} lang={lang} action={path}>
          {back !== undefined && <input type="hidden" name="tiep" value={back} />}
          {recoveryCodesLeft > 0 && (
            <WarningText lang={lang}>
              {say(lang, fill(words.replaces, { left: String(recoveryCodesLeft) }))}
            </WarningText>
          )}
          <ButtonRow>
            <Button>{say(lang, words.make)}</Button>
          </ButtonRow>
        </Form>
      ),
    });
  }

  async function make(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect> {
    const { accountId, personId, at } = visit.actor!;
    const { isOn, recoveryCodesLeft } = await ownFactors(tx, accountId);
    if (!isOn) return { goTo: securityPath };
    const codes = await issueRecoveryCodes(tx, keys, { accountId, at });
    if (recoveryCodesLeft > 0) await entrance.tell(tx, changedNotice(personId, accountId, at));
    const { lang } = visit;
    return factorPage(visit, {
      title: words.made,
      lead: words.once,
      children: (
        <>
          <ul class="list">
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
          <p>{say(lang, words.keep)}</p>
          <LinkButton href={readReturnPath(posted(body, 'tiep')) ?? securityPath}>
            {say(lang, words.kept)}
          </LinkButton>
        </>
      ),
    });
  }

  return [
    withStepUp(stepUps.factors, get(path, signedIn, show)),
    withStepUp(stepUps.factors, post(path, signedIn, make)),
  ];
}

const words = {
  title: text('Mã dự phòng', 'Recovery codes'),
  lead: text(
    'Mười mã để vào tài khoản khi mất điện thoại. Mỗi mã dùng một lần.',
    'Ten codes to get in when your phone is lost. Each works once.',
  ),
  replaces: text(
    'Bạn còn {left} mã cũ; tạo mã mới thì mã cũ không dùng được nữa.',
    'You have {left} old codes; new ones make them useless.',
  ),
  make: text('Tạo và xem 10 mã', 'Make and show 10 codes'),
  made: text('Mã dự phòng của bạn', 'Your recovery codes'),
  once: text(
    'Các mã này chỉ hiện một lần. Hãy in hoặc chép ra giấy ngay.',
    'These codes are shown only once. Print them or write them down now.',
  ),
  keep: text(
    'Cất ở nơi khác với điện thoại, nơi chỉ bạn mở được. Không gửi cho ai, kể cả người tự xưng là cán bộ.',
    'Keep them away from your phone, where only you can reach them. Give them to nobody, not even to people who say they are officials.',
  ),
  kept: text('Tôi đã cất mã', 'I have put them away'),
};
