import fc from 'fast-check';
import { h, type ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { GalleryDesk } from './gallery/gallery-desk.tsx';
import { Gallery } from './gallery/gallery.tsx';
import { markupOf } from './markup.ts';

describe('the markup is what Preact’s own renderer writes', () => {
  const views = {
    'the gallery': <Gallery lang="vi" csrf="token" />,
    'the gallery of the desk': <GalleryDesk lang="en" csrf="token" />,
    'a field': <input type="text" tabIndex={0} maxLength={9} required value={'"<&>'} />,
    'a drawing': (
      <svg viewBox="0 0 1 1">
        <path d="M0 0" stroke-width={2} />
      </svg>
    ),
    'words for yes and no': (
      <p aria-hidden={false} data-x={true} spellcheck={false} hidden={false} />
    ),
    'texts beside each other': (
      <p>
        {0} {null}
        {true}
        {['a', [<b key="b">&amp;</b>]]}
      </p>
    ),
  };

  test.each(Object.entries(views))('%s', (_, view) => {
    expect(markupOf(view)).toBe(renderToString(view));
  });

  test('whatever people type', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('<', '>', '&', '"', "'", '/', '='),
        fc.string({ unit: 'binary' }),
      ),
    });
    const view = fc.letrec<{ node: ComponentChildren }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.integer(),
        fc.constantFrom(null, undefined, true, false, ''),
        fc
          .record({
            tag: fc.constantFrom('p', 'td', 'a', 'textarea', 'br', 'svg', 'title'),
            title: fc.option(text, { nil: undefined }),
            children: fc.array(tie('node'), { maxLength: 4 }),
          })
          .map(({ tag, title, children }) =>
            tag === 'br' ? h(tag, { title }) : h(tag, { title }, ...children),
          ),
      ),
    })).node;
    fc.assert(
      fc.property(view, (node) => {
        expect(markupOf(node)).toBe(renderToString(<>{node}</>));
      }),
    );
  });
});

test.each([
  [
    'data that looks like an element',
    JSON.parse('{"type":"script","props":{"children":"alert(1)"}}'),
  ],
  ['a handler', h('p', { onClick: () => undefined })],
  ['a style object', h('p', { style: { color: 'red' } })],
  ['an attribute that breaks out', h('p', { 'x onload=alert(1) y': 'z' })],
  ['an element that breaks out', h('p><script>alert(1)</script', {})],
])('%s is refused', (_, view) => {
  expect(() => markupOf(view as ComponentChildren)).toThrow(TypeError);
});
