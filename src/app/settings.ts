import {
  cookieNames,
  post,
  readOwnPath,
  writeLook,
  yearSeconds,
  type Route,
} from '#/platform/http/index.ts';

/** The display switch of every page: text size, contrast, background; kept in a cookie, so it works without scripts. */
export function settingsRoutes(publicUrl: string): Route[] {
  const { look: cookie } = cookieNames(publicUrl.startsWith('https:'));
  return [
    post('/hien-thi', ['anyone'], async (_tx, visit, body) => {
      const { large, contrast, theme, back } = body;
      const look = {
        large: large === undefined ? visit.look.large : large === 'yes',
        contrast: contrast === undefined ? visit.look.contrast : contrast === 'yes',
        theme: theme === 'light' || theme === 'dark' || theme === 'auto' ? theme : visit.look.theme,
      } as const;
      return {
        goTo: readOwnPath(back) ?? '/',
        cookies: { [cookie]: { value: writeLook(look), maxAgeSeconds: yearSeconds } },
      };
    }),
  ];
}
