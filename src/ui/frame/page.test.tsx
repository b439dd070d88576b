import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { text } from '#/values/text.ts';
import { GalleryDesk } from '../gallery/gallery-desk.tsx';
import { Gallery } from '../gallery/gallery.tsx';
import { withLang } from './band.tsx';
import type { FrameProps } from './frame-props.ts';
import { Bare, Desk, Page } from './page.tsx';

const frame: FrameProps = {
  title: 'Nộp hồ sơ',
  lang: 'vi',
  look: { large: true, contrast: false, theme: 'dark' },
  site: {
    service: text('Cổng dịch vụ công', 'Public services'),
    agency: text('UBND phường Ninh Kiều', 'People’s Committee'),
    contact: [text('Điện thoại 1022', 'Telephone 1022')],
  },
  assets: { stylesheet: '/s.css', script: '/s.js' },
  path: '/nop/x?a=1',
  csrf: 'token',
  isDemo: true,
  places: [{ title: 'Dịch vụ công', href: '/dich-vu', current: true }],
  children: <Gallery lang="vi" csrf="token" />,
};

const pages = {
  'a citizen’s page': renderToString(<Page {...frame} />),
  'a bare page': renderToString(<Bare {...frame} />),
  'the desk': renderToString(<Desk {...frame}>{<GalleryDesk lang="vi" csrf="token" />}</Desk>),
  'an English page': renderToString(
    <Page {...frame} lang="en">
      <Gallery lang="en" csrf="token" />
    </Page>,
  ),
};

describe.each(Object.entries(pages))('%s', (name, html) => {
  test('has nothing inline that the content security policy would stop', () => {
    expect(html).not.toMatch(/<style|<script(?! type="module" src="\/s\.js")/);
    expect(html).not.toMatch(/ style="| on[a-z]+="|javascript:/);
  });

  test('has one h1, one main, a language, a title and a way past the header', () => {
    expect(html).toContain(name.startsWith('an English') ? '<html lang="en"' : '<html lang="vi"');
    expect(html).toContain('<title>Nộp hồ sơ – ');
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html).toContain('href="#noi-dung"');
    expect(html).toContain('id="noi-dung"');
  });

  test('wears the chosen look', () => {
    expect(html).toMatch(/class="face-\w+ large theme-dark"/);
  });

  test('every form that posts carries the token', () => {
    const posts = html.match(/<form[^>]*method="post"[^>]*>/g) ?? [];
    expect(html.match(/name="_csrf" value="token"/g)).toHaveLength(posts.length);
  });
});

test('a page that could not be sent says so in its title', () => {
  expect(renderToString(<Page {...frame} isWrong />)).toContain('<title>Lỗi: Nộp hồ sơ');
});

test('the language switch keeps the rest of the address', () => {
  expect(withLang('/nop/x?a=1', 'en')).toBe('/nop/x?a=1&lang=en');
  expect(withLang('/?lang=en', 'vi')).toBe('/?lang=vi');
});

test('outside the demo there is no banner', () => {
  expect(renderToString(<Page {...frame} isDemo={false} />)).not.toContain('bản trình diễn');
});
