export { clamdScanner, type Scanner, type Verdict } from './clamd.ts';
