import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Link, safeHref } from './link.tsx';

test.each([
  '/ho-so/H26.1',
  '?lang=en',
  '#ho_ten',
  './tep',
  'https://dichvucong.gov.vn',
  'http://localhost:8080/x',
  'mailto:a@b.vn',
  'tel:1022',
  'ho-so/1',
  '/ho-so?luc=14:30',
])('%s may be followed', (href) => {
  expect(safeHref(href)).toBe(href);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'vbscript:x',
  'blob:https://a/b',
  'file:///etc/passwd',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'x:y',
  '',
])('%j leads nowhere', (href) => {
  expect(safeHref(href)).toBe('#');
});

test('a link carries its safe address', () => {
  expect(renderToString(<Link href="javascript:1">x</Link>)).toBe('<a href="#">x</a>');
});
