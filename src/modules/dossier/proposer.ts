import type { Act } from './store/index.ts';

/** The account that made the proposal which stands now, by the history of a dossier. */
export function proposerOf(
  history: readonly Pick<Act, 'verb' | 'facts' | 'accountId'>[],
): string | undefined {
  return history.findLast(
    ({ verb, facts }) => verb === 'propose-refusal' || facts['isProposal'] === true,
  )?.accountId;
}
