import type { Filled } from '#/platform/form/index.ts';
import type { Visit } from '#/platform/http/index.ts';
import { AskAll, BackLink, Button, DeskLayout, ErrorSummary, Form } from '#/ui/index.ts';
import { say } from '#/values/text.ts';
import type { DeskDossier } from '../../desk/open-dossier.ts';
import type { Asked } from './asked-by.ts';
import { deedWords } from './deed-words.ts';
import type { Deed } from './deeds.ts';
import { NextTick } from './next-tick.tsx';

export interface DeedPageProps {
  readonly visit: Visit;
  readonly deed: Deed;
  readonly opened: DeskDossier;
  readonly asked: Asked;
  readonly filled: Filled;
  /** The list from which one came. */
  readonly from: string;
  readonly title: string;
}

/** The few words that an act needs before it is done. */
export function DeedPage({ visit, deed, opened, asked, filled, from, title }: DeedPageProps) {
  const { lang } = visit;
  const { dossier } = opened;
  const here = `/can-bo/ho-so/${dossier.code}`;
  return (
    <DeskLayout lang={lang}>
      <BackLink href={from === '' ? here : `${here}?tu=${encodeURIComponent(from)}`} lang={lang} />
      <ErrorSummary wrong={filled.wrong} lang={lang} />
      <p class="caption">
        {dossier.code} · {dossier.abstract}
      </p>
      <h1>{title}</h1>
      <Form csrf={visit.csrf} lang={lang} action={`${here}/${deed.slug}`}>
        <input type="hidden" name="tu" value={from} />
        <input type="hidden" name="asked" value="1" />
        <AskAll questions={asked.form.list} typed={filled.typed} wrong={filled.wrong} lang={lang} />
        {deed.isEnd && from !== '' && <NextTick lang={lang} />}
        <Button look={deed.look ?? 'primary'}>{say(lang, deedWords[deed.verb].act)}</Button>
      </Form>
    </DeskLayout>
  );
}
