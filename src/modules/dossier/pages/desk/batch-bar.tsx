import { mayReprint } from '#/modules/document/index.ts';
import type { Actor, Visit } from '#/platform/http/index.ts';
import { Button } from '#/ui/index.ts';
import { say, type Text } from '#/values/text.ts';
import type { BatchAct } from '../../desk/batch.ts';
import type { Colleague } from '../../desk/colleague-store.ts';
import type { QueueKey } from '../../desk/queues.ts';
import type { DeskRow } from '../../desk/row.ts';
import { mayNow } from '../../dossier.ts';
import { deedWords } from './deed-words.ts';
import { deskWords as words } from './desk-words.ts';

/** Which acts a list offers for many dossiers, the usual one first. Lists that are only read offer none. */
const actsIn: Readonly<Record<QueueKey, readonly BatchAct[]>> = {
  'cua-toi': ['forward', 'approve', 'register', 'release', 'assign'],
  'tiep-nhan': ['claim', 'assign'],
  'dang-xu-ly': ['claim', 'forward', 'assign'],
  'bo-sung': ['assign'],
  'nop-phi': [],
  'cho-phep': [],
  'don-doc': ['assign'],
  'ky-duyet': ['approve', 'claim', 'assign'],
  'vao-so': ['register', 'claim'],
  'tra-ket-qua': ['claim', 'assign'],
  'sap-den-han': ['claim', 'forward', 'approve', 'register', 'assign'],
  'qua-han': ['claim', 'forward', 'approve', 'register', 'assign'],
  'tin-moi': ['claim', 'assign'],
  'in-loi': ['reprint'],
  'tat-ca': [],
};

/** The acts for the dossiers of a page: each fits at least one of them, so nobody is offered what must fail. */
export function batchActsOf(
  { actor }: Visit,
  queue: QueueKey,
  rows: readonly DeskRow[],
  colleagues: readonly Colleague[],
): BatchAct[] {
  return actsIn[queue].filter(
    (act) =>
      (act !== 'assign' || colleagues.length > 0) && rows.some((row) => fits(act, row, actor!)),
  );
}

function fits(act: BatchAct, { state, step }: DeskRow, actor: Actor): boolean {
  if (act === 'reprint') return mayReprint(actor);
  const { accountId } = actor;
  if (step === null || !mayNow(act, state)) return false;
  const isFree = step.holderId === null || step.isHolderAway;
  if (act === 'claim') return isFree;
  if (act === 'release') return step.holderId === accountId;
  return act === 'assign' || isFree || step.holderId === accountId;
}

interface BatchBarProps {
  readonly visit: Visit;
  readonly acts: readonly BatchAct[];
  readonly colleagues: readonly Colleague[];
}

/** What can be done with the picked dossiers. Its buttons belong to the form around the list. */
export function BatchBar({ visit, acts, colleagues }: BatchBarProps) {
  const { lang } = visit;
  return (
    <div class="batch">
      <p>{say(lang, words.batchPicked)}</p>
      {acts
        .filter((act) => act !== 'assign')
        .map((act, index) => (
          <Button
            key={act}
            look={index === 0 ? 'primary' : 'secondary'}
            small
            name="act"
            value={act}
          >
            {say(lang, batchWords(act))}
          </Button>
        ))}
      {acts.includes('assign') && (
        <span class="batch-to">
          <label for="to">{say(lang, words.batchTo)}</label>
          <select class="select" id="to" name="to">
            <option value="">—</option>
            {colleagues.map(({ accountId, name }) => (
              <option key={accountId} value={accountId}>
                {name}
              </option>
            ))}
          </select>
          <Button look="secondary" small name="act" value="assign">
            {say(lang, deedWords.assign.act)}
          </Button>
        </span>
      )}
    </div>
  );
}

/** What an act for many dossiers is called. */
export function batchWords(act: BatchAct): Text {
  return act === 'reprint' ? words.reprint : deedWords[act].act;
}
