import type * as Oidc from 'oidc-provider';
import { wordsIn } from '../words-in.ts';
import { levels } from './vouch.ts';

/**
 * When a person is asked something. Besides the library's own checks: a client that accepts nobody below level 2 makes
 * people come with level 2 (RFC 9470).
 */
export function policyOf({ interactionPolicy }: typeof Oidc): Oidc.interactionPolicy.Prompt[] {
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  policy.get('login')?.checks.add(
    new Check(
      'assurance',
      'a higher level of assurance is asked for',
      'unmet_authentication_requirements',
      ({ oidc }) => {
        const asked = wordsIn(oidc.params?.['acr_values']);
        const [best, low] = levels;
        const isTooLow = asked.includes(best) && !asked.includes(low) && oidc.session?.acr !== best;
        return isTooLow && oidc.result?.login === undefined;
      },
    ),
  );
  return policy;
}
