export { bindProcess } from './bind-process.ts';
export { settle } from './commands/demand-payment.ts';
export { nationalState, type NationalState } from './national-state.ts';
export { paperGate } from './paper-gate.ts';
export { usageOf, waitingTimesOf } from './statistics.ts';
