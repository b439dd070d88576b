import type { IssuedCode, Person } from '#/modules/identity/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { DeskLayout, LinkButton, Panel } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say } from '#/values/text.ts';
import { intakeWords as words } from './intake-words.ts';

interface CodePage {
  readonly person: Person;
  readonly issued: IssuedCode;
  /** The address where the code is used. */
  readonly page: string;
  readonly back: string;
}

/** The code, to be printed or written down and handed over. */
export function codePage(visit: Visit, { person, issued, page, back }: CodePage): Shown {
  const { lang } = visit;
  const title = say(lang, words.codeTitle);
  const until = formatInstant(issued.endsAt, lang);
  return {
    title,
    layout: 'desk',
    view: (
      <DeskLayout lang={lang}>
        <Panel title={title} code={issued.code} />
        <p>{say(lang, fill(words.codeGive, { name: person.fullName }))}</p>
        <p>{say(lang, fill(words.codeUse, { page, until }))}</p>
        <LinkButton href={back}>{say(lang, words.codeBack)}</LinkButton>
      </DeskLayout>
    ),
  };
}
