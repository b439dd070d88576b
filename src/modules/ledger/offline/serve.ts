import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tx } from '#/platform/db/index.ts';
import { raw, type Route } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { everybody } from '../access.ts';
import type { NamesOf } from '../names.ts';
import { findLog } from '../store/log.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');

/** The checking page, whole in one file: shown, or with `?tai` saved to be used without network. */
export function offlineRoutes({ database, clock }: Services, namesOf: NamesOf): Route[] {
  const page = assemble();
  return [
    raw('GET', '/kiem-chung/bien-nhan', everybody, async (_request, reply, visit) => {
      const given = await database.transaction((tx) => givenTo(tx, namesOf, clock.now()));
      if (visit.query['tai'] !== undefined)
        void reply.header('content-disposition', 'attachment; filename="kiem-tra-bien-nhan.html"');
      return reply
        .headers({ 'content-security-policy': page.policy, 'cache-control': 'no-cache' })
        .type('text/html; charset=utf-8')
        .send(page.html.replace('{given}', () => given));
    }),
  ];
}

/** Style and script stand in the page, so the policy of contents names them by their hashes; nothing else may run or be fetched. */
export function assemble(): { readonly html: string; readonly policy: string } {
  const style = read('page.css');
  const script = read('page-script.txt');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash('sha256', script, 'base64')}'`,
    `style-src 'sha256-${hash('sha256', style, 'base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const parts: Readonly<Record<string, string>> = { policy, style, script };
  const html = read('page-template.txt').replace(
    /\{(policy|style|script)\}/g,
    (_place, name: string) => parts[name]!,
  );
  return { html, policy };
}

/** The keys to trust and the words of public codes, as data that cannot end its element. */
async function givenTo(tx: Tx, namesOf: NamesOf, now: Date): Promise<string> {
  const log = await findLog(tx);
  const { procedures, verbs, states } = await namesOf(tx, now);
  const names = Object.fromEntries(
    [...procedures, ...Object.entries(verbs), ...Object.entries(states)].map(
      ([code, { vi }]) => [code, vi] as const,
    ),
  );
  const policy = log === undefined ? 'quorum none' : `log ${log.vkeys[0]!}\n${log.policy}`;
  return JSON.stringify({ policy, names }).replaceAll('<', '\\u003c');
}
