import type { Config } from '#/platform/config/index.ts';
import { cookieNames, type Redirect } from '#/platform/http/index.ts';
import { sessionHours } from '../session.ts';

/** The cookie that holds a new session's token. */
export function withSession(config: Config, token: string): Required<Pick<Redirect, 'cookies'>> {
  return { cookies: { [nameOf(config)]: { value: token, maxAgeSeconds: sessionHours * 3_600 } } };
}

/** Takes the session's cookie away. */
export function withoutSession(config: Config): Required<Pick<Redirect, 'cookies'>> {
  return { cookies: { [nameOf(config)]: null } };
}

function nameOf(config: Config): string {
  return cookieNames(config.publicUrl.startsWith('https:')).session;
}
