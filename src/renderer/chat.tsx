import { start } from './app/start'
import { bridge } from './bridge'
import { warmConversation } from './features/conversation/chat'
import { warmMarkdown } from './message/lazy-markdown'
import { warmPalette } from './shell/shell'
import { ChatWindow } from './shell/window'
import './styles/app.css'

void start(bridge, ChatWindow)
requestIdleCallback(() => {
  warmConversation()
  warmMarkdown()
  warmPalette()
})
