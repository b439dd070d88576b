export { countUnread as unreadCount } from './store.ts';
export { tell, type Telling } from './tell.ts';
