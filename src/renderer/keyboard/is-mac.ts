/** Whether this is a Mac: its keyboards have a key for commands. */
export const isMac: boolean = navigator.userAgent.includes('Macintosh')
