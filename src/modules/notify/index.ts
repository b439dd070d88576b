export { countUnread as unreadCount } from './store/notices.ts';
export { tell, type Telling } from './tell.ts';
