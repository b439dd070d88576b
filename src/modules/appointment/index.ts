/** Appointments, desks and numbers in the halls of units. */
export { demoHalls } from './demo.ts';
