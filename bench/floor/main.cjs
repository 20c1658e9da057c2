// The least that an Electron app with a window can be: what every measure is compared with.
const path = require('node:path')
const { app, BrowserWindow } = require('electron')

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1180, height: 780, webPreferences: { sandbox: true } })
  window.loadFile(path.join(__dirname, 'index.html'))
})
