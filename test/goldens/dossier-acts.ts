import {
  decide,
  dossierActions,
  states,
  type DossierAction,
  type OpenStep,
  type State,
} from '#/modules/dossier/index.ts';
import { systemActor, type Actor } from '#/platform/http/index.ts';

const unit = 'unit';
const role = 'CHUYEN_VIEN';

const kinds: readonly OpenStep['kind'][] = [
  'receive',
  'handle',
  'assign',
  'review',
  'approve',
  'register',
  'deliver',
  'pay',
  'leg',
  'consult',
];

const steps: readonly OpenStep[] = kinds.map((kind, node) => ({
  taskId: kind,
  node,
  name: kind,
  kind,
  role,
  unitId: unit,
  assigneeId: null,
  assigneeName: null,
  absentHolderName: null,
  outcomes: [],
  openedAt: new Date(0),
  dueAt: null,
  atDue: null,
  legalBasis: null,
  state: 'HANDLING',
}));

function somebody(kind: Actor['kind'], posts: Actor['posts'] = []): Actor {
  const at = new Date(0);
  return {
    accountId: kind,
    personId: kind,
    kind,
    name: kind,
    posts,
    isVerified: true,
    at,
    lang: 'vi',
  };
}

/** Whom the table tells apart, each by a letter. */
const people: Readonly<Record<string, Actor>> = {
  a: somebody('citizen'),
  o: somebody('official', [{ unitId: unit, role }]),
  u: somebody('official', [{ unitId: unit, role: 'VAN_THU' }]),
  s: systemActor(new Date(0)),
};

/** Act × state: who may. */
export function actRows(): string[][] {
  return dossierActions.map((action) => [action, ...states.map((state) => whoMay(action, state))]);
}

export const actColumns = ['Act', ...states];

function whoMay(action: DossierAction, state: State): string {
  return Object.entries(people)
    .filter(([, subject]) => {
      const resource = {
        accountId: 'citizen',
        ownerPersonId: 'citizen',
        submitterPersonId: 'citizen',
        mandateId: null,
        procedureId: 'procedure',
        submittedAt: new Date(0),
        unitIds: [unit],
        state,
        resultNumber: null,
      };
      return decide({ subject, action, resource, steps }).isPermitted;
    })
    .map(([letter]) => letter)
    .join('');
}
