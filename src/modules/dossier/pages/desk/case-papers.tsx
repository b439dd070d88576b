import { PaperCard } from '#/modules/document/index.ts';
import { Ask, Button, StatusTag } from '#/ui/index.ts';
import { fill, say } from '#/values/text.ts';
import type { PaperSlot } from '../../papers.ts';
import type { PaperCheck } from '../../store/index.ts';
import { caseWords as words } from './case-words.ts';
import type { CaseProps } from './dossier-view.tsx';
import { Hidden } from './hidden.tsx';
import { checkForm } from './inline-forms.ts';

/** The papers with their pages, and the official's verdict on each. */
export function Papers(props: CaseProps) {
  const { visit, opened } = props;
  const { lang } = visit;
  const { slots, dossier } = opened;
  const onPaper = dossier.channel !== 'ONLINE';
  const shown = slots.filter(({ isNeeded, uploaded }) => isNeeded || uploaded !== undefined);
  return (
    <section aria-labelledby="giay-to">
      <h2 id="giay-to">{say(lang, words.papers)}</h2>
      {onPaper && <p class="soft">{say(lang, words.onPaper)}</p>}
      {shown.length === 0 && <p class="soft">{say(lang, words.papersNone)}</p>}
      {shown.map((slot) => (
        <PaperBox key={slot.paper.code} {...props} slot={slot} />
      ))}
    </section>
  );
}

function PaperBox(props: CaseProps & { readonly slot: PaperSlot }) {
  const { visit, opened, slot } = props;
  const { paper, isNeeded, uploaded } = slot;
  const check = opened.checks.find(({ paperCode }) => paperCode === paper.code);
  return (
    <div class="case-paper">
      <PaperCard
        visit={visit}
        owner={opened.dossier.id}
        code={paper.code}
        name={paper.name}
        isNeeded={isNeeded}
        paper={uploaded}
        back={visit.path}
        isOpen={false}
      />
      {check && <Verdict visit={visit} check={check} />}
      {opened.acts.includes('check-paper') && <CheckForm {...props} check={check} />}
    </div>
  );
}

function Verdict({ visit, check }: Pick<CaseProps, 'visit'> & { readonly check: PaperCheck }) {
  const isGood = check.verdict === 'good';
  return (
    <p>
      <StatusTag tone={isGood ? 'good' : 'error'}>
        {say(visit.lang, isGood ? words.good : words.wrong)}
      </StatusTag>{' '}
      {check.words}
    </p>
  );
}

function CheckForm(
  props: CaseProps & { readonly slot: PaperSlot; readonly check: PaperCheck | undefined },
) {
  const { visit, opened, filled, from, slot, check } = props;
  const { lang } = visit;
  const { name, question } = checkForm(slot.paper.code);
  const about = say(lang, fill(words.checkPaper, { name: say(lang, slot.paper.name) }));
  return (
    <form
      method="post"
      class="case-check"
      action={`/can-bo/ho-so/${opened.dossier.code}/kiem-giay`}
    >
      <Hidden visit={visit} from={from} fields={{ paper: slot.paper.code }} />
      <Ask
        question={question}
        typed={{ [name]: check?.words ?? '', ...filled.typed }}
        wrong={filled.wrong}
        lang={lang}
        inner
      />
      <Button look="secondary" small icon="check" name="verdict" value="good" about={about}>
        {say(lang, words.good)}
      </Button>
      <Button look="secondary" small icon="x" name="verdict" value="wrong" about={about}>
        {say(lang, words.wrong)}
      </Button>
    </form>
  );
}
