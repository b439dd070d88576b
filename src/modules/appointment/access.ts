import type { Access } from '#/platform/http/index.ts';

/** When there is time at a desk, the board in the hall, and the kiosk below it. */
export const everybody: Access = ['anyone'];

/** One's own appointments. */
export const citizens: Access = ['citizen'];

/** Who sits at a desk and calls the next; at which unit is looked at by the use case. */
export const callers: Access = ['TIEP_NHAN', 'TRA_KET_QUA', 'CA_TIEP_NHAN', 'CB_THUE', 'BHXH'];

/** Figures of the hall. */
export const leaders: Access = ['LANH_DAO_UBND', 'CA_LANH_DAO', 'LANH_DAO_THUE', 'admin'];

/** Which desks there are, what they serve, and which devices give tickets. */
export const planners: Access = ['admin'];
