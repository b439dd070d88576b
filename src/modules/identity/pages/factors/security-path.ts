/** Where all ways to prove who one is are seen and taken away. */
export const securityPath = '/tai-khoan/bao-mat';
