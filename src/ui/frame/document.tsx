import type { ComponentChildren } from 'preact';
import { say } from '#/values/text.ts';
import { favicon, manifestAddress } from '../favicon.ts';
import { fontFiles } from '../fonts.ts';
import { words } from '../words.ts';
import type { FrameProps } from './frame-props.ts';

export interface DocumentProps {
  readonly frame: FrameProps;
  readonly face: 'citizen' | 'desk' | 'bare';
  readonly children: ComponentChildren;
}

/** The whole HTML document: head, skip link, and what stands in the body. */
export function Document({ frame, face, children }: DocumentProps) {
  const { lang, look, site, assets } = frame;
  return (
    <html lang={lang} class={rootClass(frame, face)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{titleOf(frame)}</title>
        {fontFiles
          .filter(({ first }) => first)
          .map(({ url }) => (
            <link
              key={url}
              rel="preload"
              href={url}
              as="font"
              type="font/woff2"
              crossorigin="anonymous"
            />
          ))}
        <link rel="stylesheet" href={assets.stylesheet} />
        <meta name="theme-color" content={look.contrast ? '#7a0c0c' : '#9b1c1c'} />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href={site.emblem ?? favicon.url} />
        <link rel="manifest" href={`${manifestAddress}?lang=${lang}`} />
        {assets.script !== undefined && <script type="module" src={assets.script} />}
        {frame.renewSeconds !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(frame.renewSeconds)} />
          </noscript>
        )}
      </head>
      <body>
        <a class="skip" href="#noi-dung">
          {say(lang, words.skip)}
        </a>
        {children}
      </body>
    </html>
  );
}

function titleOf({ title, lang, site, isWrong }: FrameProps): string {
  const start = isWrong === true ? `${say(lang, words.error)} ` : '';
  return `${start}${title} – ${say(lang, site.agency)}`;
}

function rootClass({ look }: FrameProps, face: string): string {
  const classes = [`face-${face}`];
  if (look.large) classes.push('large');
  if (look.contrast) classes.push('contrast');
  if (look.theme !== 'auto') classes.push(`theme-${look.theme}`);
  return classes.join(' ');
}
