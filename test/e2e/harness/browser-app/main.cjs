// A browser for tests: one ordinary window, which asks the system to open what it can't.
const { app, BrowserWindow } = require('electron')

void app.whenReady().then(() => new BrowserWindow({ width: 900, height: 800 }).loadURL('about:blank'))
