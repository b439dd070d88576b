import { askOver, type Asking } from '../net/ask-over.ts';
import { checkAnswer, StampFault, tokenIn, type Stamper } from './timestamp.ts';

export interface StampService {
  /** Addresses of time-stamping authorities, asked in this order. */
  readonly urls: readonly string[];
  /** Policies that are accepted; any when none is named. */
  readonly policies: readonly string[];
  readonly asking?: Asking | undefined;
}

/**
 * A stamper far away (RFC 3161, 3.4). What the first authority does not give, or gives otherwise than asked, the next one
 * is asked for. @throws StampFault by the stamper when all of them failed.
 */
export function httpStamper({ urls, policies, asking }: StampService): Stamper {
  return async (query) => {
    const faults: unknown[] = [];
    for (const url of urls) {
      try {
        const answer = await askOver(
          url,
          {
            type: 'application/timestamp-query',
            body: query,
            answer: 'application/timestamp-reply',
          },
          asking,
        );
        checkAnswer(query, tokenIn(answer), policies);
        return answer;
      } catch (fault) {
        faults.push(fault);
      }
    }
    throw new StampFault(`no time stamp by ${urls.join(', ')}`, {
      cause: new AggregateError(faults),
    });
  };
}
