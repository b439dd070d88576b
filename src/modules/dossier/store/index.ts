export * from './acts.ts';
export * from './dossiers.ts';
export * from './drafts.ts';
export * from './exchange.ts';
export * from './ledger-rows.ts';
export * from './register.ts';
export * from './supplements.ts';
export * from './version-processes.ts';
