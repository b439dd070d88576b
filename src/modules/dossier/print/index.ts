export {
  nameOfItem,
  printApology,
  printReceptionSlip,
  printRefusalNotice,
  printSupplementRequest,
} from './letters.ts';
export { phoneWords } from './party.ts';
export { issueResult, issuerOf, printDraftResult } from './result.ts';
