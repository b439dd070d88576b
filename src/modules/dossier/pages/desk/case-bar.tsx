import { ActionBar, Button, Deadline, LinkButton } from '#/ui/index.ts';
import { formatDong } from '#/values/money.ts';
import { fill, say } from '#/values/text.ts';
import { deadlineOf } from '../../deadline-of.ts';
import { holds } from '../../steps.ts';
import { isAssignment } from './asked-by.ts';
import { caseWords as words } from './case-words.ts';
import { deedWords } from './deed-words.ts';
import { deeds, supplementSlug, type Deed } from './deeds.ts';
import type { CaseProps } from './dossier-view.tsx';
import { Hidden } from './hidden.tsx';
import { NextTick } from './next-tick.tsx';

/** What may be done now, at the foot of the dossier: the usual act first, what is rarer folded away. */
export function CaseBar(props: CaseProps) {
  const { visit, opened, from } = props;
  const { lang } = visit;
  const { dossier, acts } = opened;
  const deadline = deadlineOf(dossier, visit.now);
  const lawful = deeds.filter(({ verb }) => acts.includes(verb));
  const supplement = acts.includes('request-supplement');
  const first = lawful.filter(({ verb }) => usual.has(verb));
  const others = lawful.filter(({ verb }) => !usual.has(verb));
  return (
    <form method="post" class="case-acts">
      <Hidden visit={visit} from={from} />
      <ActionBar
        lang={lang}
        deadline={<Deadline state={deadline.state} words={say(lang, deadline.words)} />}
      >
        {first.map((deed, index) => (
          <DeedButton key={deed.slug} {...props} deed={deed} isFirst={index === 0} />
        ))}
        {supplement && (
          <LinkButton look="secondary" hotkey="b" href={hrefOf(props, supplementSlug)}>
            {say(lang, deedWords['request-supplement'].act)}
          </LinkButton>
        )}
        {others.length > 0 && (
          <details class="more-acts">
            <summary>{say(lang, words.otherActs)}</summary>
            <div>
              {others.map((deed) => (
                <DeedButton key={deed.slug} {...props} deed={deed} isFirst={false} />
              ))}
            </div>
          </details>
        )}
        {lawful.length === 0 && <p class="soft">{idleWords(props)}</p>}
        <Hindrance {...props} />
        {acts.includes('forward') && !isAssignment(visit, opened) && <Note lang={lang} />}
        {from !== '' && first.length > 0 && <NextTick lang={lang} />}
      </ActionBar>
    </form>
  );
}

/** Acts that most dossiers go through. */
const usual: ReadonlySet<string> = new Set([
  'claim',
  'accept',
  'forward',
  'approve',
  'register',
  'deliver',
  'finish-leg',
  'give-opinion',
  'allow-supplement',
  'return',
]);

function DeedButton(props: CaseProps & { readonly deed: Deed; readonly isFirst: boolean }) {
  const { visit, opened, deed, isFirst } = props;
  const label = say(visit.lang, deedWords[deed.verb].act);
  const look = deed.look ?? (isFirst ? 'primary' : 'secondary');
  const asks = deed.asks !== undefined || (deed.verb === 'forward' && isAssignment(visit, opened));
  return asks ? (
    <LinkButton look={look} hotkey={deed.hotkey} href={hrefOf(props, deed.slug)}>
      {label}
    </LinkButton>
  ) : (
    <Button
      look={look}
      hotkey={deed.hotkey}
      formAction={`/can-bo/ho-so/${opened.dossier.code}/${deed.slug}`}
    >
      {label}
    </Button>
  );
}

function hrefOf({ opened, from }: CaseProps, slug: string): string {
  const here = `/can-bo/ho-so/${opened.dossier.code}/${slug}`;
  return from === '' ? here : `${here}?tu=${encodeURIComponent(from)}`;
}

function Note({ lang }: { readonly lang: CaseProps['visit']['lang'] }) {
  return (
    <details class="more-acts">
      <summary>{say(lang, words.note)}</summary>
      <div>
        <label class="unseen" for="note">
          {say(lang, words.note)}
        </label>
        <textarea class="textarea" id="note" name="note" rows={3} maxLength={2000} />
      </div>
    </details>
  );
}

/** What keeps a result from being handed over. */
function Hindrance({ visit, opened }: CaseProps) {
  const { dossier, steps, demands, letters } = opened;
  const isMine = steps.some((step) => step.kind === 'deliver' && holds(visit.actor!, step));
  if (!isMine) return null;
  const owed = demands
    .filter(({ state }) => state === 'open')
    .reduce((sum, { total }) => sum + total, 0);
  const result = letters.find(({ id }) => id === dossier.resultDocumentId);
  const why =
    owed > 0
      ? fill(words.unpaid, { amount: formatDong(owed) })
      : result && !result.pdf
        ? words.unprinted
        : undefined;
  return why === undefined ? null : <p class="case-late">{say(visit.lang, why)}</p>;
}

/** Why there is nothing to press. */
function idleWords({ visit, opened }: CaseProps): string {
  const held = opened.steps.find((step) => holds(visit.actor!, step) && step.assigneeId !== null);
  const holder = held?.assigneeName;
  return say(visit.lang, holder ? fill(words.heldBy, { holder }) : words.nothing);
}
