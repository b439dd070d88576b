import { say } from '#/values/text.ts';
import { Link } from '../link.tsx';
import { words } from '../words.ts';
import type { FrameProps } from './frame-props.ts';

/** Help by a person, promises about access and data, and whose site it is. */
export function Foot({ frame }: { readonly frame: FrameProps }) {
  const { lang, site } = frame;
  return (
    <footer class="foot">
      <div class="wrap">
        <h2>{say(lang, words.helpTitle)}</h2>
        {site.contact.map((line, index) => (
          <p key={index}>{say(lang, line)}</p>
        ))}
        <ul class="foot-links">
          <li>
            <Link href="/tro-giup">{say(lang, words.help)}</Link>
          </li>
          <li>
            <Link href="/tiep-can">{say(lang, words.accessibility)}</Link>
          </li>
          <li>
            <Link href="/quyen-rieng-tu">{say(lang, words.privacy)}</Link>
          </li>
          <li>
            <Link href="/ngoai-tuyen">{say(lang, words.offline)}</Link>
          </li>
          <li>
            <Link href="/so-minh-bach">{say(lang, words.ledger)}</Link>
          </li>
        </ul>
        {site.version !== undefined && (
          <p>
            {say(lang, site.agency)} · {say(lang, words.version)} {site.version}
          </p>
        )}
      </div>
    </footer>
  );
}
