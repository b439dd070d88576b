export { cancelDemands } from './cancel-demands.ts';
export type { Collector } from './collector.ts';
export { demandFees, type FeesOwed } from './demand-fees.ts';
export type { Demand, DemandState, FeeLine, PayableDemand } from './demand.ts';
export { onSettled, type SettledListener } from './events.ts';
export { PaymentPanel } from './payment-panel.tsx';
export type { Receipt } from './receipt.ts';
export { recordPayment, type MoneyReceived } from './record-payment.ts';
export { isSettled } from './settle.ts';
export {
  listDemands as demandsOf,
  listReceipts as receiptsOf,
  upsertCollector as setCollector,
} from './store/demands.ts';
export { waive, type NotOwed } from './waive.ts';
