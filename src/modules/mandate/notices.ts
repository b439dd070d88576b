import type { Person } from '#/modules/identity/index.ts';
import type { Telling } from '#/modules/notify/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { formatDay } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, text, type Text } from '#/values/text.ts';
import { kindRules } from './kinds.ts';
import type { Mandate } from './mandate.ts';

const link = '/tai-khoan/uy-quyen';

/** Both learn of a new mandate, whoever recorded it: nobody is represented without knowing. */
export function grantedNotices(
  mandate: Mandate,
  principal: Person,
  representative: Person,
): Telling[] {
  const facts = { ...namesOf(principal, representative), until: formatDay(mandate.untilOn) };
  return both(mandate, 'granted', mandate.grantedAt, facts, [words.granted, words.received]);
}

/** Both learn that it has ended. */
export function revokedNotices(
  mandate: Mandate,
  principal: Person,
  representative: Person,
  at: Date,
): Telling[] {
  const facts = namesOf(principal, representative);
  return both(mandate, 'revoked', at, facts, [words.revoked, words.lost]);
}

/** The represented person learns of each act that somebody did for them. */
export function actNotice(
  actor: Actor,
  act: { readonly what: Text; readonly code: string; readonly key: string },
): Telling | undefined {
  const { actingFor, at, name } = actor;
  if (actingFor === undefined) return undefined;
  const facts = { name, code: act.code, when: formatInstant(at) };
  const body = fill(words.actBody, facts);
  return {
    personId: actingFor.personId,
    event: 'mandate.acted',
    title: text(`${name}: ${act.what.vi}`, `${name}: ${act.what.en}`),
    body,
    link: `/ho-so/${act.code}`,
    key: `mandate.acted ${act.key}`,
    at,
  };
}

function both(
  mandate: Mandate,
  event: string,
  at: Date,
  facts: Readonly<Record<string, string>>,
  [toPrincipal, toRepresentative]: readonly [Text, Text],
): Telling[] {
  const kind = kindRules[mandate.kind].name;
  const whom: readonly (readonly [string, Text])[] = [
    [mandate.principalId, toPrincipal],
    [mandate.representativeId, toRepresentative],
  ];
  return whom.map(([personId, body]) => ({
    personId,
    event: `mandate.${event}`,
    title: event === 'granted' ? words.grantedTitle : words.revokedTitle,
    body: text(`${kind.vi}. ${fill(body, facts).vi}`, `${kind.en}. ${fill(body, facts).en}`),
    link,
    key: `mandate.${event} ${mandate.id}`,
    at,
  }));
}

function namesOf(principal: Person, representative: Person) {
  return {
    principal: principal.organisationName ?? principal.fullName,
    representative: representative.fullName,
  };
}

const words = {
  grantedTitle: text('Có người được làm thay', 'Somebody may act for another'),
  granted: text(
    '{representative} được làm thủ tục thay cho bạn đến hết {until}. Nếu bạn không đồng ý, hãy thu hồi ngay.',
    '{representative} may act for you until {until}. If you do not agree, revoke it at once.',
  ),
  received: text(
    'Bạn được làm thủ tục thay cho {principal} đến hết {until}.',
    'You may act for {principal} until {until}.',
  ),
  revokedTitle: text('Việc làm thay đã chấm dứt', 'Acting for another has ended'),
  revoked: text(
    '{representative} không còn được làm thủ tục thay cho bạn.',
    '{representative} no longer acts for you.',
  ),
  lost: text(
    'Bạn không còn được làm thủ tục thay cho {principal}.',
    'You no longer act for {principal}.',
  ),
  actBody: text(
    'Lúc {when}, {name} đã làm việc này thay cho bạn. Mã hồ sơ: {code}. Nếu không đúng ý bạn, hãy thu hồi ủy quyền.',
    'At {when} {name} did this for you. Dossier: {code}. If you do not want it, revoke the mandate.',
  ),
};
