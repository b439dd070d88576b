import type { Config } from '#/platform/config/index.ts';
import { cookieNames, type Redirect } from '#/platform/http/index.ts';
import { pendingMinutes, type Entered, type Halfway } from '../enter.ts';
import { sessionHours } from '../session.ts';

/** How long a browser is remembered. Chromium keeps no cookie for longer. */
const deviceDays = 400;

/** The cookie that holds a new session's token. */
export function withSession(config: Config, token: string): Required<Pick<Redirect, 'cookies'>> {
  return {
    // Whoever comes in begins as themselves.
    cookies: {
      [namesOf(config).session]: { value: token, maxAgeSeconds: sessionHours * 3_600 },
      [namesOf(config).mandate]: null,
    },
  };
}

/** The cookies of somebody who is in: session and device, and nothing waits any more. */
export function withEntered(
  config: Config,
  { token, device }: Entered,
): Required<Pick<Redirect, 'cookies'>> {
  const names = namesOf(config);
  return {
    cookies: {
      ...withSession(config, token).cookies,
      [names.device]: { value: device, maxAgeSeconds: deviceDays * 86_400 },
      [names.pending]: null,
    },
  };
}

/** The cookie of a sign-in that waits for the second factor. */
export function withPending(
  config: Config,
  { pending }: Halfway,
): Required<Pick<Redirect, 'cookies'>> {
  const maxAgeSeconds = pendingMinutes * 60;
  return { cookies: { [namesOf(config).pending]: { value: pending, maxAgeSeconds } } };
}

/** The cookie of a sign-in that is under way at the national identity; with null it is taken away. */
export function withNational(
  config: Config,
  begun: { readonly value: string; readonly maxAgeSeconds: number } | null,
): Required<Pick<Redirect, 'cookies'>> {
  return { cookies: { [namesOf(config).national]: begun } };
}

/** Takes the session's cookie away. */
export function withoutSession(config: Config): Required<Pick<Redirect, 'cookies'>> {
  return { cookies: { [namesOf(config).session]: null, [namesOf(config).mandate]: null } };
}

function namesOf(config: Config) {
  return cookieNames(config.publicUrl.startsWith('https:'));
}
