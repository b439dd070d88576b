import { raw, type Route } from '#/platform/http/index.ts';
import { manifestAddress, type Site } from '#/ui/index.ts';
import { say, text, type Lang } from '#/values/text.ts';
import { icons } from './icons.ts';

/** Says how the site is installed as an application (W3C Web Application Manifest), in the reader's language. */
export function manifestRoute(site: Site): Route {
  return raw('GET', manifestAddress, ['anyone'], async (_request, reply, { lang }) =>
    reply
      .header('cache-control', 'public, max-age=86400')
      .type('application/manifest+json')
      .send(JSON.stringify(manifestOf(site, lang))),
  );
}

function manifestOf(site: Site, lang: Lang): object {
  return {
    id: '/',
    lang,
    dir: 'ltr',
    name: `${say(lang, site.service)} – ${say(lang, site.agency)}`,
    short_name: say(lang, words.short),
    description: say(lang, words.about),
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#9b1c1c',
    categories: ['government'],
    icons: icons.flatMap(({ size, url }) =>
      ['any', 'maskable'].map((purpose) => ({
        src: url,
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose,
      })),
    ),
    shortcuts: [
      { name: say(lang, words.services), url: '/dich-vu' },
      { name: say(lang, words.mine), url: '/ho-so' },
      { name: say(lang, words.inbox), url: '/hop-thu' },
    ],
  };
}

const words = {
  short: text('Dịch vụ công', 'Public services'),
  about: text(
    'Nộp hồ sơ, xem hồ sơ đến đâu, nhận tin của cơ quan, cả khi mạng yếu',
    'Apply, see where your application stands, and be told, even on a bad network',
  ),
  services: text('Tìm dịch vụ', 'Find a service'),
  mine: text('Hồ sơ của tôi', 'My applications'),
  inbox: text('Hộp thư', 'Inbox'),
};
