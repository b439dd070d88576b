import type { ComponentChildren } from 'preact';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { BackLink, ErrorSummary } from '#/ui/index.ts';
import { say, type Text } from '#/values/text.ts';

export interface FactorPage {
  readonly title: Text;
  readonly lead?: Text | undefined;
  readonly back?: string | undefined;
  readonly wrong?: Readonly<Record<string, Text>> | undefined;
  readonly children: ComponentChildren;
}

/** A citizen's page around the ways to prove who one is. */
export function factorPage({ lang }: Visit, page: FactorPage): Shown {
  const { wrong = {} } = page;
  const title = say(lang, page.title);
  return {
    title,
    layout: 'citizen',
    ...(Object.keys(wrong).length > 0 && { status: 422 }),
    view: (
      <>
        {page.back !== undefined && <BackLink href={page.back} lang={lang} />}
        <ErrorSummary wrong={wrong} lang={lang} />
        <h1>{title}</h1>
        {page.lead !== undefined && <p class="lead">{say(lang, page.lead)}</p>}
        {page.children}
      </>
    ),
  };
}
