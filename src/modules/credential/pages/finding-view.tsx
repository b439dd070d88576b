import { NotificationBanner, SummaryList, WarningText } from '#/ui/index.ts';
import { formatDay, parseDay } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, type Lang } from '#/values/text.ts';
import type { CredentialFacts } from '../ports.ts';
import type { Finding } from '../verify/check-presentation.ts';
import { reasonWords, words } from './ask-words.ts';

export interface FindingProps {
  readonly lang: Lang;
  readonly facts: CredentialFacts;
  readonly finding: Finding;
}

/** What was proven and nothing more, or in plain words why nothing was. */
export function FindingView({ lang, facts, finding }: FindingProps) {
  if ('refused' in finding)
    return <WarningText lang={lang}>{say(lang, reasonWords(finding.refused))}</WarningText>;
  const at = formatInstant(new Date(finding.issuedAt), lang);
  const rows = facts.claims
    .filter(({ name }) => Object.hasOwn(finding.proven, name))
    .map(({ name, label }) => ({ label: say(lang, label), value: shown(finding.proven[name]) }));
  return (
    <>
      <NotificationBanner lang={lang}>{say(lang, fill(words.proven, { at }))}</NotificationBanner>
      <SummaryList lang={lang} rows={rows} />
      <p class="hint">{say(lang, words.gone)}</p>
    </>
  );
}

function shown(value: unknown): string {
  const on = typeof value === 'string' ? parseDay(value) : undefined;
  return on === undefined ? String(value) : formatDay(on);
}
