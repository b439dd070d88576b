import { lookupsOf } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { ask, form, type Filled } from '#/platform/form/index.ts';
import { get, post, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { formatDong } from '#/values/money.ts';
import { fill, say, text, type Lang } from '#/values/text.ts';
import { AskAll, Button, ErrorSummary, Form, Link, SummaryList, WarningText } from '#/ui/index.ts';
import { appliers, fillers } from '../../access.ts';
import { openDraft, type OpenDraft } from '../../commands/draft.ts';
import { submit } from '../../commands/submit.ts';
import { deadlineWords } from '../../deadline-words.ts';
import { judgeDraft, type DraftStanding } from '../../draft-standing.ts';
import { VerifyPrompt } from '../intake/account-view.tsx';
import { claimedNumberOf } from '../intake/claimed.ts';
import { IntakeFinish, intakeFinish } from '../intake/finish.tsx';
import { applyWords as words } from '../words.ts';
import { ApplyPage, draftPaths, occasionOf } from './frame.tsx';

/** How the result is wanted, and the declaration: asked last, on the page where everything is checked. */
const finish = form({
  delivery: ask.radio(
    [
      { value: 'ONLINE', label: words.deliveryOnline },
      { value: 'COUNTER', label: words.deliveryCounter },
      { value: 'POST', label: words.deliveryPost },
    ],
    { label: words.delivery, required: true },
  ),
  deliveryAddress: ask.textarea({
    label: words.deliveryAddress,
    hint: words.deliveryAddressHint,
    maxLength: 300,
  }),
  declared: ask.consent({
    label: words.declaration,
    required: true,
    missing: words.declarationMissing,
  }),
});

const path = '/nop/:slug/:draft/kiem-tra';

/** Check your answers, then submit. */
export function reviewRoutes(): Route[] {
  return [
    get(path, fillers, async (tx, visit) => {
      const opened = await openDraft(tx, visit.actor!, visit.params['draft'] ?? '');
      return isRefusal(opened) ? opened : showReview(tx, visit, opened, usualFinish(opened), 200);
    }),
    post('/nop/:slug/:draft/nop', appliers, async (tx, visit, body) => {
      const lookups = await lookupsOf(tx, occasionOf(visit).today);
      const reading = finish.read(body, { ...occasionOf(visit), lookups });
      const { answers } = reading;
      const isAddressMissing = answers?.delivery === 'POST' && !answers.deliveryAddress;
      if (!answers || isAddressMissing) {
        const opened = await openDraft(tx, visit.actor!, visit.params['draft'] ?? '');
        if (isRefusal(opened)) return opened;
        const wrong = isAddressMissing
          ? { deliveryAddress: words.deliveryAddressMissing }
          : reading.wrong;
        return showReview(tx, visit, opened, { ...reading, wrong }, 422);
      }
      const filed = await submit(tx, visit.actor!, {
        draftId: visit.params['draft'] ?? '',
        hasDeclared: answers.declared,
        delivery: answers.delivery,
        deliveryAddress: answers.deliveryAddress ?? null,
        occasion: occasionOf(visit),
      });
      return isRefusal(filed) ? filed : { goTo: `/ho-so/${filed.code}/bien-nhan` };
    }),
  ];
}

/** How the last questions stand at first: paper dossiers are mostly fetched where they were handed in. */
function usualFinish({ draft }: OpenDraft): Filled {
  return draft.channel === 'ONLINE'
    ? finish.filledWith({ delivery: 'ONLINE' })
    : intakeFinish.filledWith({ delivery: 'COUNTER' });
}

/** Everything that was answered, what still stands in the way, and the last questions. */
export async function showReview(
  tx: Tx,
  visit: Visit,
  opened: OpenDraft,
  filled: Filled,
  status: 200 | 422,
): Promise<Shown | Refusal> {
  const standing = await judgeDraft(tx, visit.actor!, opened, occasionOf(visit));
  if (isRefusal(standing)) return standing;
  const steps =
    opened.procedure.form.pagesInOrder(opened.draft.answers, occasionOf(visit)).length + 2;
  const paths = draftPaths(opened.procedure.catalogue.slug, opened.draft.id);
  const title = say(visit.lang, words.review);
  const claimed = await claimedNumberOf(tx, opened.draft);
  return {
    title,
    layout: 'citizen',
    status,
    view: (
      <ApplyPage
        visit={visit}
        opened={opened}
        back={paths.papers}
        step={steps}
        steps={steps}
        title={title}
      >
        <ErrorSummary wrong={filled.wrong} lang={visit.lang} />
        <Obstacles visit={visit} opened={opened} standing={standing} />
        <Answers visit={visit} opened={opened} />
        <Papers visit={visit} opened={opened} standing={standing} />
        <Costs visit={visit} standing={standing} />
        {claimed && <VerifyPrompt visit={visit} personalId={claimed} draftId={opened.draft.id} />}
        {standing.isReady &&
          (opened.draft.channel === 'ONLINE' ? (
            <Finish visit={visit} action={paths.submit} filled={filled} />
          ) : (
            <IntakeFinish visit={visit} draft={opened.draft} filled={filled} />
          ))}
      </ApplyPage>
    ),
  };
}

interface Part {
  readonly visit: Visit;
  readonly opened: OpenDraft;
  readonly standing: DraftStanding;
}

/** What still stands in the way, each with a link to where it is mended. */
function Obstacles({ visit, opened, standing }: Part) {
  const { lang } = visit;
  const paths = draftPaths(opened.procedure.catalogue.slug, opened.draft.id);
  if (standing.isReady) {
    return standing.warnings.map((warning) => (
      <WarningText key={warning.name} lang={lang}>
        {say(lang, warning.words)}
      </WarningText>
    ));
  }
  const count = standing.problems.length + standing.lacking.length + standing.obstacles.length;
  return (
    <section class="summary-wrong" aria-labelledby="con-thieu">
      <h2 id="con-thieu">{say(lang, fill(words.reviewProblems, { count: String(count) }))}</h2>
      <ul>
        {standing.obstacles.map(({ code, words: why }) => (
          <li key={code}>{say(lang, why)}</li>
        ))}
        {standing.problems.map(({ page, name, words: why }) => (
          <li key={name}>
            <Link href={`${paths.page(page)}?sua=1#${name}`}>{say(lang, why)}</Link>
          </li>
        ))}
        {standing.lacking.map((name) => (
          <li key={name}>
            <Link href={paths.papers}>{name}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answers({ visit, opened }: Omit<Part, 'standing'>) {
  const { draft, procedure } = opened;
  const paths = draftPaths(procedure.catalogue.slug, draft.id);
  return procedure.form.describe(draft.answers, visit.lang, occasionOf(visit)).map((section) => (
    <section key={section.page}>
      <h2>{section.title}</h2>
      <SummaryList
        lang={visit.lang}
        rows={section.rows.map(({ name, label, value }) => ({
          label,
          value,
          change: `${paths.page(section.page)}?sua=1#${name}`,
        }))}
      />
    </section>
  ));
}

function Papers({ visit, opened, standing }: Part) {
  const { lang } = visit;
  const paths = draftPaths(opened.procedure.catalogue.slug, opened.draft.id);
  if (standing.papers.length === 0) return null;
  return (
    <section>
      <h2>{say(lang, words.papers)}</h2>
      <SummaryList
        lang={lang}
        rows={standing.papers.map(({ name, pages, sha256 }) => ({
          label: name,
          value: `${pages} ${say(lang, text('trang', 'pages'))} · SHA-256 ${sha256.slice(0, 16)}…`,
          change: paths.papers,
        }))}
      />
    </section>
  );
}

function Costs({ visit, standing }: Omit<Part, 'opened'>) {
  const { lang } = visit;
  const { fees, deadline } = standing;
  return (
    <SummaryList
      lang={lang}
      rows={[
        { label: say(lang, words.fees), value: feesInWords(fees, lang) },
        {
          label: say(lang, words.due),
          value: say(lang, deadline ? deadlineWords(deadline) : words.notYetKnown),
        },
      ]}
    />
  );
}

function feesInWords({ lines, total }: DraftStanding['fees'], lang: Lang): string {
  if (total === null) return say(lang, words.notYetKnown);
  if (total === 0) return say(lang, words.feesNone);
  const parts = lines
    .filter(({ amount, quantity }) => amount * quantity > 0)
    .map(({ name, amount, quantity }) => `${say(lang, name)}: ${formatDong(amount * quantity)}`);
  const sum =
    parts.length > 1 ? [say(lang, fill(words.feesSum, { total: formatDong(total) }))] : [];
  return `${[...parts, ...sum].join('; ')}. ${say(lang, words.feesLater)}`;
}

interface FinishProps {
  readonly visit: Visit;
  readonly action: string;
  readonly filled: Filled;
}

function Finish({ visit, action, filled }: FinishProps) {
  const { lang } = visit;
  return (
    <Form csrf={visit.csrf} lang={lang} action={action}>
      <AskAll questions={finish.list} typed={filled.typed} wrong={filled.wrong} lang={lang} />
      <Button>{say(lang, words.submit)}</Button>
    </Form>
  );
}
