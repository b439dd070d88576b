import type { Person } from '#/modules/identity/index.ts';
import type { Section } from '#/platform/form/index.ts';
import { SummaryList, Table, type SummaryRow } from '#/ui/index.ts';
import { dayOf, formatDay } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, type Lang } from '#/values/text.ts';
import { deliveryWords } from '../../delivery-words.ts';
import { phoneWords } from '../../print/index.ts';
import { caseWords as words } from './case-words.ts';
import { channelWords } from './channel-words.ts';
import type { CaseProps } from './dossier-view.tsx';

/** Who, what was stated, and the dates that count. */
export function Facts({ visit, opened }: CaseProps) {
  const { lang } = visit;
  const { dossier, procedure, submitter, owner } = opened;
  const occasion = { today: dayOf(dossier.submittedAt), demo: visit.isDemo };
  return (
    <section aria-labelledby="noi-dung-khai">
      <h2 id="noi-dung-khai">{say(lang, words.facts)}</h2>
      {procedure.form.describe(dossier.answers, lang, occasion).map((section) => (
        <Statements key={section.page} section={section} lang={lang} />
      ))}
      <h3>{say(lang, words.submitter)}</h3>
      <SummaryList lang={lang} rows={personRows(submitter, lang)} />
      {owner.id !== submitter.id && (
        <>
          <h3>{say(lang, words.owner)}</h3>
          <SummaryList lang={lang} rows={personRows(owner, lang)} />
        </>
      )}
      <h3>{say(lang, words.dossier)}</h3>
      <SummaryList lang={lang} rows={dossierRows({ visit, opened })} />
    </section>
  );
}

/** One page of the form; what was left out is left out here too. */
function Statements({ section, lang }: { readonly section: Section; readonly lang: Lang }) {
  const rows = section.rows.map(({ label, value, table }) => ({
    label,
    value: table && table.rows.length > 0 ? <Rows label={label} {...table} /> : value,
  }));
  const stated = known(rows);
  if (stated.length === 0) return null;
  return (
    <section>
      <h3>{section.heading}</h3>
      <SummaryList lang={lang} rows={stated} />
    </section>
  );
}

function Rows({
  label,
  heads,
  rows,
}: {
  label: string;
  heads: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  return (
    <Table
      caption={label}
      captionUnseen
      rows={rows}
      columns={heads.map((title, at) => ({ title, cell: (row: readonly string[]) => row[at] }))}
    />
  );
}

function personRows(person: Person, lang: Lang): SummaryRow[] {
  return known([
    { label: say(lang, words.name), value: person.fullName },
    { label: say(lang, words.organisation), value: person.organisationName },
    { label: say(lang, words.personalId), value: person.personalId },
    { label: say(lang, words.bornOn), value: person.bornOn && formatDay(person.bornOn) },
    { label: say(lang, words.phone), value: person.phone && phoneWords(person.phone) },
    { label: say(lang, words.email), value: person.email },
    { label: say(lang, words.address), value: person.address?.detail },
  ]);
}

function dossierRows({ visit, opened }: Pick<CaseProps, 'visit' | 'opened'>): SummaryRow[] {
  const { lang } = visit;
  const { dossier, unit } = opened;
  const instant = (at: Date | null) => at && formatInstant(at, lang);
  return known([
    { label: say(lang, words.legacyCode), value: dossier.legacyCode },
    { label: say(lang, words.received), value: say(lang, unit.name) },
    { label: say(lang, words.channel), value: say(lang, channelWords[dossier.channel]) },
    { label: say(lang, words.filedAt), value: instant(dossier.submittedAt) },
    { label: say(lang, words.acceptedAt), value: instant(dossier.acceptedAt) },
    { label: say(lang, words.firstDue), value: instant(dossier.firstDueAt) },
    { label: say(lang, words.due), value: instant(dossier.dueAt) },
    { label: say(lang, words.delivery), value: say(lang, deliveryWords(dossier, unit)) },
    { label: say(lang, words.resultNumber), value: dossier.resultNumber },
  ]);
}

/** Facts that are not there yet take no room at the desk. */
function known(rows: readonly SummaryRow[]): SummaryRow[] {
  return rows.filter(({ value }) => value !== null && value !== undefined && value !== '');
}
