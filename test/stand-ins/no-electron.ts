const electron = {}

/** What `import electron from 'electron'` gives outside Electron: nothing. */
export { electron as default }
