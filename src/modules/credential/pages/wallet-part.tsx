import { InsetText } from '#/ui/index.ts';
import { say, type Lang } from '#/values/text.ts';
import { walletWords, withoutWallet } from './wallet-words.ts';

export interface WalletPartProps {
  readonly lang: Lang;
  /** Which part of the wallet this page has. */
  readonly part: 'list' | 'take' | 'show';
  /** Name of this person's wallet in the browser: others who use the browser have their own. */
  readonly wallet: string;
  /** How this site calls itself. */
  readonly site: string;
  readonly more?: Readonly<Record<string, unknown>> | undefined;
}

/** Where the wallet of this browser appears; without scripts stands here how it goes without. */
export function WalletPart({ lang, part, wallet, site, more }: WalletPartProps) {
  const words = Object.fromEntries(
    Object.entries(walletWords[part]).map(([name, text]) => [name, say(lang, text)]),
  );
  return (
    <>
      <div
        hidden
        id="vi"
        data-island="wallet"
        data-props={JSON.stringify({ part, wallet, site, words, ...more })}
      />
      <div data-without-wallet>
        <InsetText>{say(lang, withoutWallet[part])}</InsetText>
      </div>
    </>
  );
}
