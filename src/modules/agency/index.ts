/** Places, offices, posts and working calendars: who does what, where, and when the office is open. */
export { refusals } from './refusals.ts';
export { findAbsence, recordAbsence, type Absence } from './absence.ts';
export type {
  CalendarDay,
  CalendarDayKind,
  CalendarDayStatus,
  CalendarYear,
  UnitCalendar,
} from './calendar.ts';
export { calendarOf, listCalendarDays, listCalendarYears } from './working-calendar.ts';
export { applyChange } from './calendar-changes/apply.ts';
export type { CalendarChange } from './calendar-changes/calendar-change.ts';
export {
  followCalendars,
  type CalendarFollower,
  type CalendarImpact,
  type MovedDeadline,
} from './calendar-changes/follow.ts';
export { findCalendarChange } from './store/calendar-changes.ts';
export { proposeDay, proposeHours } from './calendar-changes/propose.ts';
export { worldsOf, type Worlds } from './calendar-changes/worlds.ts';
export { declareUnits, type DeclaredUnit } from './declare-units.ts';
export { demoPlace, demoUnits, seedDemoUnits } from './demo.ts';
export { grantDemoPosts } from './demo-posts.ts';
export { lookupsOf } from './lookups.ts';
export { placeText, type Lineage, type Place, type PlaceKind } from './place.ts';
export {
  findPlace,
  fullPlaceName,
  listCommunes,
  listProvinces,
  predecessorsOf,
  successorsOf,
} from './gazetteer.ts';
export type { HeldPost, Official, Post } from './post.ts';
export { endPost, grantPost, takePost } from './grant-post.ts';
export { officialsOf, postsOf } from './officials.ts';
export { isRole, roles, type Role } from './role.ts';
export { seedReferenceData } from './seed.ts';
export { territoryOf, type Territory } from './territory.ts';
export { unitKinds, type Unit, type UnitKind } from './unit.ts';
export {
  findUnitServing,
  getUnit,
  listUnits,
  servedPlaces,
  unitFor,
  unitsBelow,
} from './find-unit.ts';
