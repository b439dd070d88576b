import { get, type Route } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { formatInstant } from '#/values/instant.ts';
import { say } from '#/values/text.ts';
import { ButtonRow, LinkButton, Panel, SummaryList } from '#/ui/index.ts';
import { signedIn } from '../../access.ts';
import { stateWords } from '../../state-words.ts';
import { ownWords as words } from '../own-words.ts';
import { FiledPapers } from './dossier-parts.tsx';
import { findOwn } from './dossier-page.tsx';

/** The receipt after submitting: codes, every paper with pages and hash, what happens next; prints clean. */
export function receiptRoutes(): Route[] {
  return [
    get('/ho-so/:code/bien-nhan', signedIn, async (tx, visit) => {
      const dossier = await findOwn(tx, visit);
      if (isRefusal(dossier)) return dossier;
      const { lang } = visit;
      const title = say(lang, words.receiptTitle);
      return {
        title,
        layout: 'citizen',
        view: (
          <>
            <Panel title={title} code={dossier.code}>
              <p>{dossier.abstract}</p>
            </Panel>
            <p>{say(lang, words.receiptText)}</p>
            <SummaryList
              lang={lang}
              rows={[
                { label: say(lang, words.code), value: dossier.code },
                ...(dossier.legacyCode === null
                  ? []
                  : [{ label: say(lang, words.legacyCode), value: dossier.legacyCode }]),
                {
                  label: say(lang, words.secret),
                  value: <strong class="code">{dossier.trackingSecret}</strong>,
                },
                {
                  label: say(lang, words.filedAt),
                  value: formatInstant(dossier.submittedAt, lang),
                },
                {
                  label: say(lang, words.acceptDue),
                  value: formatInstant(dossier.acceptDueAt, lang),
                },
              ]}
            />
            <FiledPapers visit={visit} dossier={dossier} isReceipt />
            <h2>{say(lang, words.whatNext)}</h2>
            <p>{say(lang, stateWords[dossier.state].next)}</p>
            <p class="soft screen-only">{say(lang, words.print)}</p>
            <ButtonRow>
              <LinkButton href={`/ho-so/${dossier.code}`}>{say(lang, words.follow)}</LinkButton>
            </ButtonRow>
          </>
        ),
      };
    }),
  ];
}
