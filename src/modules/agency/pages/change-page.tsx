import type { Tx } from '#/platform/db/index.ts';
import type { Redirect, Shown, Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import {
  BackLink,
  Button,
  ButtonRow,
  DeskLayout,
  EmptyState,
  Form,
  InsetText,
  StatusTag,
  SummaryList,
  Table,
  type Column,
} from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, type Lang } from '#/values/text.ts';
import { applyChange, dropChange } from '../calendar-changes/apply.ts';
import type { CalendarChange } from '../calendar-changes/calendar-change.ts';
import {
  theFollower,
  type CalendarImpact,
  type MovedDeadline,
} from '../calendar-changes/follow.ts';
import { getUnit } from '../find-unit.ts';
import { findCalendarChange } from '../store/calendar-changes.ts';
import { YearDays } from './year-days.tsx';
import { changeTitle, changeWords as words, standingOf, whatLines } from './change-words.ts';

/** A change of the calendar: what it is, which deadlines it moves, and whether to apply it. */
export async function showChange(tx: Tx, visit: Visit): Promise<Shown | Refusal> {
  const change = await findCalendarChange(tx, visit.params['id'] ?? '');
  if (!change) return refuse('agency.no-such-change');
  const { lang } = visit;
  const impact = await theFollower().impactOf(tx, change);
  const unit = change.unitId === null ? null : (await getUnit(tx, change.unitId)).name;
  const title = say(lang, changeTitle(change));
  const standing = standingOf(change);
  const view = (
    <DeskLayout lang={lang}>
      <BackLink lang={lang} href="/quan-tri/co-quan#lich" />
      <h1>{title}</h1>
      <p>
        <StatusTag tone={standing.tone}>{say(lang, standing.words)}</StatusTag>
      </p>
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.whose), value: say(lang, unit ?? words.country) },
          ...whatLines(change, lang),
          { label: say(lang, words.source), value: change.source },
          ...(change.proposedBy === null
            ? []
            : [
                {
                  label: say(lang, words.proposedBy),
                  value: byWhom(change.proposedBy, change.proposedAt, lang),
                },
              ]),
          ...(change.appliedAt === null
            ? []
            : [
                {
                  label: say(lang, words.appliedBy),
                  value: byWhom(change.appliedBy, change.appliedAt, lang),
                },
              ]),
        ]}
      />
      {change.detail.kind === 'YEAR' && <YearDays lang={lang} change={change.detail} />}
      <Impact lang={lang} change={change} impact={impact} />
      {change.appliedAt === null && change.droppedAt === null && (
        <Decide visit={visit} change={change} />
      )}
    </DeskLayout>
  );
  return { title, view, layout: 'desk' };
}

/** Applies the change. */
export async function submitApplication(tx: Tx, visit: Visit): Promise<Redirect | Refusal> {
  const applied = await applyChange(tx, visit.actor!, visit.params['id'] ?? '');
  if (isRefusal(applied)) return applied;
  return { goTo: `/quan-tri/co-quan/lich/${applied.id}`, notice: say(visit.lang, words.applied) };
}

/** Gives it up. */
export async function submitDrop(tx: Tx, visit: Visit): Promise<Redirect | Refusal> {
  const dropped = await dropChange(tx, visit.actor!, visit.params['id'] ?? '');
  if (isRefusal(dropped)) return dropped;
  return { goTo: '/quan-tri/co-quan#lich', notice: say(visit.lang, words.droppedNow) };
}

function byWhom(who: string | null, at: Date, lang: Lang): string {
  return [who, formatInstant(at, lang)].filter(Boolean).join(', ');
}

interface ImpactProps {
  readonly lang: Lang;
  readonly change: CalendarChange;
  readonly impact: CalendarImpact;
}

function Impact({ lang, change, impact }: ImpactProps) {
  const { dossiers, steps, moved, examined, isWhole } = impact;
  const facts = { dossiers: String(dossiers), steps: String(steps), examined: String(examined) };
  const unfinished = change.appliedAt === null ? words.partly : words.underway;
  const sum = change.appliedAt === null ? words.wouldMove : words.hasMoved;
  return (
    <section aria-labelledby="anh-huong">
      <h2 id="anh-huong">{say(lang, words.impact)}</h2>
      {dossiers === 0 && isWhole ? (
        <EmptyState title={say(lang, words.nothing)}>
          {say(lang, fill(words.nothingHint, facts))}
        </EmptyState>
      ) : (
        <>
          <p>
            <strong>{say(lang, fill(sum, facts))}</strong>
          </p>
          {!isWhole && <InsetText>{say(lang, fill(unfinished, facts))}</InsetText>}
          <Table
            caption={say(lang, words.list)}
            narrow="stack"
            rows={moved}
            keyOf={({ code, what }) => `${code} ${what.vi}`}
            columns={columns(lang)}
          />
          <p class="soft">{say(lang, words.listHint)}</p>
        </>
      )}
    </section>
  );
}

function columns(lang: Lang): Column<MovedDeadline>[] {
  return [
    {
      title: say(lang, words.dossier),
      heads: true,
      cell: ({ code, procedure }) => (
        <>
          <span class="figures">{code}</span>
          <br />
          <span class="soft">{say(lang, procedure)}</span>
        </>
      ),
    },
    { title: say(lang, words.deadline), cell: ({ what }) => say(lang, what) },
    { title: say(lang, words.before), cell: ({ before }) => formatInstant(before, lang) },
    { title: say(lang, words.after), cell: ({ after }) => formatInstant(after, lang) },
  ];
}

function Decide({ visit, change }: { readonly visit: Visit; readonly change: CalendarChange }) {
  const { lang, csrf } = visit;
  const here = `/quan-tri/co-quan/lich/${change.id}`;
  const isOwn = change.detail.kind === 'YEAR' && change.proposedPerson === visit.actor!.personId;
  return (
    <>
      <InsetText>{say(lang, isOwn ? words.own : words.effect)}</InsetText>
      <Form csrf={csrf} lang={lang} action={`${here}/ap-dung`}>
        <ButtonRow>
          {!isOwn && <Button>{say(lang, words.apply)}</Button>}
          <Button look="secondary" formAction={`${here}/bo`}>
            {say(lang, words.drop)}
          </Button>
        </ButtonRow>
      </Form>
    </>
  );
}
