import { ask, form, noLookups, type Filled } from '#/platform/form/index.ts';
import type { Body, Visit } from '#/platform/http/index.ts';
import { AskAll, Button, Form } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { say } from '#/values/text.ts';
import type { CredentialFacts } from '../ports.ts';
import type { Question } from '../verify/ask.ts';
import { words } from './ask-words.ts';

const whoAsks = form({
  asker: ask.text({
    label: words.who,
    hint: words.whoHint,
    required: true,
    maxLength: 120,
    missing: words.whoMissing,
  }),
  purpose: ask.text({
    label: words.whatFor,
    hint: words.whatForHint,
    required: true,
    maxLength: 200,
    missing: words.whatForMissing,
  }),
});

/** The form as it stands: what was typed, what was ticked and what is wrong. */
export type AskState = Filled & { readonly ticked: readonly string[] };

export const blankAsk: AskState = { ...whoAsks.blank, ticked: [] };

/** Reads who asks for what and what for. */
export function readAsk(body: Body, { now, isDemo }: Visit): Question | AskState {
  const reading = whoAsks.read(body, { today: dayOf(now), demo: isDemo, lookups: noLookups });
  const ticked = [body['claim'] ?? []].flat();
  const unticked = ticked.length === 0 ? { claim: words.claimMissing } : {};
  const { answers, typed, wrong } = reading;
  if (!answers || ticked.length === 0) return { typed, wrong: { ...wrong, ...unticked }, ticked };
  return { claims: ticked, asker: answers.asker, purpose: answers.purpose };
}

/** Which claims, who asks and what for: the holder reads all three before they agree. */
export function AskForm(props: {
  readonly visit: Visit;
  readonly facts: CredentialFacts;
  readonly state: AskState;
  readonly action: string;
}) {
  const { facts, action } = props;
  const { lang, csrf } = props.visit;
  const { ticked, typed, wrong } = props.state;
  return (
    <Form csrf={csrf} lang={lang} action={action}>
      <input type="hidden" name="type" value={facts.type} />
      <fieldset class="ask" id="claim">
        <legend class="label">{say(lang, words.whichClaims)}</legend>
        <p class="hint">{say(lang, words.onlyNeeded)}</p>
        {wrong['claim'] && <p class="message">{say(lang, wrong['claim'])}</p>}
        <div class="choices">
          {facts.claims.map(({ name, label }) => (
            <div class="choice" key={name}>
              <input
                type="checkbox"
                id={`claim-${name}`}
                name="claim"
                value={name}
                checked={ticked.includes(name)}
              />
              <label for={`claim-${name}`}>{say(lang, label)}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <AskAll questions={whoAsks.list} typed={typed} wrong={wrong} lang={lang} />
      <Button>{say(lang, words.make)}</Button>
    </Form>
  );
}
