import type { Tx } from '#/platform/db/index.ts';
import {
  get,
  type Aside,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { LinkButton, WarningText } from '#/ui/index.ts';
import { fill, say, text, type Text } from '#/values/text.ts';
import { anyone } from '../access.ts';
import type { Entrance } from '../enter.ts';
import { beginAttempt, readAttempt, spendAttempt, type Attempt } from '../national/attempt.ts';
import { enterNationally, type EnteredNationally } from '../national/enter-national.ts';
import { nationalBackPath, type National } from '../national/open-provider.ts';
import { readReturnPath } from '../return-path.ts';
import { arrive } from './arrive.ts';
import { factorPage } from './factors/page.tsx';
import { withNational } from './session-cookie.ts';

/**
 * Signing in through the national identity: away to the provider, and back. The provider is asked between two
 * transactions, after the state and the code were used up in the first: whatever goes wrong then, they open nothing again.
 */
export function nationalRoutes(
  { config, keys }: Services,
  entrance: Entrance,
  { provider, redirectUri, stateSeconds }: National,
): Route[] {
  async function begin(_tx: Tx, visit: Visit): Promise<Aside> {
    const goTo = readReturnPath(visit.query['tiep']);
    const endsAt = new Date(visit.now.getTime() + stateSeconds * 1_000);
    const { cookie: value, secrets } = beginAttempt(keys, { goTo, endsAt });
    return {
      async aside() {
        const address = await provider.begin({ redirectUri, secrets });
        return async () =>
          address === 'busy'
            ? refuse('identity.national-busy')
            : {
                goTo: address.href,
                ...withNational(config, { value, maxAgeSeconds: stateSeconds }),
              };
      },
    };
  }

  async function comeBack(tx: Tx, visit: Visit): Promise<Shown | Redirect | Aside> {
    const attempt = readAttempt(keys, visit.national, visit.now);
    const search = visit.search ?? '';
    // Nobody answered: somebody opened the bare address.
    if (search === '') return { goTo: '/dang-nhap' };
    const code = provider.codeIn(search);
    if (!attempt || code === undefined) return failed(visit);
    if (!(await spendAttempt(tx, attempt, code, visit.now))) return failed(visit);
    const { secrets } = attempt;
    return {
      async aside() {
        const outcome = await provider.finish({ search, redirectUri, secrets });
        return async (next, now) => {
          if (outcome === 'failed') return failed(now);
          if (outcome === 'busy') return refuse('identity.national-busy');
          const { device, actor, now: at } = now;
          const coming = { device, at, signedInAs: actor?.accountId };
          return goOn(next, now, attempt, await enterNationally(next, entrance, outcome, coming));
        };
      },
    };
  }

  async function goOn(
    tx: Tx,
    visit: Visit,
    { goTo }: Attempt,
    entered: EnteredNationally | Refusal,
  ): Promise<Redirect | Refusal> {
    if (isRefusal(entered)) return entered;
    const { cookies, ...there } = await arrive(tx, config, visit, entered, goTo);
    const gone = withNational(config, null).cookies;
    const notice = noticeOf(visit, entered);
    return { ...there, cookies: { ...cookies, ...gone }, ...(notice !== undefined && { notice }) };
  }

  return [get('/dang-nhap/vneid', anyone, begin), get(nationalBackPath, anyone, comeBack)];
}

/** What was corrected, old and new, so that a mistake is seen at once. */
function noticeOf({ lang }: Visit, { differences }: EnteredNationally): string | undefined {
  if (differences.length === 0) return undefined;
  const changes = differences.map(({ field, ours, theirs }) =>
    say(lang, fill(changed[field], { ours: ours ?? '–', theirs })),
  );
  return [say(lang, words.corrected), ...changes].join(' ');
}

/** One page for every fault: who tampers learns nothing from it. */
function failed(visit: Visit): Shown {
  const { lang } = visit;
  return {
    ...factorPage(visit, {
      title: words.failed,
      back: '/dang-nhap',
      children: (
        <>
          <WarningText lang={lang}>{say(lang, words.why)}</WarningText>
          <LinkButton href="/dang-nhap/vneid" icon="id-card">
            {say(lang, words.again)}
          </LinkButton>
        </>
      ),
    }),
    status: 422,
  };
}

const changed: Readonly<Record<'full-name' | 'born-on', Text>> = {
  'full-name': text('Họ tên: {ours} → {theirs}.', 'Name: {ours} → {theirs}.'),
  'born-on': text('Ngày sinh: {ours} → {theirs}.', 'Date of birth: {ours} → {theirs}.'),
};

const words = {
  corrected: text(
    'Thông tin của bạn đã được sửa theo định danh điện tử.',
    'Your details were corrected by your electronic identity.',
  ),
  failed: text('Chưa đăng nhập được bằng VNeID', 'The sign-in with VNeID did not work'),
  why: text(
    'Có thể bạn đã bấm hủy, để quá lâu, mở lại trang cũ, hoặc VNeID trả lời không đúng. Chưa có gì thay đổi; hãy làm lại từ đầu, hoặc đăng nhập bằng cách khác.',
    'Perhaps you cancelled, took too long or opened an old page again, or VNeID gave a wrong answer. Nothing has changed; start again, or sign in another way.',
  ),
  again: text('Thử lại với VNeID', 'Try VNeID again'),
};
