import { get, post, type Route } from '#/platform/http/index.ts';
import { decideCalendar, manageOffices, reportAbsence } from '../access.ts';
import { showAbsences, submitAbsence, submitReturn } from './absence-page.tsx';
import { showChange, submitApplication, submitDrop } from './change-page.tsx';
import { showDeclaration, submitDeclaration } from './declare-day-page.tsx';
import { showHours, submitHours } from './hours-page.tsx';
import { showDecision, submitDecision } from './decide-day-page.tsx';
import { showYear, submitYear } from './year-page.tsx';
import { showOffices } from './offices-page.tsx';

/** The pages of the module. */
export function pages(): Route[] {
  return [
    get('/quan-tri/co-quan', decideCalendar, showOffices),
    get('/quan-tri/co-quan/nam/:year', manageOffices, showYear),
    post('/quan-tri/co-quan/nam/:year', manageOffices, submitYear),
    get('/quan-tri/co-quan/ngay/:on', manageOffices, showDecision),
    post('/quan-tri/co-quan/ngay/:on', manageOffices, submitDecision),
    get('/quan-tri/co-quan/ngay', manageOffices, showDeclaration),
    post('/quan-tri/co-quan/ngay', manageOffices, submitDeclaration),
    get('/quan-tri/co-quan/gio', manageOffices, showHours),
    post('/quan-tri/co-quan/gio', manageOffices, submitHours),
    get('/quan-tri/co-quan/lich/:id', decideCalendar, showChange),
    post('/quan-tri/co-quan/lich/:id/ap-dung', decideCalendar, submitApplication),
    post('/quan-tri/co-quan/lich/:id/bo', decideCalendar, submitDrop),
    get('/can-bo/vang-mat', reportAbsence, showAbsences),
    post('/can-bo/vang-mat', reportAbsence, submitAbsence),
    post('/can-bo/vang-mat/tro-lai', reportAbsence, submitReturn),
  ];
}
