import type { ComponentChildren } from 'preact';
import { type Lang, fill, say } from '#/values/text.ts';
import { Icon } from './icon.tsx';
import { words } from './words.ts';

export interface DraftFootProps {
  readonly lang: Lang;
  /** The time of the last saving: "10:42". */
  readonly savedAt?: string | undefined;
  readonly failed?: boolean | undefined;
  /** "Save and leave". */
  readonly children?: ComponentChildren;
}

/** Stays at the foot of the screen and says whether the draft is kept. The autosave island renews its words. */
export function DraftFoot({ lang, savedAt, failed, children }: DraftFootProps) {
  return (
    <div
      class={failed === true ? 'draft-foot draft-foot--failed' : 'draft-foot'}
      data-draft-foot=""
      data-saving={say(lang, words.draftSaving)}
      data-saved={say(lang, words.draftSaved)}
      data-failed={say(lang, words.draftFailed)}
      data-expired={say(lang, words.draftExpired)}
    >
      <Icon name={failed === true ? 'circle-alert' : 'circle-check'} />
      <output>
        {failed === true
          ? say(lang, words.draftFailed)
          : savedAt === undefined
            ? say(lang, words.draftKept)
            : say(lang, fill(words.draftSaved, { at: savedAt }))}
      </output>
      {children}
    </div>
  );
}
