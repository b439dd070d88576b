export { type ChainSettings, readChainKey } from './chain.ts';
export { ConfigFault, readConfig, type Config } from './config.ts';
export { listSettings } from './environment.ts';
export type { NationalSettings, OidcSettings, VneidSettings } from './national.ts';
export type {
  MailSettings,
  MessagingSettings,
  PushSettings,
  SmppSettings,
  SmsHttpSettings,
  ZaloSettings,
} from './messaging.ts';
export type { GatewaySettings } from './payment.ts';
