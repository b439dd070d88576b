import type { Access } from '#/platform/http/index.ts';

/** One's own rights. */
export const signedIn: Access = ['signed-in'];

/** Who answers for the office. */
export const leaders: Access = ['LANH_DAO_UBND', 'CA_LANH_DAO', 'LANH_DAO_THUE'];

/** Who keeps the registers. */
export const keepers: Access = ['admin'];
