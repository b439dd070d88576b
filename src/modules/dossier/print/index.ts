export {
  nameOfItem,
  printApology,
  printReceptionSlip,
  printRefusalNotice,
  printSupplementRequest,
} from './letters.ts';
export { issueResult, printDraftResult } from './result.ts';
