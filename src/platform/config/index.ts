export { ConfigFault, listSettings, readConfig, type Config } from './config.ts';
