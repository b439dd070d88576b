import { say } from '#/values/text.ts';
import { Icon } from '../icon.tsx';
import { NotificationBanner } from '../notice.tsx';
import { words } from '../words.ts';
import { ActingBar } from './acting-bar.tsx';
import { Band } from './band.tsx';
import { Document } from './document.tsx';
import { Foot } from './foot.tsx';
import type { FrameProps } from './frame-props.ts';
import { Identity } from './identity.tsx';

/** A citizen's page, as a whole HTML document. Its `view` starts with a back link or its `h1`. */
export function Page(frame: FrameProps) {
  return (
    <Document frame={frame} face="citizen">
      <Header frame={frame} />
      <main class="wrap main" id="noi-dung" tabIndex={-1}>
        <Notice frame={frame} />
        {frame.children}
      </main>
      <Foot frame={frame} />
    </Document>
  );
}

/** A page with nothing around it but the identity: for signing in, for papers that are printed. */
export function Bare(frame: FrameProps) {
  return (
    <Document frame={frame} face="bare">
      <Header frame={frame} />
      <main class="wrap main" id="noi-dung" tabIndex={-1}>
        <Notice frame={frame} />
        {frame.children}
      </main>
    </Document>
  );
}

/** The officials' desk, as a whole HTML document. Its view is a `DeskLayout`. */
export function Desk(frame: FrameProps) {
  return (
    <Document frame={frame} face="desk">
      <Header frame={frame} />
      {frame.notice !== undefined && (
        <div class="wrap desk-notice">
          <Notice frame={frame} />
        </div>
      )}
      {frame.children}
    </Document>
  );
}

function Header({ frame }: { readonly frame: FrameProps }) {
  return (
    <header>
      <Band frame={frame} />
      <Identity frame={frame} />
      <ActingBar frame={frame} />
      {frame.isDemo && (
        <div class="demo">
          <div class="wrap">
            <Icon name="triangle-alert" />
            <p>{say(frame.lang, words.demo)}</p>
          </div>
        </div>
      )}
    </header>
  );
}

function Notice({ frame }: { readonly frame: FrameProps }) {
  if (frame.notice === undefined) return null;
  return (
    <NotificationBanner tone="good" lang={frame.lang}>
      {frame.notice}
    </NotificationBanner>
  );
}
