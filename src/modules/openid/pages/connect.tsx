import { sessionFacts, signInPath } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import {
  get,
  post,
  type Body,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { say, text } from '#/values/text.ts';
import { signedIn } from '../access.ts';
import {
  answerSignIn,
  consent,
  decline,
  findInteraction,
  obstacleTo,
  type Interaction,
} from '../interaction.ts';
import type { Ports } from '../ports.ts';
import { isOfBrowser } from '../provider/configuration.ts';
import { ConsentView, LevelView, OnwardView } from './connect-view.tsx';
import { expired } from './failed.tsx';

/** Where the provider sends people whom a client sent to us: to sign in, to prove it anew, to consent. */
export function connectRoutes(services: Services, ports: Ports): Route[] {
  /** The interaction, if it began in this browser: else somebody sent a link that signs others in as the reader. */
  async function find(tx: Tx, visit: Visit): Promise<Interaction | undefined> {
    const { uid = '' } = visit.params;
    if (!isOfBrowser(services, uid, visit.csrf, visit.query['khoa'] ?? '')) return undefined;
    return findInteraction(tx, uid);
  }

  async function show(tx: Tx, visit: Visit): Promise<Shown | Redirect> {
    const asked = await find(tx, visit);
    if (!asked) return { goTo: `/ket-noi/loi?ma=${expired}` };
    const address = `/ket-noi/${asked.uid}?khoa=${visit.query['khoa']}`;
    const { lang, csrf, now } = visit;
    if (asked.isAnswered)
      return {
        title: say(lang, words.onward),
        layout: 'citizen',
        view: <OnwardView lang={lang} to={asked.returnTo} name={asked.client.name} />,
      };
    const known = await sessionFacts(tx, visit.session ?? '', now);
    if (!known) return { goTo: signInPath(address) };
    switch (obstacleTo(asked, known, now)) {
      case 'other-account':
        await decline(tx, asked.uid, 'login_required');
        return { goTo: asked.returnTo };
      case 'confirm':
        return { goTo: `/tai-khoan/xac-nhan?tiep=${encodeURIComponent(address)}` };
      case 'assurance':
        return {
          title: say(lang, words.level),
          layout: 'citizen',
          view: <LevelView lang={lang} csrf={csrf} action={address} name={asked.client.name} />,
        };
      case undefined:
    }
    if (asked.prompt.name === 'login') {
      await answerSignIn(tx, asked.uid, known);
      return { goTo: asked.returnTo };
    }
    const view = (
      <ConsentView lang={lang} csrf={csrf} action={address} asked={asked} actor={visit.actor!} />
    );
    return { title: say(lang, words.consent), layout: 'citizen', view };
  }

  async function submit(tx: Tx, visit: Visit, body: Body): Promise<Redirect | Refusal> {
    const asked = await find(tx, visit);
    if (!asked) return refuse('openid.no-request');
    const address = `/ket-noi/${asked.uid}?khoa=${visit.query['khoa']}`;
    const actor = visit.actor!;
    const mandateId = actor.actingFor?.mandateId;
    // Whoever began or ended acting for another in the meantime is asked again, in the right names.
    const isSame = (body['mandate'] ?? '') === (mandateId ?? '');
    if (asked.isAnswered || (body['answer'] === 'yes' && !isSame)) return { goTo: address };
    const known = await sessionFacts(tx, visit.session ?? '', visit.now);
    const isFree = known && obstacleTo(asked, known, visit.now) === undefined;
    if (body['answer'] === 'yes' && isFree && asked.prompt.name === 'consent') {
      await consent(tx, asked, known.accountId, mandateId, visit.now);
      if (mandateId !== undefined) await ports.tellPrincipal(tx, actor, asked.client.name);
    } else if (body['answer'] !== 'yes')
      await decline(
        tx,
        asked.uid,
        asked.prompt.name === 'login' ? 'unmet_authentication_requirements' : 'access_denied',
      );
    return { goTo: address };
  }

  return [get('/ket-noi/:uid', signedIn, show), post('/ket-noi/:uid', signedIn, submit)];
}

const words = {
  consent: text('Cho phép ứng dụng', 'Allow an application'),
  level: text('Cần mức định danh cao hơn', 'A higher level of identity is needed'),
  onward: text('Quay lại ứng dụng', 'Back to the application'),
};
