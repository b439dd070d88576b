import type { CitizenAccount, Person } from '#/modules/identity/index.ts';
import type { Filled } from '#/platform/form/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import {
  Ask,
  AskAll,
  BackLink,
  Button,
  ButtonRow,
  Csrf,
  Details,
  DeskLayout,
  ErrorSummary,
  Form,
  InsetText,
  SummaryList,
  WarningText,
} from '#/ui/index.ts';
import { formatDay } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, type Lang, type Text } from '#/values/text.ts';
import { phoneWords } from '../../print/index.ts';
import { cardForm, correctionForm, holderForm } from './account-forms.ts';
import { intakeWords as words } from './intake-words.ts';

/** Asks for the number on the card. */
export function numberPage(visit: Visit, filled: Filled, status: 200 | 422): Shown {
  const { lang } = visit;
  const title = say(lang, words.accountTitle);
  return {
    title,
    layout: 'desk',
    status,
    view: (
      <DeskLayout lang={lang}>
        <BackLink href="/can-bo/nhan-ho-so" lang={lang} />
        <ErrorSummary wrong={filled.wrong} lang={lang} />
        <h1>{title}</h1>
        <p>{say(lang, words.accountIntro)}</p>
        <Form csrf={visit.csrf} lang={lang} action="/can-bo/nhan-ho-so/tai-khoan">
          <Ask
            question={holderForm.questions.personalId}
            typed={filled.typed}
            wrong={filled.wrong}
            lang={lang}
          />
          <Button>{say(lang, words.accountFind)}</Button>
        </Form>
      </DeskLayout>
    ),
  };
}

interface Holder {
  readonly person: Person;
  readonly account: CitizenAccount | undefined;
  /** The paper dossier that is being entered meanwhile; empty when there is none. */
  readonly draftId: string;
  readonly filled: Filled;
  /** What was typed from the card, where it says something else. */
  readonly correction?: Filled | undefined;
}

/** What is known of the person, to be compared with the card, and the button that verifies. */
export function holderPage(visit: Visit, holder: Holder, status: 200 | 422): Shown {
  const { lang } = visit;
  const { person, account, filled, correction } = holder;
  const title = say(lang, words.accountTitle);
  return {
    title,
    layout: 'desk',
    status,
    view: (
      <DeskLayout lang={lang}>
        <BackLink href="/can-bo/nhan-ho-so/tai-khoan" lang={lang} />
        <ErrorSummary wrong={{ ...filled.wrong, ...correction?.wrong }} lang={lang} />
        <h1>{title}</h1>
        <SummaryList
          lang={lang}
          rows={[
            { label: say(lang, words.fullName), value: person.fullName },
            {
              label: say(lang, words.bornOn),
              value: person.bornOn === null ? '' : formatDay(person.bornOn),
            },
            { label: say(lang, words.sex), value: person.sex ?? '' },
            { label: say(lang, words.number), value: person.personalId ?? '' },
            { label: say(lang, words.phone), value: phoneWords(person.phone) },
            { label: say(lang, words.state), value: say(lang, stateOf(account, lang)) },
          ]}
        />
        <Compare visit={visit} holder={holder} />
        {account?.level === 'claimed' && <Correction visit={visit} holder={holder} />}
      </DeskLayout>
    ),
  };
}

function stateOf(account: CitizenAccount | undefined, lang: Lang): Text {
  if (!account) return words.accountNone;
  if (account.level === 'verified') return words.accountVerified;
  return fill(words.accountClaimed, { at: formatInstant(account.openedAt, lang) });
}

function Compare({ visit, holder }: { readonly visit: Visit; readonly holder: Holder }) {
  const { lang } = visit;
  const { person, account, draftId, filled } = holder;
  const here = '/can-bo/nhan-ho-so/tai-khoan';
  const isClaimed = account?.level === 'claimed';
  return (
    <>
      <WarningText lang={lang}>{say(lang, words.accountCompare)}</WarningText>
      <p>{say(lang, words.codeIntro)}</p>
      <Form csrf={visit.csrf} lang={lang} action={isClaimed ? `${here}/xac-minh` : `${here}/ma`}>
        <input type="hidden" name="personalId" value={person.personalId ?? ''} />
        {draftId !== '' && <input type="hidden" name="draft" value={draftId} />}
        <Ask
          question={cardForm.questions.seen}
          typed={filled.typed}
          wrong={filled.wrong}
          lang={lang}
        />
        <ButtonRow>
          {isClaimed && <Button icon="shield-check">{say(lang, words.accountDo)}</Button>}
          <Button
            look={isClaimed ? 'secondary' : 'primary'}
            icon="key-round"
            formAction={`${here}/ma`}
          >
            {say(lang, account ? words.codeDo : words.codeOpen)}
          </Button>
        </ButtonRow>
      </Form>
    </>
  );
}

function Correction({ visit, holder }: { readonly visit: Visit; readonly holder: Holder }) {
  const { lang } = visit;
  const { person, draftId, correction } = holder;
  const filled = correction ?? correctionForm.blank;
  return (
    <Details summary={say(lang, words.cardDiffers)} open={correction !== undefined}>
      <p>{say(lang, words.cardIntro)}</p>
      <Form csrf={visit.csrf} lang={lang} action="/can-bo/nhan-ho-so/tai-khoan/sua">
        <input type="hidden" name="personalId" value={person.personalId ?? ''} />
        {draftId !== '' && <input type="hidden" name="draft" value={draftId} />}
        <AskAll questions={correctionForm.list} lang={lang} {...filled} />
        <Button look="secondary">{say(lang, words.cardDo)}</Button>
      </Form>
    </Details>
  );
}

interface PromptProps {
  readonly visit: Visit;
  readonly personalId: string;
  readonly draftId: string;
}

/** Where a paper dossier of somebody with a merely claimed account is entered: the way to verify it. */
export function VerifyPrompt({ visit, personalId, draftId }: PromptProps) {
  const { lang } = visit;
  return (
    <InsetText>
      <p>{say(lang, words.accountPrompt)}</p>
      <form method="post" action="/can-bo/nhan-ho-so/tai-khoan">
        <Csrf token={visit.csrf} />
        <input type="hidden" name="personalId" value={personalId} />
        <input type="hidden" name="draft" value={draftId} />
        <Button look="secondary" small icon="shield-check">
          {say(lang, words.accountTitle)}
        </Button>
      </form>
    </InsetText>
  );
}
