import { app, globalShortcut } from 'electron'
import { environment } from './environment'
import { startCommand } from './instance'
import { isWaylandSession } from './session-type'
import { createShortcut, type Shortcut } from './shortcut'
import { commandLine, quickAskArgument } from './start-arguments'

/** The shortcut that opens quick ask on this desktop, where it lets an app have one. */
export const createQuickAskShortcut = (accelerator: string, action: () => void): Shortcut =>
  createShortcut({
    accelerator,
    action,
    table: globalShortcut,
    wayland: isWaylandSession({
      platform: process.platform,
      environment,
      ozonePlatform: app.commandLine.getSwitchValue('ozone-platform'),
    }),
    command: commandLine([...startCommand(), quickAskArgument]),
  })
