import { expect, test } from 'vitest';
import { httpRefusals } from '#/platform/http/index.ts';
import { refuse } from '#/platform/refusal.ts';
import { rendering } from './rendering.tsx';
import { site } from './site.ts';

const drawn = rendering(
  site,
  { routes: [], stylesheet: '/s.css', script: undefined, worker: undefined, offline: [] },
  httpRefusals,
);

test('what cannot be read is told in the reader’s language, without database or session', () => {
  expect(drawn.unreadable(refuse('http.too-large'), 'vi')).toContain('Hãy rút ngắn phần đã gõ');
  expect(drawn.unreadable(refuse('http.too-large'), 'en')).toContain('Shorten what you typed');
});

test('a failure gives a number to tell the help desk, and says that nothing is lost', () => {
  const html = drawn.failure('1f3a', 'vi');
  expect(html).toContain('mã sự cố 1f3a');
  expect(html).toContain('Những gì đã lưu vẫn còn');
});

test('an outage says when to come back', () => {
  expect(drawn.outage('vi')).toContain('Hãy đợi khoảng một phút');
  expect(drawn.outage('en')).toContain('about a minute');
});
